import { codesIn } from '../code-lists/code-list.js';
import type { DocumentNode } from '../document-index.js';
import { normalized, pathOf } from '../engine/path.js';
import { all, alwaysHolds, any, exists, filled, inSyntax, not, someText } from '../engine/questions.js';
import type { Question, Rule } from '../engine/rule.js';
import { isIban } from './iban.js';
import { isSkontoText } from './skonto-lines.js';
import { xrechnungProfiles } from './profiles.js';

const creditTransfer = '30|58';
const cardPayment = '48|54|55';
const directDebit = '59';

/** What German authorities ask for beyond EN 16931 (XRechnung 3.0: BR-DE), with the levels of the Schematron. */
export const nationalRules: readonly Rule[] = [
  { id: 'BR-DE-1', on: 'document', terms: ['BG-16'], holds: exists('BG-16') },
  { id: 'BR-DE-2', on: 'headerSeller', terms: ['BG-6'], holds: exists('BG-6') },
  { id: 'BR-DE-3', on: 'headerSellerAddress', terms: ['BT-37'], holds: filled('BT-37'), errorClass: 'content' },
  { id: 'BR-DE-4', on: 'headerSellerAddress', terms: ['BT-38'], holds: filled('BT-38'), errorClass: 'content' },
  { id: 'BR-DE-5', on: 'sellerContact', terms: ['BT-41'], holds: filled('BT-41') },
  { id: 'BR-DE-6', on: 'sellerContact', terms: ['BT-42'], holds: filled('BT-42') },
  { id: 'BR-DE-7', on: 'sellerContact', terms: ['BT-43'], holds: filled('BT-43') },
  { id: 'BR-DE-8', on: 'headerBuyerAddress', terms: ['BT-52'], holds: filled('BT-52'), errorClass: 'content' },
  { id: 'BR-DE-9', on: 'headerBuyerAddress', terms: ['BT-53'], holds: filled('BT-53'), errorClass: 'content' },
  { id: 'BR-DE-10', on: 'headerDeliverToAddress', terms: ['BT-77'], holds: filled('BT-77') },
  { id: 'BR-DE-11', on: 'headerDeliverToAddress', terms: ['BT-78'], holds: filled('BT-78') },
  { id: 'BR-DE-14', on: 'headerVatBreakdown', terms: ['BT-119'], holds: filled('BT-119'), errorClass: 'content' },
  { id: 'BR-DE-15', on: 'document', terms: ['BT-10'], holds: filled('BT-10') },
  {
    id: 'BR-DE-16',
    on: 'document',
    terms: ['BT-31', 'BT-32', 'BG-11'],
    holds: any(not(usesVatCode()), sellerIsTaxable()),
    errorClass: 'content',
  },
  {
    id: 'BR-DE-17',
    on: 'document',
    terms: ['BT-3'],
    holds: someText('BT-3', (code) => codesIn('xr-1001').has(normalized(code))),
    severity: 'warning',
  },
  { id: 'BR-DE-18', on: 'document', terms: ['BT-20'], holds: skontoIsWellWritten },
  {
    id: 'BR-DE-19',
    on: { ubl: means('58'), cii: ciiMeans('58') },
    terms: ['BT-84'],
    quotes: payeeAccount(),
    holds: accountIsIban('payee'),
    severity: 'warning',
  },
  {
    id: 'BR-DE-20',
    on: { ubl: means('59'), cii: ciiMeans('59') },
    terms: ['BT-91'],
    quotes: payerAccount(),
    holds: accountIsIban('payer'),
    severity: 'warning',
  },
  {
    id: 'BR-DE-21',
    on: { ubl: 'document', cii: 'context' },
    terms: ['BT-24'],
    holds: someText('BT-24', isXrechnung),
    severity: 'warning',
  },
  { id: 'BR-DE-22', on: 'document', terms: ['BT-125'], holds: fileNamesDiffer },
  {
    id: 'BR-DE-23-a',
    on: { ubl: means(creditTransfer), cii: ciiMeans(creditTransfer) },
    terms: ['BT-84'],
    holds: hasAccount(),
  },
  {
    id: 'BR-DE-23-b',
    on: { ubl: means(creditTransfer), cii: ciiMeans(creditTransfer) },
    terms: [],
    holds: all(not(hasCard()), not(hasMandate())),
  },
  { id: 'BR-DE-24-a', on: { ubl: means(cardPayment), cii: ciiMeans(cardPayment) }, terms: ['BT-87'], holds: hasCard() },
  {
    id: 'BR-DE-24-b',
    on: { ubl: means(cardPayment), cii: ciiMeans(cardPayment) },
    terms: [],
    holds: all(not(hasAccount()), not(hasMandate())),
  },
  {
    id: 'BR-DE-25-a',
    on: { ubl: means(directDebit), cii: ciiMeans(directDebit) },
    terms: ['BT-89'],
    holds: hasMandate(),
  },
  {
    id: 'BR-DE-25-b',
    on: { ubl: means(directDebit), cii: ciiMeans(directDebit) },
    terms: [],
    holds: all(not(hasAccount()), not(hasCard()), not(hasInstitution())),
  },
  {
    id: 'BR-DE-26',
    on: 'document',
    terms: ['BG-3', 'BT-3'],
    holds: any(not(someText('BT-3', (code) => normalized(code) === '384')), exists('BG-3')),
    severity: 'warning',
  },
  {
    id: 'BR-DE-27',
    on: 'sellerContact',
    terms: ['BT-42'],
    holds: firstMatches('BT-42', /[0-9](?:[^\n\r]*[0-9]){2}/),
    severity: 'warning',
  },
  {
    id: 'BR-DE-28',
    on: 'sellerContact',
    terms: ['BT-43'],
    holds: firstMatches('BT-43', /^[^@\s]+@(?:[^@.\s]+\.)+[^@.\s]+$/),
    severity: 'warning',
  },
  {
    id: 'BR-DE-30',
    on: 'document',
    terms: ['BT-90'],
    holds: {
      ubl: any(
        not(exists('BG-19')),
        exists(`/cac:AccountingSupplierParty/cac:Party/${sepa()}`, `/cac:PayeeParty/${sepa()}`),
      ),
      cii: ofDebit('BT-90', 'BT-89', 'BT-91'),
    },
  },
  {
    id: 'BR-DE-31',
    on: 'document',
    terms: ['BT-91'],
    holds: { ubl: any(not(exists('BG-19')), exists('BT-91')), cii: ofDebit('BT-91', 'BT-89', 'BT-90') },
  },
  {
    id: 'BR-DE-TMP-32',
    on: 'document',
    terms: ['BT-72', 'BG-14'],
    holds: any(hasDeliveryDate(), exists('BG-14'), everyLineHasPeriod()),
    severity: 'information',
  },
];

function isXrechnung(id: string): boolean {
  return Object.values(xrechnungProfiles).some((profile) => profile === id);
}

function means(codes: string): string {
  return `/cac:PaymentMeans[cbc:PaymentMeansCode~'${codes}']`;
}

function ciiMeans(codes: string): string {
  return `/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeSettlementPaymentMeans[ram:TypeCode~'${codes}']`;
}

function sepa(): string {
  return "cac:PartyIdentification/cbc:ID[@schemeID='SEPA']";
}

function hasAccount(): Question {
  return inSyntax({ ubl: exists('cac:PayeeFinancialAccount'), cii: exists('ram:PayeePartyCreditorFinancialAccount') });
}

function hasCard(): Question {
  return inSyntax({ ubl: exists('cac:CardAccount'), cii: exists('ram:ApplicableTradeSettlementFinancialCard') });
}

/** CII has no group for the direct debit: any of its terms stands for it, the payer's account at this means only. */
function hasMandate(): Question {
  return inSyntax({
    ubl: exists('cac:PaymentMandate'),
    cii: exists('BT-89', 'BT-90', 'ram:PayerPartyDebtorFinancialAccount/ram:IBANID'),
  });
}

/** CII alone also forbids the two institutions on a direct debit. */
function hasInstitution(): Question {
  return inSyntax({
    ubl: not(alwaysHolds),
    cii: exists('ram:PayerSpecifiedDebtorFinancialInstitution', 'ram:PayeeSpecifiedCreditorFinancialInstitution'),
  });
}

/** In CII either all terms of a direct debit are there or none. */
function ofDebit(term: string, ...others: readonly string[]): Question {
  return any(all(exists(...others), exists(term)), not(exists(term, ...others)));
}

function payeeAccount(): { readonly ubl: string; readonly cii: string } {
  return { ubl: 'cac:PayeeFinancialAccount/cbc:ID', cii: 'ram:PayeePartyCreditorFinancialAccount/ram:IBANID' };
}

function payerAccount(): { readonly ubl: string; readonly cii: string } {
  return {
    ubl: 'cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID',
    cii: 'ram:PayerPartyDebtorFinancialAccount/ram:IBANID',
  };
}

function accountIsIban(side: 'payee' | 'payer'): Question {
  const places = side === 'payee' ? payeeAccount() : payerAccount();
  return ({ syntax }) => {
    const path = pathOf(places[syntax]);
    return (node, document) => isIban(path.first(node, document) ?? '');
  };
}

function firstMatches(term: string, pattern: RegExp): Question {
  return (scope) => {
    const path = scope.path(term);
    return (node, document) => pattern.test(normalized(path.first(node, document) ?? ''));
  };
}

/** CII forgets the document's allowances and charges: its test compares a whole element with 'VAT'. */
function usesVatCode(): Question {
  const codes = 'S|Z|E|AE|K|G|L|M';
  const line =
    '/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax';
  return inSyntax({
    ubl: exists(
      `/cac:AllowanceCharge[cbc:ChargeIndicator='true|false']/cac:TaxCategory/cbc:ID[.='${codes}']`,
      `/cac:InvoiceLine|cac:CreditNoteLine/cac:Item/cac:ClassifiedTaxCategory/cbc:ID[.='${codes}']`,
    ),
    cii: all(exists(`${line}/ram:TypeCode[.='VAT']`), exists(`${line}/ram:CategoryCode[.='${codes}']`)),
  });
}

function sellerIsTaxable(): Question {
  return any(filled('BT-32'), exists('BG-11'));
}

function skontoIsWellWritten(...[scope]: Parameters<Question>): ReturnType<Question> {
  const terms = pathOf(
    scope.syntax === 'ubl'
      ? '/cac:PaymentTerms'
      : '/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradePaymentTerms',
  );
  const note = pathOf(scope.syntax === 'ubl' ? 'cbc:Note' : 'ram:Description');
  return (node, document) =>
    terms.nodes(node, document).every((group) => {
      const first = note.values(group, document)[0];
      return first === undefined || isSkontoText(first);
    });
}

/** Attachments next to each other must not share a file name; those without a name never do. */
function fileNamesDiffer(...[scope]: Parameters<Question>): ReturnType<Question> {
  const references = pathOf(
    scope.syntax === 'ubl' ? '/cac:AdditionalDocumentReference' : '//ram:AdditionalReferencedDocument',
  );
  const names = pathOf(
    scope.syntax === 'ubl'
      ? 'cac:Attachment/cbc:EmbeddedDocumentBinaryObject/@filename'
      : 'ram:AttachmentBinaryObject/@filename',
  );
  return (node, document) => {
    const seen = new Map<DocumentNode | null, Set<string>>();
    for (const reference of references.nodes(node, document)) {
      const siblings = seen.get(reference.parent) ?? new Set<string>();
      seen.set(reference.parent, siblings);
      const own = names.values(reference, document);
      if (own.some((name) => siblings.has(name))) return false;
      for (const name of own) siblings.add(name);
    }
    return true;
  };
}

/** CII is content with any form of the date. */
function hasDeliveryDate(): Question {
  return inSyntax({
    ubl: exists('BT-72'),
    cii: exists(
      '/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeDelivery/ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime',
    ),
  });
}

function everyLineHasPeriod(): Question {
  return ({ syntax }) => {
    const lines = pathOf(
      syntax === 'ubl'
        ? '/cac:InvoiceLine|cac:CreditNoteLine'
        : '/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem',
    );
    const period = pathOf(
      syntax === 'ubl' ? 'cac:InvoicePeriod' : 'ram:SpecifiedLineTradeSettlement/ram:BillingSpecifiedPeriod',
    );
    return (node, document) => lines.nodes(node, document).every((line) => period.exists(line, document));
  };
}
