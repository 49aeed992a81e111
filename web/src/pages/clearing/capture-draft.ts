import type { paths } from '../../generated/api.js';
import { amountOfCents, amountTyped, centsOf, dayTyped, ibanTyped } from './typed-values.js';

type Decision = paths['/api/v1/invoices/{id}/decisions']['post']['requestBody']['content']['application/json'];

export type CapturedTerms = NonNullable<Decision['capture']>;

/** A captured invoice as it is typed. */
export interface CaptureDraft {
  readonly kind: 'invoice' | 'creditNote';
  readonly number: string;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly currency: string;
  readonly sellerName: string;
  readonly sellerVatId: string;
  readonly sellerTaxNumber: string;
  readonly iban: string;
  readonly bic: string;
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
  readonly payable: string;
  readonly orderReference: string;
  readonly buyerReference: string;
}

export type CaptureField = keyof CaptureDraft;

export type CaptureError =
  'missing' | 'notADate' | 'notAnAmount' | 'notACurrency' | 'notAnIban' | 'notABic' | 'doesNotAddUp';

export const emptyCapture: CaptureDraft = {
  kind: 'invoice',
  currency: 'EUR',
  ...{ number: '', issueDate: '', dueDate: '', sellerName: '', sellerVatId: '', sellerTaxNumber: '' },
  ...{ iban: '', bic: '', net: '', vat: '', gross: '', payable: '', orderReference: '', buyerReference: '' },
};

type Check = (text: string) => CaptureError | null;

const check =
  (holds: (text: string) => boolean, error: CaptureError): Check =>
  (text) =>
    holds(text) ? null : error;

const optional =
  (inner: Check): Check =>
  (text) =>
    text.trim() === '' ? null : inner(text);

const required =
  (inner: Check): Check =>
  (text) =>
    text.trim() === '' ? 'missing' : inner(text);

const anything: Check = () => null;
const aDay = check((text) => dayTyped(text) !== null, 'notADate');
const anAmount = check((text) => amountTyped(text) !== null, 'notAnAmount');

const checks: Readonly<Partial<Record<CaptureField, Check>>> = {
  number: required(anything),
  sellerName: required(anything),
  issueDate: required(aDay),
  dueDate: optional(aDay),
  currency: required(check((text) => /^[A-Z]{3}$/i.test(text.trim()), 'notACurrency')),
  iban: optional(check((text) => ibanTyped(text) !== null, 'notAnIban')),
  bic: optional(check((text) => /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/i.test(text.trim()), 'notABic')),
  net: required(anAmount),
  vat: required(anAmount),
  gross: required(anAmount),
  payable: optional(anAmount),
};

/** What net and VAT make, where both can be read. */
export function sumOf({ net, vat }: CaptureDraft): string | null {
  const [a, b] = [amountTyped(net), amountTyped(vat)];
  return a === null || b === null ? null : amountOfCents(centsOf(a) + centsOf(b));
}

/** What is wrong with one field as it stands. */
export function errorIn(field: CaptureField, draft: CaptureDraft): CaptureError | null {
  const wrong = checks[field]?.(draft[field]) ?? null;
  if (wrong !== null || field !== 'gross') return wrong;
  const sum = sumOf(draft);
  const gross = amountTyped(draft.gross);
  return sum === null || gross === null || centsOf(sum) === centsOf(gross) ? null : 'doesNotAddUp';
}

/** Fields in the order in which they stand on the page; the first wrong one takes the focus. */
export const wrongFields = (draft: CaptureDraft): readonly CaptureField[] =>
  CAPTURE_FIELDS.filter((field) => errorIn(field, draft) !== null);

export const CAPTURE_FIELDS = [
  ...(['kind', 'number', 'issueDate', 'dueDate', 'sellerName', 'sellerVatId', 'sellerTaxNumber'] as const),
  ...(['iban', 'bic', 'currency', 'net', 'vat', 'gross', 'payable', 'orderReference', 'buyerReference'] as const),
] satisfies readonly CaptureField[];

/** null while something is wrong. */
export function termsOf(draft: CaptureDraft): CapturedTerms | null {
  const [net, vat, gross] = [amountTyped(draft.net), amountTyped(draft.vat), amountTyped(draft.gross)];
  const issueDate = dayTyped(draft.issueDate);
  if (wrongFields(draft).length > 0 || net === null || vat === null || gross === null || issueDate === null)
    return null;
  const text = (field: CaptureField) => (draft[field].trim() === '' ? null : draft[field].trim());
  return {
    kind: draft.kind,
    number: draft.number.trim(),
    ...{ issueDate, dueDate: dayTyped(draft.dueDate) },
    currency: draft.currency.trim().toUpperCase(),
    sellerName: draft.sellerName.trim(),
    ...{ sellerVatId: text('sellerVatId'), sellerTaxNumber: text('sellerTaxNumber') },
    ...{ iban: ibanTyped(draft.iban), bic: text('bic')?.toUpperCase() ?? null },
    ...{ net, vat, gross, payable: amountTyped(draft.payable) ?? gross },
    ...{ orderReference: text('orderReference'), buyerReference: text('buyerReference') },
  };
}
