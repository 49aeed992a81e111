import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { MAX_REASON_CHARACTERS } from '../domain/approval/guards/form.guards.js';
import { decided, DecideOnInvoice, type Decided } from '../pipeline/decide-on-invoice.js';
import { deskActions } from '../pipeline/desk-actions.js';
import { ReadTown } from '../pipeline/read-town.js';
import { Answers, Repeatable } from './answers.js';
import { CalledByPerson, type PersonCaller } from './caller.js';
import { capturedTerms } from './captured-terms.js';
import { etagOf, IdempotencyKey, OnBehalfOf, SeenVersion, TakesOnBehalfOf } from './headers.js';
import { uuid, words } from './pages.js';
import { Problem } from './problem.js';

const decisionBody = z.strictObject({
  action: z.enum(deskActions),
  reason: words(MAX_REASON_CHARACTERS).optional(),
  departmentId: uuid.optional(),
  otherInvoiceId: uuid.optional(),
  colleagueId: uuid.optional().describe('With `passOn`: who is to go on with it'),
  comparedInvoiceIds: z
    .array(uuid)
    .max(100)
    .optional()
    .describe('With `dismissSuspicion`: the invoices that were compared, all that look alike'),
  remember: z
    .strictObject({
      name: words(200),
      when: z.unknown().describe('Conditions as of a routing rule: {field, operator, value} or {all: […]}, …'),
    })
    .optional()
    .describe('With `route`: a rule that sends the like of it to the same department from now on'),
  capture: capturedTerms.optional().describe('With `capture`: what stands on the document'),
});

@ApiTags('invoices')
@Controller('api/v1/invoices/:id/decisions')
export class DecisionsController {
  constructor(
    private readonly decisions: DecideOnInvoice,
    private readonly town: ReadTown,
  ) {}

  /** Decides on an invoice in the version that was seen. What is refused says why and what to do. */
  @Post()
  @HttpCode(200)
  @Repeatable()
  @TakesOnBehalfOf()
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the invoice as it was seen' })
  @Answers(200, 'What became of it', decided)
  async decide(
    @CalledByPerson() { tenantId, personId, factorAt }: PersonCaller,
    @IdempotencyKey() idempotencyKey: string,
    @SeenVersion() seenVersion: number,
    @OnBehalfOf() onBehalfOf: string | undefined,
    @Param('id', { schema: uuid }) invoiceId: string,
    @Body({ schema: decisionBody }) body: z.infer<typeof decisionBody>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Decided> {
    const call = { tenantId, personId, onBehalfOf, invoiceId, seenVersion, idempotencyKey, factorAt };
    const outcome = await this.decisions.decide({ ...call, ...body });
    if (outcome.kind === 'refused') throw Problem.ofRefusal(outcome.refusal, await this.town.names(tenantId));
    response.set('etag', etagOf(outcome.value.version));
    return outcome.value;
  }
}
