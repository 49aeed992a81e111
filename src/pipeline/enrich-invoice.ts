import { isCorrection } from '../domain/approval/corrections.js';
import { claimTraitsOf, foldedNumber, type ClaimTraits } from '../domain/invoice/duplicate-key.js';
import type { Invoice } from '../domain/invoice/invoice.js';
import { keyData, type KeyData } from '../domain/invoice/key-data.js';
import { centsOf } from '../domain/invoice/money.js';
import { searchedTexts, searchTextOf, sellerSortOf } from '../domain/invoice/search-text.js';
import { skontoUntil } from '../domain/invoice/skonto.js';
import { supplierKeys } from '../domain/invoice/supplier-key.js';
import type { RoutingFacts } from '../domain/routing/routing-field.js';
import type { ExaminedDocument, Verdict } from '../domain/validation/examination.js';
import { differsFromReleased, type Meant } from './account-doubt.js';
import type { Ids } from './ports/ids.js';
import type { InvoiceKnowledge, LeasedInvoice, PaymentInstruction } from './ports/invoice-records.js';
import type { TenantRecords } from './ports/tenant-door.js';
import { routingFactsOf, type DeliveryFacts } from './routing-facts.js';

/** What is known of an examined document, in columns and as the payment instruction that it proposes. */
export interface Enriched {
  readonly knowledge: InvoiceKnowledge;
  readonly payment: PaymentInstruction | null;
  readonly routingFacts: RoutingFacts;
  /** Other invoices that look like the same claim. */
  readonly duplicates: readonly string[];
  /** The seller has been paid to other accounts before, never to this one. */
  readonly accountChanged: boolean;
}

/** A model to be enriched: what was read in a document, or what people have captured. */
export interface ModelSource extends DeliveryFacts {
  readonly id: string;
  readonly model: Invoice;
  readonly verdict: Verdict | null;
  /** Anybody can send an invoice in a supplier's name: only one that would be paid says anything about accounts. */
  readonly wouldBePaid: boolean;
}

/** Makes columns, supplier and payment instruction of a document. */
export async function enrich(
  tenant: TenantRecords,
  lease: LeasedInvoice,
  document: ExaminedDocument,
  ids: Ids,
  at: Date,
): Promise<Enriched> {
  const { verdict, invoice: model } = document;
  if (model === null)
    return {
      knowledge: { ...unread(verdict), searchText: searchTextOf({ ...nothing, fileName: lease.fileName }) },
      ...{ payment: null, routingFacts: {}, duplicates: [], accountChanged: false },
    };
  return enrichModel(tenant, { ...lease, model, verdict, wouldBePaid: isAccepted(verdict) }, ids, at);
}

/**
 * The same of a model alone. The supplier's keys are locked from here on: two copies of one invoice that are processed
 * at once see each other.
 */
export async function enrichModel(tenant: TenantRecords, source: ModelSource, ids: Ids, at: Date): Promise<Enriched> {
  const key = keyData(source.model);
  const meant = await suppliersOf(tenant, key, ids, at);
  const traits = claimTraitsOf(key);
  const alike = await duplicatesOf(tenant, traits, meant.suppliers, source.id);
  const columns = columnsOf(source, key);
  return {
    knowledge: {
      ...columns,
      duplicateKey: traits?.claim ?? null,
      sellerKeys: traits?.sellerKeys ?? [],
      supplierId: meant.suppliers[0] ?? null,
    },
    payment: paymentOf(key, at),
    routingFacts: routingFactsOf(source.model, key, source),
    duplicates: alike,
    accountChanged: source.wouldBePaid && (await notesChangedAccount(tenant, meant, key.payee.iban, at)),
  };
}

/** Two that have the account alone in common meet at their claim's lock: their suppliers' locks are different ones. */
async function duplicatesOf(
  tenant: TenantRecords,
  traits: ClaimTraits | undefined,
  supplierIds: readonly string[],
  exceptId: string,
): Promise<readonly string[]> {
  if (traits === undefined) return [];
  const { claim: duplicateKey, sellerKeys } = traits;
  await tenant.invoices.lockClaim(duplicateKey);
  const alike = await tenant.invoices.findDuplicates({ duplicateKey, sellerKeys, supplierIds }, exceptId);
  return alike.map(({ id }) => id);
}

/** Everybody whom the seller's VAT id, tax number or name may mean, the likeliest first. */
async function suppliersOf(tenant: TenantRecords, key: KeyData, ids: Ids, at: Date): Promise<Meant> {
  const keys = supplierKeys(key.seller);
  const [strongest] = keys.identifying;
  if (strongest === undefined) return { suppliers: [], nameKey: null };
  const { name = strongest, vatId = null } = key.seller;
  const suppliers = await tenant.suppliers.findOrAdd({ id: ids.next(), keys, name, vatId, at });
  return { suppliers, nameKey: keys.name };
}

const isAccepted = (verdict: Verdict | null): boolean => verdict === 'accepted' || verdict === 'acceptedWithRemarks';

/**
 * The first account a supplier names is taken as theirs, if nobody of the same name has been paid to others; any later
 * one waits until people have released it.
 */
async function notesChangedAccount(
  tenant: TenantRecords,
  meant: Meant,
  iban: string | undefined,
  at: Date,
): Promise<boolean> {
  const [supplier] = meant.suppliers;
  if (supplier === undefined || iban === undefined) return false;
  const changed = await differsFromReleased(tenant, meant, iban);
  await tenant.suppliers.noteAccount(supplier, iban, at, !changed);
  if (!changed && meant.nameKey !== null) await tenant.suppliers.noteAccountOfName(meant.nameKey, iban, at);
  return changed;
}

const unread = (verdict: Verdict | null): InvoiceKnowledge => ({
  verdict,
  kind: null,
  number: null,
  typeCode: null,
  issueDate: null,
  dueDate: null,
  currency: null,
  grossCents: null,
  payableCents: null,
  sellerName: null,
  buyerReference: null,
  orderReference: null,
  skontoUntil: null,
  sellerSort: null,
  searchText: '',
  numberKey: null,
  correctsKeys: [],
  duplicateKey: null,
  sellerKeys: [],
  supplierId: null,
  model: null,
});

const nothing = { number: null, sellerName: null, orderReference: null, fileName: null, texts: [] };

const columnsOf = ({ verdict, model, fileName }: ModelSource, key: KeyData): InvoiceKnowledge => ({
  ...unread(verdict),
  kind: key.kind,
  number: key.number ?? null,
  typeCode: key.typeCode ?? null,
  issueDate: key.issueDate ?? null,
  dueDate: key.dueDate ?? null,
  currency: key.currency ?? null,
  grossCents: cents(key.totals.gross),
  payableCents: cents(key.totals.payable),
  sellerName: key.seller.name ?? null,
  buyerReference: key.buyer.reference ?? null,
  orderReference: key.orderReference ?? null,
  skontoUntil: skontoUntil(key.skontoText, key.issueDate) ?? null,
  sellerSort: sellerSortOf(key.seller.name ?? null),
  searchText: searchTextOf({
    number: key.number ?? null,
    sellerName: key.seller.name ?? null,
    orderReference: key.orderReference ?? null,
    fileName,
    texts: searchedTexts(model),
  }),
  numberKey: numberKeyOf(key.number),
  correctsKeys: correctsKeysOf(key),
  model,
});

/** Earlier invoices that a correction is found by; no honest one names more. */
const mostCorrected = 100;

const correctsKeysOf = (key: KeyData): readonly string[] =>
  isCorrection(key)
    ? [...new Set(key.precedingInvoices.flatMap(({ number }) => numberKeyOf(number) ?? []))].slice(0, mostCorrected)
    : [];

const numberKeyOf = (number: string | undefined): string | null => foldedNumber(number ?? '') || null;

const cents = (decimal: string | undefined): bigint | null =>
  decimal === undefined ? null : (centsOf(decimal) ?? null);

/** What people may edit, preset from the document: nothing where it names no payee or no amount. */
function paymentOf(key: KeyData, at: Date): PaymentInstruction | null {
  const amountCents = cents(key.totals.payable);
  if (amountCents === null || key.payee.name === undefined || key.currency === undefined) return null;
  return {
    version: 1,
    amountCents,
    currency: key.currency,
    payee: key.payee.name,
    iban: key.payee.iban ?? null,
    bic: key.payee.bic ?? null,
    dueDate: key.dueDate ?? null,
    purpose: key.payee.purpose ?? key.number ?? null,
    reducedBecause: null,
    means: key.payee.means,
    ...{ reason: null, setBy: null, setAt: at },
    ...{ needsSecond: false, confirmedBy: null, confirmedAt: null },
  };
}
