import { attributeOf, textOf } from '../document-index.js';
import { normalized, pathOf } from '../engine/path.js';
import type { Question, Rule } from '../engine/rule.js';

const references =
  '/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement/ram:AdditionalReferencedDocument';

/** Rules that XRechnung announces before the standard has them (BR-TMP). */
export const transitionalRules: readonly Rule[] = [
  {
    id: 'BR-TMP-2',
    on: { ubl: 'externalDocument', cii: `${references}[ram:URIID]` },
    terms: ['BT-124'],
    quotes: { ubl: 'cbc:URI', cii: 'ram:URIID' },
    holds: isAbsoluteUrl,
  },
  {
    id: 'BR-TMP-3',
    on: { cii: '//ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeAgreement' },
    terms: ['BT-149', 'BT-150'],
    holds: { cii: baseQuantitiesAgree },
  },
  {
    id: 'BR-TMP-4',
    on: { cii: `${references}[ram:TypeCode~'916']` },
    terms: ['BT-123'],
    quotes: { cii: 'ram:Name' },
    holds: { cii: atMostOne('ram:Name') },
    severity: 'warning',
  },
  {
    id: 'BR-TMP-5',
    on: { cii: `${references}[ram:TypeCode~'916']` },
    terms: ['BT-125'],
    holds: { cii: atMostOne('ram:AttachmentBinaryObject') },
    severity: 'warning',
  },
  { id: 'BR-TMP-6', on: { ubl: dates() }, terms: [], quotes: '.', holds: { ubl: isPlainDate }, severity: 'warning' },
  {
    id: 'BR-TMP-7',
    on: { cii: ciiDates() },
    terms: [],
    quotes: '.',
    holds: { cii: isFormat102 },
    severity: 'warning',
  },
];

/** The dates of UBL that EN 16931 has a term for. */
function dates(): string {
  return '//cbc:IssueDate|cbc:DueDate|cbc:TaxPointDate|cbc:ActualDeliveryDate|cbc:StartDate|cbc:EndDate|cbc:PaymentDueDate';
}

/** The dates of CII that EN 16931 has a term for. */
function ciiDates(): string {
  const parents = ['IssueDateTime', 'OccurrenceDateTime', 'DueDateDateTime', 'StartDateTime', 'EndDateTime'];
  return [
    ...parents.map((parent) => `//ram:${parent}/udt:DateTimeString`),
    '//ram:TaxPointDate/udt:DateString',
    '//ram:FormattedIssueDateTime/qdt:DateTimeString',
  ].join(', ');
}

/** It must begin with a scheme of at least two characters and a colon; nothing else is looked at. */
function isAbsoluteUrl(...[scope]: Parameters<Question>): ReturnType<Question> {
  const path = pathOf(scope.syntax === 'ubl' ? 'cbc:URI' : 'ram:URIID');
  return (node, document) => /^[a-zA-Z][a-zA-Z0-9+.-]+:/.test(path.first(node, document) ?? '');
}

/** Where gross and net price both name a base quantity it is the same, compared as text, with the same unit. */
function baseQuantitiesAgree(): ReturnType<Question> {
  const [gross, net] = ['Gross', 'Net'].map((price) => pathOf(`ram:${price}PriceProductTradePrice/ram:BasisQuantity`));
  if (!gross || !net) return () => true;
  return (node, document) => {
    const [left, right] = [gross.nodes(node, document)[0], net.nodes(node, document)[0]];
    if (!left || !right) return true;
    return textOf(left) === textOf(right) && attributeOf(left, 'unitCode') === attributeOf(right, 'unitCode');
  };
}

function atMostOne(path: string): Question {
  return () => (node, document) => pathOf(path).nodes(node, document).length <= 1;
}

function isPlainDate(): ReturnType<Question> {
  return (node) => /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(normalized(textOf(node)));
}

function isFormat102(): ReturnType<Question> {
  const format = pathOf('@format');
  return (node, document) => format.first(node, document) === '102' && /^[0-9]{8}$/.test(normalized(textOf(node)));
}
