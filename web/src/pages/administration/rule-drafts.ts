import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { routingRulesQuery, type RoutingRule } from './administration-queries.js';

/** A rule while the set is edited. */
export interface DraftRule {
  /** Tells it from the others of the draft; the rule's id where it is in force. */
  readonly key: string;
  /** null: a new one. */
  readonly id: string | null;
  readonly name: string;
  readonly when: unknown;
  readonly departmentId: string;
}

/** The set as it is shown: the one in force, or what somebody has made of it. */
export interface RuleSet {
  /** What it rests on. */
  readonly version: number;
  readonly rules: readonly DraftRule[];
}

const draftOf = ({ id, name, when, departmentId }: RoutingRule): DraftRule => ({
  key: id,
  id,
  name,
  when,
  departmentId,
});

/** What the server takes. */
export const sentRules = (rules: readonly DraftRule[]) =>
  rules.map(({ id, name, when, departmentId }) => ({ id, name, when, departmentId }));

/** The rules in force until somebody changes one; from then on a draft that others' changes do not touch. */
export function useRuleSet() {
  const { data, error, refetch } = useQuery(routingRulesQuery);
  const [draft, setDraft] = useState<RuleSet | null>(null);
  const held = data && { version: data.version, rules: data.items.map(draftOf) };
  const edit = (change: (rules: readonly DraftRule[]) => readonly DraftRule[]) =>
    setDraft((before) => {
      const set = before ?? held;
      return set ? { ...set, rules: change(set.rules) } : null;
    });
  return { set: draft ?? held ?? null, isDraft: draft !== null, error, refetch, edit, discard: () => setDraft(null) };
}

/** One rule changed places with its neighbour. */
export function swapped(rules: readonly DraftRule[], index: number, step: 1 | -1): readonly DraftRule[] {
  const moved = rules[index];
  if (!moved) return rules;
  const others = rules.filter((rule) => rule !== moved);
  return [...others.slice(0, index + step), moved, ...others.slice(index + step)];
}

/** The rule in the place of the one with its key, or behind all others. */
export const withRule = (rules: readonly DraftRule[], rule: DraftRule): readonly DraftRule[] =>
  rules.some(({ key }) => key === rule.key)
    ? rules.map((one) => (one.key === rule.key ? rule : one))
    : [...rules, rule];
