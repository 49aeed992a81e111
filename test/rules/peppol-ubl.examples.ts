import { after, attribute, drop, put, swap, swapAll, type Edit } from './sample-documents.js';

/** Makes the sample a Peppol invoice that keeps every rule of Peppol's book. */
export const peppolInUbl: readonly Edit[] = [
  swap('urn:xeinkauf.de:kosit:xrechnung_3.0', 'urn:fdc:peppol.eu:2017:poacc:billing:3.0'),
  swap('schemeID="EM">rechnung@maurer-beispiel.de', 'schemeID="9930">DE123456789'),
];

const country = (code: string, party = 1): Edit => put('cbc:IdentificationCode', code, party);
const sellerVat = (id: string): Edit => swap('<cbc:CompanyID>DE123456789', `<cbc:CompanyID>${id}`);
const sellerNumber = (id: string, scheme: string): Edit =>
  swap('schemeID="0204">HRB 4711', `schemeID="${scheme}">${id}`);
const buyerNumber = (id: string, scheme: string): Edit =>
  swap(
    'Stadt Musterstadt</cbc:RegistrationName>',
    `Stadt Musterstadt</cbc:RegistrationName><cbc:CompanyID schemeID="${scheme}">${id}</cbc:CompanyID>`,
  );
const buyerStreet = swap(
  '<cbc:CityName>Musterstadt',
  '<cbc:StreetName>Markt 1</cbc:StreetName><cbc:CityName>Musterstadt',
);
const taxScheme = (id: string): Edit =>
  after(
    'cac:PartyTaxScheme',
    `<cac:PartyTaxScheme><cbc:CompanyID>${id}</cbc:CompanyID><cac:TaxScheme><cbc:ID>TAX</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>`,
  );
const paidBy = (code: string): Edit => put('cbc:PaymentMeansCode', code);
const paymentId = (id: string): Edit => after('cbc:PaymentMeansCode', `<cbc:PaymentID>${id}</cbc:PaymentID>`);
const giro = (bank: string, account: string): readonly Edit[] => [
  paidBy('30'),
  swap(
    'DE89370400440532013000</cbc:ID>',
    `${account}</cbc:ID><cac:FinancialInstitutionBranch><cbc:ID>${bank}</cbc:ID></cac:FinancialInstitutionBranch>`,
  ),
];
const creditNote: readonly Edit[] = [
  swap('xsd:Invoice-2', 'xsd:CreditNote-2'),
  swapAll('ubl:Invoice', 'ubl:CreditNote'),
  swap('<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>', '<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>'),
  swapAll('cac:InvoiceLine', 'cac:CreditNoteLine'),
  swapAll('cbc:InvoicedQuantity', 'cbc:CreditedQuantity'),
];
const endpoint = (scheme: string, id: string): Edit =>
  swap('schemeID="9930">DE123456789', `schemeID="${scheme}">${id}`);
const exempt = (code: string): Edit =>
  after('cbc:Percent', `<cbc:TaxExemptionReasonCode>${code}</cbc:TaxExemptionReasonCode>`);

/** What makes the sample an invoice of a country that keeps this country's rules, and what breaks each of them. */
export const countriesInUbl: Readonly<
  Record<string, { readonly keeps: readonly Edit[]; readonly breaks: readonly (readonly [string, ...Edit[]])[] }>
> = {
  'DK-': {
    keeps: [country('DK'), country('DK', 2), sellerNumber('12345678', '0184')],
    breaks: [
      ['DK-R-002', swap('<cbc:CompanyID schemeID="0184">12345678</cbc:CompanyID>', '')],
      ['DK-R-003', swap('listID="STI"', 'listID="TST"')],
      ['DK-R-004', put('cbc:AllowanceChargeReasonCode', 'ZZZ')],
      ['DK-R-005', paidBy('2')],
      ['DK-R-006', paidBy('31')],
      ['DK-R-007', paidBy('49')],
      ['DK-R-008', paidBy('50')],
      ['DK-R-009', paidBy('50'), paymentId('04#1')],
      ['DK-R-010', paidBy('93')],
      ['DK-R-011', paidBy('93'), paymentId('71#1')],
      ['DK-R-013', swap(' schemeID="0088">4012345000009', '>4012345000009')],
      ['DK-R-014', swap('schemeID="0184"', 'schemeID="0204"')],
      ['DK-R-016', ...creditNote, put('cbc:PayableAmount', '-1.00')],
      ['DK-R-017', buyerNumber('1', '0204')],
    ],
  },
  'NO-': {
    keeps: [sellerVat('NO974760673MVA'), taxScheme('Foretaksregisteret')],
    breaks: [
      ['NO-R-001', swap('NO974760673', 'NO974760674')],
      ['NO-R-002', swap('Foretaksregisteret', 'Registeret')],
    ],
  },
  'IT-': {
    keeps: [sellerVat('IT12345678903'), taxScheme('RSSMRA80A01H501U')],
    breaks: [
      ['IT-R-001', swap('RSSMRA80A01H501U', 'RSSMRA')],
      ['IT-R-002', drop('cbc:StreetName')],
      ['IT-R-003', drop('cbc:CityName')],
      ['IT-R-004', drop('cbc:PostalZone')],
    ],
  },
  'SE-': {
    keeps: [
      country('SE'),
      sellerVat('SE556016068001'),
      taxScheme('Godkänd för F-skatt'),
      sellerNumber('5560160680', '0007'),
      swapAll('<cbc:Percent>19<', '<cbc:Percent>25<'),
    ],
    breaks: [
      ['SE-R-001', swap('SE556016068001', 'SE55601606801')],
      ['SE-R-002', swap('SE556016068001', 'SE55601606800A')],
      ['SE-R-003', swap('>5560160680<', '>556016068A<')],
      ['SE-R-004', swap('>5560160680<', '>55601606800<')],
      ['SE-R-005', swap('Godkänd', 'Okänd')],
      ['SE-R-006', put('cbc:Percent', '19')],
      ['SE-R-007 SE-R-010', ...giro('SE:PLUSGIRO', '123456789A')],
      ['SE-R-008 SE-R-009', ...giro('SE:BANKGIRO', '12345A')],
      ['SE-R-011', paidBy('50')],
      ['SE-R-012', country('SE', 2), paidBy('31')],
      ['SE-R-013', swap('>5560160680<', '>5560160681<')],
    ],
  },
  'GR-': {
    keeps: [
      country('GR'),
      country('GR', 2),
      sellerVat('EL094019245'),
      put('cbc:ID', '094019245|02/04/2026|1|1.1|A|7'),
      endpoint('9933', '094019245'),
      swap('schemeID="0204">04011000-1234512345-06', 'schemeID="9933">094019245'),
      after(
        'cbc:EndpointID',
        '<cac:PartyName><cbc:Name>Dimos</cbc:Name></cac:PartyName><cac:PartyTaxScheme><cbc:CompanyID>EL094019245</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>',
        2,
      ),
      swap(
        '<cbc:ID>Aufmaß</cbc:ID>',
        '<cbc:ID>4711</cbc:ID><cbc:DocumentDescription>##M.AR.K##</cbc:DocumentDescription>',
      ),
      swap(
        '<cbc:ID>Fotos</cbc:ID>',
        '<cbc:ID>Link</cbc:ID><cbc:DocumentDescription>##INVOICE|URL##</cbc:DocumentDescription>',
      ),
    ],
    breaks: [
      ['GR-R-001-1', put('cbc:ID', '094019245|02/04/2026|1|1.1|A|7|8')],
      ['GR-R-001-2', put('cbc:ID', '094019246|02/04/2026|1|1.1|A|7')],
      ['GR-R-001-3', put('cbc:ID', '094019245|03/04/2026|1|1.1|A|7')],
      ['GR-R-001-4', put('cbc:ID', '094019245|02/04/2026|x|1.1|A|7')],
      ['GR-R-001-5', put('cbc:ID', '094019245|02/04/2026|1|9.9|A|7')],
      ['GR-R-001-6', put('cbc:ID', '094019245|02/04/2026|1|1.1||7')],
      ['GR-R-001-7', put('cbc:ID', '094019245|02/04/2026|1|1.1|A|')],
      ['GR-R-002', put('cbc:Name', '')],
      ['GR-R-003 GR-S-011', swap('<cbc:CompanyID>EL094019245', '<cbc:CompanyID>EL094019246')],
      ['GR-R-004-1', swap('##M.AR.K##', 'Marke')],
      ['GR-R-004-2', swap('<cbc:ID>4711<', '<cbc:ID>0<')],
      ['GR-R-005', swap('Dimos', '')],
      [
        'GR-R-006',
        swap(
          'Dimos</cbc:Name></cac:PartyName><cac:PartyTaxScheme><cbc:CompanyID>EL094019245',
          'Dimos</cbc:Name></cac:PartyName><cac:PartyTaxScheme><cbc:CompanyID>EL094019246',
        ),
      ],
      ['GR-S-008-1', swap('##INVOICE|URL##', 'Link')],
      ['GR-R-008-2', swap('##M.AR.K##', '##INVOICE|URL##')],
      ['GR-R-008-3', put('cbc:URI', ' ')],
      ['GR-R-009', attribute('cbc:EndpointID', 'schemeID', '0204')],
      ['GR-R-010', attribute('cbc:EndpointID', 'schemeID', '0204', 2)],
    ],
  },
  'IS-': {
    keeps: [
      country('IS'),
      country('IS', 2),
      sellerNumber('4711', '0196'),
      buyerNumber('4712', '0196'),
      buyerStreet,
      swap(
        '<cbc:ID>Aufmaß</cbc:ID>',
        '<cbc:ID>2026-05-03</cbc:ID><cbc:DocumentDescription>EINDAGI</cbc:DocumentDescription>',
      ),
    ],
    breaks: [
      ['IS-R-001', put('cbc:InvoiceTypeCode', '389')],
      ['IS-R-002', swap('schemeID="0196">4711', 'schemeID="0204">4711')],
      ['IS-R-003', drop('cbc:StreetName')],
      ['IS-R-004', swap('schemeID="0196">4712', 'schemeID="0204">4712')],
      ['IS-R-005', drop('cbc:StreetName', 2)],
      ['IS-R-006', paidBy('9')],
      ['IS-R-007', paidBy('42')],
      ['IS-R-008', swap('>2026-05-03<', '>3.5.2026<')],
      ['IS-R-009', drop('cbc:DueDate')],
      ['IS-R-010', swap('>2026-05-03<', '>2026-05-01<')],
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
      ['NL-R-001', ...creditNote, drop('cac:BillingReference')],
      ['NL-R-002', drop('cbc:StreetName')],
      ['NL-R-003', swap('schemeID="0106">12345678', 'schemeID="0204">12345678')],
      ['NL-R-004', drop('cbc:StreetName', 2)],
      ['NL-R-005', swap('schemeID="0106">87654321', 'schemeID="0204">87654321')],
      ['NL-R-006', country('NL', 3)],
      ['NL-R-007', drop('cac:PaymentMeans')],
      ['NL-R-008', paidBy('2')],
      [
        'NL-R-009',
        swap(
          '<cac:DocumentReference>',
          '<cac:OrderLineReference><cbc:LineID>1</cbc:LineID></cac:OrderLineReference><cac:DocumentReference>',
        ),
      ],
    ],
  },
};

/** Broken rules of Peppol's own; those that XRechnung takes over have theirs among its examples. */
export const peppolUblExamples: readonly (readonly [rules: string, ...edits: Edit[]])[] = [
  ['PEPPOL-EN16931-R002', country('FR'), after('cbc:Note', '<cbc:Note>Zwei</cbc:Note>')],
  ['PEPPOL-EN16931-R003', drop('cbc:BuyerReference')],
  ['PEPPOL-EN16931-R004', swap('billing:3.0<', 'billing:3.0::2.1<')],
  ['PEPPOL-EN16931-R007', put('cbc:ProfileID', 'A1')],
  ['PEPPOL-EN16931-R008', put('cbc:BuyerReference', ' ')],
  ['PEPPOL-EN16931-R051', attribute('cbc:TaxAmount', 'currencyID', 'USD', 2)],
  [
    'PEPPOL-EN16931-R053 PEPPOL-EN16931-R080',
    ...creditNote,
    drop('cac:TaxTotal'),
    swap('<cbc:ID>Aufmaß</cbc:ID>', '<cbc:ID>A</cbc:ID><cbc:DocumentTypeCode>50</cbc:DocumentTypeCode>'),
    swap('<cbc:ID>Fotos</cbc:ID>', '<cbc:ID>B</cbc:ID><cbc:DocumentTypeCode>50</cbc:DocumentTypeCode>'),
  ],
  [
    'PEPPOL-EN16931-R100',
    after(
      'cac:DocumentReference',
      '<cac:DocumentReference><cbc:ID>2</cbc:ID><cbc:DocumentTypeCode>130</cbc:DocumentTypeCode></cac:DocumentReference>',
    ),
  ],
  ['PEPPOL-EN16931-CL001', swap('application/pdf', 'application/zip')],
  ['PEPPOL-EN16931-CL002', put('cbc:AllowanceChargeReasonCode', '9')],
  ['PEPPOL-EN16931-CL003', put('cbc:AllowanceChargeReasonCode', '9', 2)],
  ['PEPPOL-EN16931-CL006', swap('<cbc:StartDate>', '<cbc:DescriptionCode>9</cbc:DescriptionCode><cbc:StartDate>')],
  ['PEPPOL-EN16931-CL007', attribute('cbc:Amount', 'currencyID', 'EURO')],
  ['PEPPOL-EN16931-CL008', endpoint('EM', 'a@example.org')],
  ['PEPPOL-EN16931-F001', put('cbc:IssueDate', '2026-04-02Z')],
  ['PEPPOL-EN16931-P0100', put('cbc:InvoiceTypeCode', '389')],
  ['PEPPOL-EN16931-P0101', ...creditNote, put('cbc:CreditNoteTypeCode', '380')],
  ['PEPPOL-EN16931-P0104', exempt('vatex-eu-g')],
  ['PEPPOL-EN16931-P0105', exempt('VATEX-EU-O')],
  ['PEPPOL-EN16931-P0106', exempt('VATEX-EU-IC')],
  ['PEPPOL-EN16931-P0107', exempt('VATEX-EU-AE')],
  ['PEPPOL-EN16931-P0108', exempt('VATEX-EU-D')],
  ['PEPPOL-EN16931-P0109', exempt('VATEX-EU-F')],
  ['PEPPOL-EN16931-P0110', exempt('VATEX-EU-I')],
  ['PEPPOL-EN16931-P0111', exempt('VATEX-EU-J')],
  ['PEPPOL-EN16931-P0112', put('cbc:InvoiceTypeCode', '326'), country('FR', 2)],
  ['PEPPOL-COMMON-R040', swap('4012345000009', '4012345000008')],
  ['PEPPOL-COMMON-R041', endpoint('0192', '974760674')],
  ['PEPPOL-COMMON-R042', endpoint('0184', 'DK1234567')],
  ['PEPPOL-COMMON-R043', endpoint('0208', '0123456788')],
  ['PEPPOL-COMMON-R044', endpoint('0201', 'ABC-12')],
  ['PEPPOL-COMMON-R045', endpoint('0210', 'RSSMRA80A01H50')],
  ['PEPPOL-COMMON-R046', endpoint('9907', '1234567890X')],
  ['PEPPOL-COMMON-R047', endpoint('0211', 'IT12345678901')],
  ['PEPPOL-COMMON-R049', endpoint('0007', '5560160681')],
  ['PEPPOL-COMMON-R050', endpoint('0151', '51824753557')],
  ['PEPPOL-COMMON-R052', endpoint('0096', '123')],
  ['PEPPOL-COMMON-R053', endpoint('0198', '12345678')],
  ['PEPPOL-COMMON-R054', endpoint('0106', '1234567')],
  ['PEPPOL-COMMON-R055', endpoint('0190', '123')],
  ['PEPPOL-COMMON-R056-1', endpoint('9944', 'NL123')],
  ['PEPPOL-COMMON-R056-2', sellerVat('NL12')],
  ['PEPPOL-COMMON-R057', endpoint('0217', '123')],
  ['DE-R-022', swap('foto.png', 'aufmass.pdf')],
  ['DE-R-T02', swap('https://example.org/fotos', 'c:fotos')],
];

/** Identifiers that keep the rule of their scheme. */
export const goodIdentifiers: readonly (readonly [scheme: string, id: string])[] = [
  ['0088', '4012345000009'],
  ['0192', '974760673'],
  ['0184', 'DK12345678'],
  ['0184', '12345678'],
  ['0208', '0123456749'],
  ['0201', 'ABC123'],
  ['0210', 'RSSMRA80A01H501U'],
  ['0210', '12345678901'],
  ['9907', '12345678901'],
  ['0211', 'IT12345678903'],
  ['0211', 'FR1'],
  ['0007', '5560160680'],
  ['0151', '51824753556'],
  ['0096', '1234567890'],
  ['0198', 'DK12345678'],
  ['0106', '12345678'],
  ['0190', '12345678901234567890'],
  ['9944', 'NL123456789B01'],
  ['0217', '123456789012'],
];

export { endpoint };
