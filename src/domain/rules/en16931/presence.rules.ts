import type { Big } from 'big.js';
import { isAtLeast } from '../engine/dates.js';
import { normalized, pathOf } from '../engine/path.js';
import { all, any, exists, filled, filledOnce, inSyntax, not, someNumber, someText } from '../engine/questions.js';
import type { Question, Rule } from '../engine/rule.js';

const notNegative = (value: Big): boolean => value.gte(0);

/** What an invoice and its groups must contain (EN 16931-1, 6.4.2: BR-01 to BR-65). */
export const presenceRules: readonly Rule[] = [
  { id: 'BR-01', on: 'document', terms: ['BT-24'], holds: filledOnce('BT-24') },
  { id: 'BR-02', on: 'document', terms: ['BT-1'], holds: filledOnce('BT-1'), errorClass: 'content' },
  { id: 'BR-03', on: 'document', terms: ['BT-2'], holds: filledOnce('BT-2'), errorClass: 'content' },
  { id: 'BR-04', on: 'document', terms: ['BT-3'], holds: filledOnce('BT-3') },
  { id: 'BR-05', on: 'document', terms: ['BT-5'], holds: filledOnce('BT-5') },
  { id: 'BR-06', on: 'document', terms: ['BT-27'], holds: filledOnce('BT-27'), errorClass: 'content' },
  { id: 'BR-07', on: 'document', terms: ['BT-44'], holds: filledOnce('BT-44'), errorClass: 'content' },
  { id: 'BR-08', on: 'document', terms: ['BG-5'], holds: exists('BG-5'), errorClass: 'content' },
  {
    id: 'BR-09',
    on: { ubl: 'sellerAddress', cii: 'document' },
    terms: ['BT-40'],
    holds: filledOnce('BT-40'),
    errorClass: 'content',
  },
  { id: 'BR-10', on: 'document', terms: ['BG-8'], holds: exists('BG-8'), errorClass: 'content' },
  {
    id: 'BR-11',
    on: { ubl: 'buyerAddress', cii: 'document' },
    terms: ['BT-55'],
    holds: filledOnce('BT-55'),
    errorClass: 'content',
  },
  { id: 'BR-12', on: 'totals', terms: ['BT-106'], holds: exists('BT-106') },
  { id: 'BR-13', on: 'totals', terms: ['BT-109'], holds: exists('BT-109'), errorClass: 'content' },
  { id: 'BR-14', on: 'totals', terms: ['BT-112'], holds: exists('BT-112') },
  { id: 'BR-15', on: 'totals', terms: ['BT-115'], holds: exists('BT-115') },
  { id: 'BR-16', on: 'document', terms: ['BG-25'], holds: exists('BG-25'), errorClass: 'content' },
  { id: 'BR-17', on: 'payee', terms: ['BT-59'], holds: { ubl: payeeDiffersInUbl, cii: payeeDiffersInCii } },
  { id: 'BR-18', on: 'taxRepresentative', terms: ['BT-62'], holds: filledOnce('BT-62') },
  { id: 'BR-19', on: 'taxRepresentative', terms: ['BG-12'], holds: exists('BG-12') },
  {
    id: 'BR-20',
    on: { ubl: 'taxRepresentativeAddress', cii: 'taxRepresentative' },
    terms: ['BT-69'],
    holds: filledOnce('BT-69'),
  },
  { id: 'BR-21', on: 'line', terms: ['BT-126'], holds: filledOnce('BT-126') },
  { id: 'BR-22', on: 'line', terms: ['BT-129'], holds: exists('BT-129'), errorClass: 'content' },
  { id: 'BR-23', on: 'line', terms: ['BT-130'], holds: exists('BT-130') },
  { id: 'BR-24', on: 'line', terms: ['BT-131'], holds: exists('BT-131') },
  { id: 'BR-25', on: 'line', terms: ['BT-153'], holds: filledOnce('BT-153'), errorClass: 'content' },
  { id: 'BR-26', on: 'line', terms: ['BT-146'], holds: exists('BT-146') },
  { id: 'BR-27', on: 'line', terms: ['BT-146'], holds: someNumber('BT-146', notNegative) },
  { id: 'BR-28', on: 'line', terms: ['BT-148'], holds: any(someNumber('BT-148', notNegative), not(exists('BT-148'))) },
  { id: 'BR-29', on: 'invoicePeriod', terms: ['BT-74', 'BT-73'], holds: endsAfterStart('BT-73', 'BT-74') },
  { id: 'BR-30', on: 'linePeriod', terms: ['BT-135', 'BT-134'], holds: endsAfterStart('BT-134', 'BT-135') },
  { id: 'BR-31', on: 'documentAllowance', terms: ['BT-92'], holds: exists('BT-92') },
  { id: 'BR-32', on: 'documentAllowance', terms: ['BT-95'], holds: exists('BT-95') },
  { id: 'BR-33', on: 'documentAllowance', terms: ['BT-97', 'BT-98'], holds: exists('BT-97', 'BT-98') },
  { id: 'BR-36', on: 'documentCharge', terms: ['BT-99'], holds: exists('BT-99') },
  { id: 'BR-37', on: 'documentCharge', terms: ['BT-102'], holds: exists('BT-102') },
  { id: 'BR-38', on: 'documentCharge', terms: ['BT-104', 'BT-105'], holds: exists('BT-104', 'BT-105') },
  { id: 'BR-41', on: 'lineAllowance', terms: ['BT-136'], holds: exists('BT-136') },
  { id: 'BR-42', on: 'lineAllowance', terms: ['BT-139', 'BT-140'], holds: exists('BT-139', 'BT-140') },
  { id: 'BR-43', on: 'lineCharge', terms: ['BT-141'], holds: exists('BT-141') },
  { id: 'BR-44', on: 'lineCharge', terms: ['BT-144', 'BT-145'], holds: exists('BT-144', 'BT-145') },
  { id: 'BR-45', on: 'vatBreakdown', terms: ['BT-116'], holds: exists('BT-116'), errorClass: 'content' },
  { id: 'BR-46', on: 'vatBreakdown', terms: ['BT-117'], holds: exists('BT-117'), errorClass: 'content' },
  { id: 'BR-47', on: 'vatBreakdown', terms: ['BT-118'], holds: exists('BT-118') },
  {
    id: 'BR-48',
    on: 'vatBreakdown',
    terms: ['BT-119'],
    holds: any(
      exists('BT-119'),
      inSyntax({
        ubl: someText('BT-118', (code) => normalized(code) === 'O'),
        cii: someText('BT-118', (code) => code === 'O'),
      }),
    ),
    errorClass: 'content',
  },
  { id: 'BR-49', on: 'paymentMeans', terms: ['BT-81'], holds: exists('BT-81') },
  { id: 'BR-50', on: 'creditTransfer', terms: ['BT-84'], holds: filled('BT-84') },
  {
    id: 'BR-51',
    on: 'card',
    terms: ['BT-87'],
    holds: {
      ubl: someText('BT-87', (number) => normalized(number).length <= 10),
      cii: any(
        someText('BT-87', (number) => number.length <= 10),
        not(exists('BT-87')),
      ),
    },
    severity: { ubl: 'warning', cii: 'fatal' },
  },
  { id: 'BR-52', on: 'supportingDocument', terms: ['BT-122'], holds: filledOnce('BT-122') },
  {
    id: 'BR-53',
    on: { ubl: 'document', cii: 'totals' },
    terms: ['BT-6', 'BT-111'],
    holds: { ubl: hasTaxInAccountingCurrency, cii: all(hasTaxInAccountingCurrency, accountingCurrencyDiffers) },
  },
  { id: 'BR-54', on: 'itemAttribute', terms: ['BT-160', 'BT-161'], holds: all(exists('BT-160'), exists('BT-161')) },
  { id: 'BR-55', on: 'precedingInvoice', terms: ['BT-25'], holds: { ubl: exists('BT-25'), cii: filledOnce('BT-25') } },
  { id: 'BR-56', on: 'taxRepresentative', terms: ['BT-63'], holds: { ubl: exists('BT-63'), cii: filledOnce('BT-63') } },
  {
    id: 'BR-57',
    on: { ubl: 'deliverToAddress', cii: 'delivery' },
    terms: ['BT-80'],
    holds: { ubl: exists('BT-80'), cii: any(filledOnce('BT-80'), not(exists('BG-15'))) },
  },
  {
    id: 'BR-61',
    on: { ubl: 'paymentMeans', cii: 'creditTransfer' },
    terms: ['BT-84', 'BT-81'],
    holds: {
      ubl: any(exists('BT-84'), not(someText('BT-81', (code) => ['30', '58'].includes(normalized(code))))),
      cii: exists('BT-84'),
    },
  },
  {
    id: 'BR-62',
    on: { ubl: 'sellerEndpoint', cii: 'document' },
    terms: ['BT-34-1', 'BT-34'],
    holds: { ubl: exists('BT-34-1'), cii: any(filledOnce('BT-34-1'), not(exists('BT-34'))) },
  },
  {
    id: 'BR-63',
    on: { ubl: 'buyerEndpoint', cii: 'document' },
    terms: ['BT-49-1', 'BT-49'],
    holds: { ubl: exists('BT-49-1'), cii: any(filledOnce('BT-49-1'), not(exists('BT-49'))) },
  },
  {
    id: 'BR-64',
    on: { ubl: 'itemStandardIdentifier', cii: 'line' },
    terms: ['BT-157-1', 'BT-157'],
    holds: { ubl: exists('BT-157-1'), cii: any(filledOnce('BT-157-1'), not(exists('BT-157'))) },
  },
  {
    id: 'BR-65',
    on: 'itemClassification',
    terms: ['BT-158-1', 'BT-158'],
    holds: { ubl: exists('BT-158-1'), cii: any(filledOnce('BT-158-1'), not(exists('BT-158'))) },
  },
];

/** UBL compares dates, CII the texts of format 102 (another format fails unless one end is missing). */
function endsAfterStart(start: string, end: string): Question {
  const inOrder = inSyntax({
    ubl: somePair(end, start, '', isAtLeast),
    cii: somePair(end, start, "/udt:DateTimeString[@format='102']", (last, first) => last >= first),
  });
  return any(not(exists(start)), not(exists(end)), inOrder);
}

function somePair(first: string, second: string, below: string, accepts: (a: string, b: string) => boolean): Question {
  return (scope) => {
    const [a, b] = [pathOf(scope.path(first).text + below), pathOf(scope.path(second).text + below)];
    return (node, document) => {
      const others = b.values(node, document);
      return a.values(node, document).some((value) => others.some((other) => accepts(value, other)));
    };
  };
}

/** Any value of one path equals any value of the other, untrimmed. */
function sameText(first: string, second: string): Question {
  return somePair(first, second, '', (a, b) => a === b);
}

function payeeDiffersInUbl(...scope: Parameters<Question>): ReturnType<Question> {
  const seller = '../cac:AccountingSupplierParty/cac:Party';
  return all(
    exists('BT-59'),
    not(sameText('BT-59', `${seller}/cac:PartyName/cbc:Name`)),
    not(sameText('BT-60', `${seller}/cac:PartyIdentification/cbc:ID`)),
  )(...scope);
}

function payeeDiffersInCii(...scope: Parameters<Question>): ReturnType<Question> {
  const seller = '../../ram:ApplicableHeaderTradeAgreement/ram:SellerTradeParty';
  return all(
    exists('BT-59'),
    not(sameText('BT-59', `${seller}/ram:Name`)),
    not(sameText('BT-60', `${seller}/ram:ID`)),
    not(sameText('ram:SpecifiedLegalOrganization/ram:ID', `${seller}/ram:SpecifiedLegalOrganization/ram:ID`)),
  )(...scope);
}

/** Every accounting currency has its tax total. */
function hasTaxInAccountingCurrency(...[scope]: Parameters<Question>): ReturnType<Question> {
  const currency = scope.path('BT-6');
  const currencies = scope.path(
    scope.syntax === 'ubl' ? '//cac:TaxTotal/cbc:TaxAmount/@currencyID' : 'ram:TaxTotalAmount/@currencyID',
  );
  return (node, document) => {
    const present = currencies.values(node, document);
    return currency.values(node, document).every((code) => present.includes(code));
  };
}

function accountingCurrencyDiffers(...scope: Parameters<Question>): ReturnType<Question> {
  return not(sameText('BT-6', 'BT-5'))(...scope);
}
