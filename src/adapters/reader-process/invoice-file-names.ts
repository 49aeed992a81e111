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

export function isInvoiceFileName(name: string): boolean {
  return invoiceFileNames.has(name.toLowerCase());
}
