import { ACTIONS } from '../domain/approval/actions.js';
import type { Allowed } from '../domain/approval/decide.js';
import type { CapturedTerms } from '../domain/invoice/captured-terms.js';
import type { changeState } from './change-state.js';
import type { DeskAction } from './desk-actions.js';
import { deputyshipIn } from './desk-change.js';
import { openDuplicates } from './duplicate-doubt.js';
import { refused } from './outcome.js';
import type { InvoiceRecord } from './ports/invoice-records.js';
import type { TenantRecords } from './ports/tenant-door.js';
import type { WantedRule } from './remember-rule.js';

/** What a person wants to do with an invoice they have seen. */
export interface WantedDecision {
  readonly tenantId: string;
  readonly personId: string;
  /** For whom the person acts in Vertretung; absent: in their own name. */
  readonly onBehalfOf?: string | undefined;
  readonly invoiceId: string;
  readonly action: DeskAction;
  readonly reason?: string;
  readonly departmentId?: string;
  readonly otherInvoiceId?: string;
  /** With `passOn`: who is to go on with it. */
  readonly colleagueId?: string;
  /** With `dismissSuspicion`: the invoices that the person has compared with this one. */
  readonly comparedInvoiceIds?: readonly string[];
  /** With `route`: a rule for the like of it; conditions are read as `parseConditions` says. */
  readonly remember?: WantedRule;
  readonly capture?: CapturedTerms;
  /** The version of the invoice the person was reading (If-Match). */
  readonly seenVersion: number;
  readonly idempotencyKey: string;
  /** When the person last proved their second factor; null or absent: not in this session. */
  readonly factorAt?: Date | null;
}

/** What an action does not need it must not bring: a confirmation that names a department would move the invoice. */
export function strayReference({
  action,
  departmentId,
  otherInvoiceId,
  colleagueId,
  remember,
  capture,
  comparedInvoiceIds,
}: WantedDecision): ReturnType<typeof refused> | null {
  const { needs } = ACTIONS[action];
  const brought = [
    ['departmentId', departmentId, needs.includes('department')],
    ['otherInvoiceId', otherInvoiceId, needs.includes('otherInvoice')],
    ['colleagueId', colleagueId, needs.includes('colleague')],
    ['remember', remember, action === 'route'],
    ['comparedInvoiceIds', comparedInvoiceIds, action === 'dismissSuspicion'],
    ['capture', capture, needs.includes('capture')],
  ] as const;
  const stray = brought.find(([, given, isAskedFor]) => given !== undefined && !isAskedFor);
  return stray ? refused('notAskedFor', { what: stray[0] }) : null;
}

export async function missingReference(
  tenant: TenantRecords,
  wanted: WantedDecision,
  invoice: InvoiceRecord,
): Promise<ReturnType<typeof refused> | null> {
  if (wanted.departmentId !== undefined && !(await tenant.town.hasDepartment(wanted.departmentId)))
    return refused('notFound');
  if (wanted.otherInvoiceId === wanted.invoiceId) return refused('sameInvoice');
  if (wanted.otherInvoiceId !== undefined && (await tenant.invoices.find(wanted.otherInvoiceId)) === null)
    return refused('notFound');
  if (wanted.action !== 'dismissSuspicion') return null;
  const open = await openDuplicates(tenant, invoice);
  const missed = open.filter(({ id }) => !wanted.comparedInvoiceIds?.includes(id));
  return missed.length > 0 ? refused('notAllCompared', { count: String(missed.length) }) : null;
}

/** What a decision sets beside the state: the claim as the action treats it, the new department, why it needs clearing. */
export function alongWith(
  wanted: WantedDecision,
  invoice: InvoiceRecord,
  allowed: Allowed,
): Pick<Parameters<typeof changeState>[2], 'set' | 'facts' | 'payload'> {
  const { action, departmentId, otherInvoiceId, colleagueId, reason, capture } = wanted;
  const fates = { taken: wanted.personId, kept: invoice.claimedBy, ended: null, given: colleagueId ?? null };
  const claimedBy = fates[allowed.claim];
  const { from, to } = allowed.transition;
  const { claimedBy: holder } = invoice;
  const isAnothers =
    ['takeOver', 'passOn', 'release'].includes(action) && holder !== null && holder !== wanted.personId;
  const staysInClarification = from === to ? invoice.clarificationReason : 'sentByStaff';
  const payload = {
    ...(reason === undefined ? {} : { reason }),
    ...(capture === undefined ? {} : { capture: { ...capture } }),
  };
  return {
    set: {
      claimedBy,
      ...(departmentId === undefined ? {} : { departmentId, routedBy: { personId: wanted.personId } }),
      clarificationReason: to === 'clarification' ? staysInClarification : null,
    },
    facts: {
      ...(departmentId === undefined ? {} : { department: departmentId }),
      ...(otherInvoiceId === undefined ? {} : { otherInvoice: otherInvoiceId }),
      ...(colleagueId === undefined ? {} : { colleague: colleagueId }),
      ...(isAnothers ? { holder } : {}),
      ...deputyshipIn(allowed),
      seenVersion: wanted.seenVersion,
    },
    ...(Object.keys(payload).length === 0 ? {} : { payload }),
  };
}
