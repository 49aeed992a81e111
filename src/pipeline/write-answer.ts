import { stepTold, type ToldStep } from '../domain/mail/answer-kinds.js';
import { faultyFormLetter } from '../domain/mail/answers-faulty-form.js';
import { write, type Letter, type LetterFacts, type WrittenAnswer } from '../domain/mail/answers-letter.js';
import { queryLetter } from '../domain/mail/answers-query.js';
import { isWorthTelling, receiptLetter } from '../domain/mail/answers-receipt.js';
import { rejectionLetter, type RejectedInvoice } from '../domain/mail/answers-rejection.js';
import { confirmationLetter, stepLetter } from '../domain/mail/answers-steps.js';
import { bringsInvoice } from '../domain/mail/part-fates.table.js';
import { answerLimits } from './answer-limits.js';
import { endLink, queryLink, startLink } from './notify-links.js';
import type { AnswerRecord, DeliveredMail } from './ports/answer-records.js';
import type { DeliveryPart, DeliveryRecord } from './ports/delivery-records.js';
import type { OutgoingMail } from './ports/mail-sender.js';
import type { SubscriptionRecord } from './ports/subscription-records.js';
import type { TenantRecords } from './ports/tenant-door.js';
import { canBeFollowed, type WayOut } from './way-out.js';

/** Everything that an answer is written from. */
export interface AnswerSources {
  readonly answer: AnswerRecord;
  readonly subscription: SubscriptionRecord;
  readonly delivery: DeliveryRecord;
  readonly mail: DeliveredMail | null;
  readonly way: WayOut;
  /** The address that people see, without a slash at the end. */
  readonly publicUrl: string;
}

/** Writes an answer from the rows as they are now; Message-ID and date are those it was planned with. */
export async function writeAnswer(tenant: TenantRecords, sources: AnswerSources): Promise<OutgoingMail> {
  const { answer, subscription, mail, way } = sources;
  const { name, slug } = await tenant.answers.town();
  const links = linksOf(sources, tenant.tenantId, slug);
  const facts: LetterFacts = {
    language: subscription.language,
    bilingual: isToSender(answer) && (mail?.mailbox.isRelay === true || mail?.envelope.language === null),
    town: name,
    deliveryNumber: sources.delivery.number,
    receivedAt: sources.delivery.receivedAt,
    ...links.shown,
  };
  const written: WrittenAnswer = write(facts, await letterOf(tenant, sources, facts));
  // Whom a relay has spared its mail would find an answer to nothing.
  const answered = isToSender(answer) && mail?.mailbox.isRelay === false ? mail.envelope : null;
  return {
    ...written,
    messageId: answer.messageId,
    date: answer.plannedAt,
    from: { name, address: way.from },
    replyTo: way.replyTo,
    to: subscription.address,
    language: subscription.language,
    inReplyTo: answered?.messageId ?? null,
    references: answered?.messageId ? [...answered.references, answered.messageId] : [],
    endLink: links.end,
  };
}

const isToSender = ({ kind }: AnswerRecord): boolean => kind !== 'confirmation' && !kind.startsWith('step.');

/**
 * The page that follows a signed link asks once more: programs that look at links of mails must not confirm anything.
 * There is none where the delivery holds what other firms have sent.
 */
function linksOf({ delivery, subscription, mail, way, publicUrl }: AnswerSources, tenantId: string, slug: string) {
  if (!canBeFollowed(mail)) return { shown: { trackingUrl: null, startUrl: null, endUrl: null }, end: null };
  const { keyedHash } = way.answering;
  const { id: subscriptionId, endedAt } = subscription;
  const page = `${publicUrl}/t/${slug}`;
  const isActive = subscription.confirmedAt !== null && endedAt === null;
  const start = startLink(keyedHash, { tenantId, subscriptionId, endedAt });
  const end = endLink(keyedHash, { tenantId, subscriptionId });
  return {
    shown: {
      trackingUrl: `${page}/track/${keyedHash.token('trackingToken', delivery.id)}`,
      startUrl: isActive ? null : `${page}/notifications/${start}/confirmation`,
      endUrl: isActive ? `${page}/notifications/${end}/end` : null,
    },
    end: isActive ? `${publicUrl}/api/v1/notifications/${end}/end` : null,
  };
}

/**
 * Whether an answer is still true: what was rejected or declined when it was planned may have been reopened since, and a
 * step is told to nobody who has unsubscribed.
 */
export async function stillHolds(
  tenant: TenantRecords,
  { id, kind, deliveryId, invoiceId }: AnswerRecord,
  { endedAt }: SubscriptionRecord,
): Promise<boolean> {
  if (kind.startsWith('step.') && endedAt !== null) return false;
  const told = kind === 'rejection' ? 'rejected' : isPeoples(kind) ? stepTold(kind) : null;
  if (kind === 'query') return invoiceId !== null && isOpen(tenant, id, invoiceId);
  if (told === null) return true;
  if (invoiceId === null) return (await tenant.answers.judgement(deliveryId)).rejected.length > 0;
  return (await tenant.invoices.get(invoiceId)).state === told;
}

/** The question that a mail asks still waits for its answer. */
async function isOpen(tenant: TenantRecords, answerId: string, invoiceId: string): Promise<boolean> {
  const latest = await tenant.queries.latest(invoiceId);
  return latest?.answerId === answerId && (await tenant.invoices.get(invoiceId)).state === 'query';
}

const isPeoples = (kind: AnswerRecord['kind']): boolean => kind === 'staffRejection' || kind === 'decline';

async function letterOf(tenant: TenantRecords, sources: AnswerSources, facts: LetterFacts): Promise<Letter> {
  const { answer, delivery, mail, way } = sources;
  const step = stepTold(answer.kind);
  if (step !== null && answer.invoiceId !== null)
    return stepLetterOf(tenant, facts, step, await invoiceIn(tenant, delivery, answer.invoiceId));
  if (answer.kind === 'query') return queryLetterOf(tenant, sources, facts);
  if (answer.kind === 'confirmation') return confirmationLetter(facts);
  if (answer.kind === 'faultyForm' && answer.invoiceId !== null)
    return faultyFormLetterOf(tenant, facts, await invoiceIn(tenant, delivery, answer.invoiceId));
  if (answer.kind === 'receipt')
    return receiptLetter({
      ...facts,
      mailSubject: mail?.mailbox.isRelay === false ? mail.envelope.subject : null,
      lines: delivery.parts.filter((part) => isWorthTelling(part) && concerns(answer, part)),
      quotedLength: answerLimits.quotedLength,
    });
  const rejected =
    answer.invoiceId === null ? (await tenant.answers.judgement(delivery.id)).rejected : [answer.invoiceId];
  const reports: RejectedInvoice[] = [];
  for (const id of rejected.slice(0, answerLimits.reportsPerMail)) reports.push(await reportOf(tenant, id, delivery));
  const rest = { replyTo: way.replyTo ?? way.from, limits: answerLimits };
  return rejectionLetter({ ...facts, rejected: reports, rejectedCount: rejected.length, ...rest });
}

/** A receipt for one invoice of a relay tells nothing of the others, which are other firms'. */
const concerns = ({ invoiceId }: AnswerRecord, part: DeliveryPart): boolean =>
  invoiceId === null || part.invoiceId === invoiceId;

/** An invoice of a delivery, and what its sender called the file. */
interface InvoiceIn {
  readonly id: string;
  readonly number: string | null;
  readonly fileName: string;
  /** It was made of a part of this delivery, which does not hold but a copy. */
  readonly isBrought: boolean;
}

async function invoiceIn(tenant: TenantRecords, { parts }: DeliveryRecord, id: string): Promise<InvoiceIn> {
  const { number } = await tenant.invoices.get(id);
  const own = parts.filter(({ invoiceId }) => invoiceId === id);
  return { id, number, fileName: own[0]?.fileName ?? '', isBrought: own.some(({ fate }) => bringsInvoice(fate)) };
}

async function reportOf(tenant: TenantRecords, id: string, delivery: DeliveryRecord): Promise<RejectedInvoice> {
  const { number, fileName } = await invoiceIn(tenant, delivery, id);
  return { fileName, number, findings: (await tenant.invoices.findReport(id))?.report.findings ?? [] };
}

async function queryLetterOf(
  tenant: TenantRecords,
  { answer, delivery, way, publicUrl }: AnswerSources,
  facts: LetterFacts,
): Promise<Letter> {
  const { slug } = await tenant.answers.town();
  const query = answer.invoiceId === null ? null : await tenant.queries.latest(answer.invoiceId);
  if (query === null) throw new Error(`answer ${answer.id} asks nothing`);
  const { number, fileName } = await invoiceIn(tenant, delivery, query.invoiceId);
  const link = queryLink(way.answering.keyedHash, { tenantId: tenant.tenantId, queryId: query.id });
  return queryLetter({
    ...facts,
    ...{ invoiceNumber: number, fileName, question: query.question, reference: query.reference },
    answerUrl: `${publicUrl}/t/${slug}/queries/${link}`,
    byReply: way.mailbox !== null,
    limits: answerLimits,
  });
}

async function faultyFormLetterOf(
  tenant: TenantRecords,
  facts: LetterFacts,
  { id, number }: InvoiceIn,
): Promise<Letter> {
  const reports = (await tenant.deliveries.partReports([id])).filter(({ verdict }) => verdict === 'rejected');
  const forms = reports.map(({ fileName, report }) => ({ fileName, number, findings: report.findings }));
  const { fileName } = await tenant.invoices.get(id);
  return faultyFormLetter({ ...facts, number, fileName: fileName ?? '', forms, limits: answerLimits });
}

/** The decision whose reason was written for the supplier. */
const decisionOf: Partial<Readonly<Record<ToldStep, string>>> = {
  rejected: 'reject',
  declined: 'decline',
  query: 'ask',
  paidReduced: 'markPaidReduced',
};

async function stepLetterOf(
  tenant: TenantRecords,
  facts: LetterFacts,
  step: ToldStep,
  { id, number, fileName, isBrought }: InvoiceIn,
): Promise<Letter> {
  const told = { ...facts, step, invoiceNumber: number, fileName, limits: answerLimits };
  // What staff ask is for the supplier alone.
  if (step === 'query' && !isBrought) return stepLetter({ ...told, reason: null });
  const decision = (await tenant.invoices.decisions(id)).findLast(
    ({ action, progress }) => action === decisionOf[step] && progress === 'complete',
  );
  const reason =
    decision?.reason ?? (step === 'paidReduced' ? ((await tenant.handOvers.findPayment(id))?.reason ?? null) : null);
  return stepLetter({ ...told, reason });
}
