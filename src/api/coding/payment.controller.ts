import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { MAX_REASON_CHARACTERS } from '../../domain/approval/guards/form.guards.js';
import { MAX_PURPOSE_CHARACTERS } from '../../domain/coding/payment-terms.js';
import { centsOf, decimalOfCents } from '../../domain/invoice/money.js';
import { amended, AmendPayment, type Amended } from '../../pipeline/amend-payment.js';
import type { Outcome } from '../../pipeline/outcome.js';
import type { PaymentInstruction } from '../../pipeline/ports/invoice-records.js';
import { ReadTown } from '../../pipeline/read-town.js';
import { Answers, Repeatable } from '../answers.js';
import { CalledByPerson, type PersonCaller } from '../caller.js';
import { etagOf, IdempotencyKey, OnBehalfOf, SeenVersion, TakesOnBehalfOf } from '../headers.js';
import { amount } from '../captured-terms.js';
import { offer, offerOf } from '../offers.js';
import { day, uuid, words } from '../pages.js';
import { languageOf } from '../problem-filter.js';
import { Problem, valueOf } from '../problem.js';

const paymentBody = z.strictObject({
  amount: amount.describe('At most what the invoice asks for (BT-115)'),
  payee: words(200),
  iban: words(50).nullable(),
  bic: words(20).nullable(),
  dueDate: day.nullable(),
  purpose: words(MAX_PURPOSE_CHARACTERS).nullable().describe('What the payee reads on the statement'),
  reducedBecause: words(MAX_REASON_CHARACTERS).nullable().describe('Why less is paid; the supplier reads it'),
  reason: words(MAX_REASON_CHARACTERS).describe('Why it is changed, for the house'),
});

const paymentVersion = z.object({
  version: z.int(),
  amount: z.string(),
  currency: z.string(),
  payee: z.string(),
  iban: z.string().nullable(),
  bic: z.string().nullable(),
  dueDate: z.string().nullable(),
  purpose: z.string().nullable(),
  reducedBecause: z.string().nullable(),
  means: z.enum(['transfer', 'directDebit', 'other']),
  reason: z.string().nullable(),
  setBy: z.string().nullable().describe('null: as the invoice has it'),
  setByName: z.string().nullable(),
  setAt: z.string(),
  needsSecond: z.boolean().describe('Payee or account differ from what was trusted'),
  confirmedBy: z.string().nullable(),
  confirmedByName: z.string().nullable(),
  confirmedAt: z.string().nullable(),
});

const paymentAnswer = z.object({
  payable: z.string().nullable().describe('What the invoice asks for (BT-115)'),
  versions: z.array(paymentVersion).describe('The newest first: that one holds'),
  waitsForSecond: z.boolean(),
  amend: offer.nullable(),
  confirm: offer.nullable(),
});

const SeenInvoice = () =>
  ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the invoice as it was seen' });

@ApiTags('coding')
@Controller('api/v1/invoices/:id/payment')
export class PaymentController {
  constructor(
    private readonly payments: AmendPayment,
    private readonly town: ReadTown,
  ) {}

  /** The payment instruction in all its versions; the ETag is the invoice's, for whoever changes or confirms what is seen here. */
  @Get()
  @TakesOnBehalfOf()
  @Answers(200, 'The versions, and whether you may change or confirm', paymentAnswer)
  async get(
    @CalledByPerson() { tenantId, personId }: PersonCaller,
    @OnBehalfOf() onBehalfOf: string | undefined,
    @Param('id', { schema: uuid }) invoiceId: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<z.infer<typeof paymentAnswer>> {
    const view = valueOf(await this.payments.view({ tenantId, personId, onBehalfOf, invoiceId }));
    const names = await this.town.names(tenantId);
    const language = languageOf(request);
    response.set('etag', etagOf(view.invoiceVersion));
    return {
      payable: view.payableCents === null ? null : decimalOfCents(view.payableCents),
      versions: view.versions.map((one) => toldVersion(one, names)),
      waitsForSecond: view.waitsForSecond,
      amend: view.amend && offerOf(view.amend, names, language),
      confirm: view.confirm && offerOf(view.confirm, names, language),
    };
  }

  /** Changes the payment instruction. Confirmations and orders made before are void. */
  @Post()
  @HttpCode(200)
  @TakesOnBehalfOf()
  @Repeatable()
  @SeenInvoice()
  @Answers(200, 'The new version', amended)
  async amend(
    @CalledByPerson() { tenantId, personId }: PersonCaller,
    @OnBehalfOf() onBehalfOf: string | undefined,
    @IdempotencyKey() idempotencyKey: string,
    @SeenVersion() seenVersion: number,
    @Param('id', { schema: uuid }) invoiceId: string,
    @Body({ schema: paymentBody }) body: z.infer<typeof paymentBody>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Amended> {
    const { amount: decimal, reason, ...terms } = body;
    const by = { tenantId, personId, onBehalfOf, invoiceId, seenVersion, idempotencyKey };
    const wanted = { ...by, reason, terms: { ...terms, amountCents: centsOf(decimal) ?? 0n } };
    return this.answer(tenantId, await this.payments.amend(wanted), response);
  }

  /** Confirms a changed payee or account as the second person. */
  @Post('confirmation')
  @HttpCode(200)
  @TakesOnBehalfOf()
  @Repeatable()
  @SeenInvoice()
  @Answers(200, 'The version that holds now', amended)
  async confirm(
    @CalledByPerson() { tenantId, personId }: PersonCaller,
    @OnBehalfOf() onBehalfOf: string | undefined,
    @IdempotencyKey() idempotencyKey: string,
    @SeenVersion() seenVersion: number,
    @Param('id', { schema: uuid }) invoiceId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Amended> {
    const by = { tenantId, personId, onBehalfOf, invoiceId, seenVersion, idempotencyKey };
    return this.answer(tenantId, await this.payments.confirm(by), response);
  }

  private async answer(tenantId: string, outcome: Outcome<Amended>, response: Response): Promise<Amended> {
    if (outcome.kind === 'refused') throw Problem.ofRefusal(outcome.refusal, await this.town.names(tenantId));
    response.set('etag', etagOf(outcome.value.version));
    return outcome.value;
  }
}

function toldVersion(
  { amountCents, setAt, confirmedAt, ...payment }: PaymentInstruction,
  names: Readonly<Record<string, string>>,
): z.infer<typeof paymentVersion> {
  const { version, currency, payee, iban, bic, dueDate, purpose, reducedBecause, means, reason } = payment;
  const { setBy, needsSecond, confirmedBy } = payment;
  return {
    ...{ version, currency, payee, iban, bic, dueDate, purpose, reducedBecause, means, reason },
    ...{ setBy, needsSecond, confirmedBy, amount: decimalOfCents(amountCents), setAt: setAt.toISOString() },
    setByName: setBy === null ? null : (names[setBy] ?? null),
    confirmedByName: confirmedBy === null ? null : (names[confirmedBy] ?? null),
    confirmedAt: confirmedAt?.toISOString() ?? null,
  };
}
