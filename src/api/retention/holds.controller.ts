import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { HoldInvoice } from '../../pipeline/hold-invoice.js';
import { ReadTown } from '../../pipeline/read-town.js';
import { administrationBy, changed, listOf } from '../administration/administration.js';
import { Answers, Repeatable } from '../answers.js';
import { CalledByPerson, type PersonCaller } from '../caller.js';
import { IdempotencyKey } from '../headers.js';
import { uuid, words } from '../pages.js';
import { valueOf } from '../problem.js';

const why = z.strictObject({ reason: words(1000).describe('Stands in the history of the invoice') });

const lifting = z.object({
  id: z.string(),
  lifted: z.boolean().describe('false: it waits for a second person'),
});

const hold = z.object({
  id: z.string(),
  invoiceId: z.string(),
  number: z.string().nullable(),
  reason: z.string(),
  setBy: z.string().describe('The name'),
  setAt: z.string(),
  liftAsked: z
    .object({ by: z.string(), personId: z.string(), at: z.string(), reason: z.string() })
    .nullable()
    .describe('Somebody wants it lifted; another person has to agree'),
});

/** Legal holds (Löschsperren): what is held is not disposed of. */
@ApiTags('retention')
@Controller('api/v1/retention/holds')
export class HoldsController {
  constructor(
    private readonly holds: HoldInvoice,
    private readonly town: ReadTown,
  ) {}

  @Get()
  @Answers(200, 'What is held, the newest first', listOf(hold))
  async list(@CalledByPerson() caller: PersonCaller): Promise<{ items: z.infer<typeof hold>[] }> {
    const found = valueOf(await this.holds.list(caller));
    const names = await this.town.names(caller.tenantId);
    const nameOf = (id: string): string => names[id] ?? id;
    const items = found.map(({ setBy, setAt, liftAsked, ...one }) => ({
      ...one,
      ...{ setBy: nameOf(setBy), setAt: setAt.toISOString() },
      liftAsked: liftAsked && {
        ...{ by: nameOf(liftAsked.by), personId: liftAsked.by },
        ...{ at: liftAsked.at.toISOString(), reason: liftAsked.reason },
      },
    }));
    return { items };
  }

  @Post(':invoiceId')
  @HttpCode(201)
  @Repeatable()
  @Answers(201, 'It is held', changed)
  async set(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Param('invoiceId', { schema: uuid }) invoiceId: string,
    @Body({ schema: why }) { reason }: z.infer<typeof why>,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.holds.set(administrationBy(caller, key), invoiceId, reason));
  }

  /** Asks for it, or agrees with who has asked. */
  @Post(':invoiceId/lifting')
  @HttpCode(200)
  @Repeatable()
  @Answers(200, 'Whether it is lifted now', lifting)
  async lift(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Param('invoiceId', { schema: uuid }) invoiceId: string,
    @Body({ schema: why }) { reason }: z.infer<typeof why>,
  ): Promise<z.infer<typeof lifting>> {
    return valueOf(await this.holds.lift(administrationBy(caller, key), invoiceId, reason));
  }
}
