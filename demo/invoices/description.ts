/**
 * What a demo invoice says, in the terms of EN 16931 and free of any syntax. Amounts that follow from others are
 * absent on purpose: `calculate` works them out. Every price, quantity, rate and amount is a decimal string.
 */
export interface InvoiceDescription {
  /** BT-1 */
  readonly number: string;
  /** BT-3: 380 invoice, 381 credit note, 384 correction. */
  readonly type: '380' | '381' | '384';
  /** BT-2, ISO date. */
  readonly issued: string;
  /** BT-9, ISO date. */
  readonly due: string;
  /** BT-72, ISO date. */
  readonly delivered: string;
  /** BT-5 */
  readonly currency: string;
  /** Euro for one unit of the invoice's currency; given, BT-6 and BT-111 are stated. */
  readonly euroRate?: string;
  /** BT-22 */
  readonly note?: string;
  /** BT-10; left out only by an invoice that is meant to be wrong. */
  readonly buyerReference?: string;
  /** BT-13 */
  readonly orderReference?: string;
  /** BG-3 */
  readonly precedes?: { readonly number: string; readonly issued: string };
  readonly seller: Seller;
  readonly buyer: Party;
  /** BT-20; a Skonto line ends with a newline (XRechnung, BR-DE-18). */
  readonly paymentTerms: string;
  /** BG-20 and BG-21 */
  readonly allowances?: readonly AllowanceOrCharge[];
  /** BG-24 */
  readonly attachment?: SupportingDocument;
  readonly lines: readonly Line[];
  /** Printed in place of the calculated totals, by invoices that are meant to be wrong. */
  readonly misprinted?: Partial<Pick<Totals, 'lineTotal' | 'gross' | 'due'>>;
}

export interface Party {
  readonly name: string;
  readonly street: string;
  readonly city: string;
  readonly postCode: string;
  readonly country: string;
  /** BT-34 or BT-49, scheme EM. */
  readonly mail: string;
}

export interface Seller extends Party {
  /** BT-31 */
  readonly vatId: string;
  /** BT-84 */
  readonly iban: string;
  /** BG-6; left out only by an invoice that is meant to be wrong. */
  readonly contact?: { readonly name: string; readonly phone: string; readonly mail: string };
}

export interface Line {
  readonly name: string;
  readonly description?: string;
  readonly quantity: string;
  /** UN/ECE Recommendation 20 */
  readonly unit: 'C62' | 'H87' | 'HUR' | 'KWH' | 'LS' | 'MTK' | 'MTR' | 'TNE';
  readonly price: string;
  /** Percent, category S. */
  readonly vatRate: VatRate;
  /** BG-27 and BG-28 */
  readonly allowances?: readonly AllowanceOrCharge[];
}

export type VatRate = '7' | '19';

/** A percentage of the line's or the document's net amount, or a fixed amount. */
export interface AllowanceOrCharge {
  readonly kind: 'allowance' | 'charge';
  /** UNTDID 5189 for allowances, 7161 for charges. */
  readonly code: string;
  readonly reason: string;
  readonly of: { readonly percent: string } | { readonly amount: string };
  readonly vatRate: VatRate;
}

export interface SupportingDocument {
  readonly id: string;
  readonly title: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** BG-22, each with two decimals. Allowance and charge totals are null where the invoice has none. */
export interface Totals {
  readonly lineTotal: string;
  readonly allowanceTotal: string | null;
  readonly chargeTotal: string | null;
  readonly net: string;
  readonly vat: string;
  /** BT-111 */
  readonly vatInEuro: string | null;
  readonly gross: string;
  readonly due: string;
}
