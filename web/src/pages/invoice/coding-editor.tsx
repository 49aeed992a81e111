import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { Button } from '../../components/button.js';
import { ComboField, type ComboOption } from '../../components/combo-field.js';
import { Notice } from '../../components/notice.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { SelectField } from '../../components/select-field.js';
import { Skeleton } from '../../components/skeleton.js';
import { TextField } from '../../components/text-field.js';
import { toast } from '../../components/toasts.js';
import { formatAmount } from '../../format/decimals.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { amountOfCents } from '../clearing/typed-values.js';
import {
  draftOf,
  numbersOf,
  restOf,
  splitsOf,
  withLine,
  wrongIn,
  type SplitDraft,
  type SplitField,
} from './coding-draft.js';
import { chartQuery, type Chart, type Coding, type Split } from './coding-queries.js';
import { codingWords } from './coding.words.js';
import type { SeenInvoice } from './invoice-queries.js';

interface CodingEditorProps {
  readonly invoice: SeenInvoice;
  readonly coding: Coding;
  /** What must be coded, as a decimal. */
  readonly total: string;
  readonly onClose: () => void;
}

/** Splits the amount, with what remains always in sight: Enter adds a line over the rest, and saves when nothing is left. */
export function CodingEditor({ invoice, coding, total, onClose }: CodingEditorProps) {
  const language = useLanguage();
  const open = coding.fiscalYears.filter((one) => !coding.closedYears.includes(one));
  const usual =
    coding.current && open.includes(coding.current.fiscalYear) ? coding.current.fiscalYear : coding.proposedYear;
  const [year, setYear] = useState(usual ?? open[0] ?? 0);
  const [isSuggested, setSuggested] = useState(coding.current === null && coding.suggestion !== null);
  const [lines, setLines] = useState<readonly SplitDraft[]>(() =>
    begun(coding.current?.splits ?? coding.suggestion?.splits, total, language),
  );
  const chart = useQuery(chartQuery(year));
  const say = useWords(codingWords);
  const copy = () => {
    setSuggested(true);
    setLines(draftOf(coding.suggestion?.splits ?? [], language));
  };
  return (
    <>
      <div className="coding-editor__head">
        <SelectField
          label={say('year')}
          value={String(year)}
          options={open.map((one) => ({ value: String(one), label: String(one) }))}
          onValue={(chosen) => chosen !== '' && setYear(Number(chosen))}
        />
        {coding.suggestion && !isSuggested && <Button onClick={copy}>{say('copy')}</Button>}
      </div>
      {isSuggested && <p className="kern-body coding-lacks">{say('suggested')}</p>}
      {['confirmed', 'approved'].includes(invoice.value.state) && <Notice kind="warning" title={say('recodeWarns')} />}
      {chart.error && <ProblemPanel error={chart.error} onRetry={() => void chart.refetch()} />}
      {!chart.data && !chart.error && <Skeleton lines={4} />}
      {chart.data && (
        <Lines {...{ invoice, coding, total, onClose, year, lines, chart: chart.data }} onLines={setLines} />
      )}
    </>
  );
}

const begun = (splits: readonly Split[] | undefined, total: string, language: 'de' | 'en') => {
  const lines = draftOf(splits ?? [], language);
  return lines.length > 0 ? lines : withLine([], BigInt(total.replace('.', '')), language);
};

interface LinesProps extends CodingEditorProps {
  readonly year: number;
  readonly chart: Chart;
  readonly lines: readonly SplitDraft[];
  readonly onLines: (lines: readonly SplitDraft[]) => void;
}

function Lines({ invoice, coding, total, onClose, year, chart, lines, onLines }: LinesProps) {
  const say = useWords(codingWords);
  const language = useLanguage();
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const numbers = numbersOf(chart);
  const rest = restOf(total, lines);
  const isWhole = lines.every((line) => wrongIn(line, numbers).length === 0);
  const save = useSaveCoding(invoice, onClose);
  const focusLast = useFocusOnNewLine(form, lines.length);
  const add = () => {
    focusLast();
    onLines(withLine(lines, rest, language));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(!isWhole || rest === 0n);
    if (isWhole && rest === 0n)
      return save.isPending ? undefined : save.mutate({ fiscalYear: year, splits: splitsOf(lines) });
    if (isWhole) return add();
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  return (
    <form ref={form} className="form coding-editor" onSubmit={submit} noValidate>
      {save.error && <ProblemPanel error={save.error} />}
      {lines.map((line, index) => (
        <Line
          key={line.key}
          {...{ line, chart }}
          number={index + 1}
          wrong={tried ? wrongIn(line, numbers) : []}
          onLine={(changed) => onLines(lines.map((one) => (one.key === line.key ? changed : one)))}
          onRemove={lines.length > 1 ? () => onLines(lines.filter((one) => one.key !== line.key)) : null}
        />
      ))}
      <p className="kern-body kern-body--small coding-editor__hint">{say('keyHint')}</p>
      <div className="coding-editor__foot">
        <Rest {...{ total, rest }} currency={coding.currency ?? ''} />
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

/** A line that has just been added takes the focus; those that were there leave it where it is. */
function useFocusOnNewLine(form: React.RefObject<HTMLFormElement | null>, count: number): () => void {
  const wanted = useRef(false);
  useEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    const last = form.current?.querySelector('.coding-line:last-of-type');
    last?.querySelector<HTMLElement>('input')?.focus();
  }, [form, count]);
  return () => {
    wanted.current = true;
  };
}

function useSaveCoding({ value, etag }: SeenInvoice, onSaved: () => void) {
  const say = useWords(codingWords);
  return useChange({
    send: (body: { readonly fiscalYear: number; readonly splits: Split[] }, key) => {
      const params = { path: { id: value.id }, header: { 'Idempotency-Key': key, 'If-Match': etag } };
      return answerOf(api.POST('/api/v1/invoices/{id}/coding', { params, body }));
    },
    renews: [['invoices']],
    onDone: () => {
      toast('success', say('saved'));
      onSaved();
    },
  });
}

interface RestProps {
  readonly total: string;
  readonly rest: bigint;
  readonly currency: string;
}

/** How much is left to be coded, read out as it changes. */
function Rest({ total, rest, currency }: RestProps) {
  const say = useWords(codingWords);
  const language = useLanguage();
  const isTooMuch = rest !== 0n && rest < 0n !== total.startsWith('-');
  const label = rest === 0n ? 'even' : isTooMuch ? 'tooMuch' : 'rest';
  const figure = amountOfCents(isTooMuch ? -rest : rest);
  return (
    <div role="status">
      <dl className="coding-sums">
        <div>
          <dt>{say('total')}</dt>
          <dd>{formatAmount(total, currency, language)}</dd>
        </div>
        <div className={rest === 0n ? 'coding-sums__even' : 'coding-sums__open'}>
          <dt>{say(label)}</dt>
          <dd>{formatAmount(figure, currency, language)}</dd>
        </div>
      </dl>
    </div>
  );
}

interface LineProps {
  readonly line: SplitDraft;
  readonly number: number;
  readonly chart: Chart;
  readonly wrong: readonly SplitField[];
  readonly onLine: (line: SplitDraft) => void;
  readonly onRemove: (() => void) | null;
}

const kinds = ['account', 'product', 'costCentre'] as const;

function Line({ line, number, chart, wrong, onLine, onRemove }: LineProps) {
  const say = useWords(codingWords);
  return (
    <fieldset className="coding-line">
      <legend className="kern-sr-only">{say('line', { line: number })}</legend>
      {kinds.map((kind) => (
        <ComboField
          key={kind}
          name={kind}
          label={say(kind)}
          optional={kind === 'costCentre'}
          value={line[kind]}
          options={optionsOf(chart, kind)}
          onValue={(text) => onLine({ ...line, [kind]: text })}
          error={wrong.includes(kind) ? say('notInChart') : null}
        />
      ))}
      <TextField
        name="amount"
        label={say('amount')}
        {...{ inputMode: 'decimal', autoComplete: 'off', maxLength: 30, value: line.amount }}
        onValue={(amount) => onLine({ ...line, amount })}
        error={wrong.includes('amount') ? say('amountMissing') : null}
      />
      {onRemove && (
        <Button small icon="close" className="coding-line__remove" onClick={onRemove}>
          <span className="kern-sr-only">{say('remove', { line: number })}</span>
        </Button>
      )}
    </fieldset>
  );
}

const optionsOf = ({ items }: Chart, kind: (typeof kinds)[number]): readonly ComboOption[] =>
  items
    .filter((item) => item.kind === kind && !item.closed)
    .map(({ number, name }) => ({ value: number, label: name }));
