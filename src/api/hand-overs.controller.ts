import { applyDecorators, Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { answered, AnswerHandOver, type Answered } from '../pipeline/answer-hand-over.js';
import { claimedBatch, ClaimHandOver, type ClaimedBatch } from '../pipeline/claim-hand-over.js';
import { SettleHandOver } from '../pipeline/settle-hand-over.js';
import type { HandOverRecord } from '../pipeline/ports/hand-over-records.js';
import { Answers, Repeatable } from './answers.js';
import { CalledByKey, type KeyCaller } from './caller.js';
import { IdempotencyKey } from './headers.js';
import { cursor, day, oneMore, pageOf, pageSize, readCursor, uuid, words } from './pages.js';
import { valueOf } from './problem.js';

const claimBody = z.strictObject({ limit: z.int().min(1).max(500).default(100) });
const acknowledgement = z.strictObject({ reference: words(200) });
const refusal = z.strictObject({ reason: words(2000), reference: words(200).optional() });
const paymentReport = z.strictObject({
  paidOn: day,
  amount: z
    .string()
    .regex(/^\d{1,12}(\.\d{1,2})?$/)
    .optional()
    .describe('What was paid, where it is not the whole amount; less needs a reason'),
  reason: words(2000).optional().describe('Why it is less: the supplier gets to read it'),
  reference: words(200).optional(),
});
const listQuery = z.strictObject({ limit: pageSize, cursor: cursor.optional() });
const id = uuid;

const handOverPage = z.object({
  items: z.array(
    z.object({
      handOverId: z.string(),
      claimedAt: z.string(),
      leaseUntil: z.string(),
      records: z.array(
        z.object({
          invoiceId: z.string(),
          answer: z.string().nullable(),
          answeredAt: z.string().nullable(),
          reference: z.string().nullable(),
          reason: z.string().nullable(),
          record: z.unknown().describe('As it was claimed'),
        }),
      ),
    }),
  ),
  nextCursor: z.string().nullable(),
});

const recallPage = z.object({
  items: z.array(
    z.object({
      handOverId: z.string(),
      invoiceId: z.string(),
      number: z.string().nullable().describe('The invoice’s (BT-1)'),
      reference: z.string().nullable().describe('Your own, as you acknowledged the record'),
      requestedAt: z.string(),
      reason: z.string().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

/** A route by which the finance system says something about one record. */
const SaysOfRecord = (what: string, description: string) =>
  applyDecorators(
    Post(`:handOverId/records/:invoiceId/${what}`),
    HttpCode(200),
    Repeatable(),
    Answers(200, description, answered),
  );

/** The finance system's door: it claims what is ordered and answers for each record. */
@ApiTags('handovers')
@Controller('api/v1/handovers')
export class HandOversController {
  constructor(
    private readonly claims: ClaimHandOver,
    private readonly answers: AnswerHandOver,
    private readonly settlements: SettleHandOver,
  ) {}

  /** Claims the oldest ordered invoices. A repeat under the same key answers the same batch. */
  @Post()
  @HttpCode(200)
  @Repeatable()
  @Answers(200, 'The batch, empty where nothing is ordered', claimedBatch)
  async claim(
    @CalledByKey() { tenantId, id: apiKeyId }: KeyCaller,
    @IdempotencyKey() idempotencyKey: string,
    @Body({ schema: claimBody }) { limit }: z.infer<typeof claimBody>,
  ): Promise<ClaimedBatch> {
    return valueOf(await this.claims.claim({ tenantId, apiKeyId, idempotencyKey, limit }));
  }

  /** Hand-overs in the order of their claims, with the answers given so far. */
  @Get()
  @Answers(200, 'A page of hand-overs', handOverPage)
  async list(
    @CalledByKey() { tenantId }: KeyCaller,
    @Query({ schema: listQuery }) query: z.infer<typeof listQuery>,
  ): Promise<z.infer<typeof handOverPage>> {
    const after = query.cursor === undefined ? null : readCursor(query.cursor);
    const place = after && { claimedAt: after.at, id: after.id };
    const rows = await this.answers.list(tenantId, place, oneMore(query.limit));
    const { items, nextCursor } = pageOf(rows, query.limit, (row) => ({ at: row.claimedAt, id: row.id }));
    return { items: items.map(handOverOf), nextCursor };
  }

  /**
   * Recalls that staff have requested and that wait for your word, the oldest first: confirm with a recall where nothing
   * has been paid, or report the payment.
   */
  @Get('recalls')
  @Answers(200, 'A page of requests', recallPage)
  async recalls(
    @CalledByKey() { tenantId }: KeyCaller,
    @Query({ schema: listQuery }) query: z.infer<typeof listQuery>,
  ): Promise<z.infer<typeof recallPage>> {
    const after = query.cursor === undefined ? null : readCursor(query.cursor);
    const place = after && { requestedAt: after.at, id: after.id };
    const rows = await this.settlements.recalls(tenantId, place, oneMore(query.limit));
    const { items, nextCursor } = pageOf(rows, query.limit, (row) => ({ at: row.requestedAt, id: row.id }));
    return {
      items: items.map(({ id: _, requestedAt, ...rest }) => ({ ...rest, requestedAt: requestedAt.toISOString() })),
      nextCursor,
    };
  }

  /** The finance system has booked the record. */
  @SaysOfRecord('acknowledgement', 'The record is handed over')
  async acknowledge(
    @CalledByKey() { tenantId, id: apiKeyId }: KeyCaller,
    @IdempotencyKey() idempotencyKey: string,
    @Param('handOverId', { schema: id }) handOverId: string,
    @Param('invoiceId', { schema: id }) invoiceId: string,
    @Body({ schema: acknowledgement }) { reference }: z.infer<typeof acknowledgement>,
  ): Promise<Answered> {
    const call = { tenantId, apiKeyId, idempotencyKey, handOverId, invoiceId };
    return valueOf(await this.answers.answer({ ...call, answer: 'acknowledge', reference, reason: null }));
  }

  /** The finance system does not take the record; it goes back to review with the reason. */
  @SaysOfRecord('refusal', 'The record is back in review')
  async refuse(
    @CalledByKey() { tenantId, id: apiKeyId }: KeyCaller,
    @IdempotencyKey() idempotencyKey: string,
    @Param('handOverId', { schema: id }) handOverId: string,
    @Param('invoiceId', { schema: id }) invoiceId: string,
    @Body({ schema: refusal }) { reason, reference }: z.infer<typeof refusal>,
  ): Promise<Answered> {
    const call = { tenantId, apiKeyId, idempotencyKey, handOverId, invoiceId };
    return valueOf(await this.answers.answer({ ...call, answer: 'refuse', reference: reference ?? null, reason }));
  }

  /** The finance system has paid the record, in full or in part; the reason for less is told to the supplier. */
  @SaysOfRecord('payment', 'The record is paid')
  async pay(
    @CalledByKey() { tenantId, id: apiKeyId }: KeyCaller,
    @IdempotencyKey() idempotencyKey: string,
    @Param('handOverId', { schema: id }) handOverId: string,
    @Param('invoiceId', { schema: id }) invoiceId: string,
    @Body({ schema: paymentReport }) { paidOn, amount, reason, reference }: z.infer<typeof paymentReport>,
  ): Promise<Answered> {
    const call = { tenantId, apiKeyId, idempotencyKey, handOverId, invoiceId, settlement: 'payment' as const };
    const said = { paidOn, amount: amount ?? null, reason: reason ?? null, reference: reference ?? null };
    return valueOf(await this.settlements.settle({ ...call, ...said }));
  }

  /** The finance system gives a record back that it has not paid, on request or of its own accord. */
  @SaysOfRecord('recall', 'The record is back in review')
  async recall(
    @CalledByKey() { tenantId, id: apiKeyId }: KeyCaller,
    @IdempotencyKey() idempotencyKey: string,
    @Param('handOverId', { schema: id }) handOverId: string,
    @Param('invoiceId', { schema: id }) invoiceId: string,
    @Body({ schema: refusal }) { reason, reference }: z.infer<typeof refusal>,
  ): Promise<Answered> {
    const call = { tenantId, apiKeyId, idempotencyKey, handOverId, invoiceId, settlement: 'recall' as const };
    const said = { paidOn: null, amount: null, reason, reference: reference ?? null };
    return valueOf(await this.settlements.settle({ ...call, ...said }));
  }
}

const handOverOf = (handOver: HandOverRecord): z.infer<typeof handOverPage>['items'][number] => ({
  handOverId: handOver.id,
  claimedAt: handOver.claimedAt.toISOString(),
  leaseUntil: handOver.leaseUntil.toISOString(),
  records: handOver.items.map(({ invoiceId, answer, answeredAt, reference, reason, record }) => ({
    ...{ invoiceId, answer, reference, reason, record },
    answeredAt: answeredAt?.toISOString() ?? null,
  })),
});
