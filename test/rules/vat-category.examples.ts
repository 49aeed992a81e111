import { after, drop, dropAll, put, swap, swapAll, type Edit } from './sample-documents.js';

type Syntax = 'ubl' | 'cii';
type Example = readonly [rules: string, ...edits: Edit[]];

/** Families of rules and their codes, by what they ask of the rate and of a reason of exemption. */
const taxed = [
  ['S', 'S'],
  ['AF', 'L'],
  ['AG', 'M'],
] as const;
const zeroRated = [['Z', 'Z']] as const;
const exempt = [
  ['E', 'E'],
  ['AE', 'AE'],
  ['IC', 'K'],
  ['G', 'G'],
] as const;
const outside = [['O', 'O']] as const;

const pieces = {
  ubl: {
    breakdown: drop('cac:TaxSubtotal'),
    base: put('cbc:TaxableAmount', '150.00'),
    tax: put('cbc:TaxAmount', '10.00', 2),
    rate: swapAll('<cbc:Percent>19<', '<cbc:Percent>-1<'),
    reason: after('cbc:Percent', '<cbc:TaxExemptionReason>x</cbc:TaxExemptionReason>', 3),
    numbers: [drop('cac:PartyTaxScheme'), drop('cac:TaxRepresentativeParty')],
    delivery: [drop('cac:Delivery'), drop('cac:InvoicePeriod')],
    /** Where the sample's categories stand: allowance, charge, breakdown, line. */
    order: { allowance: 1, charge: 2, breakdown: 3, line: 4 },
  },
  cii: {
    breakdown: drop('ram:ApplicableTradeTax', 2),
    base: swap('>190.00</ram:BasisAmount>', '>150.00</ram:BasisAmount>'),
    tax: put('ram:CalculatedAmount', '10.00'),
    rate: swapAll('Percent>19<', 'Percent>-1<'),
    reason: swap('<ram:BasisAmount>190.00', '<ram:ExemptionReason>x</ram:ExemptionReason><ram:BasisAmount>190.00'),
    numbers: [drop('ram:SpecifiedTaxRegistration'), drop('ram:SellerTaxRepresentativeTradeParty')],
    delivery: [
      drop('ram:ActualDeliverySupplyChainEvent'),
      drop('ram:ShipToTradeParty'),
      dropAll('ram:BillingSpecifiedPeriod'),
    ],
    order: { line: 1, breakdown: 2, allowance: 3, charge: 4 },
  },
} as const;

const category = {
  ubl: /(<cac:(?:Classified)?TaxCategory>\s*<cbc:ID>)[A-Z]+/g,
  cii: /(<ram:CategoryCode>)[A-Z]+/g,
} as const;

/** Gives the nth category of the sample another code; 0 gives it to all. */
function code(syntax: Syntax, to: string, number = 0): Edit {
  return (xml) => {
    let seen = 0;
    return xml.replace(category[syntax], (found, head: string) => {
      seen += 1;
      return number === 0 || number === seen ? head + to : found;
    });
  };
}

const rules = (family: string, numbers: string): string =>
  numbers
    .split(' ')
    .map((number) => `BR-${family}-${number}`)
    .join(' ');

/** What each category of VAT asks, broken in the sample: all its S (19 %) becomes that category first. */
export function vatCategoryExamples(syntax: Syntax): readonly Example[] {
  return [
    ...taxed.flatMap(([family, to]) => ofTaxed(syntax, family, to === 'S' ? [] : [code(syntax, to)])),
    ...zeroRated.flatMap(([family, to]) => [
      ...ofUntaxed(syntax, family, to),
      [rules(family, '10'), code(syntax, to), pieces[syntax].reason] as const,
    ]),
    ...exempt.flatMap(([family, to]) => [
      ...ofUntaxed(syntax, family, to),
      [rules(family, '10'), code(syntax, to)] as const,
    ]),
    ...outside.flatMap(([family, to]) => ofOutside(syntax, family, to)),
    [rules('IC', '11 12'), code(syntax, 'K'), ...pieces[syntax].delivery],
  ];
}

function ofTaxed(syntax: Syntax, family: string, into: readonly Edit[]): readonly Example[] {
  const { breakdown, base, tax, rate, reason, numbers } = pieces[syntax];
  // Of the three the official CII tests of base and tax can only fail for S.
  const sums: readonly Example[] =
    syntax === 'cii' && family !== 'S'
      ? []
      : [
          [rules(family, '08'), ...into, base],
          [rules(family, '09'), ...into, tax],
        ];
  return [
    [rules(family, '01'), ...into, breakdown],
    [rules(family, '02 03 04'), ...into, ...numbers],
    [rules(family, '05 06 07'), ...into, rate],
    ...sums,
    [rules(family, '10'), ...into, reason],
  ];
}

function ofUntaxed(syntax: Syntax, family: string, to: string): readonly Example[] {
  const { breakdown, base, numbers } = pieces[syntax];
  const into = code(syntax, to);
  return [
    [rules(family, '01'), into, breakdown],
    [rules(family, '02 03 04'), into, ...numbers],
    [rules(family, '05 06 07 09'), into],
    [rules(family, '08'), into, base],
  ];
}

/** What is not subject to VAT stands alone, without rates and VAT numbers. */
function ofOutside(syntax: Syntax, family: string, to: string): readonly Example[] {
  const { breakdown, base, order } = pieces[syntax];
  const into = code(syntax, to);
  // The official CII test of O-01 is content with no breakdown; it minds one of what is not used.
  const missing: Example =
    syntax === 'ubl'
      ? [rules(family, '01'), into, breakdown]
      : [rules(family, '01'), code(syntax, to, order.breakdown)];
  return [
    missing,
    [rules(family, '02 03 04 05 06 07 09 10'), into],
    [rules(family, '08'), into, base],
    [rules(family, '11'), into, secondBreakdown(syntax)],
    [rules(family, '12'), into, code(syntax, 'S', order.line)],
    [rules(family, '13'), into, code(syntax, 'S', order.allowance)],
    [rules(family, '14'), into, code(syntax, 'S', order.charge)],
  ];
}

/** Repeats the breakdown, as one of category S. */
function secondBreakdown(syntax: Syntax): Edit {
  const found = syntax === 'ubl' ? /<cac:TaxSubtotal>[\s\S]*?<\/cac:TaxSubtotal>/ : breakdownInCii;
  return (xml) => xml.replace(found, (first) => first + code(syntax, 'S')(first));
}

const breakdownInCii = /<ram:ApplicableTradeTax>\s*<ram:CalculatedAmount>[\s\S]*?<\/ram:ApplicableTradeTax>/;
