import type { Invoice } from '../domain/invoice/invoice.js';
import type { KeyData } from '../domain/invoice/key-data.js';
import type { RoutingFacts } from '../domain/routing/routing-field.js';

/** What is known of the delivery beside the document. */
export interface DeliveryFacts {
  readonly fileName: string;
  readonly channel: string | undefined;
  readonly mailFrom: string | undefined;
  readonly mailTo: string | undefined;
  readonly mailSubject: string | undefined;
}

/** The fields that routing rules look at, from the document and its delivery. */
export const routingFactsOf = (invoice: Invoice, key: KeyData, delivery: DeliveryFacts): RoutingFacts => ({
  ...delivery,
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
});
