import { decide } from '../domain/approval/decide.js';
import type { DecisionFacts } from '../domain/approval/facts.js';
import type { Action } from '../domain/approval/lifecycle.js';
import type { CanonicalValue } from '../domain/audit/canonical-json.js';
import { checkLeitwegId } from '../domain/invoice/leitweg-id.js';
import { route, type Routing } from '../domain/routing/route.js';
import { changeState } from './change-state.js';
import type { Enriched } from './enrich-invoice.js';
import type { Judgement } from './judge-examination.js';
import type { InvoiceRecord } from './ports/invoice-records.js';
import type { TenantRecords } from './ports/tenant-door.js';
import { townDay } from './town-day.js';

/** Where a processed file goes: the action of the lifecycle with what goes along. */
export interface Way {
  readonly action: Extract<Action, 'reject' | 'route' | 'sendToClarification' | 'recheck'>;
  /** Code for the reason: what a clerk filters by. */
  readonly reason: string;
  readonly departmentId?: string;
  readonly routedBy?: unknown;
  readonly facts?: Readonly<Record<string, CanonicalValue>>;
  readonly payload?: Readonly<Record<string, CanonicalValue>>;
}

/** Where a file goes that has just been examined. */
export async function wayOfJudged(tenant: TenantRecords, judgement: Judgement, known: Known | null): Promise<Way> {
  if (judgement.kind === 'clarification') return { action: 'sendToClarification', reason: judgement.reason };
  const rules = [
    ...new Set(
      judgement.document.findings.filter((finding) => finding.severity === 'fatal').map((finding) => finding.rule),
    ),
  ];
  if (judgement.kind === 'rejected')
    return { action: 'reject', reason: 'verdict', facts: { rules: rules.slice(0, 50) } };
  return wayOf(tenant, known ?? { duplicates: [], accountChanged: false, routingFacts: {} });
}

/** What the way depends on, beside the verdict. */
type Known = Pick<Enriched, 'duplicates' | 'accountChanged' | 'routingFacts'>;

/** Doubts come before routing: a suspected duplicate or a changed account must not lie in a department's queue. */
export async function wayOf(tenant: TenantRecords, { duplicates, accountChanged, routingFacts }: Known): Promise<Way> {
  const [duplicateOf] = duplicates;
  if (duplicateOf !== undefined)
    return { action: 'sendToClarification', reason: 'suspectedDuplicate', facts: { otherInvoice: duplicateOf } };
  if (accountChanged) return { action: 'sendToClarification', reason: 'accountChanged' };
  const leitwegIds = await tenant.town.leitwegIds();
  const rules = await tenant.routing.rules();
  const check = checkLeitwegId(routingFacts.buyerReference);
  const leitwegIdServesOtherTenant = check.kind === 'valid' && (await tenant.desk.servesOthers(check.leitwegId));
  return wayOfRouting(route(routingFacts, { leitwegIds, rules, leitwegIdServesOtherTenant }));
}

function wayOfRouting(routing: Routing): Way {
  if (routing.kind === 'clearing')
    return { action: 'sendToClarification', reason: routing.reason, payload: { ...routing.values } };
  const { departmentId, by } = routing;
  // What was compared quotes the document: it stands in the payload, which can be disposed of.
  const routed = {
    ...({ action: 'route', departmentId, routedBy: by } as const),
    payload: { compared: by.compared.map((one) => ({ ...one })) },
  };
  return by.ruleId === undefined
    ? { ...routed, reason: 'leitwegId', facts: { leitwegId: by.leitwegId } }
    : { ...routed, reason: 'rule', facts: { rule: by.ruleId } };
}

/** Takes an invoice its way, in the pipeline's name. */
export async function takeItsWay(tenant: TenantRecords, invoice: InvoiceRecord, at: Date, way: Way): Promise<void> {
  const actor = { kind: 'machine', id: 'worker', part: 'pipeline' } as const;
  const decision = decide({ ...way, actor }, unsignedFacts(invoice), townDay(at));
  if (decision.kind === 'refused')
    throw new Error(`the pipeline may not ${way.action} ${invoice.id}: ${decision.refusal.code}`);
  await changeState(tenant, invoice, {
    action: way.action,
    allowed: decision,
    actor: { kind: 'system', id: 'worker' },
    at,
    facts: {
      reason: way.reason,
      ...(way.departmentId === undefined ? {} : { department: way.departmentId }),
      ...way.facts,
    },
    ...(way.payload === undefined ? {} : { payload: way.payload }),
    set: {
      clarificationReason: way.action === 'sendToClarification' ? way.reason : null,
      ...(way.departmentId === undefined ? {} : { departmentId: way.departmentId, routedBy: way.routedBy }),
    },
  });
}

/** What a decision of the pipeline looks at: nobody's signature is asked for. */
export const unsignedFacts = (invoice: InvoiceRecord): DecisionFacts => ({
  state: invoice.state,
  departmentId: invoice.departmentId,
  clarificationReason: invoice.clarificationReason,
  accountInDoubt: false,
  suspicionOpen: false,
  capturedBy: null,
  gross: null,
  euroRate: null,
  payeeAccountHashes: [],
  paymentChangedBy: [],
  paymentReduced: false,
  missingForOrder: [],
  claimedBy: null,
  confirmations: [],
  orders: [],
  proposals: [],
  exceptionBegunBy: [],
});
