import { keyData } from '../domain/invoice/key-data.js';
import { checkLeitwegId } from '../domain/invoice/leitweg-id.js';
import { parseConditions } from '../domain/routing/conditions.js';
import { isNarrow } from '../domain/routing/narrow-conditions.js';
import { route } from '../domain/routing/route.js';
import type { RoutingFacts } from '../domain/routing/routing-field.js';
import type { RoutingRule } from '../domain/routing/routing-rule.js';
import { MAX_RULES } from '../domain/routing/rule-set.js';
import { refused } from './outcome.js';
import type { InvoiceRecord } from './ports/invoice-records.js';
import type { TenantRecords } from './ports/tenant-door.js';
import { deliveryFactsOf, routingFactsOf } from './routing-facts.js';

/** What somebody wants to be remembered while they route an invoice by hand. */
export interface WantedRule {
  readonly name: string;
  /** As it was received. */
  readonly when?: unknown;
}

/**
 * The rule that would have routed this very invoice, behind all others; refused where it would not have, because its
 * conditions do not hold or something before it decides.
 */
export async function ruleToRemember(
  tenant: TenantRecords,
  invoice: InvoiceRecord,
  wanted: WantedRule,
  departmentId: string,
  id: string,
): Promise<{ readonly kind: 'rule'; readonly rule: RoutingRule } | ReturnType<typeof refused>> {
  const parsed = parseConditions(wanted.when);
  if (parsed.kind === 'problems') {
    const places = parsed.problems.map(({ code, path }) => `${path === '' ? 'when' : `when.${path}`} (${code})`);
    return refused('conditionsNotUsable', { places: places.join(', ') });
  }
  const facts = await factsOf(tenant, invoice);
  const leitwegIds = await tenant.town.leitwegIds();
  // An own Leitweg-ID stands on everything that comes; another text in its place is what a seller was told to write.
  const check = checkLeitwegId(facts.buyerReference);
  const ownId = check.kind === 'valid' && leitwegIds.some(({ leitwegId }) => leitwegId === check.leitwegId);
  if (!isNarrow(parsed.when, ownId ? [] : ['buyerReference'])) return refused('ruleTooBroad');
  // Nobody else puts one behind the others meanwhile.
  await tenant.routing.lockVersion();
  const rules = await tenant.routing.rules();
  if (rules.length >= MAX_RULES) return refused('tooManyRules', { limit: String(MAX_RULES) });
  const position = Math.max(0, ...rules.map((rule) => rule.position)) + 1;
  const rule = { id, position, name: wanted.name, when: parsed.when, departmentId };
  const routing = route(facts, { leitwegIds, rules: [...rules, rule] });
  return routing.kind === 'routed' && routing.by.ruleId === id ? { kind: 'rule', rule } : refused('ruleDoesNotHold');
}

/** Puts the rule in force, in the name of who decided. */
export async function rememberRule(
  tenant: TenantRecords,
  rule: RoutingRule,
  invoiceId: string,
  personId: string,
  at: Date,
): Promise<void> {
  const version = (await tenant.routing.lockVersion()) + 1;
  const rules = [...(await tenant.routing.rules()), rule].map((one) => ({ ...one, replaces: null }));
  await tenant.routing.set({ version, setBy: personId, setAt: at, rules });
  await tenant.audit.append(
    {
      subject: { kind: 'tenant', id: tenant.tenantId },
      event: 'tenant.routingRuleAdded',
      actor: { kind: 'person', id: personId },
      facts: { rule: rule.id, department: rule.departmentId, rememberedWith: invoiceId, version },
      payload: { name: rule.name, when: JSON.stringify(rule.when) },
    },
    at,
  );
}

async function factsOf(tenant: TenantRecords, invoice: InvoiceRecord): Promise<RoutingFacts> {
  const model = (await tenant.invoices.findModel(invoice.id)) ?? {};
  return routingFactsOf(model, keyData(model), await deliveryFactsOf(tenant, invoice));
}
