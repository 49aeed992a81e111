import { builtinForms, collapse, treatWhiteSpace } from '../../src/domain/rules/structure/lexical-forms.js';
import { readType } from '../../src/domain/rules/structure/structure-table.js';
import { isUri } from '../../src/domain/rules/structure/uri-form.js';
import { after, attribute, drop, edit, examineText, put, samples, swap, type Edit } from './sample-documents.js';

const structureOf = (xml: string): readonly string[] =>
  examineText(xml)
    .findings.filter((finding) => finding.book === 'structure')
    .map((finding) => finding.rule);

const broken: readonly (readonly [what: string, rule: string, edit: Edit, syntax?: 'cii'])[] = [
  ['an element of another place', 'UNEXPECTED', after('cbc:ID', '<cbc:CustomizationID>x</cbc:CustomizationID>')],
  ['an element nobody knows', 'UNEXPECTED', after('cbc:ID', '<cbc:Farbe>rot</cbc:Farbe>')],
  ['an element without the schema’s namespace', 'UNEXPECTED', after('cbc:ID', '<Farbe xmlns="">rot</Farbe>')],
  ['a missing element', 'MISSING', drop('cbc:ChargeIndicator', 2)],
  ['a missing last element', 'MISSING', drop('cac:InvoiceLine')],
  ['a child below a value', 'CHILD', put('cbc:BuyerReference', '<cbc:ID>1</cbc:ID>')],
  ['text between elements', 'TEXT', after('cbc:BuyerReference', 'oh')],
  ['an amount that is no number', 'VALUE', put('cbc:PayableAmount', '1,00')],
  ['a day that no calendar has', 'VALUE', put('cbc:IssueDate', '2026-02-29')],
  ['an unknown attribute', 'ATTRIBUTE', swap('<cbc:ID>', '<cbc:ID farbe="rot">')],
  ['a language on an element', 'ATTRIBUTE', swap('<cbc:ID>', '<cbc:ID xml:lang="de">')],
  ['a missing currency', 'ATTRIBUTE-MISSING', attribute('cbc:PayableAmount', 'currencyID', null)],
  ['nil', 'XSI', swap('<cbc:ID>', '<cbc:ID xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true">')],
  [
    'a foreign type',
    'XSI',
    swap('<cbc:ID>', '<cbc:ID xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="cbc:NameType">'),
  ],
  [
    'a schema address that is none',
    'XSI',
    swap('<cbc:ID>', '<cbc:ID xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b%zz">'),
  ],
  [
    'empty extensions',
    'MISSING',
    swap(
      '<cbc:CustomizationID>',
      `<ext:UBLExtensions xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2"><ext:UBLExtension><ext:ExtensionContent/></ext:UBLExtension></ext:UBLExtensions><cbc:CustomizationID>`,
    ),
  ],
  ['a broken known element in an extension', 'VALUE', extension('<cbc:IssueDate>heute</cbc:IssueDate>')],
  [
    'a twice used id in a signature',
    'ID',
    extension('<ds:Object xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Id="a"><ds:Object Id="a"/></ds:Object>'),
  ],
  [
    'a typed unknown element',
    'XSI',
    extension('<x xmlns="urn:x" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="y"/>'),
  ],
  [
    'both forms of a date',
    'UNEXPECTED',
    swap('</udt:DateTimeString>', '</udt:DateTimeString><udt:DateTime>2026-01-01T00:00:00</udt:DateTime>'),
    'cii',
  ],
  [
    'a fixed value that differs',
    'ATTRIBUTE-FIXED',
    swap('<ram:ReasonCode>', '<ram:ReasonCode listAgencyID="7">'),
    'cii',
  ],
  ['an attribute on a simple type', 'ATTRIBUTE', swap('<udt:Indicator>', '<udt:Indicator a="b">'), 'cii'],
];

function extension(content: string): Edit {
  const namespace = 'xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2"';
  return swap(
    '<cbc:CustomizationID>',
    `<ext:UBLExtensions ${namespace}><ext:UBLExtension><ext:ExtensionContent>${content}</ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions><cbc:CustomizationID>`,
  );
}

describe('The structure', () => {
  const rows = broken.map(([what, rule, change, syntax]) => ({
    what,
    rule,
    change,
    syntax: syntax ?? ('ubl' as const),
  }));
  it.each(rows)('sees $what', ({ rule, change, syntax }) => {
    expect(structureOf(edit(samples[syntax], [change]))).toContain(`STRUCTURE-${rule}`);
  });

  const sound: readonly (readonly [what: string, edit: Edit])[] = [
    ['an unknown extension', extension('<x xmlns="urn:x"><y/></x>')],
    ['a nested invoice element that is right', extension('<cbc:IssueDate>2026-01-01</cbc:IssueDate>')],
    ['blanks around numbers', put('cbc:PayableAmount', ' \n+200.00 ')],
    ['a comment in a value', put('cbc:BuyerReference', '04011000<!-- Leitweg-ID -->-1234512345-06')],
    ['a date with a zone', put('cbc:IssueDate', '2026-04-02+14:00')],
    [
      'the declared type',
      swap('<cbc:ID>', '<cbc:ID xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="cbc:IDType">'),
    ],
    [
      'a schema address',
      swap(
        '<cbc:ID>',
        '<cbc:ID xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x http://a/b.xsd">',
      ),
    ],
  ];
  it.each(sound)('takes %s', (_what, change) => {
    expect(structureOf(edit(samples.ubl, [change]))).toEqual([]);
  });

  it('says where, with line, column and path, and what was expected', () => {
    const xml = edit(samples.ubl, [put('cbc:EndDate', 'nie', 2)]);
    const finding = examineText(xml).findings.find(({ rule }) => rule === 'STRUCTURE-VALUE');
    expect(finding?.at?.path).toBe('/Invoice/InvoiceLine/InvoicePeriod/EndDate');
    expect(xml.split('\n')[(finding?.at?.line ?? 0) - 1]).toContain('>nie<');
    expect(finding?.values).toEqual({ element: 'EndDate', found: 'nie', expected: 'date' });
  });

  it('stops at a thousand findings', () => {
    const many = '<cbc:Note farbe="rot">x</cbc:Note>'.repeat(1500);
    expect(structureOf(edit(samples.ubl, [after('cbc:InvoiceTypeCode', many)]))).toHaveLength(1000);
  });

  it('ends the check in operation, and the document is rejected', () => {
    const judged = examineText(edit(samples.ubl, [drop('cac:InvoiceLine')]), { accept: new Set(), exhaustive: false });
    expect(judged).toMatchObject({ verdict: 'rejected', acceptance: 'reject', structureValid: false });
    expect(judged.steps).toContainEqual({ step: 'rules', outcome: 'notReached' });
  });
});

describe('ZUGFeRD 1', () => {
  const invoice = `<rsm:CrossIndustryDocument xmlns:rsm="urn:ferd:CrossIndustryDocument:invoice:1p0" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:12" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:15">
    <rsm:SpecifiedExchangedDocumentContext><ram:TestIndicator><udt:Indicator>true</udt:Indicator></ram:TestIndicator></rsm:SpecifiedExchangedDocumentContext>
    <rsm:HeaderExchangedDocument><ram:ID>1</ram:ID><ram:TypeCode>380</ram:TypeCode><ram:IssueDateTime><udt:DateTimeString format="102">20140601</udt:DateTimeString></ram:IssueDateTime></rsm:HeaderExchangedDocument>
    <rsm:SpecifiedSupplyChainTradeTransaction><ram:ApplicableSupplyChainTradeAgreement><ram:ContractReferencedDocument><ram:IssueDateTime>2014-05-01</ram:IssueDateTime><ram:ID>V1</ram:ID></ram:ContractReferencedDocument></ram:ApplicableSupplyChainTradeAgreement>
    <ram:IncludedSupplyChainTradeLineItem><ram:SpecifiedSupplyChainTradeDelivery><ram:BilledQuantity unitCode="C62">1.5</ram:BilledQuantity></ram:SpecifiedSupplyChainTradeDelivery></ram:IncludedSupplyChainTradeLineItem></rsm:SpecifiedSupplyChainTradeTransaction>
  </rsm:CrossIndustryDocument>`;

  it('is compared with its own schema where everything is asked, and is no e-invoice either way', () => {
    expect(examineText(invoice)).toMatchObject({ structureValid: true, verdict: 'notAnEInvoice' });
    const usual = examineText(invoice, { accept: new Set(), exhaustive: false });
    expect(usual).toMatchObject({ structureValid: null, verdict: 'notAnEInvoice', reason: 'zugferd-1' });
  });

  it('takes a day or a moment for the date of a reference', () => {
    expect(examineText(edit(invoice, [swap('2014-05-01', '2014-05-01T10:00:00')])).structureValid).toBe(true);
    expect(examineText(edit(invoice, [swap('2014-05-01', '20140501')])).structureValid).toBe(false);
  });

  const faults: readonly Edit[] = [
    swap('<ram:ID>1</ram:ID><ram:TypeCode>380</ram:TypeCode>', '<ram:TypeCode>380</ram:TypeCode><ram:ID>1</ram:ID>'),
    swap('>true<', '>yes<'),
    swap('"C62"', '"PIECE"'),
    swap('"C62"', '""'),
    swap('<ram:ID>1</ram:ID>', '<ram:ID>1</ram:ID><ram:Farbe/>'),
    drop('rsm:SpecifiedExchangedDocumentContext'),
  ];
  it.each(faults.map((fault, number) => [number, fault] as const))('does not keep its schema, fault %i', (_, fault) => {
    expect(examineText(edit(invoice, [fault])).structureValid).toBe(false);
  });
});

describe('Lexical forms', () => {
  const forms: readonly (readonly [type: string, good: string, bad: string])[] = [
    ['decimal', '1. .5 +.5 -0 007', '. + 1e3 1,0 INF'],
    ['integer', '+1 -0 12', '1.0 x'],
    ['boolean', 'true false 1 0', 'TRUE yes'],
    ['language', 'de de-DE i-klingon', 'd3 deutschsprachig'],
    [
      'date',
      '2024-02-29 -0001-01-01 12000-01-01Z',
      '2023-02-29 0000-01-01 02024-01-01 2024-13-01 2024-01-01+14:01 3147483647-01-01',
    ],
    ['time', '24:00:00 23:59:59.5Z', '24:00:01 12:60:00 12:00:60 12:00'],
    ['dateTime', '2024-01-01T00:00:00-05:30', '2024-01-01t00:00:00 2024-01-01'],
    ['base64Binary', 'QQ== QUI= QUJD', 'QR== QUJ= Q'],
    ['ID', 'a _b', '1a a:b'],
  ];
  it.each(forms)('of %s', (type, good, bad) => {
    const form = builtinForms[type];
    expect(good.split(' ').filter((value) => form?.accepts(value) !== true)).toEqual([]);
    expect(bad.split(' ').filter((value) => form?.accepts(value) !== false)).toEqual([]);
  });

  it('know only the four white space characters of XML', () => {
    expect(collapse(' a \t\n b ')).toBe('a b');
    expect(collapse('\u00a0a')).toBe('\u00a0a');
    expect(treatWhiteSpace('a\tb', 'replace')).toBe('a b');
    expect(treatWhiteSpace(' a ', 'preserve')).toBe(' a ');
  });

  it.each([
    '',
    'a b',
    'http://x/y?q[1]#[f]',
    'urn:x:[y]',
    'mailto:a@b',
    '//host/p',
    'http://[::1]:80/',
    'http://u@[1:2:3:4:5:6:7:8]/',
    'ftp://[::ffff:1.2.3.4]',
  ])('take %s as an address', (value) => {
    expect(isUri(value)).toBe(true);
  });

  it.each([
    '%zz',
    ':x',
    '1a:x',
    'a:',
    'a:#f',
    'http://',
    'a#b#c',
    'urn:a#b#c',
    'a[b]',
    'http://h/[x]',
    'http://[::1::2]/',
    'http://[1:2]/',
    'http://[::g]/',
    'http://[::1.2.3]/',
    'http://[x/',
  ])('do not take %s as an address', (value) => {
    expect(isUri(value)).toBe(false);
  });
});

it.each(['cbc:ID', '@x', '<##none,lax,a>!', 'cbc:ID! )'])(
  'a table line that is not in the notation is refused: %s',
  (line) => {
    expect(() => readType(line)).toThrow('structure table');
  },
);
