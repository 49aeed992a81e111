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
import type { codingSettingQuery, CodingProposal, CodingSetting } from './administration-queries.js';
import { chartWords } from './chart.words.js';
import { proposalWords } from './proposals.words.js';
import { SettingProblem } from './setting-problem.js';

export type SeenCoding = Awaited<ReturnType<NonNullable<Exclude<typeof codingSettingQuery.queryFn, symbol>>>>;
type Weight = 'tell' | 'hold';

interface Draft {
  readonly required: boolean;
  readonly years: string;
  readonly url: string;
  readonly authorised: boolean;
  /** A new token; empty: the stored one stays. */
  readonly token: string;
  readonly onNo: Weight;
  readonly onUnknown: Weight;
}

const draftOf = ({ requiredForOrder, closedYears, budgetCheck }: CodingSetting): Draft => ({
  required: requiredForOrder,
  years: closedYears.join(', '),
  url: budgetCheck?.url ?? '',
  authorised: budgetCheck?.authorised ?? false,
  token: '',
  onNo: budgetCheck?.onNo ?? 'hold',
  onUnknown: budgetCheck?.onUnknown ?? 'tell',
});

const YEARS = /^\s*(2[01]\d\d\s*(,\s*2[01]\d\d\s*)*)?$/;
/** As the server takes them. */
const TOKEN = /^[A-Za-z0-9._~+/-]+=*$/;
const isAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text.trim()) && URL.canParse(text.trim());

const proposalOf = ({ required, years, url, authorised, token, onNo, onUnknown }: Draft): CodingProposal => ({
  requiredForOrder: required,
  closedYears: [...new Set(years.match(/\d{4}/g)?.map(Number) ?? [])],
  budgetCheck: url.trim() === '' ? null : { url: url.trim(), authorised, onNo, onUnknown },
  budgetToken: url.trim() !== '' && authorised && token !== '' ? token : null,
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
  const tokenWrong = draft.authorised && draft.url.trim() !== '' && draft.token !== '' && !TOKEN.test(draft.token);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!change.isPending && !yearsWrong && !urlWrong && !tokenWrong) change.mutate(proposalOf(draft));
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
      {draft.url.trim() !== '' && (
        <BudgetFields
          {...{ draft, tokenWrong: tried && tokenWrong, hasToken: seen.value.value.budgetCheck?.authorised === true }}
          onDraft={(part) => setDraft({ ...draft, ...part })}
        />
      )}
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

interface BudgetFieldsProps {
  readonly draft: Draft;
  readonly tokenWrong: boolean;
  /** A token is stored, and stays where no other is entered. */
  readonly hasToken: boolean;
  readonly onDraft: (part: Partial<Draft>) => void;
}

function BudgetFields({ draft, tokenWrong, hasToken, onDraft }: BudgetFieldsProps) {
  const say = useWords(chartWords);
  const mayChange = useMayChange();
  return (
    <>
      <CheckField
        label={say('authorised')}
        checked={draft.authorised}
        disabled={!mayChange}
        onChecked={(authorised) => onDraft({ authorised, token: '' })}
      />
      {draft.authorised && mayChange && (
        <TextField
          label={say('token')}
          hint={say(hasToken ? 'tokenKept' : 'tokenHint')}
          {...{ type: 'password', autoComplete: 'off', optional: hasToken, maxLength: 4000, value: draft.token }}
          onValue={(token) => onDraft({ token })}
          error={tokenWrong ? say('tokenWrong') : null}
        />
      )}
      {(['onNo', 'onUnknown'] as const).map((field) => (
        <SelectField
          key={field}
          label={say(field)}
          value={draft[field]}
          disabled={!mayChange}
          options={(['tell', 'hold'] as const).map((value) => ({ value, label: say(value) }))}
          onValue={(weight) => weight !== '' && onDraft({ [field]: weight })}
        />
      ))}
    </>
  );
}

function useProposeCoding(etag: string, onProposed: () => void) {
  const say = useWords(proposalWords);
  return useChange({
    send: (body: CodingProposal, key) =>
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
