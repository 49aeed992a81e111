import type { State } from '../domain/approval/lifecycle.js';
import { plainAddress } from '../domain/mail/addresses.js';
import { supplierSteps, type AnswerKind } from '../domain/mail/answer-kinds.js';
import { mayAnswer, mayWriteTo, type MayAnswer, type Silence } from '../domain/mail/may-answer.js';
import { answerLimits } from './answer-limits.js';
import type { DeliveredMail } from './ports/answer-records.js';
import type { DeliveryPart } from './ports/delivery-records.js';
import type { InvoiceRecord } from './ports/invoice-records.js';
import type { SubscriptionRecord } from './ports/subscription-records.js';
import type { TenantRecords } from './ports/tenant-door.js';
import { townDay } from './town-day.js';
import { wayOut, type WayOut } from './way-out.js';

/** Whether an answer was planned; the ids are for waking a worker once the transaction has committed. */
export type Planned =
  { readonly kind: 'planned'; readonly outboxId: string } | { readonly kind: 'silent'; readonly because: Silence };

/** What an answer is about and which conversation it belongs to. */
interface Occasion {
  readonly kind: AnswerKind;
  readonly deliveryId: string;
  readonly invoiceId: string | null;
  readonly threadKey: string;
}

/**
 * Plans the receipt of a delivery whose parts have got their fates, within the caller's transaction. Never throws for
 * what a mail says: whoever may not be answered is not answered, and why not is told.
 */
export async function planReceipt(tenant: TenantRecords, deliveryId: string, at: Date): Promise<Planned> {
  const mail = await tenant.answers.findMail(deliveryId);
  if (!mail) return silent('notAMail');
  // Whom a relay's mail is about stands in its invoices, which nobody has read yet.
  if (mail.mailbox.isRelay) return silent('relay');
  const delivery = await tenant.deliveries.find(deliveryId);
  if (!delivery?.parts.some(looksLikeInvoice)) return silent('noInvoice');
  const occasion = { kind: 'receipt', deliveryId, invoiceId: null, threadKey: mail.threadKey } as const;
  return (await planForSender(tenant, mail, occasion, at)).planned;
}

/**
 * Plans what is to be told of an invoice that has just gone from `invoice.state` to `to`, within the transaction of that
 * change; the new state has been written.
 */
export async function planAfterState(
  tenant: TenantRecords,
  invoice: InvoiceRecord,
  to: State,
  at: Date,
): Promise<void> {
  const step = supplierSteps[to];
  if (tenant.answering === null || step === null || step === supplierSteps[invoice.state]) return;
  for (const deliveryId of await tenant.answers.deliveriesOfInvoice(invoice.id)) {
    const mail = await tenant.answers.findMail(deliveryId);
    const occasion = mail && (await occasionFor(tenant, mail, deliveryId, invoice, to));
    const told = mail && occasion ? (await planForSender(tenant, mail, occasion, at, invoice.id)).subscriptionId : null;
    const way = await wayOut(tenant, mail);
    for (const { id, address } of way ? await tenant.subscriptions.active(deliveryId) : []) {
      if (id === told) continue;
      const threadKey = `${id} ${invoice.id}`;
      await plan(tenant, way, { kind: `step.${step}`, deliveryId, invoiceId: invoice.id, threadKey }, id, address, at);
    }
  }
}

/** Plans the mail that asks an address whether it wants to be told of a delivery: once a day at most. */
export async function planConfirmation(
  tenant: TenantRecords,
  { id, deliveryId, address }: SubscriptionRecord,
  at: Date,
): Promise<Planned> {
  const way = await wayOut(tenant, await tenant.answers.findMail(deliveryId));
  const threadKey = `${id} ${townDay(at)}`;
  return plan(tenant, way, { kind: 'confirmation', deliveryId, invoiceId: null, threadKey }, id, address, at);
}

/** XML and PDF that were refused were meant as invoices: their sender should hear of it. */
const looksLikeInvoice = ({ fate, fileName, mediaType }: DeliveryPart): boolean =>
  ['invoice', 'repeat', 'twin', 'otherInvoice'].includes(fate) ||
  (fate === 'refused' && (/\.(?:xml|pdf|zip)$/i.test(fileName) || /\b(?:xml|pdf|zip)\b/i.test(mediaType)));

/**
 * What a mail's sender is told without having asked: once, when all invoices of the mail have been judged and one was
 * rejected; and later each time that people reject or decline one. Each of these, and each invoice of a relay, is a
 * conversation of its own, because the conversation of the mail has each kind once.
 */
async function occasionFor(
  tenant: TenantRecords,
  mail: DeliveredMail,
  deliveryId: string,
  { id, state: from }: InvoiceRecord,
  to: State,
): Promise<Occasion | null> {
  const { threadKey } = mail;
  const own = { deliveryId, invoiceId: id, threadKey: `${threadKey} ${id}` };
  if (from !== 'received') {
    if (to === 'rejected') return { ...own, kind: 'staffRejection' };
    return to === 'declined' ? { ...own, kind: 'decline' } : null;
  }
  if (mail.mailbox.isRelay) return { ...own, kind: to === 'rejected' ? 'rejection' : 'receipt' };
  const { waiting, rejected } = await tenant.answers.judgement(deliveryId);
  if (waiting > 0 || rejected.length === 0) return null;
  return { kind: 'rejection', deliveryId, invoiceId: null, threadKey };
}

/** To the mail's sender; where the mailbox is a relay, to the contact that the invoice names (BT-43), or nobody. */
async function planForSender(
  tenant: TenantRecords,
  mail: DeliveredMail,
  occasion: Occasion,
  at: Date,
  invoiceId: string | null = occasion.invoiceId,
): Promise<{ readonly planned: Planned; readonly subscriptionId: string | null }> {
  const way = await wayOut(tenant, mail);
  if (!mail.mailbox.answers) return { planned: silent('answersSwitchedOff'), subscriptionId: null };
  if (tenant.answering === null || way === null) return { planned: silent('noWayOut'), subscriptionId: null };
  const allowed = await addressee(tenant, mail, way, invoiceId);
  if (allowed.kind === 'silent') return { planned: allowed, subscriptionId: null };
  const subscription = await tenant.subscriptions.findOrAdd({
    id: tenant.answering.ids.next(),
    deliveryId: occasion.deliveryId,
    address: allowed.to,
    language: mail.envelope.language ?? 'de',
    askedAt: at,
  });
  const planned = await plan(tenant, way, occasion, subscription.id, subscription.address, at);
  return { planned, subscriptionId: subscription.id };
}

async function addressee(
  tenant: TenantRecords,
  mail: DeliveredMail,
  way: WayOut,
  invoiceId: string | null,
): Promise<MayAnswer> {
  const ours = [...(await tenant.answers.ownAddresses()), way.from, tenant.answering?.outgoing?.from ?? way.from];
  const ownAddresses = ours.flatMap((address) => plainAddress(address) ?? []);
  if (!mail.mailbox.isRelay) return mayAnswer(mail.envelope, ownAddresses);
  const model = invoiceId === null ? null : await tenant.invoices.findModel(invoiceId);
  return mayWriteTo(model?.seller?.contact?.email ?? null, ownAddresses);
}

/** Answer, effect and event, in the caller's transaction; an answer that there may not be leaves no trace. */
async function plan(
  tenant: TenantRecords,
  way: WayOut | null,
  occasion: Occasion,
  subscriptionId: string,
  address: string,
  at: Date,
): Promise<Planned> {
  const { answering } = tenant;
  if (answering === null || way === null) return silent('noWayOut');
  const { ids, keyedHash } = answering;
  const id = ids.next();
  const answer = {
    ...occasion,
    id,
    addressHash: keyedHash.hex('answerAddress', address),
    messageId: `<${id}@${way.from.slice(way.from.lastIndexOf('@') + 1)}>`,
    plannedOn: townDay(at),
    plannedAt: at,
  };
  if (!(await tenant.answers.plan(answer, answerLimits.perAddressAndDay))) return silent('answeredAlready');
  const outboxId = ids.next();
  await tenant.outbox.add({ id: outboxId, effect: 'mail', payload: { answerId: id, subscriptionId }, at });
  await tenant.audit.append(
    {
      subject: { kind: 'delivery', id: occasion.deliveryId },
      event: 'delivery.answerPlanned',
      actor: { kind: 'system', id: 'worker' },
      facts: { answer: id, kind: occasion.kind, ...(occasion.invoiceId && { invoice: occasion.invoiceId }) },
      payload: { address },
    },
    at,
  );
  return { kind: 'planned', outboxId };
}

const silent = (because: Silence): { readonly kind: 'silent'; readonly because: Silence } => ({
  kind: 'silent',
  because,
});
