import { amountTyped, centsOf, dayTyped, ibanTyped } from '../clearing/typed-values.js';
import type { PaymentVersion } from './coding-queries.js';

/** Payment terms as they are being typed. */
export interface PaymentDraft {
  readonly amount: string;
  readonly payee: string;
  readonly iban: string;
  readonly bic: string;
  readonly dueDate: string;
  readonly purpose: string;
  readonly reducedBecause: string;
  readonly reason: string;
}

export type PaymentField = keyof PaymentDraft;

export const paymentDraftOf = (version: PaymentVersion, language: 'de' | 'en'): PaymentDraft => ({
  amount: language === 'de' ? version.amount.replace('.', ',') : version.amount,
  payee: version.payee,
  iban: version.iban ?? '',
  bic: version.bic ?? '',
  dueDate:
    version.dueDate === null
      ? ''
      : language === 'de'
        ? version.dueDate.split('-').reverse().join('.')
        : version.dueDate,
  purpose: version.purpose ?? '',
  reducedBecause: version.reducedBecause ?? '',
  reason: '',
});

/** Whether less is to be paid than the invoice asks for. */
export const isReducedIn = ({ amount }: PaymentDraft, payable: string): boolean => {
  const typed = amountTyped(amount);
  return typed !== null && centsOf(typed) < centsOf(payable);
};

/** Whether the account is the one that is there: it may have come wrong, and is not refused for that here. */
const keepsAccount = (draft: PaymentDraft, { iban }: PaymentVersion): boolean => draft.iban === (iban ?? '');

/** Fields that cannot be sent as they are. */
export function wrongInPayment(draft: PaymentDraft, current: PaymentVersion, payable: string): readonly PaymentField[] {
  const amount = amountTyped(draft.amount);
  const wrong: readonly (readonly [PaymentField, boolean])[] = [
    ['amount', amount === null || centsOf(amount) > centsOf(payable)],
    ['payee', draft.payee.trim() === ''],
    ['iban', draft.iban.trim() !== '' && !keepsAccount(draft, current) && ibanTyped(draft.iban) === null],
    ['dueDate', draft.dueDate.trim() !== '' && dayTyped(draft.dueDate) === null],
    ['reducedBecause', isReducedIn(draft, payable) && draft.reducedBecause.trim() === ''],
    ['reason', draft.reason.trim() === ''],
  ];
  return wrong.filter(([, isWrong]) => isWrong).map(([field]) => field);
}

/** What is sent; `wrongInPayment` has found nothing. */
export const paymentBodyOf = (draft: PaymentDraft, current: PaymentVersion, payable: string) => ({
  amount: amountTyped(draft.amount) ?? '',
  payee: draft.payee.trim(),
  iban: keepsAccount(draft, current) ? current.iban : ibanTyped(draft.iban),
  bic: draft.bic.trim().toUpperCase() || null,
  dueDate: dayTyped(draft.dueDate),
  purpose: draft.purpose.trim() || null,
  reducedBecause: isReducedIn(draft, payable) ? draft.reducedBecause.trim() : null,
  reason: draft.reason.trim(),
});
