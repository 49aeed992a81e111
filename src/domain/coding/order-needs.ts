import type { Wording } from '../approval/lifecycle.js';
import type { KnownEntry } from './chart.js';
import { codesOpenEntries, type Split } from './coding.js';

/**
 * What an order (Kassenanordnung) cannot do without: Haushaltsjahr, Produkt and Konto, payee, account, amount and due
 * date (§ 7 GemKVO of the Länder and their like), and that nobody changed payee or account alone.
 */
export const ORDER_NEEDS = {
  payment: { de: 'Zahlungsangaben (Betrag und Empfänger)', en: 'a payment instruction (amount and payee)' },
  account: { de: 'die Bankverbindung des Empfängers', en: 'the payee’s account' },
  dueDate: { de: 'die Fälligkeit', en: 'the due date' },
  secondPerson: {
    de: 'die Bestätigung der geänderten Bankverbindung durch eine zweite Person',
    en: 'a second person’s confirmation of the changed payee or account',
  },
  coding: {
    de: 'die Kontierung (Haushaltsjahr, Produkt und Konto)',
    en: 'the coding (fiscal year, product and account)',
  },
  codingSum: { de: 'eine Kontierung über den ganzen Betrag', en: 'a coding of the whole amount' },
  openYear: { de: 'eine Kontierung auf ein offenes Haushaltsjahr', en: 'a coding to a fiscal year that is open' },
  openEntries: {
    de: 'eine Kontierung auf Konten, Produkte und Kostenstellen, die offen sind',
    en: 'a coding to accounts, products and cost centres that are open',
  },
  budgetAnswer: { de: 'eine Antwort der Mittelprüfung', en: 'an answer of the budget check' },
  budget: { de: 'verfügbare Mittel (die Mittelprüfung sagt nein)', en: 'funds (the budget check says no)' },
} as const satisfies Record<string, Wording>;

export type OrderNeed = keyof typeof ORDER_NEEDS;

/** Whether a text names a need. */
export const isOrderNeed = (text: string): text is OrderNeed => Object.hasOwn(ORDER_NEEDS, text);

export type BudgetAnswer = 'yes' | 'no' | 'unknown';

/** What a tenant asks of an order beyond the confirmations. */
export interface OrderPolicy {
  /** Coding, account and due date must be there. A tenant without a chart of accounts orders as its finance system codes. */
  readonly complete: boolean;
  /** Haushaltsjahre that nothing is coded to any more. */
  readonly closedYears: readonly number[];
  /** What holds an order up; null: no budget check is asked. */
  readonly budget: { readonly holdsOnNo: boolean; readonly holdsOnUnknown: boolean } | null;
}

/** What is known of an invoice when it is to be ordered. */
export interface OrderFacts {
  readonly kind: 'invoice' | 'creditNote' | null;
  readonly payment: {
    readonly amountCents: bigint;
    readonly iban: string | null;
    readonly dueDate: string | null;
    readonly means: 'transfer' | 'directDebit' | 'other';
    readonly waitsForSecond: boolean;
  } | null;
  readonly coding: {
    readonly fiscalYear: number;
    readonly totalCents: bigint;
    readonly splits: readonly Split[];
  } | null;
  /** Of the chart of the coding's year, what the splits name at least. */
  readonly chart: readonly KnownEntry[];
  /** The newest answer about this very coding that says something, else `unknown`; null: none. */
  readonly budgetAnswer: BudgetAnswer | null;
  /** The newest answer about the codings before this one that says something; null: none. */
  readonly budgetAnswerBefore: BudgetAnswer | null;
  /** What a coding must add up to; null where there is nothing to pay. */
  readonly codedCents: bigint | null;
}

/** What an order still lacks, in the order in which people would provide it. */
export function missingForOrder(facts: OrderFacts, policy: OrderPolicy): readonly OrderNeed[] {
  const { payment, coding } = facts;
  const lacks: readonly (readonly [OrderNeed, boolean])[] = [
    ['payment', policy.complete && payment === null],
    ['account', policy.complete && payment !== null && isTransferred(facts) && payment.iban === null],
    ['dueDate', policy.complete && payment !== null && isTransferred(facts) && payment.dueDate === null],
    ['secondPerson', payment?.waitsForSecond === true],
    ['coding', policy.complete && coding === null],
    ['codingSum', coding !== null && coding.totalCents !== facts.codedCents],
    ['openYear', coding !== null && policy.closedYears.includes(coding.fiscalYear)],
    ['openEntries', coding !== null && !codesOpenEntries(coding.splits, facts.chart)],
    ...budgetNeeds(facts, policy),
  ];
  return lacks.filter(([, isMissing]) => isMissing).map(([need]) => need);
}

/** Money is sent to an account on a day; a credit note brings some, a direct debit is fetched, and zero moves nowhere. */
const isTransferred = ({ kind, payment }: OrderFacts): boolean =>
  kind !== 'creditNote' && payment?.means === 'transfer' && payment.amountCents > 0n;

/** Coding anew is no way around a "no": what there were no funds for waits until there is another answer. */
function budgetNeeds(
  { coding, budgetAnswer, budgetAnswerBefore }: OrderFacts,
  { budget }: OrderPolicy,
): readonly (readonly [OrderNeed, boolean])[] {
  if (budget === null || coding === null) return [];
  const isUnanswered = budgetAnswer === null || budgetAnswer === 'unknown';
  return [
    ['budgetAnswer', isUnanswered && (budget.holdsOnUnknown || (budget.holdsOnNo && budgetAnswerBefore === 'no'))],
    ['budget', budget.holdsOnNo && budgetAnswer === 'no'],
  ];
}
