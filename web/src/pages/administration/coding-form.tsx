import { useState, type FormEvent } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { Button } from '../../components/button.js';
import { CheckField } from '../../components/check-field.js';
import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import { toast } from '../../components/toasts.js';
import { useWords } from '../../words/words.js';
import { useMayChange } from './access.js';
import type { codingSettingQuery, CodingSetting } from './administration-queries.js';
import { chartWords } from './chart.words.js';
import { proposalWords } from './proposals.words.js';
import { SettingProblem } from './setting-problem.js';

export type SeenCoding = Awaited<ReturnType<NonNullable<Exclude<typeof codingSettingQuery.queryFn, symbol>>>>;
type Weight = 'tell' | 'hold';

interface Draft {
  readonly required: boolean;
  readonly years: string;
  readonly url: string;
  readonly onNo: Weight;
  readonly onUnknown: Weight;
}

const draftOf = ({ requiredForOrder, closedYears, budgetCheck }: CodingSetting): Draft => ({
  required: requiredForOrder,
  years: closedYears.join(', '),
  url: budgetCheck?.url ?? '',
  onNo: budgetCheck?.onNo ?? 'hold',
  onUnknown: budgetCheck?.onUnknown ?? 'tell',
});

const YEARS = /^\s*(2[01]\d\d\s*(,\s*2[01]\d\d\s*)*)?$/;
/** As the server takes it. */
const isAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text.trim()) && URL.canParse(text.trim());

const settingOf = ({ required, years, url, onNo, onUnknown }: Draft): CodingSetting => ({
  requiredForOrder: required,
  closedYears: [...new Set(years.match(/\d{4}/g)?.map(Number) ?? [])],
  budgetCheck: url.trim() === '' ? null : { url: url.trim(), onNo, onUnknown },
});

interface CodingFormProps {
  readonly seen: SeenCoding;
  readonly onReload: () => void;
}

/** What an order must have, which years are closed, and who is asked whether there are funds. */
export function CodingForm({ seen, onReload }: CodingFormProps) {
  const say = useWords(chartWords);
  const sayProposal = useWords(proposalWords);
  const mayChange = useMayChange();
  const [draft, setDraft] = useState(() => draftOf(seen.value.value));
  const [tried, setTried] = useState(false);
  const change = useProposeCoding(seen.etag, onReload);
  const yearsWrong = !YEARS.test(draft.years);
  const urlWrong = draft.url.trim() !== '' && !isAddress(draft.url);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!change.isPending && !yearsWrong && !urlWrong) change.mutate(settingOf(draft));
  };
  return (
    <form className="form admin-form" onSubmit={submit} noValidate>
      {change.error && <SettingProblem error={change.error} onReload={onReload} />}
      <CheckField
        label={say('required')}
        checked={draft.required}
        disabled={!mayChange}
        onChecked={(required) => setDraft({ ...draft, required })}
      />
      <TextField
        label={say('closedYears')}
        hint={say('closedYearsHint')}
        {...{ optional: true, readOnly: !mayChange, maxLength: 200, value: draft.years }}
        onValue={(years) => setDraft({ ...draft, years })}
        error={tried && yearsWrong ? say('closedYearsWrong') : null}
      />
      <TextField
        label={say('budgetUrl')}
        hint={say('budgetUrlHint')}
        {...{ type: 'url', optional: true, readOnly: !mayChange, maxLength: 500, value: draft.url }}
        onValue={(url) => setDraft({ ...draft, url })}
        error={tried && urlWrong ? say('budgetUrlWrong') : null}
      />
      {draft.url.trim() !== '' &&
        (['onNo', 'onUnknown'] as const).map((field) => (
          <SelectField
            key={field}
            label={say(field)}
            value={draft[field]}
            disabled={!mayChange}
            options={(['tell', 'hold'] as const).map((value) => ({ value, label: say(value) }))}
            onValue={(weight) => weight !== '' && setDraft({ ...draft, [field]: weight })}
          />
        ))}
      {mayChange && (
        <>
          <p className="kern-body kern-body--small admin-muted">{sayProposal('twoPeople')}</p>
          <Button kind="primary" type="submit" busy={change.isPending}>
            {sayProposal('propose')}
          </Button>
        </>
      )}
    </form>
  );
}

function useProposeCoding(etag: string, onProposed: () => void) {
  const say = useWords(proposalWords);
  return useChange({
    send: (body: CodingSetting, key) =>
      answerOf(
        api.POST('/api/v1/administration/settings/coding/proposals', {
          params: { header: { 'Idempotency-Key': key, 'If-Match': etag } },
          body,
        }),
      ),
    onDone: () => {
      toast('success', say('proposed'));
      onProposed();
    },
  });
}
