import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { isState, type State } from '../domain/approval/lifecycle.js';
import { DecideOnInvoice } from '../pipeline/decide-on-invoice.js';
import { ReadInvoices, type Reader } from '../pipeline/read-invoices.js';
import { ReadTown } from '../pipeline/read-town.js';
import { ForPeopleAndKeys } from './access.js';
import { Answers } from './answers.js';
import { CalledBy, type Caller } from './caller.js';
import { etagOf } from './headers.js';
import { answerOf, invoiceAnswer, invoiceLine, lineOf, type InvoiceAnswer } from './invoice-answers.js';
import { cursor, oneMore, pageOf, pageSize, readCursor } from './pages.js';
import { languageOf } from './problem-filter.js';
import { valueOf } from './problem.js';

const states = z
  .string()
  .max(300)
  .transform((list) => list.split(','))
  .pipe(z.array(z.custom<State>((text) => typeof text === 'string' && isState(text))).min(1));

const listQuery = z.strictObject({
  state: states.optional(),
  department: z.uuid().optional(),
  limit: pageSize,
  cursor: cursor.optional(),
});

const invoicePage = z.object({ items: z.array(invoiceLine), nextCursor: z.string().nullable() });

@ApiTags('invoices')
@Controller('api/v1/invoices')
export class InvoicesController {
  constructor(
    private readonly invoices: ReadInvoices,
    private readonly decisions: DecideOnInvoice,
    private readonly town: ReadTown,
  ) {}

  /** Invoices that the caller may see, in the order of their receipt. */
  @Get()
  @ForPeopleAndKeys('read')
  @Answers(200, 'A page of invoices', invoicePage)
  async list(
    @CalledBy() caller: Caller,
    @Query({ schema: listQuery }) query: z.infer<typeof listQuery>,
  ): Promise<z.infer<typeof invoicePage>> {
    const after = query.cursor === undefined ? null : readCursor(query.cursor);
    const rows = await this.invoices.list(readerOf(caller), {
      ...(query.state === undefined ? {} : { states: query.state }),
      ...(query.department === undefined ? {} : { departmentId: query.department }),
      after: after && { receivedAt: after.at, id: after.id },
      limit: oneMore(query.limit),
    });
    const { items, nextCursor } = pageOf(rows, query.limit, ({ receivedAt, id }) => ({ at: receivedAt, id }));
    return { items: items.map(lineOf), nextCursor };
  }

  /** One invoice; its ETag is the version that decisions name. */
  @Get(':id')
  @ForPeopleAndKeys('read', 'handOver')
  @Answers(200, 'The invoice', invoiceAnswer)
  async get(
    @CalledBy() caller: Caller,
    @Param('id', { schema: z.uuid() }) id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<InvoiceAnswer> {
    const view = valueOf(await this.invoices.get(readerOf(caller), id));
    const offers =
      caller.kind === 'person' ? valueOf(await this.decisions.offers(caller.tenantId, caller.personId, id)) : null;
    const names = caller.kind === 'person' ? await this.town.names(caller.tenantId) : {};
    response.set('etag', etagOf(view.invoice.version));
    return answerOf(view, offers, names, languageOf(request));
  }
}

/** Who reads: a person within their departments, a machine everything. */
export const readerOf = (caller: Caller): Reader =>
  caller.kind === 'person'
    ? { kind: 'person', tenantId: caller.tenantId, personId: caller.personId }
    : { kind: 'apiKey', tenantId: caller.tenantId, id: caller.id };
