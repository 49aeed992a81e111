import { amountOfCents, amountTyped, centsOf } from '../clearing/typed-values.js';
import type { Chart, Split } from './coding-queries.js';

/** A line as it is being typed. */
export interface SplitDraft {
  /** For React: lines come and go. */
  readonly key: number;
  readonly account: string;
  readonly product: string;
  readonly costCentre: string;
  readonly amount: string;
  readonly note: string;
}

export type SplitField = 'account' | 'product' | 'costCentre' | 'amount';

/** Amounts in the fields are typed as people read them. */
const shown = (amount: string, language: 'de' | 'en'): string =>
  language === 'de' ? amount.replace('.', ',') : amount;

export const draftOf = (splits: readonly Split[], language: 'de' | 'en'): readonly SplitDraft[] =>
  splits.map(({ account, product, costCentre, amount, note }, key) => ({
    ...{ key, account, product, costCentre: costCentre ?? '', note: note ?? '' },
    amount: shown(amount, language),
  }));

/** A further line over what remains; most invoices are split within one product. */
export function withLine(
  lines: readonly SplitDraft[],
  restCents: bigint,
  language: 'de' | 'en',
): readonly SplitDraft[] {
  const key = Math.max(-1, ...lines.map((line) => line.key)) + 1;
  const amount = restCents === 0n ? '' : shown(amountOfCents(restCents), language);
  const { product = '', costCentre = '' } = lines.at(-1) ?? {};
  return [...lines, { key, account: '', product, costCentre, amount, note: '' }];
}

/** What is not coded yet, in cents: negative where the lines hold too much (on a credit note the other way round). */
export const restOf = (total: string, lines: readonly SplitDraft[]): bigint =>
  lines.reduce((rest, { amount }) => rest - centsOf(amountTyped(amount) ?? '0.00'), centsOf(total));

/** Whether the lines hold too much: what remains points away from the amount. */
export const exceeds = (total: string, restCents: bigint): boolean =>
  restCents !== 0n && restCents < 0n !== total.startsWith('-');

export interface ChartNumbers {
  readonly account: ReadonlySet<string>;
  readonly product: ReadonlySet<string>;
  readonly costCentre: ReadonlySet<string>;
}

/** Numbers that can be coded to, by their kind. */
export const numbersOf = ({ items }: Chart): ChartNumbers => {
  const of = (kind: keyof ChartNumbers) =>
    new Set(items.filter((item) => item.kind === kind && !item.closed).map(({ number }) => number));
  return { account: of('account'), product: of('product'), costCentre: of('costCentre') };
};

/** Fields of a line that cannot be sent as they are. */
export function wrongIn(line: SplitDraft, numbers: ChartNumbers): readonly SplitField[] {
  const amount = amountTyped(line.amount);
  const wrong: readonly (readonly [SplitField, boolean])[] = [
    ['account', !numbers.account.has(line.account.trim())],
    ['product', !numbers.product.has(line.product.trim())],
    ['costCentre', line.costCentre.trim() !== '' && !numbers.costCentre.has(line.costCentre.trim())],
    ['amount', amount === null || centsOf(amount) === 0n],
  ];
  return wrong.filter(([, isWrong]) => isWrong).map(([field]) => field);
}

/** Lines without a fault, as the API takes them. */
export const splitsOf = (lines: readonly SplitDraft[]): Split[] =>
  lines.map(({ account, product, costCentre, amount, note }) => ({
    ...{ account: account.trim(), product: product.trim(), costCentre: costCentre.trim() || null },
    ...{ amount: amountTyped(amount) ?? '0.00', note: note.trim() || null },
  }));
