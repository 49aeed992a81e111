import { isCalendarDate } from './calendar-date.js';
import { checkIban } from './iban.js';
import type { Invoice } from './invoice.js';
import { centsOf } from './money.js';

/** What a clerk reads off an invoice that holds no structured data. Texts as written, amounts as decimals. */
export interface CapturedTerms {
  readonly kind: 'invoice' | 'creditNote';
  readonly number: string;
  readonly issueDate: string;
  readonly dueDate: string | null;
  readonly currency: string;
  readonly sellerName: string;
  readonly sellerVatId: string | null;
  readonly sellerTaxNumber: string | null;
  /** null: the document names no account, as where it is collected by direct debit. */
  readonly iban: string | null;
  readonly bic: string | null;
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
  readonly payable: string;
  readonly orderReference: string | null;
  readonly buyerReference: string | null;
}

export interface CaptureProblem {
  readonly term: keyof CapturedTerms;
  readonly code:
    'notADate' | 'notAnAmount' | 'notACurrency' | 'notAnIban' | 'notABic' | 'doesNotAddUp' | 'aboveGross' | 'missing';
}

const CURRENCY = /^[A-Z]{3}$/;
const BIC = /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/;
const AMOUNTS = ['net', 'vat', 'gross', 'payable'] as const;

/** What is wrong with captured terms; nothing: they can be taken. Pure and total. */
export function captureProblems(terms: CapturedTerms): readonly CaptureProblem[] {
  const problems: CaptureProblem[] = [];
  const check = (holds: boolean, term: CaptureProblem['term'], code: CaptureProblem['code']) => {
    if (!holds) problems.push({ term, code });
  };
  check(terms.number.trim() !== '', 'number', 'missing');
  check(terms.sellerName.trim() !== '', 'sellerName', 'missing');
  check(isCalendarDate(terms.issueDate), 'issueDate', 'notADate');
  check(terms.dueDate === null || isCalendarDate(terms.dueDate), 'dueDate', 'notADate');
  check(CURRENCY.test(terms.currency), 'currency', 'notACurrency');
  check(terms.iban === null || checkIban(terms.iban).kind === 'valid', 'iban', 'notAnIban');
  check(terms.bic === null || BIC.test(terms.bic), 'bic', 'notABic');
  for (const term of AMOUNTS) check(centsOf(terms[term]) !== undefined, term, 'notAnAmount');
  const [net, vat, gross] = [centsOf(terms.net), centsOf(terms.vat), centsOf(terms.gross)];
  if (net !== undefined && vat !== undefined && gross !== undefined)
    check(net + vat === gross, 'gross', 'doesNotAddUp');
  const payable = centsOf(terms.payable);
  if (gross !== undefined && payable !== undefined) check(isPartOf(payable, gross), 'payable', 'aboveGross');
  return problems;
}

/** A rounding amount (BT-114) lifts what is to be paid by less than one unit of the currency above the total. */
const LARGEST_ROUNDING_CENTS = 100n;

/** Prepayments take from the total, and never turn it round. */
const isPartOf = (payable: bigint, gross: bigint): boolean =>
  gross < 0n
    ? payable <= 0n && payable > gross - LARGEST_ROUNDING_CENTS
    : payable >= 0n && payable < gross + LARGEST_ROUNDING_CENTS;

/** The semantic model of exactly what was captured: BT-1, 2, 3, 5, 9, 10, 13, 27, 31, 32, 84, 86, 109, 110, 112, 115. */
export const modelOfCapture = (terms: CapturedTerms): Invoice => ({
  number: terms.number,
  issueDate: terms.issueDate,
  typeCode: terms.kind === 'creditNote' ? '381' : '380',
  currency: terms.currency,
  ...(terms.buyerReference === null ? {} : { buyerReference: terms.buyerReference }),
  ...(terms.orderReference === null ? {} : { orderReferences: [terms.orderReference] }),
  seller: {
    name: terms.sellerName,
    ...(terms.sellerVatId === null ? {} : { vatId: terms.sellerVatId }),
    ...(terms.sellerTaxNumber === null ? {} : { taxNumber: terms.sellerTaxNumber }),
  },
  ...(terms.dueDate === null ? {} : { paymentTerms: [{ dueDate: terms.dueDate }] }),
  ...(terms.iban === null
    ? {}
    : {
        paymentInstructions: [
          {
            creditTransfers: [
              {
                account: terms.iban.replace(/\s/g, '').toUpperCase(),
                ...(terms.bic === null ? {} : { serviceProvider: terms.bic }),
              },
            ],
          },
        ],
      }),
  totals: { net: terms.net, vat: terms.vat, gross: terms.gross, payable: terms.payable },
});
