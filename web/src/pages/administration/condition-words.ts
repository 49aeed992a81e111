import { useQuery } from '@tanstack/react-query';
import { formatDate } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { routingFieldsQuery } from './administration-queries.js';
import { draftOf, linesOf, type ComparisonDraft, type Draft, type FieldKind, type KindOf } from './condition-draft.js';
import { ruleWords } from './rules.words.js';

export interface OperatorChoice {
  readonly value: string;
  readonly label: string;
  readonly takes: 'value' | 'values' | 'range' | 'nothing';
}

/** The fields and operators that the server offers, in the reader's language. */
export function useRoutingFields() {
  const say = useWords(ruleWords);
  const language = useLanguage();
  const { data, error, refetch } = useQuery(routingFieldsQuery);
  const fields = data?.fields ?? [];
  const kindOf: KindOf = (name) => fields.find((field) => field.name === name)?.kind ?? 'text';
  const labelOf = (name: string) => fields.find((field) => field.name === name)?.label[language] ?? name;
  const operatorsOf = (name: string): readonly OperatorChoice[] => {
    const kind = kindOf(name);
    const known = fields.find((field) => field.name === name)?.operators ?? [];
    const offered = (data?.operators ?? []).filter((operator) => known.includes(operator.name));
    const choices = offered.map(({ name: value, label, takes }) => ({ value, label: label[language], takes }));
    if (kind === 'text') return choices;
    const open = (['atLeast', 'atMost'] as const).map((value) => ({
      value,
      label: say(kind === 'date' ? `${value}Date` : value),
      takes: 'value' as const,
    }));
    return [...choices, ...open];
  };
  const options = fields.map(({ name, label }) => ({ value: name, label: label[language] }));
  return { ready: data !== undefined, error, refetch, options, kindOf, labelOf, operatorsOf };
}

/** Conditions as a sentence: "Verkäufer enthält „Stadtwerke“ und Bruttobetrag ist mindestens 1.000,00". */
export function useConditionsInWords(): (when: unknown) => string {
  const say = useWords(ruleWords);
  const language = useLanguage();
  const { kindOf, labelOf, operatorsOf } = useRoutingFields();
  const comparison = (draft: ComparisonDraft): string => {
    const operator = operatorsOf(draft.field).find(({ value }) => value === draft.operator);
    const quote = (value: string) => quoted(value, kindOf(draft.field), language);
    const values = {
      value: () => quote(draft.value),
      values: () => linesOf(draft.values).map(quote).join(say('anyOf')),
      range: () => say('between', { from: quote(draft.from), to: quote(draft.to) }),
      nothing: () => '',
    };
    return `${labelOf(draft.field)} ${operator?.label ?? draft.operator} ${values[operator?.takes ?? 'value']()}`.trim();
  };
  const sentence = (draft: Draft, inner: boolean): string => {
    if (draft.negated) return say('not', { inner: sentence({ ...draft, negated: false }, false) });
    if (draft.kind === 'comparison') return comparison(draft);
    const parts = draft.parts.map((part) => sentence(part, true)).join(say(draft.join === 'all' ? 'and' : 'or'));
    return inner && draft.parts.length > 1 ? `(${parts})` : parts;
  };
  return (when) => sentence(draftOf(when, kindOf, language), false);
}

function quoted(value: string, kind: FieldKind, language: 'de' | 'en'): string {
  if (kind === 'amount') return value;
  if (kind === 'date') return formatDate(value, language);
  return language === 'de' ? `„${value}“` : `“${value}”`;
}
