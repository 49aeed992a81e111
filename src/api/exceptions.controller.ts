import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { STATES } from '../domain/approval/lifecycle.js';
import { decimalOfCents } from '../domain/invoice/money.js';
import type { OrderException } from '../pipeline/ports/desk-records.js';
import { ReadExceptions } from '../pipeline/read-exceptions.js';
import { ReadTown } from '../pipeline/read-town.js';
import { Answers } from './answers.js';
import { CalledByPerson, type PersonCaller } from './caller.js';
import { cursor, oneMore, pageOf, pageSize, readCursor, wording } from './pages.js';
import { valueOf } from './problem.js';

const listQuery = z.strictObject({ limit: pageSize, cursor: cursor.optional() });

const signature = z.object({ name: z.string(), reason: z.string().nullable(), decidedAt: z.string() });

const exceptions = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      invoiceId: z.string(),
      number: z.string().nullable(),
      sellerName: z.string().nullable(),
      grossAmount: z.string().nullable(),
      currency: z.string().nullable(),
      stateLabel: wording,
      ordered: signature.nullable().describe('Who confirmed and ordered, and why'),
      agreed: signature.describe('The second person'),
      voided: z.boolean().describe('Taken back or overtaken since'),
    }),
  ),
  nextCursor: z.string().nullable(),
});

/** The list for the audit office. */
@ApiTags('audit')
@Controller('api/v1/audit/exceptions')
export class ExceptionsController {
  constructor(
    private readonly exceptions: ReadExceptions,
    private readonly town: ReadTown,
  ) {}

  /** Orders by people who had confirmed the invoice themselves, the newest first; for the audit office and the administration. */
  @Get()
  @Answers(200, 'A page of exceptions', exceptions)
  async list(
    @CalledByPerson() caller: PersonCaller,
    @Query({ schema: listQuery }) query: z.infer<typeof listQuery>,
  ): Promise<z.infer<typeof exceptions>> {
    const after = query.cursor === undefined ? null : readCursor(query.cursor);
    const rows = valueOf(await this.exceptions.list(caller, after, oneMore(query.limit)));
    const names = await this.town.names(caller.tenantId);
    const { items, nextCursor } = pageOf(rows, query.limit, ({ id, agreed }) => ({ at: agreed.decidedAt, id }));
    return { items: items.map((one) => toldOf(one, names)), nextCursor };
  }
}

const toldOf = (
  { grossCents, state, ordered, agreed, ...rest }: OrderException,
  names: Readonly<Record<string, string>>,
): z.infer<typeof exceptions>['items'][number] => {
  const signed = ({ personId, reason, decidedAt }: OrderException['agreed']) => ({
    name: names[personId] ?? personId,
    ...{ reason, decidedAt: decidedAt.toISOString() },
  });
  return {
    ...rest,
    grossAmount: grossCents === null ? null : decimalOfCents(grossCents),
    stateLabel: STATES[state].label,
    ordered: ordered && signed(ordered),
    agreed: signed(agreed),
  };
};
