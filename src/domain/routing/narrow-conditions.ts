import type { RoutingField } from './routing-field.js';
import type { Comparison, Condition } from './routing-rule.js';

/** What tells one seller, order, mail or desk from the others; everything else holds for half of what comes. */
const TELLING: ReadonlySet<RoutingField> = new Set([
  ...(['orderReference', 'contractReference', 'projectReference', 'costCentre', 'objectReference'] as const),
  ...(['sellerName', 'sellerVatId', 'sellerTaxNumber', 'sellerId', 'sellerMail', 'iban'] as const),
  ...(['contactName', 'contactMail', 'deliveryName', 'mailFrom', 'mailSubject'] as const),
]);

/** A text that only has to appear must have so many letters or digits. */
const MIN_TELLING_CHARACTERS = 2;

/**
 * Whether conditions can hold only where a seller, an order, a mail or a cost centre is named: what is broader is for
 * administrators to decide. `also` names fields that tell something in this case.
 */
export function isNarrow(when: Condition, also: readonly RoutingField[] = []): boolean {
  if ('all' in when) return when.all.some((one) => isNarrow(one, also));
  if ('any' in when) return when.any.every((one) => isNarrow(one, also));
  if ('not' in when) return false;
  return (TELLING.has(when.field) || also.includes(when.field)) && wantsText(when);
}

function wantsText(comparison: Comparison): boolean {
  if (comparison.operator === 'missing' || comparison.operator === 'between') return false;
  const texts = comparison.operator === 'oneOf' ? comparison.values : [comparison.value];
  return texts.every((text) => (text.match(/[\p{L}\p{N}]/gu) ?? []).length >= MIN_TELLING_CHARACTERS);
}
