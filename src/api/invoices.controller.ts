import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { isState, STATES, type State } from '../domain/approval/lifecycle.js';
import { sortKeys } from '../pipeline/ports/desk-records.js';
import { queues, type Whose } from '../pipeline/queues.js';
import { DecideOnInvoice } from '../pipeline/decide-on-invoice.js';
import { ReadInvoices, type Reader } from '../pipeline/read-invoices.js';
import { ReadTown } from '../pipeline/read-town.js';
import { Answers } from './answers.js';
import { CalledBy, CalledByPerson, type Caller, type PersonCaller } from './caller.js';
import { etagOf, OnBehalfOf, TakesOnBehalfOf } from './headers.js';
import { answerOf, invoiceAnswer, type InvoiceAnswer } from './invoice-answers.js';
import { invoiceLine, lineOf } from './invoice-line.js';
import { listCursorOf, listPlaceOf, orderOf } from './list-cursors.js';
import { oneMore, pageSize, uuid, wording, words } from './pages.js';
import { languageOf } from './problem-filter.js';
import { valueOf } from './problem.js';

const states = z
  .string()
  .max(300)
  .transform((list) => list.split(','))
  .pipe(z.array(z.custom<State>((text) => typeof text === 'string' && isState(text))).min(1));

const sort = z
  .enum(sortKeys.flatMap((key) => [key, `-${key}`] as const))
  .default('receivedAt')
  .describe('A leading "-" turns the order round; what has no value stands last in either');

const listQuery = z.strictObject({
  queue: z.enum(queues).default('all').describe('toConfirm and toOrder: what you may confirm or order now'),
  state: states.optional(),
  department: uuid.optional(),
  claimed: z
    .enum(['me', 'nobody', 'absent'])
    .optional()
    .describe('absent: held by somebody who is not there today, and for whom nobody stands in'),
  whose: z
    .union([z.literal('own'), uuid])
    .optional()
    .describe('Of mine, toConfirm and toOrder: own, or that of the person for whom you stand in; both without it'),
  reason: z.string().max(50).optional().describe('Why it waits for clearing: a clarificationReason'),
  waitsFor: z.literal('secondPerson').optional().describe('In clearing, where the first of two persons has acted'),
  search: words(200)
    .optional()
    .describe(
      'Words that number, seller, order reference, file name or text contain, in any order; or an exact amount',
    ),
  sort,
  limit: pageSize,
  cursor: z.string().max(500).optional().describe('Of the same sort'),
});

const invoicePage = z.object({ items: z.array(invoiceLine), nextCursor: z.string().nullable() });

const counts = z
  .object({
    mine: z.int(),
    department: z.int(),
    clearing: z.int(),
    toConfirm: z.int(),
    toOrder: z.int(),
    atAbsent: z.int(),
  })
  .describe('Invoices in each queue of yours, and those that lie with absent people; 1001 stands for more than 1000');

const duplicates = z.object({
  items: z.array(invoiceLine),
  hidden: z.array(z.object({ state: z.string(), stateLabel: wording })).describe('Those that you may not see'),
});

const accounts = z.object({
  items: z.array(
    z.object({
      iban: z.string(),
      firstSeenAt: z.string(),
      released: z.boolean().describe('Invoices that name it go on without a question'),
    }),
  ),
});

@ApiTags('invoices')
@Controller('api/v1/invoices')
export class InvoicesController {
  constructor(
    private readonly invoices: ReadInvoices,
    private readonly decisions: DecideOnInvoice,
    private readonly town: ReadTown,
  ) {}

  /** Invoices that the caller may see: a queue, filtered, searched and sorted. */
  @Get()
  @Answers(200, 'A page of invoices', invoicePage)
  async list(
    @CalledBy() caller: Caller,
    @Query({ schema: listQuery }) query: z.infer<typeof listQuery>,
  ): Promise<z.infer<typeof invoicePage>> {
    const { queue, state, department, claimed, whose, reason, waitsFor, search, limit } = query;
    const order = orderOf(query.sort);
    const after = query.cursor === undefined ? null : listPlaceOf(query.cursor, order);
    const filters = { claimed, whose: whoseOf(whose), reason, waitsForSecond: waitsFor === 'secondPerson', search };
    const wanted = { queue, states: state, departmentId: department, ...filters, ...order, after };
    const { items, notes, ...beside } = await this.invoices.list(readerOf(caller), {
      ...wanted,
      limit: oneMore(limit),
    });
    const names = await this.namesFor(caller);
    const page = items.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map((invoice) => lineOf(invoice, { names, notes, ...beside })),
      nextCursor: items.length > limit && last ? listCursorOf(last, order) : null,
    };
  }

  /** What waits for you. */
  @Get('counts')
  @Answers(200, 'How much waits in each queue', counts)
  async counts(@CalledByPerson() caller: PersonCaller): Promise<z.infer<typeof counts>> {
    return this.invoices.counts(readerOf(caller));
  }

  /** Invoices that look like the same claim: of the same seller, number, date and amount. */
  @Get(':id/duplicates')
  @Answers(200, 'The other invoices', duplicates)
  async duplicates(
    @CalledBy() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<z.infer<typeof duplicates>> {
    const { visible, hidden, ...beside } = valueOf(await this.invoices.duplicates(readerOf(caller), id));
    const names = await this.namesFor(caller);
    return {
      items: visible.map((invoice) => lineOf(invoice, { names, ...beside })),
      hidden: hidden.map((state) => ({ state, stateLabel: STATES[state].label })),
    };
  }

  /** The accounts that the seller has used so far: what a changed one is compared with. */
  @Get(':id/accounts')
  @Answers(200, 'Accounts, the oldest first', accounts)
  async accounts(
    @CalledByPerson() caller: PersonCaller,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<z.infer<typeof accounts>> {
    const known = valueOf(await this.invoices.accounts(readerOf(caller), id));
    const items = known.map(({ iban, firstSeen, released }) => ({
      iban,
      firstSeenAt: firstSeen.toISOString(),
      released,
    }));
    return { items };
  }

  /** One invoice; its ETag is the version that decisions name. */
  @Get(':id')
  @TakesOnBehalfOf()
  @Answers(200, 'The invoice', invoiceAnswer)
  async get(
    @CalledBy() caller: Caller,
    @OnBehalfOf() onBehalfOf: string | undefined,
    @Param('id', { schema: uuid }) id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<InvoiceAnswer> {
    const view = valueOf(await this.invoices.get(readerOf(caller), id));
    const who = caller.kind === 'person' ? { ...caller, onBehalfOf, invoiceId: id } : null;
    const offers = who && valueOf(await this.decisions.offers(who));
    response.set('etag', etagOf(view.invoice.version));
    return answerOf(view, offers, await this.namesFor(caller), languageOf(request));
  }

  /** Names of people are for people. */
  private async namesFor(caller: Caller): Promise<Readonly<Record<string, string>>> {
    return caller.kind === 'person' ? this.town.names(caller.tenantId) : {};
  }
}

const whoseOf = (whose: string | undefined): Whose | undefined =>
  whose === undefined || whose === 'own' ? whose : { principalId: whose };

/** Who reads: a person within their departments, a machine everything. */
export const readerOf = (caller: Caller): Reader =>
  caller.kind === 'person'
    ? { kind: 'person', tenantId: caller.tenantId, personId: caller.personId }
    : { kind: 'apiKey', tenantId: caller.tenantId, id: caller.id };
