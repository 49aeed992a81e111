import { isCalendarDate } from './calendar-date.js';
import type { Invoice } from './invoice.js';
import type { SchemedIdentifier } from './model-row.js';
import { isDecimal } from './money.js';

/**
 * What storing, routing and the search for duplicates need of an invoice. Values are trimmed; a term that is missing,
 * empty or lexically no date, decimal or account is undefined here, while the model keeps it as it was written.
 */
export interface KeyData {
  readonly number: string | undefined;
  readonly typeCode: string | undefined;
  readonly kind: 'invoice' | 'creditNote';
  readonly issueDate: string | undefined;
  readonly dueDate: string | undefined;
  readonly currency: string | undefined;
  readonly totals: {
    readonly net: string | undefined;
    readonly vat: string | undefined;
    /** BT-112 */
    readonly gross: string | undefined;
    /** BT-115 */
    readonly payable: string | undefined;
  };
  readonly seller: {
    readonly name: string | undefined;
    readonly vatId: string | undefined;
    readonly taxNumber: string | undefined;
    readonly identifiers: readonly SchemedIdentifier[];
    /** BT-43 */
    readonly email: string | undefined;
  };
  /** Who is to be paid: the payee (BG-10), else the seller; the account is that of the first credit transfer. */
  readonly payee: {
    readonly name: string | undefined;
    readonly iban: string | undefined;
    readonly bic: string | undefined;
    /** BT-83: what the payee wants to read on the statement. */
    readonly purpose: string | undefined;
    readonly means: 'transfer' | 'directDebit' | 'other';
  };
  readonly buyer: {
    readonly name: string | undefined;
    /** BT-10, in Germany the Leitweg-ID. */
    readonly reference: string | undefined;
    readonly vatId: string | undefined;
  };
  readonly orderReference: string | undefined;
  readonly contractReference: string | undefined;
  readonly projectReference: string | undefined;
  readonly precedingInvoices: readonly { readonly number: string; readonly issueDate: string | undefined }[];
  /** BT-20 as written, the line ends included: Skonto lines need them. */
  readonly skontoText: string | undefined;
}

/** UNTDID 1001 codes that UBL gives to credit notes (CEN EN 16931 validation 1.3.16, BR-CL-01). */
const CREDIT_NOTE_CODES: ReadonlySet<string> = new Set('81 83 261 262 296 308 381 396 420 458 502 503 532'.split(' '));

const IBAN = /^[A-Z]{2}[0-9]{2}[A-Z0-9]{1,30}$/;
const BIC = /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/;

/** Takes the key data out of an invoice. Pure and total. */
export const keyData = (invoice: Invoice): KeyData => {
  const { seller, buyer, totals } = invoice;
  const typeCode = filled(invoice.typeCode);
  return {
    number: filled(invoice.number),
    typeCode,
    kind: typeCode !== undefined && CREDIT_NOTE_CODES.has(typeCode) ? 'creditNote' : 'invoice',
    issueDate: date(invoice.issueDate),
    dueDate: first(invoice.paymentTerms?.map((terms) => date(terms.dueDate))),
    currency: filled(invoice.currency),
    totals: {
      net: decimal(totals?.net),
      vat: decimal(totals?.vat),
      gross: decimal(totals?.gross),
      payable: decimal(totals?.payable),
    },
    seller: {
      name: filled(seller?.name),
      vatId: filled(seller?.vatId),
      taxNumber: filled(seller?.taxNumber),
      identifiers: (seller?.identifiers ?? []).filter(({ value }) => filled(value) !== undefined),
      email: filled(seller?.contact?.email),
    },
    payee: payeeOf(invoice),
    buyer: { name: filled(buyer?.name), reference: filled(invoice.buyerReference), vatId: filled(buyer?.vatId) },
    orderReference: first(invoice.orderReferences?.map(filled)),
    contractReference: first(invoice.contractReferences?.map(filled)),
    projectReference: first(invoice.projectReferences?.map(filled)),
    precedingInvoices: precedingOf(invoice),
    skontoText: invoice.paymentTerms?.map(({ text }) => text).find((text) => filled(text) !== undefined),
  };
};

const payeeOf = ({ payee, seller, paymentInstructions, remittanceInformation }: Invoice): KeyData['payee'] => {
  const transfers = paymentInstructions?.flatMap(({ creditTransfers }) => creditTransfers ?? []) ?? [];
  const account = transfers.find((transfer) => ibanOf(transfer) !== undefined) ?? transfers[0];
  return {
    name: filled(payee?.name) ?? filled(seller?.name),
    iban: account && ibanOf(account),
    bic: matching(account?.serviceProvider, BIC),
    purpose: first(remittanceInformation?.map(filled)),
    means: meansOf(paymentInstructions?.map(({ typeCode }) => typeCode) ?? []),
  };
};

/** UNTDID 4461 codes of BT-81 that mean a credit transfer, and those that mean that the seller fetches the money. */
const TRANSFERS: ReadonlySet<string> = new Set('1 30 31 42 57 58'.split(' '));
const DIRECT_DEBITS: ReadonlySet<string> = new Set('49 59'.split(' '));

/** An invoice that leaves several ways open is paid by transfer; one that says nothing too, as everything else is. */
const meansOf = (codes: readonly (string | undefined)[]): KeyData['payee']['means'] => {
  const known = codes.flatMap((code) => filled(code) ?? []);
  if (known.length === 0 || known.some((code) => TRANSFERS.has(code))) return 'transfer';
  return known.some((code) => DIRECT_DEBITS.has(code)) ? 'directDebit' : 'other';
};

/** CII has a second place for accounts that are no IBAN; some senders put the IBAN there. */
const ibanOf = (transfer: { readonly account?: string; readonly otherAccount?: string }): string | undefined =>
  matching(transfer.account, IBAN) ?? matching(transfer.otherAccount, IBAN);

const precedingOf = ({ precedingInvoices = [] }: Invoice): KeyData['precedingInvoices'] =>
  precedingInvoices.flatMap((preceding) => {
    const number = filled(preceding.number);
    return number === undefined ? [] : [{ number, issueDate: date(preceding.issueDate) }];
  });

const filled = (text: string | undefined): string | undefined => text?.trim() || undefined;

const date = (text: string | undefined): string | undefined =>
  text !== undefined && isCalendarDate(text) ? text : undefined;

const decimal = (text: string | undefined): string | undefined =>
  text !== undefined && isDecimal(text) ? text : undefined;

/** Upper-cased and without blanks, as accounts are compared (ISO 13616 prints them in groups of four). */
const matching = (text: string | undefined, form: RegExp): string | undefined => {
  const compact = text?.replace(/\s+/g, '').toUpperCase();
  return compact !== undefined && form.test(compact) ? compact : undefined;
};

const first = (values: readonly (string | undefined)[] | undefined): string | undefined =>
  values?.find((value) => value !== undefined);
