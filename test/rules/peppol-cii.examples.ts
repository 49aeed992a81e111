import { after, attribute, drop, put, swap, swapAll, type Edit } from './sample-documents.js';

/** Makes the sample a Peppol invoice that keeps every rule of Peppol's book. */
export const peppolInCii: readonly Edit[] = [
  swap('urn:xeinkauf.de:kosit:xrechnung_3.0', 'urn:fdc:peppol.eu:2017:poacc:billing:3.0'),
  swap('schemeID="EM">rechnung@maurer-beispiel.de', 'schemeID="9930">DE123456789'),
  drop('ram:SubjectCode'),
];

const country = (code: string, party = 1): Edit => put('ram:CountryID', code, party);
const sellerVat = (id: string): Edit => swap('schemeID="VA">DE123456789', `schemeID="VAT">${id}`);
const sellerNumber = (id: string, scheme: string): Edit =>
  swap('schemeID="0204">HRB 4711', `schemeID="${scheme}">${id}`);
const buyerNumber = (id: string, scheme: string): Edit =>
  swap(
    '<ram:Name>Stadt Musterstadt</ram:Name>',
    `<ram:Name>Stadt Musterstadt</ram:Name><ram:SpecifiedLegalOrganization><ram:ID schemeID="${scheme}">${id}</ram:ID></ram:SpecifiedLegalOrganization>`,
  );
const buyerStreet = swap(
  '<ram:PostcodeCode>55116</ram:PostcodeCode>',
  '<ram:PostcodeCode>55116</ram:PostcodeCode><ram:LineOne>Markt 1</ram:LineOne>',
);
const taxNumber = (id: string): Edit =>
  after(
    'ram:SpecifiedTaxRegistration',
    `<ram:SpecifiedTaxRegistration><ram:ID schemeID="FC">${id}</ram:ID></ram:SpecifiedTaxRegistration>`,
  );
const paidBy = (code: string): Edit => swap('<ram:TypeCode>58<', `<ram:TypeCode>${code}<`);
const paymentReference = (id: string): Edit =>
  swap('<ram:TaxCurrencyCode>', `<ram:PaymentReference>${id}</ram:PaymentReference><ram:TaxCurrencyCode>`);
const giro = (bank: string, account: string): readonly Edit[] => [
  paidBy('30'),
  swap('<ram:IBANID>DE89370400440532013000</ram:IBANID>', `<ram:ProprietaryID>${account}</ram:ProprietaryID>`),
  after(
    'ram:PayeePartyCreditorFinancialAccount',
    `<ram:PayeeSpecifiedCreditorFinancialInstitution><ram:BICID>${bank}</ram:BICID></ram:PayeeSpecifiedCreditorFinancialInstitution>`,
  ),
];
export const endpointInCii = (scheme: string, id: string): Edit =>
  swap('schemeID="9930">DE123456789', `schemeID="${scheme}">${id}`);

/** What makes the sample an invoice of a country that keeps this country's rules, and what breaks each of them. */
export const countriesInCii: Readonly<
  Record<string, { readonly keeps: readonly Edit[]; readonly breaks: readonly (readonly [string, ...Edit[]])[] }>
> = {
  'DK-': {
    keeps: [country('DK'), country('DK', 2), sellerNumber('12345678', '0184')],
    breaks: [
      ['DK-R-002', swap('<ram:ID schemeID="0184">12345678</ram:ID>', '')],
      ['DK-R-003', swap('listID="STI"', 'listID="TST"')],
      ['DK-R-004', put('ram:ReasonCode', 'ZZZ')],
      ['DK-R-005', paidBy('2')],
      ['DK-R-006', paidBy('31')],
      ['DK-R-007', paidBy('49')],
      ['DK-R-008', paidBy('50')],
      ['DK-R-009', paidBy('50'), paymentReference('04#1')],
      ['DK-R-010', paidBy('93')],
      ['DK-R-011', paidBy('93'), paymentReference('71#1')],
      ['DK-R-013', swap(' schemeID="0088">4012345000009', '>4012345000009')],
      ['DK-R-014', swap('schemeID="0184"', 'schemeID="0204"')],
      ['DK-R-016', put('ram:TypeCode', '381'), put('ram:DuePayableAmount', '-1.00')],
    ],
  },
  'NO-': {
    keeps: [sellerVat('NO974760673MVA'), taxNumber('Foretaksregisteret')],
    breaks: [
      ['NO-R-001', swap('NO974760673', 'NO974760674')],
      ['NO-R-002', swap('Foretaksregisteret', 'Registeret')],
    ],
  },
  'IT-': {
    keeps: [sellerVat('IT12345678903'), taxNumber('RSSMRA80A01H501U')],
    breaks: [
      ['IT-R-001', swap('RSSMRA80A01H501U', 'RSSMRA')],
      ['IT-R-002', drop('ram:LineOne')],
      ['IT-R-003', drop('ram:CityName')],
      ['IT-R-004', drop('ram:PostcodeCode')],
    ],
  },
  'SE-': {
    keeps: [
      country('SE'),
      sellerVat('SE556016068001'),
      taxNumber('Godkänd för F-skatt'),
      sellerNumber('5560160680', '0007'),
      swapAll('RateApplicablePercent>19<', 'RateApplicablePercent>25<'),
    ],
    breaks: [
      ['SE-R-001', swap('SE556016068001', 'SE55601606801')],
      ['SE-R-002', swap('SE556016068001', 'SE55601606800A')],
      ['SE-R-003', swap('>5560160680<', '>556016068A<')],
      ['SE-R-004', swap('>5560160680<', '>55601606800<')],
      ['SE-R-005', swap('Godkänd', 'Okänd')],
      ['SE-R-006', put('ram:RateApplicablePercent', '19')],
      ['SE-R-007 SE-R-010', ...giro('SE:PLUSGIRO', '123456789A')],
      ['SE-R-008 SE-R-009', ...giro('SE:BANKGIRO', '12345A')],
      ['SE-R-011', paidBy('50')],
      ['SE-R-012', country('SE', 2), paidBy('31')],
      ['SE-R-013', swap('>5560160680<', '>5560160681<')],
    ],
  },
  'NL-': {
    keeps: [
      country('NL'),
      country('NL', 2),
      sellerNumber('12345678', '0106'),
      buyerNumber('87654321', '0106'),
      buyerStreet,
    ],
    breaks: [
      ['NL-R-001', put('ram:TypeCode', '381'), drop('ram:InvoiceReferencedDocument')],
      ['NL-R-002', drop('ram:LineOne')],
      ['NL-R-003', swap('schemeID="0106">12345678', 'schemeID="0204">12345678')],
      ['NL-R-004', drop('ram:LineOne', 2)],
      ['NL-R-005', swap('schemeID="0106">87654321', 'schemeID="0204">87654321')],
      ['NL-R-006', country('NL', 3)],
      ['NL-R-007', drop('ram:SpecifiedTradeSettlementPaymentMeans')],
      ['NL-R-008', paidBy('2')],
      [
        'NL-R-009',
        swap(
          '<ram:GrossPriceProductTradePrice>',
          '<ram:BuyerOrderReferencedDocument><ram:LineID>1</ram:LineID></ram:BuyerOrderReferencedDocument><ram:GrossPriceProductTradePrice>',
        ),
      ],
    ],
  },
};

/** Broken rules of Peppol's own; those that XRechnung takes over have theirs among its examples. */
export const peppolCiiExamples: readonly (readonly [rules: string, ...edits: Edit[]])[] = [
  ['PEPPOL-EN16931-R002', swap('<ram:Content>', '<ram:SubjectCode>AAI</ram:SubjectCode><ram:Content>')],
  ['PEPPOL-EN16931-R003', drop('ram:BuyerReference')],
  ['PEPPOL-EN16931-R004', swap('billing:3.0<', 'billing:3.0::2.1<')],
  ['PEPPOL-EN16931-R006', swapAll('<ram:TypeCode>916<', '<ram:TypeCode>130<')],
  ['PEPPOL-EN16931-R007', swap('billing:01:1.0', 'billing:1:1.0')],
  ['PEPPOL-EN16931-R043', swap('<udt:Indicator>false<', '<udt:Indicator>0<')],
  ['PEPPOL-EN16931-R080', swapAll('<ram:TypeCode>916<', '<ram:TypeCode>50<')],
  [
    'PEPPOL-EN16931-R100',
    swap(
      '<ram:AdditionalReferencedDocument>',
      '<ram:AdditionalReferencedDocument><ram:TypeCode>130</ram:TypeCode></ram:AdditionalReferencedDocument><ram:AdditionalReferencedDocument>',
    ),
  ],
  ['PEPPOL-EN16931-CL001', swap('application/pdf', 'application/zip')],
  ['PEPPOL-EN16931-CL002', put('ram:ReasonCode', '9')],
  ['PEPPOL-EN16931-CL003', put('ram:ReasonCode', '9', 2)],
  ['PEPPOL-EN16931-CL007', attribute('ram:TaxTotalAmount', 'currencyID', 'EURO')],
  ['PEPPOL-EN16931-CL008', endpointInCii('EM', 'a@example.org')],
  ['PEPPOL-EN16931-F001', swap('>20260402<', '>19260402<')],
  // Only a document that names the element in the namespace of the official context meets this rule.
  [
    'PEPPOL-EN16931-P0100',
    swapAll('rsm:ExchangedDocument>', 'ram:ExchangedDocument>'),
    swap('<ram:TypeCode>380<', '<ram:TypeCode>389<'),
  ],
  ['PEPPOL-COMMON-R040', swap('4012345000009', '4012345000008')],
  ['PEPPOL-COMMON-R041', endpointInCii('0192', '974760674')],
  ['PEPPOL-COMMON-R042', endpointInCii('0184', 'DK1234567')],
  ['PEPPOL-COMMON-R043', endpointInCii('0208', '0123456788')],
  ['PEPPOL-COMMON-R044', endpointInCii('0201', 'ABC-12')],
  ['PEPPOL-COMMON-R045', endpointInCii('0210', 'RSSMRA80A01H50')],
  ['PEPPOL-COMMON-R046', endpointInCii('9907', '1234567890X')],
  ['PEPPOL-COMMON-R047', endpointInCii('0211', 'IT12345678901')],
  ['PEPPOL-COMMON-R048', endpointInCii('9906', 'IT12345678901')],
  ['PEPPOL-COMMON-R049', endpointInCii('0007', '5560160681')],
  ['PEPPOL-COMMON-R050', endpointInCii('0151', '51824753557')],
];
