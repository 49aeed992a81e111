import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';
import { MAX_REASON_CHARACTERS } from '../domain/approval/guards/form.guards.js';
import { decided } from '../pipeline/decide-on-invoice.js';
import { bulkActions, DecideOnMany, mostAtOnce } from '../pipeline/decide-on-many.js';
import { ReadTown } from '../pipeline/read-town.js';
import { Answers, Repeatable } from './answers.js';
import { CalledByPerson, type PersonCaller } from './caller.js';
import { IdempotencyKey, OnBehalfOf, TakesOnBehalfOf } from './headers.js';
import { uuid, words } from './pages.js';
import { languageOf } from './problem-filter.js';
import { sentenceOf } from './problem.js';

const bulkBody = z.strictObject({
  action: z.enum(bulkActions),
  reason: words(MAX_REASON_CHARACTERS).optional(),
  departmentId: uuid.optional(),
  colleagueId: uuid.optional().describe('With `passOn`: who is to go on with them'),
  invoices: z
    .array(z.strictObject({ id: uuid, version: z.int().min(1).describe('As it was seen') }))
    .min(1)
    .max(mostAtOnce)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'each invoice once'),
});

const bulkAnswer = z.object({
  items: z
    .array(
      z.object({
        invoiceId: z.string(),
        done: decided.nullable(),
        refusal: z.object({ code: z.string(), detail: z.string() }).nullable(),
      }),
    )
    .describe('In the order of the call; each was decided by itself'),
});

/** One deed on several invoices. */
@ApiTags('invoices')
@Controller('api/v1/invoices/decisions')
export class BulkDecisionsController {
  constructor(
    private readonly decisions: DecideOnMany,
    private readonly town: ReadTown,
  ) {}

  /** Takes the same decision on each invoice; what is refused of one says why, and holds up no other. */
  @Post()
  @HttpCode(200)
  @Repeatable()
  @TakesOnBehalfOf()
  @Answers(200, 'What became of each', bulkAnswer)
  async decide(
    @CalledByPerson() { tenantId, personId, factorAt }: PersonCaller,
    @IdempotencyKey() idempotencyKey: string,
    @OnBehalfOf() onBehalfOf: string | undefined,
    @Body({ schema: bulkBody }) { invoices, ...wanted }: z.infer<typeof bulkBody>,
    @Req() request: Request,
  ): Promise<z.infer<typeof bulkAnswer>> {
    const seen = invoices.map(({ id, version }) => ({ id, seenVersion: version }));
    const by = { tenantId, personId, onBehalfOf, idempotencyKey, factorAt };
    const outcomes = await this.decisions.decide({ ...by, ...wanted, invoices: seen });
    const names = await this.town.names(tenantId);
    return {
      items: outcomes.map(({ invoiceId, outcome }) =>
        outcome.kind === 'done'
          ? { invoiceId, done: outcome.value, refusal: null }
          : {
              ...{ invoiceId, done: null },
              refusal: {
                code: outcome.refusal.code,
                detail: sentenceOf(outcome.refusal, languageOf(request), names),
              },
            },
      ),
    };
  }
}
