import type { DocumentIndex, DocumentNode } from '../document-index.js';
import { textOf } from '../document-index.js';
import { normalized, pathOf } from '../engine/path.js';
import { count, someText } from '../engine/questions.js';
import type { Question, Rule } from '../engine/rule.js';
import { isGreekTaxNumber } from './check-digits.js';
import { bothHold, residesIn, suppliedFrom, suppliedItselfFrom, suppliedTo } from './countries.js';

const isGreek = suppliedFrom('GR', 'EL');
const isGreekTrade = bothHold(isGreek, suppliedTo('GR', 'EL'));
const isGreekResident = bothHold(isGreek, residesIn('seller', 'GR'));
const seller = '//cac:AccountingSupplierParty/cac:Party';
const buyer = '//cac:AccountingCustomerParty/cac:Party';
const vatId = "cac:PartyTaxScheme[cac:TaxScheme/cbc:ID~'VAT']/cbc:CompanyID";
const mark = "cac:AdditionalDocumentReference[cbc:DocumentDescription='##M.AR.K##']";
const linkMark = '##INVOICE|URL##';
const documentTypes = ['1.1', '1.6', '2.1', '2.4', '5.1', '5.2'];

/** What Greek suppliers must state (GR-R, GR-S); the invoice number tells six things, separated by bars. */
export const greekRules: readonly Rule[] = [
  numberRule('GR-R-001-1', ({ segments }) => segments.length === 6),
  numberRule(
    'GR-R-001-2',
    ({ segments: [first = ''], taxNumbers }) =>
      first.trim().length === 9 && isGreekTaxNumber(first) && taxNumbers.includes(first),
  ),
  numberRule('GR-R-001-3', ({ segments: [, date = ''], issued }) => isDateOf(date, issued)),
  numberRule('GR-R-001-4', ({ segments: [, , third = ''] }) => /^\s*\+?[0-9]+\s*$/.test(third)),
  numberRule('GR-R-001-5', ({ segments: [, , , type = ''] }) => documentTypes.includes(type)),
  numberRule('GR-R-001-6', ({ segments: [, , , , fifth = ''] }) => fifth !== ''),
  numberRule('GR-R-001-7', ({ segments: [, , , , , sixth = ''] }) => sixth !== ''),
  { id: 'GR-R-002', on: { ubl: seller }, when: isGreek, terms: ['BT-28'], holds: { ubl: named() } },
  {
    id: 'GR-R-003',
    on: { ubl: `${seller}/${vatId}` },
    when: isGreek,
    terms: ['BT-31'],
    quotes: '.',
    holds: { ubl: someText('.', isGreekVatNumber) },
  },
  {
    id: 'GR-R-004-1',
    on: { ubl: 'document' },
    when: isGreekResident,
    terms: ['BT-122'],
    holds: { ubl: count(mark, (number) => number === 1) },
  },
  {
    id: 'GR-R-004-2',
    on: { ubl: `//${mark}/cbc:ID` },
    when: isGreekResident,
    terms: ['BT-122'],
    quotes: '.',
    holds: { ubl: someText('.', (value) => /^[1-9]/.test(value)) },
  },
  { id: 'GR-R-005', on: { ubl: buyer }, when: isGreek, terms: ['BT-45'], holds: { ubl: named() } },
  { id: 'GR-R-006', on: { ubl: buyer }, when: isGreekTrade, terms: ['BT-48'], holds: { ubl: hasOneGreekVatNumber } },
  {
    id: 'GR-S-008-1',
    on: { ubl: 'document' },
    when: isGreekResident,
    terms: ['BT-124'],
    holds: { ubl: linkedDocuments((number) => number === 1) },
    severity: 'warning',
  },
  {
    id: 'GR-R-008-2',
    on: { ubl: 'document' },
    when: isGreekResident,
    terms: ['BT-124'],
    holds: { ubl: linkedDocuments((number) => number <= 1) },
  },
  {
    id: 'GR-R-008-3',
    on: { ubl: '//cac:AdditionalDocumentReference' },
    when: isGreek,
    terms: ['BT-124'],
    holds: { ubl: linkIsFilled },
  },
  {
    id: 'GR-R-009',
    on: { ubl: `${seller}/cbc:EndpointID` },
    when: suppliedItselfFrom('GR', 'EL'),
    terms: ['BT-34'],
    quotes: '.',
    holds: { ubl: isGreekAddress },
  },
  {
    id: 'GR-R-010',
    on: { ubl: `${buyer}/cbc:EndpointID` },
    when: isGreekTrade,
    terms: ['BT-49'],
    quotes: '.',
    holds: { ubl: isGreekAddress },
  },
  {
    id: 'GR-S-011',
    on: { ubl: seller },
    when: isGreek,
    terms: ['BT-31'],
    holds: { ubl: hasOneGreekVatNumber },
    severity: 'warning',
  },
];

interface NumberParts {
  readonly segments: readonly string[];
  readonly issued: string;
  /** The tax numbers of the seller and its representative, without the country. */
  readonly taxNumbers: readonly string[];
}

function numberRule(id: string, accepts: (parts: NumberParts) => boolean): Rule {
  const holds: Question = () => (node, document) => accepts(partsOf(node, document));
  return { id, on: { ubl: '/cbc:ID' }, when: isGreek, terms: ['BT-1'], quotes: '.', holds: { ubl: holds } };
}

const issueDate = pathOf('/cbc:IssueDate');
const taxNumbers = pathOf(
  "/cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme[cac:TaxScheme/cbc:ID='VAT']/cbc:CompanyID, /cac:TaxRepresentativeParty/cac:PartyTaxScheme[cac:TaxScheme/cbc:ID='VAT']/cbc:CompanyID",
);

function partsOf(node: DocumentNode, document: DocumentIndex): NumberParts {
  return {
    segments: textOf(node).split('|'),
    issued: issueDate.first(node, document) ?? '',
    taxNumbers: taxNumbers.values(node, document).map((value) => value.slice(2, 11)),
  };
}

/** Day, month, year with slashes; the same day as the date of issue, digit by digit. */
function isDateOf(date: string, issued: string): boolean {
  const form = /^(?:0?[1-9]|[12][0-9]|3[01])[-\\/ ]?(?:0?[1-9]|1[0-2])[-\\/ ]?(?:19|20)[0-9]{2}/;
  const [year, month, day] = issued.split('-');
  const [ownDay, ownMonth, ownYear] = date.split('/');
  return form.test(date) && ownYear !== undefined && ownYear === year && ownMonth === month && ownDay === day;
}

function named(): Question {
  return someText('cac:PartyName/cbc:Name', (name) => name !== '');
}

function isGreekVatNumber(value: string): boolean {
  return value.startsWith('EL') && isGreekTaxNumber(value.slice(2));
}

function hasOneGreekVatNumber(): ReturnType<Question> {
  const path = pathOf(vatId);
  return (node, document) => {
    const [value, ...more] = path.values(node, document);
    return value !== undefined && more.length === 0 && isGreekVatNumber(value);
  };
}

const descriptions = pathOf('cbc:DocumentDescription');

function isLink(node: DocumentNode, document: DocumentIndex): boolean {
  return descriptions.values(node, document).includes(linkMark);
}

function linkedDocuments(accepts: (number: number) => boolean): Question {
  const references = pathOf('/cac:AdditionalDocumentReference');
  return () => (node, document) =>
    accepts(references.nodes(node, document).filter((reference) => isLink(reference, document)).length);
}

function linkIsFilled(): ReturnType<Question> {
  const path = pathOf('cac:Attachment/cac:ExternalReference/cbc:URI');
  return (node, document) =>
    !isLink(node, document) || path.values(node, document).some((value) => normalized(value) !== '');
}

/** An electronic address of scheme 9933 that is a Greek tax number. */
function isGreekAddress(): ReturnType<Question> {
  const scheme = pathOf('@schemeID');
  return (node, document) => scheme.values(node, document).includes('9933') && isGreekTaxNumber(textOf(node));
}
