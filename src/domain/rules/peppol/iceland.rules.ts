import { normalized, pathOf } from '../engine/path.js';
import { all, any, exists, inSyntax, not, someText } from '../engine/questions.js';
import type { Question, Rule } from '../engine/rule.js';
import { isInList } from '../en16931/code-list.rules.js';
import { builtinForms } from '../structure/lexical-forms.js';
import { bothHold, residesIn } from './countries.js';

const isIcelandic = residesIn('seller', 'IS');
const isIcelandicTrade = bothHold(isIcelandic, residesIn('buyer', 'IS'));
const seller = '/cac:AccountingSupplierParty/cac:Party';
const lastDay = "/cac:AdditionalDocumentReference[cbc:DocumentDescription='EINDAGI']";

/** What Icelandic suppliers must state (IS-R). EINDAGI is the last day of payment, given as a supporting document. */
export const icelandicRules: readonly Rule[] = [
  {
    id: 'IS-R-001',
    on: { ubl: 'document' },
    when: isIcelandic,
    terms: ['BT-3'],
    holds: {
      ubl: any(
        isInList({ at: '', value: '/cbc:InvoiceTypeCode', list: 'is-1001' }),
        isInList({ at: '', value: '/cbc:CreditNoteTypeCode', list: 'is-1001' }),
      ),
    },
    severity: 'warning',
  },
  documentRule('IS-R-002', 'BT-30', exists(`${seller}/cac:PartyLegalEntity/cbc:CompanyID[@schemeID='0196']`)),
  documentRule('IS-R-003', 'BT-35', hasAddress(seller)),
  {
    id: 'IS-R-004',
    on: { ubl: '/cac:AccountingCustomerParty' },
    when: isIcelandicTrade,
    terms: ['BT-47'],
    holds: { ubl: exists("cac:Party/cac:PartyLegalEntity/cbc:CompanyID[@schemeID='0196']") },
  },
  {
    id: 'IS-R-005',
    on: { ubl: '/cac:AccountingCustomerParty' },
    when: isIcelandicTrade,
    terms: ['BT-50', 'BT-53'],
    holds: { ubl: hasAddress('cac:Party') },
  },
  documentRule('IS-R-006', 'BT-84', hasAccountFor('9')),
  documentRule('IS-R-007', 'BT-84', hasAccountFor('42')),
  documentRule('IS-R-008', 'BT-122', ofLastDay(someText(`${lastDay}/cbc:ID`, isPlainDate))),
  documentRule('IS-R-009', 'BT-9', ofLastDay(exists('/cbc:DueDate'))),
  documentRule('IS-R-010', 'BT-9', ofLastDay(isNotBeforeDueDate)),
];

function documentRule(id: string, term: string, ubl: Question): Rule {
  return { id, on: { ubl: 'document' }, when: isIcelandic, terms: [term], holds: { ubl: inSyntax({ ubl, cii: ubl }) } };
}

function hasAddress(party: string): Question {
  return all(exists(`${party}/cac:PostalAddress/cbc:StreetName`), exists(`${party}/cac:PostalAddress/cbc:PostalZone`));
}

/** Claims (9) and transfers (42) go to an account of twelve characters. */
function hasAccountFor(code: string): Question {
  const means = `/cac:PaymentMeans[cbc:PaymentMeansCode='${code}']`;
  const isAccount = (value: string): boolean => Array.from(normalized(value)).length === 12;
  return any(not(exists(means)), someText(`${means}/cac:PayeeFinancialAccount/cbc:ID`, isAccount));
}

function ofLastDay(question: Question): Question {
  return any(not(exists(lastDay)), question);
}

function isPlainDate(value: string): boolean {
  return value.length === 10 && builtinForms['date']?.accepts(normalized(value)) === true;
}

/** Compared as texts, which for dates of this form is their order. */
function isNotBeforeDueDate(): ReturnType<Question> {
  const [due, last] = [pathOf('/cbc:DueDate'), pathOf(`${lastDay}/cbc:ID`)];
  return (node, document) => {
    const days = last.values(node, document);
    return due.values(node, document).some((date) => days.some((day) => date <= day));
  };
}
