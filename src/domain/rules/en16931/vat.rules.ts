import type { Big } from 'big.js';
import type { RuleSyntax } from '../document-index.js';
import { decimalOf, toCents } from '../engine/numbers.js';
import { pathOf, type Entry, type Path } from '../engine/path.js';
import { absent, all, alwaysHolds, any, exists, inSyntax, not } from '../engine/questions.js';
import { failingOnlyWith, type PerSyntax, type Question, type Rule } from '../engine/rule.js';
import { baseMatches } from './vat-bases.js';
import { vatFamilies, type RateCondition, type VatFamily } from './vat-family.table.js';
import { ciiPlaces, ublPlaces, type VatPlaces } from './vat-places.js';

const vat = "[cac:TaxScheme/cbc:ID^'VAT']";
const sellerVatId = `//cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme${vat}/cbc:CompanyID`;
const buyerVatId = `//cac:AccountingCustomerParty/cac:Party/cac:PartyTaxScheme${vat}/cbc:CompanyID`;
const buyerLegalId = '//cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cbc:CompanyID';
const representative = `//cac:TaxRepresentativeParty/cac:PartyTaxScheme${vat}/cbc:CompanyID`;
const ciiSellerVat = "//ram:SellerTradeParty/ram:SpecifiedTaxRegistration/ram:ID[@schemeID='VA']";
const ciiRepresentativeVat =
  "//ram:SellerTaxRepresentativeTradeParty/ram:SpecifiedTaxRegistration/ram:ID[@schemeID='VA']";

const rateOf = { ubl: 'cbc:Percent', cii: 'ram:RateApplicablePercent' } as const;

const amounts = {
  ubl: { tax: '../cbc:TaxAmount', base: '../cbc:TaxableAmount' },
  cii: { tax: 'ram:CalculatedAmount', base: 'ram:BasisAmount' },
} as const;

/** Each category's ten questions, those that only K and O have, and split payment (EN 16931-1, 6.4.4; BR-B). */
export const vatRules: readonly Rule[] = [
  ...vatFamilies.flatMap(familyRules),
  ...intraCommunityRules(),
  ...notSubjectRules(),
  ...splitPaymentRules(),
];

function familyRules(family: VatFamily): readonly Rule[] {
  const [ubl, cii] = [ublPlaces(family), ciiPlaces(family)];
  const id = (number: string): string => `BR-${family.family}-${number}`;
  const breakdown = { ubl: ubl.breakdown, cii: cii.breakdown };
  return [
    {
      id: id('01'),
      on: 'document',
      terms: ['BG-23'],
      holds: { ubl: ublBreakdownExists(family, ubl), cii: ciiBreakdownExists(family, cii) },
    },
    ...parties(family, ubl, cii, id),
    {
      id: id('05'),
      on: { ubl: ubl.line, cii: cii.line },
      terms: ['BT-152'],
      holds: { ubl: rate(family.rate), cii: rate(family.ciiLineRate ?? family.rate) },
      quotes: rateOf,
    },
    {
      id: id('06'),
      on: { ubl: ubl.allowance, cii: cii.allowance },
      terms: ['BT-96'],
      holds: rate(family.rate),
      quotes: rateOf,
    },
    {
      id: id('07'),
      on: { ubl: ubl.charge, cii: cii.charge },
      terms: ['BT-103'],
      holds: rate(family.rate),
      quotes: rateOf,
    },
    {
      id: id('08'),
      on: breakdown,
      terms: ['BT-116'],
      holds: baseMatches(family),
      quotes: { ubl: '../cbc:TaxableAmount', cii: 'ram:BasisAmount' },
    },
    {
      id: id('09'),
      on: breakdown,
      terms: ['BT-117'],
      holds: tax(family),
      quotes: { ubl: '../cbc:TaxAmount', cii: 'ram:CalculatedAmount' },
    },
    { id: id('10'), on: breakdown, terms: ['BT-120', 'BT-121'], holds: reason(family) },
  ];
}

/** -02 for lines, -03 for allowances, -04 for charges; UBL asks once per document, CII once per tax element. */
function parties(family: VatFamily, ubl: VatPlaces, cii: VatPlaces, id: (number: string) => string): readonly Rule[] {
  const terms = ['BT-31', 'BT-32', 'BT-63', 'BT-48'];
  const rows = [
    // For S the official UBL test of lines also fails where the category has no VAT scheme at all.
    ['02', ubl.countedLine, cii.line],
    ['03', ubl.anyAllowance, cii.allowance],
    ['04', ubl.anyCharge, cii.charge],
  ] as const;
  return rows.map(([number, used, at]) => ({
    id: id(number),
    on: { ubl: 'document', cii: at },
    terms,
    holds: {
      ubl: any(absent(used), number === '02' ? all(exists(ubl.anyLine), partyIds(family)) : partyIds(family)),
      cii: partyIds(family),
    },
  }));
}

function partyIds(family: VatFamily): Question {
  const sellerIds = inSyntax({
    ubl: exists('//cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cbc:CompanyID', representative),
    cii: exists('BT-32', 'BT-63'),
  });
  const sellerVat = inSyntax({
    ubl: exists(sellerVatId, representative),
    cii: exists(ciiSellerVat, ciiRepresentativeVat),
  });
  const buyerVat = inSyntax({ ubl: exists(buyerVatId), cii: exists('BT-48') });
  const buyerIds = inSyntax({ ubl: exists(buyerVatId, buyerLegalId), cii: exists('BT-48', 'BT-47') });
  const noneInCii = all(not(exists('BT-31')), not(exists('BT-63')), not(exists('BT-48')));
  const questions: Readonly<Record<VatFamily['parties'], Question>> = {
    seller: sellerIds,
    sellerAndBuyer: all(sellerIds, buyerIds),
    sellerVat,
    sellerVatAndBuyerVat: all(sellerVat, buyerVat),
    none: inSyntax({ ubl: not(exists(sellerVatId, representative, buyerVatId)), cii: noneInCii }),
  };
  return questions[family.parties];
}

/** UBL: a category used anywhere (for `exactlyOne` the breakdown itself counts) needs its breakdown. */
function ublBreakdownExists(family: VatFamily, places: VatPlaces): Question {
  return () => {
    const used = pathOf(places.anyUse);
    const classified = pathOf(places.countedLine);
    const breakdowns = pathOf(places.countedBreakdown);
    // All three look for the same code.
    return failingOnlyWith(codeIn(classified), (node, document) => {
      const isUsed = used.exists(node, document) || classified.exists(node, document);
      const number = breakdowns.nodes(node, document).length;
      return family.breakdowns === 'atLeastOne' ? isUsed === number > 0 : !isUsed || number === 1;
    });
  };
}

/** CII: for S, L and M a line (or an allowance) and the breakdowns must be two or more together; else as the table says. */
function ciiBreakdownExists(family: VatFamily, places: VatPlaces): Question {
  return () => {
    const [lines, allowances, breakdowns] = [
      pathOf(places.countedLine),
      pathOf(places.anyAllowance),
      pathOf(places.countedBreakdown),
    ];
    return failingOnlyWith(codeIn(lines), (node, document) => {
      const numbers = [lines, allowances, breakdowns].map((path) => path.nodes(node, document).length);
      const [inLines = 0, inAllowances = 0, inBreakdowns = 0] = numbers;
      if (family.breakdowns === 'atLeastOne') {
        return (
          (inLines === 0 || inLines + inBreakdowns >= 2) && (inAllowances === 0 || inAllowances + inBreakdowns >= 2)
        );
      }
      const isUsed = inLines + inAllowances > 0;
      if (inBreakdowns === 0) return !isUsed || family.code === 'O';
      return inBreakdowns === 1 && isUsed;
    });
  };
}

/** The code that a path asks for, whatever element has it. */
function codeIn({ entry }: Path): Entry | null {
  return entry?.text ? entry : null;
}

function rate(wanted: RateCondition): Question {
  const accepts: Readonly<Record<'positive' | 'notNegative' | 'zero', (value: Big) => boolean>> = {
    positive: (value) => value.gt(0),
    notNegative: (value) => value.gte(0),
    zero: (value) => value.eq(0),
  };
  return (scope) => {
    const path = pathOf(rateOf[scope.syntax]);
    if (wanted === 'absent') return (node, document) => !path.exists(node, document);
    return (node, document) => {
      const value = decimalOf(path.first(node, document));
      return value !== null && accepts[wanted](value) && !(wanted === 'zero' && isNegativeZero(value, scope.syntax));
    };
  };
}

function tax(family: VatFamily): PerSyntax<Question> {
  const questions = { byRate: taxIsByRate, zero: taxIsZero, untested: alwaysHolds };
  return { ubl: questions[family.tax.ubl], cii: questions[family.tax.cii] };
}

function taxIsZero(...[scope]: Parameters<Question>): ReturnType<Question> {
  const path = pathOf(amounts[scope.syntax].tax);
  return (node, document) => {
    const value = decimalOf(path.first(node, document));
    return value?.eq(0) === true && !isNegativeZero(value, scope.syntax);
  };
}

/** The official CII tests compare doubles, and their engine tells -0 from 0; the UBL ones compare exact decimals. */
function isNegativeZero(value: Big, syntax: RuleSyntax): boolean {
  return syntax === 'cii' && value.s < 0 && value.eq(0);
}

/** Less than 1.00 away from base times rate, signs ignored. */
function taxIsByRate(...[scope]: Parameters<Question>): ReturnType<Question> {
  const paths = [amounts[scope.syntax].tax, amounts[scope.syntax].base, rateOf[scope.syntax]].map(pathOf);
  return (node, document) => {
    const [taxAmount, base, percent] = paths.map((path) => decimalOf(path.first(node, document)));
    if (!taxAmount || !base || !percent) return false;
    return taxAmount
      .abs()
      .minus(toCents(base.abs().times(percent).div(100)))
      .abs()
      .lt(1);
  };
}

function reason(family: VatFamily): Question {
  const given = inSyntax({
    ubl: exists('cbc:TaxExemptionReason', 'cbc:TaxExemptionReasonCode'),
    cii: exists('ram:ExemptionReason', 'ram:ExemptionReasonCode'),
  });
  return family.reason === 'required' ? given : not(given);
}

function intraCommunityRules(): readonly Rule[] {
  const family = vatFamilies.find(({ code }) => code === 'K');
  if (!family) return [];
  const on = { ubl: ublPlaces(family).breakdown, cii: ciiPlaces(family).breakdown };
  const long =
    (path: string): Question =>
    () =>
    (node, document) =>
      pathOf(path)
        .values(node, document)
        .some((text) => Array.from(text).length > 1);
  return [
    {
      id: 'BR-IC-11',
      on,
      terms: ['BT-72', 'BG-14'],
      holds: {
        ubl: any(
          long('/cac:Delivery/cbc:ActualDeliveryDate'),
          () => (node, document) =>
            pathOf('/cac:InvoicePeriod')
              .nodes(node, document)
              .some((period) => period.children.length > 0),
        ),
        cii: exists(
          'BT-72',
          '../ram:BillingSpecifiedPeriod/ram:StartDateTime',
          '../ram:BillingSpecifiedPeriod/ram:EndDateTime',
        ),
      },
    },
    {
      id: 'BR-IC-12',
      on,
      terms: ['BT-80'],
      holds: {
        ubl: long('/cac:Delivery/cac:DeliveryLocation/cac:Address/cac:Country/cbc:IdentificationCode'),
        cii: exists('BT-80'),
      },
    },
  ];
}

/** A breakdown "not subject to VAT" tolerates no other category anywhere. */
function notSubjectRules(): readonly Rule[] {
  const family = vatFamilies.find(({ code }) => code === 'O');
  if (!family) return [];
  const [ubl, cii] = [ublPlaces(family), ciiPlaces(family)];
  const other = `[!cbc:ID~'O']${vat}`;
  const rows = [
    [
      '11',
      `/cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory${other}`,
      "//ram:ApplicableTradeTax/ram:CategoryCode[!.='O']",
    ],
    ['12', `//cac:ClassifiedTaxCategory${other}`, "//ram:ApplicableTradeTax/ram:CategoryCode[!.='O']"],
    [
      '13',
      `//cac:AllowanceCharge[cbc:ChargeIndicator?false]/cac:TaxCategory${other}`,
      "//ram:CategoryTradeTax/ram:CategoryCode[!.='O']",
    ],
    [
      '14',
      `//cac:AllowanceCharge[cbc:ChargeIndicator?true]/cac:TaxCategory${other}`,
      "//ram:CategoryTradeTax/ram:CategoryCode[!.='O']",
    ],
  ] as const;
  return rows.map(([number, inUbl, inCii]) => ({
    id: `BR-O-${number}`,
    on: { ubl: 'document', cii: cii.breakdown },
    terms: ['BG-23'],
    holds: { ubl: any(absent(ubl.breakdown), absent(inUbl)), cii: not(exists(inCii)) },
  }));
}

/** Split payment (category B) is Italian and does not go together with S; UBL overlooks S in the breakdown. */
function splitPaymentRules(): readonly Rule[] {
  const split = inSyntax({
    ubl: exists("//cac:TaxCategory/cbc:ID[.='B']", "//cac:ClassifiedTaxCategory/cbc:ID[.='B']"),
    cii: exists("//ram:CategoryCode[.='B']"),
  });
  const foreign = inSyntax({
    ubl: exists("//cbc:IdentificationCode[!.='IT']"),
    cii: exists("//ram:CountryID[!.='IT']"),
  });
  const splitInDocument = inSyntax({
    ubl: exists(
      "/cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:ID[.='B']",
      "/cac:AllowanceCharge/cac:TaxCategory/cbc:ID[.='B']",
      "//cac:ClassifiedTaxCategory/cbc:ID[.='B']",
    ),
    cii: exists("//ram:CategoryCode[.='B']"),
  });
  const standard = inSyntax({
    ubl: exists("/cac:AllowanceCharge/cac:TaxCategory/cbc:ID[.='S']", "//cac:ClassifiedTaxCategory/cbc:ID[.='S']"),
    cii: exists("//ram:CategoryCode[.='S']"),
  });
  return [
    { id: 'BR-B-01', on: 'document', terms: ['BT-40', 'BT-55'], holds: any(not(split), not(foreign)) },
    { id: 'BR-B-02', on: 'document', terms: ['BG-23'], holds: any(not(splitInDocument), not(standard)) },
  ];
}
