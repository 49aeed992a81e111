import type { XmlElement } from '../../domain/reading/xml-tree.js';

/**
 * File names that a hybrid invoice gives its XML, compared without regard to case: Factur-X 1.0 and ZUGFeRD 2.1 to
 * 2.5 (factur-x.xml), ZUGFeRD 2.0 (zugferd-invoice.xml), ZUGFeRD 1 (ZUGFeRD-invoice.xml), the XRechnung profile
 * (xrechnung.xml). order-x.xml is an order, not an invoice.
 */
const invoiceFileNames: ReadonlySet<string> = new Set([
  'factur-x.xml',
  'zugferd-invoice.xml',
  'xrechnung.xml',
  'cii.xml',
  'cii-invoice.xml',
  'crossindustryinvoice.xml',
  'ubl.xml',
  'ubl-invoice.xml',
]);

/** Root elements of invoices by namespace: UBL 2.1, UN/CEFACT CII D16B, ZUGFeRD 1.0. */
const invoiceRoots: ReadonlySet<string> = new Set([
  'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2 Invoice',
  'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2 CreditNote',
  'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100 CrossIndustryInvoice',
  'urn:ferd:CrossIndustryDocument:invoice:1p0 CrossIndustryDocument',
]);

export function isInvoiceFileName(name: string): boolean {
  return invoiceFileNames.has(name.toLowerCase());
}

export function isInvoiceRoot(root: Pick<XmlElement, 'namespace' | 'name'>): boolean {
  return invoiceRoots.has(`${root.namespace} ${root.name}`);
}
