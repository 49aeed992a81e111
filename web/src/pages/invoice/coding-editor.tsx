import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { SelectField } from '../../components/select-field.js';
import { Skeleton } from '../../components/skeleton.js';
import { toast } from '../../components/toasts.js';
import { formatAmount } from '../../format/decimals.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { amountOfCents } from '../clearing/typed-values.js';
import { draftOf, numbersOf, restOf, splitsOf, withLine, exceeds, wrongIn, type SplitDraft } from './coding-draft.js';
import { Line, Rest } from './coding-line.js';
import { chartQuery, type Chart, type Coding, type Seen, type Split } from './coding-queries.js';
import { codingWords } from './coding.words.js';
import type { SeenInvoice } from './invoice-queries.js';
import { SaveProblem } from './save-problem.js';
import { isSigned } from './standing-facts.js';

interface CodingEditorProps {
  readonly invoice: SeenInvoice;
  /** The coding as it is now; the editor keeps the one that it was opened with. */
  readonly now: Seen<Coding>;
  /** What must be coded, as a decimal. */
  readonly total: string;
  readonly onClose: () => void;
}

/** Splits the amount, with what remains always in sight: Enter adds a line over the rest, and saves when nothing is left. */
export function CodingEditor({ invoice, now, total, onClose }: CodingEditorProps) {
  const language = useLanguage();
  const say = useWords(codingWords);
  const [seen, setSeen] = useState(now);
  const { value: coding } = seen;
  const [year, setYear] = useState(() => yearOf(coding));
  const [isSuggested, setSuggested] = useState(() => beginsWithSuggestion(coding));
  const [lines, setLines] = useState(() => linesOf(coding, total, language));
  const chart = useQuery(chartQuery(year));
  const copy = () => {
    setSuggested(true);
    setLines(draftOf(coding.suggestion?.splits ?? [], language));
  };
  // What was typed stays where only something else of the invoice has changed.
  const renew = () => {
    setSeen(now);
    if (now.value.current?.version === coding.current?.version) return;
    setYear(yearOf(now.value));
    setSuggested(beginsWithSuggestion(now.value));
    setLines(linesOf(now.value, total, language));
  };
  return (
    <>
      <div className="coding-editor__head">
        <SelectField
          label={say('year')}
          value={String(year)}
          options={openYears(coding).map((one) => ({ value: String(one), label: String(one) }))}
          onValue={(chosen) => chosen !== '' && setYear(Number(chosen))}
        />
        {coding.suggestion && !isSuggested && <Button onClick={copy}>{say('copy')}</Button>}
      </div>
      {isSuggested && <p className="kern-body coding-lacks">{say('suggested')}</p>}
      {isSigned(invoice.value) && <Notice kind="warning" title={say('recodeWarns')} />}
      {chart.error && !chart.data && <ProblemPanel error={chart.error} onRetry={() => void chart.refetch()} />}
      {!chart.data && !chart.error && <Skeleton lines={4} />}
      {chart.data && (
        <Lines
          {...{ id: invoice.value.id, seen, total, onClose, year, lines, chart: chart.data }}
          onLines={setLines}
          onRenew={renew}
        />
      )}
    </>
  );
}

const openYears = ({ fiscalYears, closedYears }: Coding) => fiscalYears.filter((one) => !closedYears.includes(one));

/** The year of the coding that is there, while it is open, or the likeliest. */
function yearOf(coding: Coding): number {
  const open = openYears(coding);
  const { current, proposedYear } = coding;
  return (current && open.includes(current.fiscalYear) ? current.fiscalYear : proposedYear) ?? open[0] ?? 0;
}

const beginsWithSuggestion = ({ current, suggestion }: Coding): boolean => current === null && suggestion !== null;

/** What the editor begins with. */
function linesOf({ current, suggestion }: Coding, total: string, language: 'de' | 'en'): readonly SplitDraft[] {
  const lines = draftOf(current?.splits ?? suggestion?.splits ?? [], language);
  return lines.length > 0 ? lines : withLine([], BigInt(total.replace('.', '')), language);
}

interface LinesProps extends Pick<CodingEditorProps, 'total' | 'onClose'> {
  /** Of the invoice. */
  readonly id: string;
  readonly seen: Seen<Coding>;
  readonly year: number;
  readonly chart: Chart;
  readonly lines: readonly SplitDraft[];
  readonly onLines: (lines: readonly SplitDraft[]) => void;
  readonly onRenew: () => void;
}

function Lines(props: LinesProps) {
  const { seen, total, onClose, year, chart, lines, onLines, onRenew } = props;
  const say = useWords(codingWords);
  const language = useLanguage();
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const currency = seen.value.currency ?? '';
  const numbers = numbersOf(chart);
  const rest = restOf(total, lines);
  const isWhole = lines.every((line) => wrongIn(line, numbers).length === 0);
  const save = useSaveCoding(props.id, seen.etag, onClose);
  const focusLine = useFocusOnLine(form, lines.length);
  const sumWrong = useSumWrong(currency);
  const renew = () => {
    save.reset();
    setTried(false);
    onRenew();
  };
  const add = () => {
    focusLine(lines.length);
    setTried(false);
    onLines(withLine(lines, rest, language));
  };
  const remove = (index: number) => {
    focusLine(Math.min(index, lines.length - 2));
    onLines(lines.filter((_, at) => at !== index));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (save.isPending) return;
    if (isWhole && rest === 0n) return save.mutate({ fiscalYear: year, splits: splitsOf(lines) });
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const press = (event: KeyboardEvent) => {
    const isEnter = event.key === 'Enter' && !event.defaultPrevented && event.target instanceof HTMLInputElement;
    if (!isEnter || !isWhole || rest === 0n || exceeds(total, rest)) return;
    event.preventDefault();
    add();
  };
  return (
    <form ref={form} className="form coding-editor" onSubmit={submit} onKeyDown={press} noValidate>
      {save.error && <SaveProblem error={save.error} conflictSays={say('conflict')} onRenew={renew} />}
      {lines.map((line, index) => (
        <Line
          key={line.key}
          {...{ line, chart }}
          number={index + 1}
          wrong={tried ? wrongIn(line, numbers) : []}
          sumWrong={tried && isWhole ? sumWrong(total, rest) : null}
          onLine={(changed) => onLines(lines.map((one) => (one.key === line.key ? changed : one)))}
          onRemove={lines.length > 1 ? () => remove(index) : null}
        />
      ))}
      <p className="kern-body kern-body--small coding-editor__hint">{say('keyHint')}</p>
      <div className="coding-editor__foot">
        <Rest {...{ total, rest, currency }} />
        <div className="button-row">
          <Button onClick={add}>{say('add')}</Button>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button kind="primary" type="submit" busy={save.isPending}>
            {say('save')}
          </Button>
        </div>
      </div>
    </form>
  );
}

/** Why lines that are whole each cannot be saved together: how much they lack, or exceed the amount by. */
function useSumWrong(currency: string): (total: string, rest: bigint) => string | null {
  const say = useWords(codingWords);
  const language = useLanguage();
  return (total, rest) => {
    if (rest === 0n) return null;
    const isTooMuch = exceeds(total, rest);
    const amount = formatAmount(amountOfCents(isTooMuch ? -rest : rest), currency, language);
    return say(isTooMuch ? 'amountsExceed' : 'amountsLack', { amount });
  };
}

/** The line that is wanted takes the focus as soon as lines have come or gone: a new one, or the neighbour of a removed one. */
function useFocusOnLine(form: React.RefObject<HTMLFormElement | null>, count: number): (index: number) => void {
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const line = form.current?.querySelectorAll('.coding-line')[wanted.current];
    wanted.current = null;
    line?.querySelector<HTMLElement>('input')?.focus();
  }, [form, count]);
  return (index) => {
    wanted.current = index;
  };
}

function useSaveCoding(id: string, etag: string, onSaved: () => void) {
  const say = useWords(codingWords);
  return useChange({
    send: (body: { readonly fiscalYear: number; readonly splits: Split[] }, key) => {
      const params = { path: { id }, header: { 'Idempotency-Key': key, 'If-Match': etag } };
      return answerOf(api.POST('/api/v1/invoices/{id}/coding', { params, body }));
    },
    renews: [['invoices']],
    onDone: () => {
      toast('success', say('saved'));
      onSaved();
    },
  });
}
