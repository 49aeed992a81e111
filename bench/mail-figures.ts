import type pg from 'pg';
import { work } from '../src/pipeline/limits.js';
import type { PlannedAnswer } from './repeated-answers.js';

/** What has become of the mails, as the database tells it. */
export interface MailFigures {
  readonly deliveries: number;
  readonly mails: number;
  readonly places: number;
  readonly unsorted: number;
  readonly partsWaiting: number;
  readonly deliveriesWithoutParts: number;
  /** How many parts have which fate: one column, so that none can have two. */
  readonly fates: Readonly<Record<string, number>>;
  /** Audit events that each delivery or invoice must have once: a second one would be the same work done twice. */
  readonly accepted: number;
  readonly sorted: number;
  readonly received: number;
  readonly invoices: number;
  readonly invoicesTwice: number;
  readonly invoicesReceived: number;
  readonly invoicesRouted: number;
  /** In whose work the service was killed so often that a person is to look. */
  readonly invoicesGivenToPeople: number;
  readonly answersPlanned: number;
  readonly answersSent: number;
  readonly outboxDue: number;
}

/** Counts, as the application sees the tenant that is set on the connection. */
export async function countMails(client: pg.Client): Promise<MailFigures> {
  const { rows } = await client.query<MailFigures>(`
    SELECT (SELECT count(*) FROM eingang.delivery)::integer AS deliveries,
      (SELECT count(*) FROM eingang.mail)::integer AS mails,
      (SELECT count(*) FROM eingang.mail_place)::integer AS places,
      (SELECT count(*) FROM eingang.delivery WHERE work_due_at IS NOT NULL)::integer AS unsorted,
      (SELECT count(*) FROM eingang.delivery_part WHERE fate = 'waiting')::integer AS "partsWaiting",
      (SELECT count(*) FROM eingang.delivery d WHERE NOT EXISTS (SELECT 1 FROM eingang.delivery_part p WHERE p.delivery_id = d.id))::integer AS "deliveriesWithoutParts",
      (SELECT jsonb_object_agg(fate, n) FROM (SELECT fate, count(*) AS n FROM eingang.delivery_part GROUP BY fate ORDER BY fate) f) AS fates,
      (SELECT count(*) FROM eingang.audit_event WHERE event = 'delivery.accepted')::integer AS accepted,
      (SELECT count(*) FROM eingang.audit_event WHERE event = 'delivery.sorted')::integer AS sorted,
      (SELECT count(*) FROM eingang.audit_event WHERE event = 'invoice.received')::integer AS received,
      (SELECT count(*) FROM eingang.invoice)::integer AS invoices,
      (SELECT greatest(count(*) - count(DISTINCT original_sha256), count(number) - count(DISTINCT number)) FROM eingang.invoice)::integer AS "invoicesTwice",
      (SELECT count(*) FROM eingang.invoice WHERE state = 'routed')::integer AS "invoicesRouted",
      (SELECT count(DISTINCT i.id) FROM eingang.invoice i JOIN eingang.delivery_part p ON p.invoice_id = i.id JOIN eingang.delivery d ON d.id = p.delivery_id
        WHERE i.state = 'clarification' AND (i.attempts > ${work.attempts} OR d.attempts > ${work.attempts}))::integer AS "invoicesGivenToPeople",
      (SELECT count(*) FROM eingang.invoice WHERE state = 'received')::integer AS "invoicesReceived",
      (SELECT count(*) FROM eingang.answer)::integer AS "answersPlanned",
      (SELECT count(*) FROM eingang.answer WHERE sent_at IS NOT NULL)::integer AS "answersSent",
      (SELECT count(*) FROM eingang.outbox WHERE work_due_at IS NOT NULL)::integer AS "outboxDue"`);
  const [figures] = rows;
  if (!figures) throw new Error('nothing was counted');
  return figures;
}

/** Every answer that was planned, for comparison with those that came. */
export async function plannedAnswers(client: pg.Client): Promise<readonly PlannedAnswer[]> {
  const { rows } = await client.query<PlannedAnswer>(
    `SELECT a.message_id AS "messageId", a.sent_at AS "sentAt", coalesce(max(o.attempts), 0)::integer AS attempts
     FROM eingang.answer a LEFT JOIN eingang.outbox o ON o.tenant_id = a.tenant_id AND o.payload->>'answerId' = a.id::text
     GROUP BY a.tenant_id, a.id`,
  );
  return rows;
}

/** What is not as it must be at the end, in sentences. */
export function faultsOf(figures: MailFigures, mails: number): readonly string[] {
  const checks: readonly (readonly [string, boolean])[] = [
    ['not every mail is exactly one delivery', figures.mails === mails && figures.deliveries === mails],
    ['a delivery has not been sorted', figures.unsorted === 0],
    ['a part has no fate', figures.partsWaiting === 0 && figures.deliveriesWithoutParts === 0],
    ['a mail has been taken in twice', figures.accepted === mails],
    ['a delivery has been sorted twice', figures.sorted === mails],
    ['an invoice has been made twice', figures.received === mails],
    ['not every mail has become one invoice', figures.invoices === mails],
    ['an invoice is there twice', figures.invoicesTwice === 0],
    ['an invoice has not been processed', figures.invoicesReceived === 0],
    [
      'an invoice was not routed, and no kills explain that',
      figures.invoicesRouted + figures.invoicesGivenToPeople === figures.invoices,
    ],
    [
      'an answer that was planned has not been sent',
      figures.outboxDue === 0 && figures.answersSent === figures.answersPlanned,
    ],
    ['the renewed UIDVALIDITY has made nobody look again', figures.places > mails],
  ];
  return checks.flatMap(([what, holds]) => (holds ? [] : [what]));
}
