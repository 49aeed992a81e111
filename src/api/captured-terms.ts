import { z } from 'zod';
import { day, words } from './pages.js';

/** A decimal with at most two places. */
export const amount = z.string().regex(/^-?\d{1,16}(\.\d{1,2})?$/);

/** What a clerk reads off a document without structured data. Amounts are decimals with a point. */
export const capturedTerms = z.strictObject({
  kind: z.enum(['invoice', 'creditNote']).default('invoice'),
  number: words(200),
  issueDate: day,
  dueDate: day.nullable().default(null),
  currency: z.string().regex(/^[A-Z]{3}$/),
  sellerName: words(200),
  sellerVatId: words(40).nullable().default(null),
  sellerTaxNumber: words(40).nullable().default(null),
  iban: words(50).nullable().default(null).describe('null: the document names no account'),
  bic: words(11).nullable().default(null),
  net: amount,
  vat: amount,
  gross: amount,
  payable: amount,
  orderReference: words(200).nullable().default(null),
  buyerReference: words(200).nullable().default(null).describe('The Leitweg-ID, where it is printed'),
});
