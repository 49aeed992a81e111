import type { Condition, RoutingRule } from './routing-rule.js';

/** A rule as somebody wants it. Rules are tried in the order of the list that they stand in. */
export interface RuleDraft {
  /** The rule in force that it was; null: a new one. */
  readonly id: string | null;
  readonly name: string;
  readonly when: Condition;
  readonly departmentId: string;
}

/** A rule in one version of a tenant's set. */
export interface VersionedRule extends RoutingRule {
  /** The rule of the version before whose place it took; null: it is new, or it was there already. */
  readonly replaces: string | null;
}

/** Rules that one set may have; every invoice without a telling Leitweg-ID is held against all of them. */
export const MAX_RULES = 1_000;

const POSITION_STEP = 10;

/**
 * The set of rules that drafts make of the one in force: what nobody touched keeps its id, what was altered gets a new
 * one, because invoices name the rule that routed them. null: a draft names a rule that is not in force, or one twice.
 */
export function ruleSetOf(
  drafts: readonly RuleDraft[],
  current: readonly RoutingRule[],
  newId: () => string,
): readonly VersionedRule[] | null {
  const named = drafts.flatMap(({ id }) => id ?? []);
  if (new Set(named).size < named.length || named.some((id) => current.every((rule) => rule.id !== id))) return null;
  return drafts.map(({ id, name, when, departmentId }, index) => {
    const wanted = { position: (index + 1) * POSITION_STEP, name, when, departmentId };
    const before = current.find((rule) => rule.id === id);
    if (before && saysTheSame(before, wanted)) return { ...wanted, id: before.id, replaces: null };
    return { ...wanted, id: newId(), replaces: id };
  });
}

type Said = Pick<RoutingRule, 'name' | 'when' | 'departmentId'>;

/** Parsed conditions have their keys in one order, so their text tells. */
const saysTheSame = (one: Said, other: Said): boolean =>
  one.name === other.name &&
  one.departmentId === other.departmentId &&
  JSON.stringify(one.when) === JSON.stringify(other.when);

/** What became of one rule from one version to the next. Places count from 1. */
export type RuleDifference =
  | { readonly kind: 'added'; readonly after: VersionedRule; readonly place: number }
  | { readonly kind: 'ended'; readonly before: VersionedRule; readonly place: number }
  | {
      readonly kind: 'changed';
      readonly before: VersionedRule;
      readonly after: VersionedRule;
      readonly place: number;
    }
  | { readonly kind: 'moved'; readonly after: VersionedRule; readonly from: number; readonly place: number };

/** What two versions of the set differ in, in the order of the later one; what has ended comes last. */
export function differencesOf(
  before: readonly VersionedRule[],
  after: readonly VersionedRule[],
): readonly RuleDifference[] {
  const stayed = new Set(after.flatMap(({ id, replaces }) => [id, replaces ?? id]));
  const kept = before.filter(({ id }) => stayed.has(id)).map(({ id }) => id);
  const keptAfter = after.map(({ id, replaces }) => replaces ?? id).filter((id) => kept.includes(id));
  const changes = after.flatMap((rule, index): RuleDifference[] => {
    const place = index + 1;
    const earlier = before.find(({ id }) => id === (rule.replaces ?? rule.id));
    if (!earlier) return [{ kind: 'added', after: rule, place }];
    if (rule.replaces !== null) return [{ kind: 'changed', before: earlier, after: rule, place }];
    // What only gave way to others has not been moved by anybody.
    if (kept.indexOf(earlier.id) === keptAfter.indexOf(earlier.id)) return [];
    return [{ kind: 'moved', after: rule, from: before.indexOf(earlier) + 1, place }];
  });
  const ended = before.flatMap((rule, index): RuleDifference[] =>
    stayed.has(rule.id) ? [] : [{ kind: 'ended', before: rule, place: index + 1 }],
  );
  return [...changes, ...ended];
}
