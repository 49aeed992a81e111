import { decide } from '../domain/approval/decide.js';
import type { MailEnvelope } from '../domain/mail/envelope.js';
import { isFromMachine } from '../domain/mail/may-answer.js';
import { changeState } from './change-state.js';
import { referenceIn } from './query-reference.js';
import type { InvoiceRecord } from './ports/invoice-records.js';
import type { QueryRecord } from './ports/query-records.js';
import type { LeasedDelivery } from './ports/sorting-records.js';
import type { TenantRecords } from './ports/tenant-door.js';
import { townDay } from './town-day.js';
import { unsignedFacts } from './way-of-invoice.js';

/**
 * The query that a mail answers: by the mails it refers to, or by the reference in its subject. What a machine has sent,
 * somebody's being away or a bounce, answers nothing.
 */
export async function queryAnsweredBy(tenant: TenantRecords, envelope: MailEnvelope): Promise<string | null> {
  if (isFromMachine(envelope)) return null;
  const { inReplyTo, references, subject } = envelope;
  const referred = [...(inReplyTo === null ? [] : [inReplyTo]), ...references];
  const reference = referenceIn(subject ?? '');
  return referred.length === 0 && reference === null ? null : tenant.queries.findAsked(referred, reference);
}

/**
 * The query that a delivery is to be sorted as the answer to, in the transaction that sorts it. What comes through the
 * query's own link is its answer, also late; a mail is only as long as somebody waits for it: people take up an old
 * conversation to send their next invoice.
 */
export async function queryOf(
  tenant: TenantRecords,
  { answersQuery, channelKind }: Pick<LeasedDelivery, 'answersQuery' | 'channelKind'>,
): Promise<QueryRecord | null> {
  const query = answersQuery === null ? null : await tenant.queries.find(answersQuery);
  if (query === null || channelKind !== 'mail') return query;
  return (await waitingInvoice(tenant, query)) === null ? null : query;
}

/**
 * Has the invoice return to review by the answer that a delivery brought, in the transaction that sorts it. One that
 * comes late, or beside another, is kept with its query and changes nothing.
 */
export async function takeAnswer(
  tenant: TenantRecords,
  query: QueryRecord,
  { id: deliveryId, channelKind }: LeasedDelivery,
  at: Date,
): Promise<void> {
  const invoice = await waitingInvoice(tenant, query);
  if (invoice === null) return;
  const actor = { kind: 'machine', id: 'supplier', part: 'supplier' } as const;
  const decision = decide({ action: 'answer', actor }, unsignedFacts(invoice), townDay(at));
  if (decision.kind === 'refused') throw new Error(`the supplier may not answer: ${decision.refusal.code}`);
  const way = channelKind === 'mail' ? 'mail' : 'link';
  await tenant.queries.answer(query.id, { answeredAt: at, answeredBy: way, note: null, notedBy: null });
  await changeState(tenant, invoice, {
    action: 'answer',
    allowed: decision,
    actor: { kind: 'system', id: 'supplier' },
    at,
    facts: { query: query.id, delivery: deliveryId, way },
  });
}

/** The invoice, locked, as long as it waits for the answer to this very query; null otherwise. */
async function waitingInvoice(tenant: TenantRecords, { id, invoiceId }: QueryRecord): Promise<InvoiceRecord | null> {
  const invoice = await tenant.invoices.findForChange(invoiceId);
  const latest = await tenant.queries.latest(invoiceId);
  return invoice?.state === 'query' && latest?.id === id ? invoice : null;
}
