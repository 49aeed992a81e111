import type { Wording } from '../approval/lifecycle.js';
import { checkIban } from '../invoice/iban.js';

/** What people may set instead of what the invoice says. */
export interface PaymentTerms {
  readonly amountCents: bigint;
  readonly payee: string;
  readonly iban: string | null;
  readonly bic: string | null;
  /** YYYY-MM-DD */
  readonly dueDate: string | null;
  /** What the payee reads on the statement. */
  readonly purpose: string | null;
  /** Why less is paid than the invoice asks for; the supplier reads it. */
  readonly reducedBecause: string | null;
}

/** Why payment terms cannot be taken. */
export const PAYMENT_FAULTS = {
  amount: {
    de: 'der Betrag (mehr als null und höchstens, was die Rechnung verlangt)',
    en: 'the amount (more than zero, and at most what the invoice asks for)',
  },
  iban: { de: 'die IBAN (Länge oder Prüfziffern stimmen nicht)', en: 'the IBAN (length or check digits are wrong)' },
  bic: { de: 'der BIC (8 oder 11 Zeichen)', en: 'the BIC (8 or 11 characters)' },
  reducedBecause: {
    de: 'der Grund der Kürzung, den der Lieferant liest',
    en: 'the reason for paying less, which the supplier reads',
  },
  unchanged: { de: 'es ist nichts geändert', en: 'nothing has been changed' },
} as const satisfies Record<string, Wording>;

export type PaymentFault = keyof typeof PAYMENT_FAULTS;

/** Characters of a Verwendungszweck (SEPA, unstructured remittance information). */
export const MAX_PURPOSE_CHARACTERS = 140;

const BIC = /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/;

/** Blanks and case do not tell accounts apart. */
const compact = (text: string | null): string | null => text?.replace(/\s/g, '').toUpperCase() ?? null;

/** The terms as they are stored: accounts without blanks, and no reason for a reduction where there is none. */
export const tidyTerms = (terms: PaymentTerms, payableCents: bigint): PaymentTerms => ({
  ...terms,
  iban: compact(terms.iban),
  bic: compact(terms.bic),
  reducedBecause: isReduced(terms.amountCents, payableCents) ? terms.reducedBecause : null,
});

/** Whether less is paid than the invoice asks for (BT-115). */
export const isReduced = (amountCents: bigint, payableCents: bigint): boolean => amountCents < payableCents;

/** Whether the money goes to somebody or somewhere else than before. */
export const leadsElsewhere = (
  before: Pick<PaymentTerms, 'payee' | 'iban' | 'bic'>,
  after: Pick<PaymentTerms, 'payee' | 'iban' | 'bic'>,
): boolean =>
  before.payee.trim() !== after.payee.trim() ||
  compact(before.iban) !== compact(after.iban) ||
  (compact(before.bic) !== compact(after.bic) && after.bic !== null);

/** What is wrong with tidy terms, compared with what the invoice asks for and with what held before. */
export function paymentFaults(
  after: PaymentTerms,
  before: PaymentTerms,
  payableCents: bigint,
): readonly PaymentFault[] {
  const fits =
    payableCents > 0n
      ? after.amountCents > 0n && after.amountCents <= payableCents
      : after.amountCents === payableCents;
  const wrong: readonly (readonly [PaymentFault, boolean])[] = [
    ['amount', !fits],
    ['iban', after.iban !== null && after.iban !== compact(before.iban) && checkIban(after.iban).kind === 'invalid'],
    ['bic', after.bic !== null && after.bic !== compact(before.bic) && !BIC.test(after.bic)],
    ['reducedBecause', fits && isReduced(after.amountCents, payableCents) && after.reducedBecause === null],
    ['unchanged', FIELDS.every((field) => after[field] === before[field])],
  ];
  return wrong.filter(([, isWrong]) => isWrong).map(([fault]) => fault);
}

const FIELDS: readonly (keyof PaymentTerms)[] = [
  'amountCents',
  'payee',
  'iban',
  'bic',
  'dueDate',
  'purpose',
  'reducedBecause',
];
