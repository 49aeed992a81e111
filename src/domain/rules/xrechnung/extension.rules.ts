import type { Big } from 'big.js';
import type { DocumentIndex, DocumentNode } from '../document-index.js';
import { atMostTwoDecimals, exists, filled, not } from '../engine/questions.js';
import { onlyNumber, sumOf, toCents, zero } from '../engine/numbers.js';
import { pathOf, type Path } from '../engine/path.js';
import type { Question, Rule } from '../engine/rule.js';
import { isInList, partySchemeOrSepa } from '../en16931/code-list.rules.js';
import { hasProfile } from './profiles.js';

const isExtension = hasProfile('extension');
const schemed = (list: 'xr-ext-icd' | 'xr-ext-eas'): Question => isInList({ at: '', value: '@schemeID', list });

const rows: readonly Rule[] = [
  {
    id: 'BR-DEX-01',
    on: { ubl: '//cbc:EmbeddedDocumentBinaryObject', cii: '//ram:AttachmentBinaryObject' },
    terms: ['BT-125-1'],
    quotes: '@mimeCode',
    holds: isInList({ at: '', value: '@mimeCode', list: 'xr-ext-mime', as: 'exact' }),
  },
  {
    id: 'BR-DEX-02',
    on: { ubl: 'document' },
    terms: ['BT-131'],
    holds: { ubl: linesAreSumsOfSubLines },
    severity: 'warning',
  },
  { id: 'BR-DEX-03', on: { ubl: 'document' }, terms: ['BT-151'], holds: { ubl: subLinesHaveOneVatCategory } },
  {
    id: 'BR-DEX-04',
    on: {
      ubl: '//cac:PartyIdentification/cbc:ID[@schemeID]',
      cii: '//ram:GlobalID[@schemeID][!<ram:SpecifiedTradeProduct][!<ram:ShipToTradeParty]',
    },
    terms: ['BT-29-1', 'BT-46-1', 'BT-60-1'],
    quotes: '@schemeID',
    holds: { ubl: partySchemeOrSepa('xr-ext-icd'), cii: schemed('xr-ext-icd') },
  },
  {
    id: 'BR-DEX-05',
    on: {
      ubl: '//cac:PartyLegalEntity/cbc:CompanyID[@schemeID]',
      cii: '//ram:ID[@schemeID][!<ram:SpecifiedTaxRegistration]',
    },
    terms: ['BT-30-1', 'BT-47-1', 'BT-61-1'],
    quotes: '@schemeID',
    holds: schemed('xr-ext-icd'),
  },
  {
    id: 'BR-DEX-06',
    on: {
      ubl: '//cac:StandardItemIdentification/cbc:ID[@schemeID]',
      cii: '//ram:SpecifiedTradeProduct/ram:GlobalID[@schemeID]',
    },
    terms: ['BT-157-1'],
    quotes: '@schemeID',
    holds: schemed('xr-ext-icd'),
  },
  {
    id: 'BR-DEX-07',
    on: { ubl: '//cbc:EndpointID[@schemeID]', cii: '//ram:URIUniversalCommunication/ram:URIID[@schemeID]' },
    terms: ['BT-34-1', 'BT-49-1'],
    quotes: '@schemeID',
    holds: schemed('xr-ext-eas'),
  },
  {
    id: 'BR-DEX-08',
    on: {
      ubl: '//cac:DeliveryLocation/cbc:ID[@schemeID]',
      cii: '//ram:ApplicableHeaderTradeDelivery/ram:ShipToTradeParty/ram:GlobalID[@schemeID]',
    },
    terms: ['BT-71-1'],
    quotes: '@schemeID',
    holds: schemed('xr-ext-icd'),
  },
  {
    id: 'BR-DEX-09',
    on: { ubl: 'totals' },
    terms: ['BT-115', 'BT-112', 'BT-113', 'BT-114'],
    holds: { ubl: dueWithThirdParties },
  },
  ...thirdPartyRules(),
  {
    id: 'BR-DEX-15',
    on: {
      cii: '/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:AssociatedDocumentLineDocument',
    },
    terms: [],
    quotes: { cii: 'ram:ParentLineID' },
    holds: { cii: not(exists('//ram:ParentLineID')) },
    severity: 'warning',
  },
];

/** The rules of the XRechnung Extension (BR-DEX); they run only where BT-24 names it. */
export const extensionRules: readonly Rule[] = rows.map((rule) => ({ ...rule, when: isExtension }));

/** A payment by a third party (BG-DEX-09), on invoices only. */
function thirdPartyRules(): readonly Rule[] {
  const on = { ubl: '/cac:PrepaidPayment[^inv:Invoice]' };
  return [
    { id: 'BR-DEX-10', on, terms: ['BT-DEX-001'], holds: { ubl: filled('cbc:ID') } },
    { id: 'BR-DEX-11', on, terms: ['BT-DEX-002'], holds: { ubl: filled('cbc:PaidAmount') } },
    { id: 'BR-DEX-12', on, terms: ['BT-DEX-003'], holds: { ubl: filled('cbc:InstructionID') } },
    {
      id: 'BR-DEX-13',
      on,
      terms: ['BT-DEX-002'],
      quotes: 'cbc:PaidAmount',
      holds: { ubl: atMostTwoDecimals('cbc:PaidAmount') },
    },
    {
      id: 'BR-DEX-14',
      on,
      terms: ['BT-DEX-002'],
      quotes: 'cbc:PaidAmount/@currencyID',
      holds: { ubl: hasInvoiceCurrency },
    },
  ];
}

/** A line with sub-lines equals the exact sum of those directly below it, at every depth; invoices only. */
function linesAreSumsOfSubLines(): ReturnType<Question> {
  const lines = pathOf('/cac:InvoiceLine[cac:SubInvoiceLine], //cac:SubInvoiceLine[cac:SubInvoiceLine]');
  const [own, parts] = [pathOf('cbc:LineExtensionAmount'), pathOf('cac:SubInvoiceLine/cbc:LineExtensionAmount')];
  return (node, document) =>
    node.name !== 'inv:Invoice' ||
    lines.nodes(node, document).every((line) => {
      const [amount, sum] = [numberAt(own, line, document), sumOf(parts.values(line, document))];
      return amount !== null && sum !== null && amount.eq(sum);
    });
}

function subLinesHaveOneVatCategory(): ReturnType<Question> {
  const [items, categories] = [pathOf('//cac:SubInvoiceLine/cac:Item'), pathOf('cac:ClassifiedTaxCategory')];
  return (node, document) =>
    node.name !== 'inv:Invoice' ||
    items.nodes(node, document).every((item) => categories.nodes(item, document).length === 1);
}

/** BT-115 - BT-114 = BT-112 - BT-113 + what third parties are to be paid, both sides rounded. */
function dueWithThirdParties(scope: Parameters<Question>[0]): ReturnType<Question> {
  const [due, gross, prepaid, rounding] = ['BT-115', 'BT-112', 'BT-113', 'BT-114'].map((term) => scope.path(term));
  const paid = pathOf('../cac:PrepaidPayment/cbc:PaidAmount');
  if (!due || !gross || !prepaid || !rounding) return () => true;
  return (node, document) => {
    const present = paid.values(node, document).filter((text) => text.trim() !== '');
    const numbers = [
      numberAt(due, node, document),
      rounding.exists(node, document) ? numberAt(rounding, node, document) : zero,
      numberAt(gross, node, document),
      prepaid.exists(node, document) ? numberAt(prepaid, node, document) : zero,
      sumOf(present),
    ];
    const [dueAmount, rounded, grossAmount, prepaidAmount, thirdParties] = numbers;
    if (!dueAmount || !rounded || !grossAmount || !prepaidAmount || !thirdParties) return false;
    return toCents(dueAmount.minus(rounded)).eq(toCents(grossAmount.minus(prepaidAmount).plus(thirdParties)));
  };
}

function numberAt(path: Path, node: DocumentNode, document: DocumentIndex): Big | null {
  return onlyNumber(path.values(node, document));
}

function hasInvoiceCurrency(): ReturnType<Question> {
  const [own, invoice] = [pathOf('cbc:PaidAmount/@currencyID'), pathOf('../cbc:DocumentCurrencyCode')];
  return (node, document) => {
    const codes = invoice.values(node, document);
    return own.values(node, document).some((code) => codes.includes(code));
  };
}
