import { useState, type FormEvent } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { Button } from '../../components/button.js';
import { SelectField } from '../../components/select-field.js';
import { TextArea } from '../../components/text-area.js';
import { TextField } from '../../components/text-field.js';
import { toast } from '../../components/toasts.js';
import { useWords } from '../../words/words.js';
import { useMayChange } from './access.js';
import { proposalWords } from './proposals.words.js';
import type { RetentionSetting, retentionSettingQuery } from './retention-queries.js';
import { retentionWords } from './retention.words.js';
import { SettingProblem } from './setting-problem.js';

export type SeenRetention = Awaited<ReturnType<NonNullable<Exclude<typeof retentionSettingQuery.queryFn, symbol>>>>;

/** With the least that the API takes: what the law asks for. */
const DOCUMENTS = [
  { name: 'voucher', least: 8 },
  { name: 'letter', least: 6 },
  { name: 'other', least: 1 },
] as const;
const STAFF = { name: 'staff', least: 1 } as const;
const MOST = 100;

type ClassName = (typeof DOCUMENTS)[number]['name'] | 'staff';
type Start = RetentionSetting['classes']['voucher']['start'];

/** As it is typed. */
interface Draft {
  readonly years: Readonly<Record<ClassName, string>>;
  readonly starts: Readonly<Record<Exclude<ClassName, 'staff'>, Start>>;
  readonly adoptions: string;
}

interface RetentionFormProps {
  readonly seen: SeenRetention;
  readonly onReload: () => void;
}

export function RetentionForm({ seen, onReload }: RetentionFormProps) {
  const say = useWords(retentionWords);
  const sayProposal = useWords(proposalWords);
  const [draft, setDraft] = useState(() => draftOf(seen.value.value));
  const [tried, setTried] = useState(false);
  const mayChange = useMayChange();
  const change = useProposeRetention(seen.etag, onReload);
  const adoptions = adoptionsOf(draft.adoptions);
  const wrongYears = [...DOCUMENTS, STAFF].filter(({ name, least }) => !isYears(draft.years[name], least));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!change.isPending && adoptions !== null && wrongYears.length === 0) change.mutate(settingOf(draft, adoptions));
  };
  return (
    <form className="form admin-form" onSubmit={submit} noValidate>
      {change.error && <SettingProblem error={change.error} onReload={onReload} />}
      {DOCUMENTS.map((one) => (
        <div key={one.name} className="admin-columns">
          <YearsField {...{ one, draft, tried }} onDraft={setDraft} />
          <StartField name={one.name} draft={draft} onDraft={setDraft} />
        </div>
      ))}
      <YearsField one={STAFF} {...{ draft, tried }} onDraft={setDraft} />
      <TextArea
        label={say('adoptions')}
        hint={say('adoptionsHint')}
        {...{ optional: true, readOnly: !mayChange, value: draft.adoptions }}
        onValue={(text) => setDraft({ ...draft, adoptions: text })}
        error={tried && adoptions === null ? say('adoptionsWrong') : null}
      />
      {mayChange && (
        <>
          <p className="kern-body kern-body--small admin-muted">{say('twoPeople')}</p>
          <Button kind="primary" type="submit" busy={change.isPending}>
            {sayProposal('propose')}
          </Button>
        </>
      )}
    </form>
  );
}

interface FieldProps {
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
}

interface YearsFieldProps extends FieldProps {
  readonly one: { readonly name: ClassName; readonly least: number };
  readonly tried: boolean;
}

function YearsField({ one: { name, least }, draft, tried, onDraft }: YearsFieldProps) {
  const say = useWords(retentionWords);
  const mayChange = useMayChange();
  return (
    <TextField
      label={say(name)}
      hint={say('yearsHint', { least })}
      {...{ inputMode: 'numeric', readOnly: !mayChange, value: draft.years[name] }}
      onValue={(text) => onDraft({ ...draft, years: { ...draft.years, [name]: text } })}
      error={tried && !isYears(draft.years[name], least) ? say('yearsWrong', { least }) : null}
    />
  );
}

function StartField({ name, draft, onDraft }: FieldProps & { readonly name: Exclude<ClassName, 'staff'> }) {
  const say = useWords(retentionWords);
  const mayChange = useMayChange();
  const options = (['endOfYear', 'accountsAdopted'] as const).map((value) => ({ value, label: say(value) }));
  return (
    <SelectField
      label={`${say('start')} (${say(name)})`}
      value={draft.starts[name]}
      options={options}
      disabled={!mayChange}
      onValue={(start) => start !== '' && onDraft({ ...draft, starts: { ...draft.starts, [name]: start } })}
    />
  );
}

function useProposeRetention(etag: string, onProposed: () => void) {
  const say = useWords(proposalWords);
  return useChange({
    send: (body: RetentionSetting, key) =>
      answerOf(
        api.POST('/api/v1/administration/settings/retention/proposals', {
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

const isYears = (text: string, least: number): boolean =>
  /^\d{1,3}$/.test(text.trim()) && Number(text) >= least && Number(text) <= MOST;

/** null: some line is no pair of years, or names a year again. */
function adoptionsOf(text: string): RetentionSetting['adoptions'] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const pairs = lines.flatMap((line) => {
    const [, fiscalYear, adoptedIn] = /^\s*(\d{4})\s*[:;]\s*(\d{4})\s*$/.exec(line) ?? [];
    const isPair = fiscalYear !== undefined && adoptedIn !== undefined && adoptedIn > fiscalYear;
    return isPair ? [{ fiscalYear: Number(fiscalYear), adoptedIn: Number(adoptedIn) }] : [];
  });
  const isWhole = pairs.length === lines.length && new Set(pairs.map((pair) => pair.fiscalYear)).size === pairs.length;
  return isWhole ? pairs : null;
}

const draftOf = ({ classes, adoptions }: RetentionSetting): Draft => ({
  years: {
    ...{ voucher: String(classes.voucher.years), letter: String(classes.letter.years) },
    ...{ other: String(classes.other.years), staff: String(classes.staff.years) },
  },
  starts: { voucher: classes.voucher.start, letter: classes.letter.start, other: classes.other.start },
  adoptions: adoptions.map(({ fiscalYear, adoptedIn }) => `${fiscalYear}: ${adoptedIn}`).join('\n'),
});

const settingOf = ({ years, starts }: Draft, adoptions: RetentionSetting['adoptions']): RetentionSetting => ({
  classes: {
    voucher: { years: Number(years.voucher), start: starts.voucher },
    letter: { years: Number(years.letter), start: starts.letter },
    other: { years: Number(years.other), start: starts.other },
    staff: { years: Number(years.staff) },
  },
  adoptions,
});
