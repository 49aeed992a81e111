import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { FISCAL_YEARS } from '../../domain/coding/chart.js';
import { CODING_LIMITS, type Split } from '../../domain/coding/coding.js';
import { ORDER_NEEDS } from '../../domain/coding/order-needs.js';
import { centsOf, decimalOfCents } from '../../domain/invoice/money.js';
import { budgetAnswered, CheckBudget, type BudgetAnswered } from '../../pipeline/check-budget.js';
import { CodeInvoice, coded, type Coded, type CodingView } from '../../pipeline/code-invoice.js';
import type { BudgetAnswerRecord, CodingRecord } from '../../pipeline/ports/coding-records.js';
import { ReadTown } from '../../pipeline/read-town.js';
import { Answers, Repeatable } from '../answers.js';
import { CalledByPerson, type PersonCaller } from '../caller.js';
import { etagOf, IdempotencyKey, OnBehalfOf, SeenVersion, TakesOnBehalfOf } from '../headers.js';
import { amount } from '../captured-terms.js';
import { offer, offerOf } from '../offers.js';
import { uuid, wording, words } from '../pages.js';
import { languageOf } from '../problem-filter.js';
import { Problem, valueOf } from '../problem.js';

const number = words(40);
const fiscalYear = z.int().min(FISCAL_YEARS.first).max(FISCAL_YEARS.last);

/** A share of the amount. */
const split = z.strictObject({
  account: number.describe('Number of a Sachkonto in the chart of the year'),
  product: number,
  costCentre: number.nullable().default(null),
  amount: amount.describe('Negative on a credit note'),
  note: words(CODING_LIMITS.note).nullable().default(null),
});

const codingBody = z.strictObject({ fiscalYear, splits: z.array(split).min(1).max(CODING_LIMITS.splits) });

const codingVersion = z.object({
  version: z.int(),
  fiscalYear: z.int(),
  total: z.string(),
  currency: z.string(),
  splits: z.array(split),
  setBy: z.string(),
  setByName: z.string().nullable(),
  setAt: z.string(),
});

const budgetAnswer = z.object({
  answer: z.enum(['yes', 'no', 'unknown']),
  message: z
    .string()
    .nullable()
    .describe('Words of the budget system, or noAnswer, notUnderstood, hostForbidden, noEncryption, secretUnreadable'),
  askedAt: z.string(),
});

const codingAnswer = z.object({
  total: z.string().nullable().describe('What the splits must add up to; null: nothing can be coded'),
  currency: z.string().nullable(),
  fiscalYears: z.array(z.int()).describe('That have a chart, the latest first'),
  closedYears: z.array(z.int()),
  proposedYear: z.int().nullable(),
  current: codingVersion.nullable(),
  versions: z.array(codingVersion).describe('The newest first'),
  suggestion: z
    .object({ fromInvoiceId: z.string(), splits: z.array(split) })
    .nullable()
    .describe('As the seller’s last invoice was coded, in proportion'),
  requiredForOrder: z.boolean(),
  budgetCheck: z
    .object({ onNo: z.string(), onUnknown: z.string(), answer: budgetAnswer.nullable() })
    .nullable()
    .describe('null: nobody is asked whether there are funds'),
  missingForOrder: z.array(z.object({ code: z.string(), label: wording })),
  offer: offer.nullable().describe('Whether you may code it now, and why not otherwise'),
});

@ApiTags('coding')
@Controller('api/v1/invoices/:id')
export class CodingController {
  constructor(
    private readonly coding: CodeInvoice,
    private readonly budget: CheckBudget,
    private readonly town: ReadTown,
  ) {}

  /** How the invoice is coded, and what coding it takes; the ETag is the invoice's, for whoever codes after what is seen here. */
  @Get('coding')
  @TakesOnBehalfOf()
  @Answers(200, 'The coding, its versions, a suggestion and what an order lacks', codingAnswer)
  async get(
    @CalledByPerson() { tenantId, personId }: PersonCaller,
    @OnBehalfOf() onBehalfOf: string | undefined,
    @Param('id', { schema: uuid }) invoiceId: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<z.infer<typeof codingAnswer>> {
    const view = valueOf(await this.coding.view({ tenantId, personId, onBehalfOf, invoiceId }));
    const names = await this.town.names(tenantId);
    response.set('etag', etagOf(view.invoiceVersion));
    return { ...answerOf(view, names), offer: view.offer && offerOf(view.offer, names, languageOf(request)) };
  }

  /** Codes the invoice in the version that was seen. Confirmations and orders made before are void. */
  @Post('coding')
  @HttpCode(200)
  @TakesOnBehalfOf()
  @Repeatable()
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the invoice as it was seen' })
  @Answers(200, 'What became of it', coded)
  async code(
    @CalledByPerson() { tenantId, personId }: PersonCaller,
    @OnBehalfOf() onBehalfOf: string | undefined,
    @IdempotencyKey() idempotencyKey: string,
    @SeenVersion() seenVersion: number,
    @Param('id', { schema: uuid }) invoiceId: string,
    @Body({ schema: codingBody }) body: z.infer<typeof codingBody>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Coded> {
    const by = { tenantId, personId, onBehalfOf, invoiceId, seenVersion, idempotencyKey };
    const outcome = await this.coding.code({ ...by, ...body, splits: body.splits.map(splitOf) });
    if (outcome.kind === 'refused') throw Problem.ofRefusal(outcome.refusal, await this.town.names(tenantId));
    response.set('etag', etagOf(outcome.value.version));
    return outcome.value;
  }

  /** Asks the budget system whether there are funds for the coding that holds. */
  @Post('budget-check')
  @HttpCode(200)
  @TakesOnBehalfOf()
  @Repeatable()
  @Answers(200, 'What it said; silence is an answer too', budgetAnswered)
  async checkBudget(
    @CalledByPerson() { tenantId, personId }: PersonCaller,
    @OnBehalfOf() onBehalfOf: string | undefined,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', { schema: uuid }) invoiceId: string,
  ): Promise<BudgetAnswered> {
    return valueOf(await this.budget.check({ tenantId, personId, onBehalfOf, invoiceId, idempotencyKey }));
  }
}

/** An amount that fits the door's form has at most two decimals, so that it is whole in cents. */
const splitOf = ({ amount: decimal, ...rest }: z.infer<typeof split>): Split => ({
  ...rest,
  cents: centsOf(decimal) ?? 0n,
});

const toldSplit = ({ cents, ...rest }: Split): z.infer<typeof split> => ({ ...rest, amount: decimalOfCents(cents) });

const toldCoding = (coding: CodingRecord, names: Readonly<Record<string, string>>): z.infer<typeof codingVersion> => ({
  ...{ version: coding.version, fiscalYear: coding.fiscalYear, currency: coding.currency, setBy: coding.setBy },
  total: decimalOfCents(coding.totalCents),
  splits: coding.splits.map(toldSplit),
  setByName: names[coding.setBy] ?? null,
  setAt: coding.setAt.toISOString(),
});

function answerOf(
  view: CodingView,
  names: Readonly<Record<string, string>>,
): Omit<z.infer<typeof codingAnswer>, 'offer'> {
  const { totalCents, currency, fiscalYears, proposedYear, suggestion, setting, missingForOrder } = view;
  const versions = view.versions.map((one) => toldCoding(one, names));
  const { budgetCheck: check } = setting;
  return {
    ...{ currency, fiscalYears: [...fiscalYears], proposedYear, versions, current: versions[0] ?? null },
    total: totalCents === null ? null : decimalOfCents(totalCents),
    closedYears: [...setting.closedYears],
    suggestion: suggestion && { ...suggestion, splits: suggestion.splits.map(toldSplit) },
    requiredForOrder: setting.requiredForOrder,
    budgetCheck: check && {
      ...{ onNo: check.onNo, onUnknown: check.onUnknown },
      answer: view.budgetAnswer && toldBudget(view.budgetAnswer),
    },
    missingForOrder: missingForOrder.map((code) => ({ code, label: ORDER_NEEDS[code] })),
  };
}

const toldBudget = ({ answer, message, askedAt }: BudgetAnswerRecord): z.infer<typeof budgetAnswer> => ({
  ...{ answer, message },
  askedAt: askedAt.toISOString(),
});
