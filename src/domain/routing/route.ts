import { checkLeitwegId } from '../invoice/leitweg-id.js';
import { evaluate, type Compared } from './evaluate.js';
import type { RoutingFacts } from './routing-field.js';
import type { RoutingRule } from './routing-rule.js';

/** What a tenant has written down about where invoices go. */
export interface RoutingBook {
  /** departmentId null: the id serves the whole authority, the rules decide on the department. */
  readonly leitwegIds: readonly { readonly leitwegId: string; readonly departmentId: string | null }[];
  readonly rules: readonly RoutingRule[];
  /** Whether the Leitweg-ID on the invoice has been looked up and found to belong to another tenant. */
  readonly leitwegIdServesOtherTenant?: boolean;
}

/** Why a person must look. */
export type ClearingReason =
  'leitwegIdMissing' | 'leitwegIdInvalid' | 'leitwegIdUnknown' | 'otherTenant' | 'noRuleMatched';

export type Routing =
  | { readonly kind: 'routed'; readonly departmentId: string; readonly by: RoutedBy }
  | {
      readonly kind: 'clearing';
      readonly reason: ClearingReason;
      /** What the sentence quotes: the id as found, the check digits it should have. */
      readonly values: Readonly<Record<string, string>>;
    };

/** What sent the invoice to its department: a Leitweg-ID, or a rule. */
export type RoutedBy = (
  | { readonly leitwegId: string; readonly ruleId?: undefined }
  | { readonly ruleId: string; readonly leitwegId?: undefined }
) & { readonly compared: readonly Compared[] };

/**
 * Which department an invoice goes to, and what said so.
 *
 * A Leitweg-ID that serves one department decides. One that serves the whole authority, one that is mistyped and none
 * at all leave it to the rules; where none holds, the most telling reason goes along to the clearing queue. A correct
 * Leitweg-ID that is not ours addresses somebody else: then no rule may pull the invoice in, a person looks.
 */
export function route(facts: RoutingFacts, book: RoutingBook): Routing {
  const check = checkLeitwegId(facts.buyerReference);
  const found = (facts.buyerReference ?? '').trim().slice(0, 100);
  if (check.kind === 'invalid') {
    const { expectedCheckDigits } = check;
    return check.error === 'missing'
      ? byRules(facts, book, 'leitwegIdMissing', {})
      : byRules(facts, book, 'leitwegIdInvalid', { found, ...(expectedCheckDigits ? { expectedCheckDigits } : {}) });
  }
  const { leitwegId } = check;
  const own = book.leitwegIds.find((one) => one.leitwegId.toUpperCase() === leitwegId);
  if (!own) {
    const reason = book.leitwegIdServesOtherTenant ? 'otherTenant' : 'leitwegIdUnknown';
    return { kind: 'clearing', reason, values: { found } };
  }
  if (own.departmentId === null) return byRules(facts, book, 'noRuleMatched', { found });
  const compared: Compared = {
    field: 'buyerReference',
    operator: 'is',
    expected: own.leitwegId,
    found,
    negated: false,
  };
  return { kind: 'routed', departmentId: own.departmentId, by: { leitwegId: own.leitwegId, compared: [compared] } };
}

function byRules(
  facts: RoutingFacts,
  book: RoutingBook,
  reason: ClearingReason,
  values: Readonly<Record<string, string>>,
): Routing {
  for (const rule of inOrder(book.rules)) {
    const { holds, compared } = evaluate(rule.when, facts);
    if (holds) return { kind: 'routed', departmentId: rule.departmentId, by: { ruleId: rule.id, compared } };
  }
  return { kind: 'clearing', reason, values };
}

const inOrder = (rules: readonly RoutingRule[]): readonly RoutingRule[] =>
  rules.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
