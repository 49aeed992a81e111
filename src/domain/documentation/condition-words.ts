import { routingFields } from '../routing/routing-field.js';
import type { Comparison, Condition } from '../routing/routing-rule.js';

const operators = { is: 'ist', startsWith: 'beginnt mit', contains: 'enthält', matches: 'hat die Form' } as const;

/** A routing rule's condition as a German sentence. */
export function conditionInWords(condition: Condition): string {
  if ('all' in condition) return joined(condition.all, ' und ');
  if ('any' in condition) return joined(condition.any, ' oder ');
  if ('not' in condition) return `nicht (${conditionInWords(condition.not)})`;
  return comparisonInWords(condition);
}

const joined = (conditions: readonly Condition[], word: string): string =>
  conditions
    .map((one) => ('all' in one || 'any' in one ? `(${conditionInWords(one)})` : conditionInWords(one)))
    .join(word);

function comparisonInWords(comparison: Comparison): string {
  const name = routingFields.get(comparison.field)?.de ?? comparison.field;
  if (comparison.operator === 'missing') return `${name} fehlt`;
  if (comparison.operator === 'oneOf') return `${name} ist eines von ${comparison.values.map(quoted).join(', ')}`;
  if (comparison.operator === 'between')
    return `${name} liegt zwischen ${quoted(comparison.from)} und ${quoted(comparison.to)}`;
  return `${name} ${operators[comparison.operator]} ${quoted(comparison.value)}`;
}

const quoted = (value: string): string => `„${value}“`;
