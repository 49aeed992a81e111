import { useState, type FormEvent } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { Button } from '../../components/button.js';
import { SelectField } from '../../components/select-field.js';
import { toast } from '../../components/toasts.js';
import { useWords } from '../../words/words.js';
import { useMayChange } from './access.js';
import { placeSettingQuery } from './administration-queries.js';
import { SettingPart } from './counter-section.js';
import { placeWords } from './place.words.js';
import { Section } from './section.js';
import { SettingProblem } from './setting-problem.js';

type SeenPlace = Awaited<ReturnType<NonNullable<Exclude<typeof placeSettingQuery.queryFn, symbol>>>>;
type PlaceSetting = SeenPlace['value']['value'];
type Land = NonNullable<PlaceSetting['land']>;

/** In the order of their names, which are the same in both languages. */
const LAND_NAMES = {
  BW: 'Baden-Württemberg',
  BY: 'Bayern',
  BE: 'Berlin',
  BB: 'Brandenburg',
  HB: 'Bremen',
  HH: 'Hamburg',
  HE: 'Hessen',
  MV: 'Mecklenburg-Vorpommern',
  NI: 'Niedersachsen',
  NW: 'Nordrhein-Westfalen',
  RP: 'Rheinland-Pfalz',
  SL: 'Saarland',
  SN: 'Sachsen',
  ST: 'Sachsen-Anhalt',
  SH: 'Schleswig-Holstein',
  TH: 'Thüringen',
} as const satisfies Readonly<Record<Land, string>>;

const isLand = (code: string): code is Land => code in LAND_NAMES;
const lands = Object.keys(LAND_NAMES)
  .filter(isLand)
  .map((value) => ({ value, label: LAND_NAMES[value] }));

/** Where the town lies, for the holidays that its deadlines heed. */
export function PlaceSection() {
  const say = useWords(placeWords);
  return (
    <Section title={say('title')} lead={say('lead')}>
      <SettingPart title={say('part')} query={placeSettingQuery}>
        {(seen, onReload) => <PlaceForm seen={seen} onReload={onReload} />}
      </SettingPart>
    </Section>
  );
}

function PlaceForm({ seen, onReload }: { readonly seen: SeenPlace; readonly onReload: () => void }) {
  const say = useWords(placeWords);
  const [land, setLand] = useState<Land | ''>(seen.value.value.land ?? '');
  const mayChange = useMayChange();
  const change = useChange({
    send: (body: PlaceSetting, key) =>
      answerOf(
        api.PUT('/api/v1/administration/settings/place', {
          params: { header: { 'Idempotency-Key': key, 'If-Match': seen.etag } },
          body,
        }),
      ),
    onDone: () => {
      toast('success', say('saved'));
      onReload();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!change.isPending) change.mutate({ land: land === '' ? null : land });
  };
  return (
    <form className="form admin-form" onSubmit={submit} noValidate>
      {change.error && <SettingProblem error={change.error} onReload={onReload} />}
      <SelectField
        label={say('land')}
        none={say('none')}
        {...{ value: land, options: lands, onValue: setLand, optional: true, disabled: !mayChange }}
      />
      {mayChange && (
        <Button kind="primary" type="submit" busy={change.isPending}>
          {say('save')}
        </Button>
      )}
    </form>
  );
}
