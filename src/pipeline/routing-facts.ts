import type { Invoice } from '../domain/invoice/invoice.js';
import type { KeyData } from '../domain/invoice/key-data.js';
import { valuesOfTerm } from '../domain/invoice/term-values.js';
import type { RoutingFacts } from '../domain/routing/routing-field.js';
import type { InvoiceRecord, LeasedInvoice } from './ports/invoice-records.js';
import type { TenantRecords } from './ports/tenant-door.js';

/** What is known of the delivery beside the document. */
export type DeliveryFacts = Pick<LeasedInvoice, 'fileName' | 'channelKind' | 'sender' | 'mailTo' | 'mailSubject'>;

/** The same of an invoice that was taken in earlier. */
export async function deliveryFactsOf(tenant: TenantRecords, invoice: InvoiceRecord): Promise<DeliveryFacts> {
  const origin = await tenant.desk.origin(invoice.id);
  if (origin === null) throw new Error(`invoice ${invoice.id} came with no delivery`);
  const { channelKind, sender, mailTo, mailSubject } = origin;
  return { fileName: invoice.fileName ?? '', channelKind, sender, mailTo, mailSubject };
}

/** The fields that routing rules look at, from the document and its delivery. */
export const routingFactsOf = (invoice: Invoice, key: KeyData, delivery: DeliveryFacts): RoutingFacts => ({
  fileName: delivery.fileName,
  channel: delivery.channelKind,
  mailFrom: delivery.sender ?? undefined,
  mailTo: delivery.mailTo ?? undefined,
  mailSubject: delivery.mailSubject ?? undefined,
  buyerReference: key.buyer.reference,
  orderReference: key.orderReference,
  contractReference: key.contractReference,
  projectReference: key.projectReference,
  costCentre: invoice.accountingReference,
  objectReference: invoice.objectIdentifiers?.[0]?.value,
  number: key.number,
  typeCode: key.typeCode,
  kind: key.kind,
  specification: invoice.processControl?.specification,
  currency: key.currency,
  issueDate: key.issueDate,
  dueDate: key.dueDate,
  net: key.totals.net,
  gross: key.totals.gross,
  payable: key.totals.payable,
  sellerName: key.seller.name,
  sellerVatId: key.seller.vatId,
  sellerTaxNumber: key.seller.taxNumber,
  sellerId: key.seller.identifiers[0]?.value,
  sellerMail: key.seller.email,
  iban: key.payee.iban,
  buyerName: key.buyer.name,
  buyerVatId: key.buyer.vatId,
  contactName: invoice.buyer?.contact?.name,
  contactMail: invoice.buyer?.contact?.email,
  deliveryName: invoice.deliveries?.[0]?.name,
  valuesOf: (term) => valuesOfTerm(invoice, term),
});
