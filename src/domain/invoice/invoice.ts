import type { invoiceFields } from './model.table.js';
import type { GroupOf } from './model-row.js';

/**
 * An invoice or credit note in the terms of EN 16931-1:2017 and of the XRechnung Extension 3.0, as plain JSON.
 *
 * Simple terms are strings in canonical form (dates YYYY-MM-DD, decimals as written, never numbers), identifiers with
 * a scheme, quantities and attachments are objects. A missing element is a missing key, an element that is present
 * but empty is ''. A date or decimal that is lexically wrong stands as it was written.
 */
export type Invoice = InvoiceTerms & {
  /**
   * Amounts whose currency is stated and differs from the one the model implies (BT-5; BT-6 for BT-111):
   * model path to currency code, as `lines[0].netAmount` → `USD`.
   */
  readonly otherCurrencies?: Readonly<Record<string, string>>;
};

/** The invoice's terms alone, exactly as the table has them. */
export type InvoiceTerms = GroupOf<typeof invoiceFields>;

type Item<T> = T extends readonly (infer I)[] ? I : never;

export type Seller = NonNullable<Invoice['seller']>;
export type Buyer = NonNullable<Invoice['buyer']>;
export type InvoiceLine = Item<NonNullable<Invoice['lines']>>;
export type PaymentInstruction = Item<NonNullable<Invoice['paymentInstructions']>>;
export type SupportingDocument = Item<NonNullable<Invoice['supportingDocuments']>>;
