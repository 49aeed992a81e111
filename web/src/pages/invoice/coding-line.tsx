import { Button } from '../../components/button.js';
import { ComboField, type ComboOption } from '../../components/combo-field.js';
import { TextField } from '../../components/text-field.js';
import { formatAmount } from '../../format/decimals.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { amountOfCents } from '../clearing/typed-values.js';
import { exceeds, type SplitDraft, type SplitField } from './coding-draft.js';
import type { Chart } from './coding-queries.js';
import { codingWords } from './coding.words.js';

interface RestProps {
  readonly total: string;
  readonly rest: bigint;
  readonly currency: string;
}

/** How much is left to be coded, read out as it changes. */
export function Rest({ total, rest, currency }: RestProps) {
  const say = useWords(codingWords);
  const language = useLanguage();
  const isTooMuch = exceeds(total, rest);
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
  /** Why the amounts of all lines together cannot be saved; null where they can. */
  readonly sumWrong: string | null;
  readonly onLine: (line: SplitDraft) => void;
  readonly onRemove: (() => void) | null;
}

/** As many UTF-16 units as the API takes. */
const noteLength = 200;

const kinds = ['account', 'product', 'costCentre'] as const;

export function Line({ line, number, chart, wrong, sumWrong, onLine, onRemove }: LineProps) {
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
        error={wrong.includes('amount') ? say('amountMissing') : sumWrong}
      />
      <div className="coding-line__note">
        <TextField
          optional
          name="note"
          label={say('note')}
          {...{ autoComplete: 'off', maxLength: noteLength, value: line.note }}
          onValue={(note) => onLine({ ...line, note })}
        />
      </div>
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
