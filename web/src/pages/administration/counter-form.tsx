import { useState, type FormEvent } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { Button } from '../../components/button.js';
import { CheckField } from '../../components/check-field.js';
import { TextArea } from '../../components/text-area.js';
import { TextField } from '../../components/text-field.js';
import { toast } from '../../components/toasts.js';
import { useWords } from '../../words/words.js';
import { useMayChange } from './access.js';
import type { counterSettingQuery } from './administration-queries.js';
import { FieldGroup } from './field-group.js';
import { SettingProblem } from './setting-problem.js';
import { settingWords } from './settings.words.js';

export type SeenCounter = Awaited<ReturnType<NonNullable<Exclude<typeof counterSettingQuery.queryFn, symbol>>>>;
type CounterSetting = SeenCounter['value']['value'];

const MEGABYTE = 1024 * 1024;

/** What is entered as a number, with its bounds as the API has them. */
const quotas = [
  { name: 'deliveriesPerAddressAndDay', least: 1, most: 100_000 },
  { name: 'deliveriesPerDay', least: 1, most: 100_000 },
  { name: 'megabytesPerDay', least: 1, most: 1024 * 1024 },
  { name: 'checksPerAddressAndHour', least: 0, most: 10_000 },
] as const;

type Quota = (typeof quotas)[number];
type Numbers = Readonly<Record<Quota['name'], string>>;

const numbersOf = ({ bytesPerDay, ...rest }: CounterSetting['quotas']): Numbers => ({
  deliveriesPerAddressAndDay: String(rest.deliveriesPerAddressAndDay),
  deliveriesPerDay: String(rest.deliveriesPerDay),
  megabytesPerDay: String(Math.ceil(bytesPerDay / MEGABYTE)),
  checksPerAddressAndHour: String(rest.checksPerAddressAndHour),
});

const isWithin = (text: string, { least, most }: Quota): boolean =>
  /^\d{1,9}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;

interface CounterFormProps {
  readonly seen: SeenCounter;
  readonly onReload: () => void;
}

export function CounterForm({ seen, onReload }: CounterFormProps) {
  const say = useWords(settingWords);
  const before = seen.value.value;
  const [open, setOpen] = useState(before.open);
  const [note, setNote] = useState({ de: before.closedNote?.de ?? '', en: before.closedNote?.en ?? '' });
  const [numbers, setNumbers] = useState(() => numbersOf(before.quotas));
  const [tried, setTried] = useState(false);
  const mayChange = useMayChange();
  const change = useSaveCounter(seen.etag, onReload);
  const noteHalf = note.de.trim() === '' && note.en.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (change.isPending || noteHalf || quotas.some((quota) => !isWithin(numbers[quota.name], quota))) return;
    change.mutate({ open, closedNote: noteOf(note), quotas: quotasOf(numbers) });
  };
  return (
    <form className="form admin-form" onSubmit={submit} noValidate>
      {change.error && <SettingProblem error={change.error} onReload={onReload} />}
      <CheckField label={say('open')} checked={open} disabled={!mayChange} onChecked={setOpen} />
      <FieldGroup legend={say('note')} hint={say('noteHint')}>
        <TextArea
          label={say('noteDe')}
          {...{ optional: true, maxLength: 2000, lang: 'de', readOnly: !mayChange, value: note.de }}
          onValue={(de) => setNote({ ...note, de })}
          error={tried && noteHalf ? say('germanMissing') : null}
        />
        <TextArea
          label={say('noteEn')}
          {...{ optional: true, maxLength: 2000, lang: 'en', readOnly: !mayChange, value: note.en }}
          onValue={(en) => setNote({ ...note, en })}
        />
      </FieldGroup>
      <QuotaFields {...{ numbers, tried }} onNumbers={setNumbers} />
      {mayChange && (
        <Button kind="primary" type="submit" busy={change.isPending}>
          {say('saveCounter')}
        </Button>
      )}
    </form>
  );
}

function useSaveCounter(etag: string, onSaved: () => void) {
  const say = useWords(settingWords);
  return useChange({
    send: (body: CounterSetting, key) =>
      answerOf(
        api.PUT('/api/v1/administration/settings/counter', {
          params: { header: { 'Idempotency-Key': key, 'If-Match': etag } },
          body,
        }),
      ),
    // The public page shows it at once.
    renews: [['town']],
    onDone: () => {
      toast('success', say('saved'));
      onSaved();
    },
  });
}

interface QuotaFieldsProps {
  readonly numbers: Numbers;
  readonly tried: boolean;
  readonly onNumbers: (numbers: Numbers) => void;
}

function QuotaFields({ numbers, tried, onNumbers }: QuotaFieldsProps) {
  const say = useWords(settingWords);
  const mayChange = useMayChange();
  return (
    <FieldGroup legend={say('quotas')} hint={say('quotasHint')}>
      <div className="admin-columns">
        {quotas.map((quota) => (
          <TextField
            key={quota.name}
            label={say(quota.name)}
            hint={quota.least === 0 ? say('checksHint') : undefined}
            {...{ inputMode: 'numeric', readOnly: !mayChange, value: numbers[quota.name] }}
            onValue={(text) => onNumbers({ ...numbers, [quota.name]: text })}
            error={
              tried && !isWithin(numbers[quota.name], quota)
                ? say('wholeNumber', { least: quota.least, most: quota.most })
                : null
            }
          />
        ))}
      </div>
    </FieldGroup>
  );
}

const noteOf = ({ de, en }: { readonly de: string; readonly en: string }): CounterSetting['closedNote'] =>
  de.trim() === '' ? null : { de: de.trim(), en: en.trim() === '' ? null : en.trim() };

const quotasOf = (numbers: Numbers): CounterSetting['quotas'] => ({
  deliveriesPerAddressAndDay: Number(numbers.deliveriesPerAddressAndDay),
  deliveriesPerDay: Number(numbers.deliveriesPerDay),
  bytesPerDay: Number(numbers.megabytesPerDay) * MEGABYTE,
  checksPerAddressAndHour: Number(numbers.checksPerAddressAndHour),
});
