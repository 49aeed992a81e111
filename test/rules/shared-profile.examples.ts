import { ruleId } from './profile.examples.js';
import { after, put, swap, type Edit } from './sample-documents.js';

type Example = readonly [rules: string, ...edits: Edit[]];

const means = (inner: string): Edit =>
  after(
    'ram:SpecifiedTradeSettlementPaymentMeans',
    `<ram:SpecifiedTradeSettlementPaymentMeans>${inner}</ram:SpecifiedTradeSettlementPaymentMeans>`,
  );
const total = (currency: string): string => `<ram:TaxTotalAmount currencyID="${currency}">1.00</ram:TaxTotalAmount>`;
const inLine = (...currencies: readonly string[]): Edit => after('ram:LineTotalAmount', currencies.map(total).join(''));
const totalIn = (from: string, to: string): Edit => swap(`Amount currencyID="${from}"`, `Amount currencyID="${to}"`);
const [invoiceIn, accountingIn] = [
  (code: string): Edit => put('ram:InvoiceCurrencyCode', code),
  (code: string): Edit => put('ram:TaxCurrencyCode', code),
];
const fx = (numbers: string): string => numbers.split(' ').map(ruleId).join(' ');
const twice = (name: string, inner: string): string => `<ram:${name}>${inner}</ram:${name}>`.repeat(2);

/** What Factur-X asks beside its tables, in most profiles under a number of the profile's own. */
export const sharedProfileExamples: readonly Example[] = [
  [
    `BR-01 ${fx('26 418 493 556 636')}`,
    after(
      'ram:GuidelineSpecifiedDocumentContextParameter',
      '<ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>x</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter>',
    ),
  ],
  [fx('192'), after('ram:TaxTotalAmount', total('CHF'))],
  [fx('45 486 525 606 1006'), invoiceIn('XQX'), totalIn('EUR', 'XQX')],
  [fx('414 487 526 607 1007'), accountingIn('XQX'), totalIn('CHF', 'XQX')],
  [fx('387'), inLine('EUR', 'EUR')],
  [fx('388'), inLine('CHF', 'CHF')],
  [fx('1142'), invoiceIn('XQX'), inLine('XQX')],
  [fx('1143'), accountingIn('XQX'), inLine('XQX')],
  ['CII-SR-465', after('ram:PersonName', '<ram:DepartmentName>Büro</ram:DepartmentName>')],
  [
    'CII-SR-466',
    after(
      'ram:Name',
      '<ram:DefinedTradeContact><ram:PersonName>Frau Muster</ram:PersonName><ram:DepartmentName>Bauamt</ram:DepartmentName></ram:DefinedTradeContact>',
      3,
    ),
  ],
  ['CII-SR-467', means('<ram:TypeCode>30</ram:TypeCode>')],
  [
    'CII-SR-468',
    means('<ram:TypeCode>58</ram:TypeCode><ram:Information>a</ram:Information>'),
    means('<ram:TypeCode>58</ram:TypeCode><ram:Information>b</ram:Information>'),
  ],
  ['CII-SR-469', after('ram:TaxCurrencyCode', twice('PaymentReference', 'a'))],
  [
    'CII-SR-471',
    after('ram:CategoryTradeTax', '<ram:CategoryTradeTax><ram:TypeCode>VAT</ram:TypeCode></ram:CategoryTradeTax>'),
  ],
  ['CII-SR-472', after('ram:CategoryTradeTax', twice('RateApplicablePercent', '19'))],
  [
    'CII-SR-474',
    after(
      'ram:AdditionalReferencedDocument',
      twice('AdditionalReferencedDocument', '<ram:TypeCode>130</ram:TypeCode>'),
    ),
  ],
  ['CII-SR-475', after('ram:TypeCode', twice('Name', 'a'), 4)],
  ['CII-SR-476', after('ram:TypeCode', twice('AttachmentBinaryObject', ''), 4)],
];
