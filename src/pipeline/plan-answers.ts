import { STATES, type State } from '../domain/approval/lifecycle.js';
import { plainAddress } from '../domain/mail/addresses.js';
import { isTold, type AnswerKind } from '../domain/mail/answer-kinds.js';
import { mayAnswer, mayWriteTo, type MayAnswer, type Silence } from '../domain/mail/may-answer.js';
import { answerLimits } from './answer-limits.js';
import type { DeliveredMail } from './ports/answer-records.js';
import type { DeliveryPart } from './ports/delivery-records.js';
import type { InvoiceRecord } from './ports/invoice-records.js';
import type { SubscriptionRecord } from './ports/subscription-records.js';
import type { TenantRecords } from './ports/tenant-door.js';
import type { Wake } from './ports/wake-queue.js';
import { townDay } from './town-day.js';
import { canBeFollowed, wayOut, type WayOut } from './way-out.js';

interface Silent {
  readonly kind: 'silent';
  readonly because: Silence;
}

/** Whether an answer was planned; the wake is for the worker that sends it, once the transaction has committed. */
export type Planned = { readonly kind: 'planned'; readonly wake: Wake } | Silent;

export const wakesOf = (planned: Planned): readonly Wake[] => (planned.kind === 'planned' ? [planned.wake] : []);

/** An answer that may be planned, and to whom. */
interface Wanted {
  readonly kind: 'wanted';
  readonly way: WayOut;
  readonly occasion: Occasion;
  readonly subscriptionId: string;
  readonly address: string;
}

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
  const { parts } = await tenant.deliveries.get(deliveryId);
  if (!parts.some(looksLikeInvoice)) return silent('noInvoice');
  const occasion = { kind: 'receipt', deliveryId, invoiceId: null, threadKey: mail.threadKey } as const;
  const wanted = await forSender(tenant, mail, occasion, at);
  return wanted.kind === 'silent' ? wanted : planOne(tenant, wanted, at);
}

/**
 * Plans what is to be told of an invoice that has just gone from `invoice.state` to `to`, within the transaction of that
 * change; the new state and its event have been written.
 */
export async function planAfterState(
  tenant: TenantRecords,
  invoice: InvoiceRecord,
  to: State,
  at: Date,
): Promise<void> {
  const step = STATES[to].supplier;
  if (tenant.answering === null || !isTold(step) || step === STATES[invoice.state].supplier) return;
  const times = await tenant.answers.timesOf(invoice.id, to);
  const all: Wanted[] = [];
  for (const [index, deliveryId] of (await tenant.answers.deliveriesOfInvoice(invoice.id)).entries()) {
    const mail = await tenant.answers.findMail(deliveryId);
    const turn = { invoice, to, times };
    const occasion = mail && to !== 'query' ? await occasionFor(tenant, mail, deliveryId, turn) : null;
    const asked =
      to === 'query' && index === 0 ? await forQuery(tenant, mail, queryOccasion(mail, deliveryId, turn), at) : null;
    const sender = mail && occasion ? await forSender(tenant, mail, occasion, at, invoice.id) : asked;
    const told = sender?.kind === 'wanted' ? sender : null;
    if (told) all.push(told);
    const faulty = mail && (await faultyForm(tenant, mail, deliveryId, turn));
    const toldOfForm = mail && faulty ? await forSender(tenant, mail, faulty, at) : null;
    if (toldOfForm?.kind === 'wanted') all.push(toldOfForm);
    const way = canBeFollowed(mail) ? await wayOut(tenant, mail) : null;
    if (way === null) continue;
    for (const { id, address } of await tenant.subscriptions.active(deliveryId)) {
      if (id === told?.subscriptionId) continue;
      const threadKey = `${id} ${invoice.id}${turnOf(to, times)}`;
      const tells = { kind: `step.${step}`, deliveryId, invoiceId: invoice.id, threadKey } as const;
      all.push({ kind: 'wanted', way, occasion: tells, subscriptionId: id, address });
    }
  }
  await planAll(tenant, all, at);
}

/** Plans the mail that asks an address whether it wants to be told of a delivery: once a day at most. */
export async function planConfirmation(
  tenant: TenantRecords,
  { id, deliveryId, address }: SubscriptionRecord,
  at: Date,
): Promise<Planned> {
  const way = await wayOut(tenant, await tenant.answers.findMail(deliveryId));
  if (way === null) return silent('noWayOut');
  const threadKey = `${id} ${townDay(at)}`;
  const occasion = { kind: 'confirmation', deliveryId, invoiceId: null, threadKey } as const;
  return planOne(tenant, { kind: 'wanted', way, occasion, subscriptionId: id, address }, at);
}

/** XML and PDF that were refused were meant as invoices: their sender should hear of it. */
const looksLikeInvoice = ({ fate, fileName, mediaType }: DeliveryPart): boolean =>
  ['invoice', 'repeat', 'twin', 'otherInvoice'].includes(fate) ||
  (fate === 'refused' && (/\.(?:xml|pdf|zip)$/i.test(fileName) || /\b(?:xml|pdf|zip)\b/i.test(mediaType)));

/** What an invoice has just done, and how often. */
interface Turn {
  readonly invoice: InvoiceRecord;
  readonly to: State;
  readonly times: { readonly judged: number; readonly reached: number };
}

/** What ends badly is told each time that it does: after a reopening it is news again. */
const turnOf = (to: State, { reached }: Turn['times']): string =>
  reached > 1 && (to === 'rejected' || to === 'declined') ? ` ${String(reached)}` : '';

/**
 * What a mail's sender is told without having asked: once, when all invoices of the mail have been judged for the first
 * time and one was rejected; and later each time that one is rejected or declined by people, or rejected when it was
 * checked again. Each of these, and each invoice of a relay, is a conversation of its own, because the conversation of
 * the mail has each kind once.
 */
async function occasionFor(
  tenant: TenantRecords,
  mail: DeliveredMail,
  deliveryId: string,
  { invoice: { id, state: from }, to, times }: Turn,
): Promise<Occasion | null> {
  const { threadKey } = mail;
  const own = { deliveryId, invoiceId: id, threadKey: `${threadKey} ${id}${turnOf(to, times)}` };
  if (from !== 'received') {
    if (to === 'rejected') return { ...own, kind: 'staffRejection' };
    return to === 'declined' ? { ...own, kind: 'decline' } : null;
  }
  if (times.judged > 1) return to === 'rejected' ? { ...own, kind: 'rejection' } : null;
  if (mail.mailbox.isRelay) return { ...own, kind: to === 'rejected' ? 'rejection' : 'receipt' };
  const { waiting, rejected } = await tenant.answers.judgement(deliveryId);
  if (waiting > 0 || rejected.length === 0) return null;
  return { kind: 'rejection', deliveryId, invoiceId: null, threadKey };
}

/**
 * Of an invoice that goes on by one of its forms, although another one is faulty: once, when it is judged. Where all are
 * faulty the rejection says so.
 */
async function faultyForm(
  tenant: TenantRecords,
  { threadKey }: DeliveredMail,
  deliveryId: string,
  { invoice: { id, state: from }, to }: Turn,
): Promise<Occasion | null> {
  if (from !== 'received' || to === 'rejected') return null;
  const isFaulty = (await tenant.deliveries.partReports([id])).some(({ verdict }) => verdict === 'rejected');
  return isFaulty ? { kind: 'faultyForm', deliveryId, invoiceId: id, threadKey: `${threadKey} ${id}` } : null;
}

/** Each query is a conversation of its own, beside the mail's. */
const queryOccasion = (
  mail: DeliveredMail | null,
  deliveryId: string,
  { invoice: { id }, times: { reached } }: Turn,
): Occasion => ({
  ...{ kind: 'query', deliveryId, invoiceId: id },
  threadKey: `${mail?.threadKey ?? deliveryId} ${id} ${String(reached)}`,
});

/**
 * To the sender of the mail that brought the invoice, or where it came another way or that one may not be written to, to
 * the contact that the invoice names (BT-43).
 */
async function forQuery(
  tenant: TenantRecords,
  mail: DeliveredMail | null,
  occasion: Occasion,
  at: Date,
): Promise<Wanted | Silent> {
  const first = mail === null ? silent('notAMail') : await forSender(tenant, mail, occasion, at);
  if (first.kind === 'wanted' || (mail?.mailbox.isRelay ?? false) || first.because === 'answersSwitchedOff')
    return first;
  const way = await wayOut(tenant, mail);
  if (way === null) return silent('noWayOut');
  const allowed = await contactOf(tenant, way, occasion.invoiceId);
  return allowed.kind === 'silent' ? allowed : wantedOf(tenant, way, occasion, { to: allowed.to, language: 'de', at });
}

/** Why a query could not be asked by mail, where none was planned. */
export async function silenceOfQuery(tenant: TenantRecords, invoiceId: string, at: Date): Promise<Silence> {
  const [deliveryId] = await tenant.answers.deliveriesOfInvoice(invoiceId);
  if (tenant.answering === null || deliveryId === undefined) return 'noWayOut';
  const mail = await tenant.answers.findMail(deliveryId);
  const occasion: Occasion = { kind: 'query', deliveryId, invoiceId, threadKey: '' };
  const wanted = await forQuery(tenant, mail, occasion, at);
  return wanted.kind === 'silent' ? wanted.because : 'answeredAlready';
}

/** To the mail's sender; where the mailbox is a relay, to the contact that the invoice names (BT-43), or nobody. */
async function forSender(
  tenant: TenantRecords,
  mail: DeliveredMail,
  occasion: Occasion,
  at: Date,
  invoiceId: string | null = occasion.invoiceId,
): Promise<Wanted | Silent> {
  if (!mail.mailbox.answers) return silent('answersSwitchedOff');
  const way = await wayOut(tenant, mail);
  if (way === null) return silent('noWayOut');
  const allowed = await addressee(tenant, mail, way, invoiceId);
  if (allowed.kind === 'silent') return allowed;
  return wantedOf(tenant, way, occasion, { to: allowed.to, language: mail.envelope.language ?? 'de', at });
}

async function wantedOf(
  tenant: TenantRecords,
  way: WayOut,
  occasion: Occasion,
  { to, language, at }: { readonly to: string; readonly language: 'de' | 'en'; readonly at: Date },
): Promise<Wanted> {
  const { id: subscriptionId, address } = await tenant.subscriptions.findOrAdd({
    ...{ id: way.answering.ids.next(), deliveryId: occasion.deliveryId },
    ...{ address: to, language, askedAt: at },
  });
  return { kind: 'wanted', way, occasion, subscriptionId, address };
}

async function addressee(
  tenant: TenantRecords,
  mail: DeliveredMail,
  way: WayOut,
  invoiceId: string | null,
): Promise<MayAnswer> {
  if (mail.mailbox.isRelay) return contactOf(tenant, way, invoiceId);
  return mayAnswer(mail.envelope, await oursOf(tenant, way), way.answering.authservIds);
}

async function oursOf(tenant: TenantRecords, way: WayOut): Promise<readonly string[]> {
  const ours = [...(await tenant.answers.ownAddresses()), way.from, way.answering.outgoing?.from ?? way.from];
  return ours.flatMap((address) => plainAddress(address) ?? []);
}

/** The contact that the invoice names (BT-43). */
async function contactOf(tenant: TenantRecords, way: WayOut, invoiceId: string | null): Promise<MayAnswer> {
  const model = invoiceId === null ? null : await tenant.invoices.findModel(invoiceId);
  return mayWriteTo(model?.seller?.contact?.email ?? null, await oursOf(tenant, way));
}

async function planOne(tenant: TenantRecords, wanted: Wanted, at: Date): Promise<Planned> {
  const [id] = await planAll(tenant, [wanted], at);
  if (id === undefined) return silent('answeredAlready');
  return { kind: 'planned', wake: { kind: 'outbox', tenantId: tenant.tenantId, id } };
}

/**
 * Answers, effects and events, in the caller's transaction; an answer that there may not be leaves no trace. Everybody
 * takes the addresses first, in one order, and the deliveries' chains last, so that nobody waits for each other.
 */
async function planAll(tenant: TenantRecords, all: readonly Wanted[], at: Date): Promise<readonly string[]> {
  const drafts = all.map(({ occasion, way, ...wanted }) => {
    const { ids, keyedHash } = way.answering;
    const id = ids.next();
    const answer = {
      ...occasion,
      id,
      addressHash: keyedHash.hex('answerAddress', wanted.address),
      messageId: `<${id}@${way.from.slice(way.from.lastIndexOf('@') + 1)}>`,
      plannedOn: townDay(at),
      plannedAt: at,
    };
    return { answer, outboxId: ids.next(), ...wanted };
  });
  const planned: typeof drafts = [];
  for (const draft of drafts.toSorted((one, other) => (one.answer.addressHash < other.answer.addressHash ? -1 : 1)))
    if (await tenant.answers.plan(draft.answer, mostPerDay(draft.answer.kind))) planned.push(draft);
  for (const { answer, outboxId, subscriptionId, address } of planned) {
    await tenant.outbox.add({ id: outboxId, effect: 'mail', payload: { answerId: answer.id, subscriptionId }, at });
    await appendPlanned(tenant, answer, address, at);
  }
  return planned.map(({ outboxId }) => outboxId);
}

const mostPerDay = (kind: AnswerKind): number => {
  if (kind === 'query') return answerLimits.queriesPerAddressAndDay;
  return kind === 'confirmation' ? answerLimits.confirmationsPerAddressAndDay : answerLimits.perAddressAndDay;
};

async function appendPlanned(
  tenant: TenantRecords,
  { id, kind, deliveryId, invoiceId }: Occasion & { readonly id: string },
  address: string,
  at: Date,
): Promise<void> {
  await tenant.audit.append(
    {
      subject: { kind: 'delivery', id: deliveryId },
      event: 'delivery.answerPlanned',
      actor: { kind: 'system', id: 'worker' },
      facts: { answer: id, kind, ...(invoiceId && { invoice: invoiceId }) },
      payload: { address },
    },
    at,
  );
}

const silent = (because: Silence): Silent => ({ kind: 'silent', because });
