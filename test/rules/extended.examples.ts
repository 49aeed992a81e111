import { after, attribute, drop, put, swap, swapAll, type Edit } from './sample-documents.js';

type Example = readonly [rules: string, ...edits: Edit[]];

/** Makes the sample an invoice in the profile EXTENDED that keeps every rule of its book. */
export const inExtended = swap(
  '#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0',
  '#conformant#urn:factur-x.eu:1p0:extended',
);

const status = (code: string): Edit =>
  after('ram:LineID', `<ram:LineStatusReasonCode>${code}</ram:LineStatusReasonCode>`);

/** A second line like the first, below it, with another status and amount ('' for none). */
export const lineBelow = (code: string, amount: string): Edit => {
  const change = [
    put('ram:LineID', '2'),
    status(code),
    after('ram:LineID', '<ram:ParentLineID>1</ram:ParentLineID>'),
    amount === '' ? drop('ram:LineTotalAmount') : put('ram:LineTotalAmount', amount),
  ];
  return (xml) =>
    xml.replace(
      /<ram:IncludedSupplyChainTradeLineItem>[\s\S]*?<\/ram:IncludedSupplyChainTradeLineItem>/,
      (line) => status('GROUP')(line) + change.reduce((text, edit) => edit(text), line),
    );
};

const base = swap('>190.00</ram:BasisAmount>', '>150.00</ram:BasisAmount>');
const breakdown = drop('ram:ApplicableTradeTax', 2);

/** Families of rules and their codes. */
const categories = [
  ['AE', 'AE'],
  ['AF', 'L'],
  ['AG', 'M'],
  ['E', 'E'],
  ['G', 'G'],
  ['IC', 'K'],
  ['O', 'O'],
  ['Z', 'Z'],
] as const;

/** Rules of EXTENDED's own → what to do to the sample so that they are broken. */
export const extendedExamples: readonly Example[] = [
  ['BR-FXEXT-01', drop('ram:Content')],
  ['BR-FXEXT-02', after('ram:LineID', '<ram:IncludedNote><ram:SubjectCode>AAI</ram:SubjectCode></ram:IncludedNote>')],
  ['BR-FXEXT-03', swap('schemeID="VA">DE987654321', 'schemeID="FC">DE987654321')],
  ['BR-FXEXT-04', swap('<ram:Description>Farbe', '<ram:TypeCode>HUE</ram:TypeCode><ram:Description>Farbe')],
  ['BR-FXEXT-06', after('ram:LineID', '<ram:ParentLineID>1</ram:ParentLineID>')],
  ['BR-FXEXT-08 BR-FXEXT-CO-10', status('GROUP')],
  ['BR-FXEXT-08', lineBelow('DETAIL', '199.99')],
  ['BR-FXEXT-11', after('ram:LineID', '<ram:ParentLineID>9</ram:ParentLineID>')],
  ['BR-FXEXT-08 BR-FXEXT-12', lineBelow('GROUP', '')],
  ['BR-FXEXT-BR-22 BR-FXEXT-BR-23', swapAll('BilledQuantity', 'RequestedQuantity')],
  ['BR-FXEXT-BR-23', attribute('ram:BilledQuantity', 'unitCode', null)],
  ['BR-FXEXT-BR-24', drop('ram:LineTotalAmount')],
  ['BR-FXEXT-BR-26', drop('ram:ChargeAmount', 2)],
  ['BR-FXEXT-BR-38', drop('ram:ReasonCode', 2), swap('<ram:Reason>Fracht</ram:Reason>', '')],
  ['BR-FXEXT-BR-44', swap('<ram:Reason>Gerüst</ram:Reason>', '')],
  ['BR-FXEXT-BR-54-1', swap('<ram:Description>Farbe</ram:Description>', '')],
  ['BR-FXEXT-BR-54-2', drop('ram:Value')],
  ['BR-FXEXT-BR-54-2', after('ram:Value', '<ram:ValueMeasure unitCode="MTK">1</ram:ValueMeasure>')],
  ['BR-FXEXT-CO-04', drop('ram:ApplicableTradeTax')],
  ['CII-DT-097', put('udt:DateTimeString', '20261302')],
  ['BR-FXEXT-CII-DT-097a', swap('format="102">20260402', 'format="205">20260402')],
  ['BR-FXEXT-CO-10', put('ram:LineTotalAmount', '200.02', 2)],
  ['BR-FXEXT-CO-11', put('ram:AllowanceTotalAmount', '20.02')],
  ['BR-FXEXT-CO-12', put('ram:ChargeTotalAmount', '10.02')],
  ['BR-FXEXT-CO-13', put('ram:TaxBasisTotalAmount', '190.04')],
  ['BR-FXEXT-CO-15', put('ram:GrandTotalAmount', '226.14')],
  ['BR-FXEXT-CO-16', put('ram:DuePayableAmount', '200.01')],
  ['BR-CO-25', drop('ram:SpecifiedTradePaymentTerms')],
  ['BR-FXEXT-S-01', breakdown],
  ['BR-FXEXT-S08b BR-FXEXT-S-08ini BR-FXEXT-S-08rev BR-FXEXT-S-09b', base],
  ...categories.flatMap(([family, code]): readonly Example[] => {
    const into = swapAll('<ram:CategoryCode>S<', `<ram:CategoryCode>${code}<`);
    const sums = ['08b', '08ini', '08rev'].map((number) => `BR-FXEXT-${family}-${number}`);
    return [
      [`BR-FXEXT-${family}-01`, into, breakdown],
      [sums.join(' '), into, base],
    ];
  }),
];

/** What stays within EXTENDED's rules: a cent for each amount in a sum, lines that group others, dates with a time. */
export const keptInExtended: readonly Example[] = [
  ['BR-FXEXT-CO-10', put('ram:LineTotalAmount', '200.01', 2)],
  ['BR-FXEXT-CO-11', put('ram:AllowanceTotalAmount', '20.01')],
  ['BR-FXEXT-CO-12', put('ram:ChargeTotalAmount', '9.99')],
  ['BR-FXEXT-CO-13', put('ram:TaxBasisTotalAmount', '190.03')],
  ['BR-FXEXT-CO-15', put('ram:GrandTotalAmount', '226.13')],
  ['BR-FXEXT-S08b', swap('>190.00</ram:BasisAmount>', '>190.03</ram:BasisAmount>')],
  ['BR-FXEXT-02', after('ram:LineID', '<ram:IncludedNote><ram:Content>x</ram:Content></ram:IncludedNote>')],
  ['BR-FXEXT-06 BR-FXEXT-08 BR-FXEXT-11 BR-FXEXT-12 BR-FXEXT-CO-10', lineBelow('DETAIL', '200.00')],
  ['BR-FXEXT-CII-DT-097a', swap('format="102">20260402', 'format="205">202604022359')],
  ['BR-FXEXT-BR-54-2', swapAll('ram:Value>', 'ram:ValueMeasure>')],
  ['BR-CO-25', drop('ram:DueDateDateTime')],
  ['BR-CO-25', drop('ram:SpecifiedTradePaymentTerms'), put('ram:DuePayableAmount', '0.00')],
];
