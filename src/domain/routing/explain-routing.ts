import type { Compared } from './evaluate.js';
import { OPERATORS } from './operators.js';
import { isRoutingField, routingFields } from './routing-field.js';
import type { Operator } from './routing-rule.js';

type Language = 'de' | 'en';

/** What was compared, in words: "Bestellnummer: „GM-17“ (beginnt mit „GM-“)". */
export const explainCompared = (compared: Compared): { readonly de: string; readonly en: string } => ({
  de: explained(compared, 'de'),
  en: explained(compared, 'en'),
});

const words = {
  de: { absent: 'nicht angegeben', not: 'nicht: ', quote: (text: string) => `„${text}“` },
  en: { absent: 'not given', not: 'not: ', quote: (text: string) => `“${text}”` },
} as const;

function explained({ field, operator, expected, found, negated }: Compared, language: Language): string {
  const { absent, not, quote } = words[language];
  const wanted = [OPERATORS[operator].label[language], ...(expected === '' ? [] : [quote(expected)])].join(' ');
  const said = found === null ? absent : quote(found);
  const label = routingFields.get(field)?.[language] ?? field;
  return `${label}: ${said} (${negated ? not : ''}${wanted})`;
}

/** What was stored as compared, as far as it can still be read. */
export const comparedIn = (stored: unknown): readonly Compared[] =>
  Array.isArray(stored) ? stored.flatMap((one: unknown) => comparedOf(one) ?? []) : [];

function comparedOf(json: unknown): Compared | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const { field, operator, expected, found, negated }: Partial<Record<keyof Compared, unknown>> = json;
  if (typeof field !== 'string' || !isRoutingField(field) || !isOperator(operator)) return undefined;
  if (typeof expected !== 'string' || (typeof found !== 'string' && found !== null)) return undefined;
  return { field, operator, expected, found, negated: negated === true };
}

const isOperator = (text: unknown): text is Operator => typeof text === 'string' && Object.hasOwn(OPERATORS, text);
