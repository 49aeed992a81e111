import type { Big } from 'big.js';
import type { DocumentIndex, DocumentNode } from '../document-index.js';
import { onlyNumber, sumOf, toCents } from '../engine/numbers.js';
import { normalized, pathOf } from '../engine/path.js';
import { all, alwaysHolds, any, count, exists, not } from '../engine/questions.js';
import type { Question, Rule } from '../engine/rule.js';
import { en16931Rules } from '../en16931/en16931.book.js';

const settlement = '/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement';
const agreement = '/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement';
const means = '//ram:SpecifiedTradeSettlementPaymentMeans';
const account = 'ram:PayeePartyCreditorFinancialAccount';
const allowance = '//ram:SpecifiedTradeAllowanceCharge';
const atMostOne = (number: number): boolean => number <= 1;
const contactOfBoth = (party: string): Question =>
  not(exists(`ram:${party}/ram:DefinedTradeContact[ram:PersonName][ram:DepartmentName]`));

/** Rules of EN 16931 that Factur-X tests in another way or at another place than CEN's artefacts. */
export const ownVariants: readonly Rule[] = [
  { id: 'BR-17', on: { cii: '//ram:PayeeTradeParty' }, terms: ['BT-59'], holds: { cii: exists('ram:Name') } },
  {
    id: 'BR-CO-03',
    on: 'vatBreakdown',
    terms: ['BT-7', 'BT-8'],
    holds: not(all(exists('ram:TaxPointDate'), exists('ram:DueDateTypeCode'))),
  },
  { id: 'BR-CO-12', on: 'totals', terms: ['BT-108'], holds: chargesAreSum },
  moved('BR-CO-15', { cii: 'totals' }),
  {
    id: 'BR-CO-18',
    on: { cii: '//rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement' },
    terms: ['BG-23'],
    holds: { cii: exists('ram:ApplicableTradeTax') },
    errorClass: 'content',
  },
  counted('463', allowance, exists('ram:ChargeIndicator')),
  // The official test is true whatever stands there.
  counted('464', means, alwaysHolds),
  counted('465', agreement, contactOfBoth('SellerTradeParty')),
  counted('466', agreement, contactOfBoth('BuyerTradeParty')),
  counted('467', '/', allEqual('ram:TypeCode')),
  counted('468', '/', allEqual('ram:Information')),
  counted('469', '/', count('//ram:ApplicableHeaderTradeSettlement/ram:PaymentReference', atMostOne)),
  counted(
    '470',
    `${means}[ram:TypeCode~'30|58']`,
    all(
      exists(`${account}/ram:IBANID`, `${account}/ram:ProprietaryID`),
      not(all(exists(`${account}/ram:IBANID`), exists(`${account}/ram:ProprietaryID`))),
    ),
  ),
  counted('471', allowance, count('ram:CategoryTradeTax', atMostOne)),
  counted('472', allowance, count('ram:RateApplicablePercent', atMostOne)),
  counted('473', allowance, count('ram:ActualAmount', atMostOne)),
  {
    ...counted(
      '474',
      '/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement',
      count("ram:AdditionalReferencedDocument[ram:TypeCode~'130']", atMostOne),
    ),
    severity: 'warning',
  },
  {
    ...counted('475', agreement, count("ram:AdditionalReferencedDocument[ram:TypeCode~'916']/ram:Name", atMostOne)),
    severity: 'warning',
  },
  {
    ...counted(
      '476',
      agreement,
      count("ram:AdditionalReferencedDocument[ram:TypeCode~'916']/ram:AttachmentBinaryObject", atMostOne),
    ),
    severity: 'warning',
  },
];

/** Factur-X counts these otherwise than CEN under the same numbers. */
function counted(number: string, at: string, question: Question): Rule {
  return { id: `CII-SR-${number}`, on: { cii: at }, terms: [], holds: { cii: question } };
}

function moved(id: string, on: Rule['on']): Rule {
  const row = en16931Rules.find((rule) => rule.id === id);
  if (!row) throw new Error(`EN 16931 has no rule ${id}`);
  return { ...row, on };
}

function allEqual(element: string): Question {
  const path = pathOf(`${means}/${element}`);
  return () => (node, document) => new Set(path.values(node, document).map(normalized)).size <= 1;
}

/** The total of charges is the sum of charges and logistics services, both sides rounded; a total alone counts as 0. */
function chargesAreSum(): ReturnType<Question> {
  const total = pathOf('ram:ChargeTotalAmount');
  const charges = pathOf(`${settlement}/ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator='true']`);
  const amounts = pathOf(
    `${charges.text}/ram:ActualAmount, ${settlement}/ram:SpecifiedLogisticsServiceCharge/ram:AppliedAmount`,
  );
  return any(
    () => (node, document) => !charges.exists(node, document) && !total.exists(node, document),
    () => (node, document) => sameCents(onlyNumber(total.values(node, document)), sumAt(amounts, node, document)),
  )({ syntax: 'cii', path: pathOf, findPath: pathOf });
}

function sumAt(path: ReturnType<typeof pathOf>, node: DocumentNode, document: DocumentIndex): Big | null {
  return sumOf(path.values(node, document));
}

function sameCents(left: Big | null, right: Big | null): boolean {
  return left !== null && right !== null && toCents(left).eq(toCents(right));
}
