import { Big } from 'big.js';
import type { DocumentIndex, DocumentNode } from '../document-index.js';
import { onlyNumber, sumOf, toCents, zero } from '../engine/numbers.js';
import { pathOf, type Path } from '../engine/path.js';
import { any, exists, inSyntax, not, someNumber } from '../engine/questions.js';
import type { Question } from '../engine/rule.js';

const transaction = 'rsm:SupplyChainTradeTransaction';
const header = 'ram:ApplicableHeaderTradeSettlement';

const slackKey = {};

const twoCents = new Big('0.02');
const halfUnit = new Big('0.5');
const one = new Big(1);

/** The invoice's currency (BT-5). */
export const currencyPath = {
  ubl: pathOf('/cbc:DocumentCurrencyCode'),
  cii: pathOf(`/${transaction}/${header}/ram:InvoiceCurrencyCode`),
} as const;

const lineParts = {
  ubl: {
    allowances: pathOf("cac:AllowanceCharge[cbc:ChargeIndicator~'false']/cbc:Amount"),
    charges: pathOf("cac:AllowanceCharge[cbc:ChargeIndicator~'true']/cbc:Amount"),
  },
  cii: {
    allowances: pathOf(
      "ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator~'false']/ram:ActualAmount",
    ),
    charges: pathOf(
      "ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator~'true']/ram:ActualAmount",
    ),
  },
} as const;

/** In what the rules on amounts differ between Peppol and XRechnung. */
export interface AmountVariant {
  /** By how much a computed amount may miss the given one. */
  readonly slackOf: (document: DocumentIndex) => Big;
  /** Whether a CII line without a base quantity at its net price takes that of the gross price. */
  readonly takesGrossQuantity: boolean;
}

export const peppolAmounts: AmountVariant = { slackOf: () => twoCents, takesGrossQuantity: false };

export const xrechnungAmounts: AmountVariant = { slackOf: slackByCurrency, takesGrossQuantity: true };

/** Two cents; half a forint's unit where the invoice is in HUF. */
function slackByCurrency(document: DocumentIndex): Big {
  return document.once(slackKey, () => {
    const codes = currencyPath[document.syntax].values(document.root, document);
    return codes.includes('HUF') ? halfUnit : twoCents;
  });
}

function isWithin(slack: Big, left: Big, right: Big): boolean {
  return left.minus(right).abs().lte(slack);
}

/** Amount = base * factor / 100, within the slack (R040). */
export function amountIsShareOfBase({ slackOf }: AmountVariant): Question {
  return ({ syntax }) => {
    const names =
      syntax === 'ubl'
        ? ['cbc:Amount', 'cbc:BaseAmount', 'cbc:MultiplierFactorNumeric']
        : ['ram:ActualAmount', 'ram:BasisAmount', 'ram:CalculationPercent'];
    const [amount, whole, percent] = names.map(pathOf);
    if (!amount || !whole || !percent) return () => true;
    return (node, document) => {
      const share = orDefault(amount, zero, node, document);
      const [total, rate] = [numberAt(whole, node, document), numberAt(percent, node, document)];
      if (share === null || total === null || rate === null) return false;
      return isWithin(slackOf(document), share, total.times(rate).div(100));
    };
  };
}

function numberAt(path: Path, node: DocumentNode, document: DocumentIndex): Big | null {
  return onlyNumber(path.values(node, document));
}

function orDefault(path: Path, fallback: Big, node: DocumentNode, document: DocumentIndex): Big | null {
  const texts = path.values(node, document);
  return texts.length === 0 ? fallback : onlyNumber(texts);
}

/** UBL wants the word `false`; CII wants it, untrimmed, only where there is an amount. */
export function isPriceAllowance(): Question {
  return inSyntax({
    ubl: exists("cbc:ChargeIndicator[.~'false']"),
    cii: any(
      not(exists('ram:AppliedTradeAllowanceCharge/ram:ActualAmount')),
      exists("ram:AppliedTradeAllowanceCharge/ram:ChargeIndicator/udt:Indicator[.='false']"),
    ),
  });
}

/** R046 at the discount of a price. */
export function netPriceInUbl(): ReturnType<Question> {
  return netPrice('../cbc:PriceAmount', 'cbc:BaseAmount', 'cbc:Amount');
}

/** R046 at the gross price. */
export function netPriceInCii(): ReturnType<Question> {
  return netPrice(
    '../ram:NetPriceProductTradePrice/ram:ChargeAmount',
    'ram:ChargeAmount',
    'ram:AppliedTradeAllowanceCharge/ram:ActualAmount',
  );
}

/** Net = gross - discount, exactly; nothing to compare without a gross price. */
function netPrice(net: string, gross: string, discount: string): ReturnType<Question> {
  const [netPath, grossPath, discountPath] = [pathOf(net), pathOf(gross), pathOf(discount)];
  return (node, document) => {
    if (!grossPath.exists(node, document)) return true;
    const numbers = [
      numberAt(netPath, node, document),
      numberAt(grossPath, node, document),
      orDefault(discountPath, zero, node, document),
    ];
    const [left, whole, minus] = numbers;
    return !!left && !!whole && !!minus && left.eq(whole.minus(minus));
  };
}

/**
 * Line amount = quantity * price / base quantity + charges - allowances, within the slack; missing parts count as 0 or 1. CII takes
 * the gross price's base quantity where the net price has none.
 */
export function lineAmountIsPriceTimesQuantity({ slackOf, takesGrossQuantity }: AmountVariant): Question {
  return (scope) => {
    const [amount, quantity, price, netQuantity] = ['BT-131', 'BT-129', 'BT-146', 'BT-149'].map((term) =>
      scope.path(term),
    );
    const grossQuantity = pathOf('ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice/ram:BasisQuantity');
    const parts = lineParts[scope.syntax];
    const takesGross = takesGrossQuantity && scope.syntax === 'cii';
    if (!amount || !quantity || !price || !netQuantity) return () => true;
    return (node, document) => {
      const basis = takesGross && !netQuantity.exists(node, document) ? grossQuantity : netQuantity;
      const per = orDefault(basis, one, node, document);
      const [net, number, single] = [
        orDefault(amount, zero, node, document),
        orDefault(quantity, one, node, document),
        orDefault(price, zero, node, document),
      ];
      const minus = sumOf(parts.allowances.values(node, document));
      const plus = sumOf(parts.charges.values(node, document));
      if (!net || !number || !single || !per || !minus || !plus) return false;
      const share = number.times(single.div(per.eq(0) ? 1 : per));
      return isWithin(slackOf(document), net, share.plus(toCents(plus)).minus(toCents(minus)));
    };
  };
}

/** R121, where a base quantity is given. */
export function baseQuantityIsPositive(): Question {
  const positive = (value: Big): boolean => value.gt(0);
  return inSyntax({
    ubl: any(not(exists('cac:Price/cbc:BaseQuantity')), someNumber('cac:Price/cbc:BaseQuantity', positive)),
    cii: any(not(exists('ram:BasisQuantity')), someNumber('ram:BasisQuantity', positive)),
  });
}

/** The price's base quantity has the unit of the invoiced quantity. */
export function unitsAgree(...[scope]: Parameters<Question>): ReturnType<Question> {
  const isUbl = scope.syntax === 'ubl';
  const quantity = pathOf(
    isUbl
      ? '../../cbc:InvoicedQuantity|cbc:CreditedQuantity'
      : '../../../ram:SpecifiedLineTradeDelivery/ram:BilledQuantity',
  );
  const unit = pathOf('@unitCode');
  return (node, document) => {
    const quantities = quantity.nodes(node, document);
    if (isUbl && quantities.length === 0) return true;
    const own = unit.first(node, document);
    return quantities.some((other) => unit.values(other, document)[0] === own);
  };
}
