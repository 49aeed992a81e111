import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { isRetentionClass, RETENTION_CLASSES } from '../../domain/retention/retention.js';
import { ProposeDisposal } from '../../pipeline/propose-disposal.js';
import type { DisposalRow, Tally } from '../../pipeline/ports/retention-records.js';
import { ReadTown } from '../../pipeline/read-town.js';
import { administrationBy, changed, listOf } from '../administration/administration.js';
import { Answers, AnswersBytes, Repeatable } from '../answers.js';
import { CalledByPerson, type PersonCaller } from '../caller.js';
import { IdempotencyKey } from '../headers.js';
import { uuid, wording, words } from '../pages.js';
import { valueOf } from '../problem.js';
import { protocolLines } from './protocol-lines.js';

const tally = z.object({
  class: z.string(),
  classLabel: wording,
  year: z.int().describe('Of receipt, or the financial year; of people, the year in which they left'),
  count: z.int(),
  held: z.int().describe('Of which a hold keeps so many'),
});

const wanted = z.strictObject({
  reason: words(1000),
  scope: z
    .array(z.strictObject({ class: z.string().max(40), year: z.int().min(1900).max(9999) }))
    .min(1)
    .max(500),
});

const disposal = z.object({
  id: z.string(),
  reason: z.string(),
  scope: z.array(tally).describe('As it was when it was proposed'),
  status: z.enum(['waiting', 'underWay', 'done', 'withdrawn']),
  proposedBy: z.object({ personId: z.string(), name: z.string() }),
  proposedAt: z.string(),
  confirmedByName: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  documents: z.int(),
  people: z.int(),
  doneAt: z.string().nullable(),
  digest: z.string().nullable().describe('SHA-256 over all that has gone, item by item; the log names it too'),
});

/** Disposal after retention: what would go, who proposes it, who confirms, and the protocol that stays. */
@ApiTags('retention')
@Controller('api/v1/retention/disposals')
export class DisposalsController {
  constructor(
    private readonly disposals: ProposeDisposal,
    private readonly town: ReadTown,
  ) {}

  /** A dry run: changes nothing. */
  @Get('preview')
  @Answers(200, 'What would go today, by class and year', listOf(tally))
  async preview(@CalledByPerson() caller: PersonCaller): Promise<{ items: z.infer<typeof tally>[] }> {
    return { items: valueOf(await this.disposals.preview(caller)).map(labelled) };
  }

  @Get()
  @Answers(200, 'The newest first', listOf(disposal))
  async list(@CalledByPerson() caller: PersonCaller): Promise<{ items: z.infer<typeof disposal>[] }> {
    const rows = valueOf(await this.disposals.list(caller));
    const names = await this.town.names(caller.tenantId);
    return { items: rows.map((row) => toldOf(row, names)) };
  }

  @Post()
  @HttpCode(201)
  @Repeatable()
  @Answers(201, 'It waits for a second person', changed)
  async propose(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Body({ schema: wanted }) { reason, scope }: z.infer<typeof wanted>,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.disposals.propose(administrationBy(caller, key), reason, scope));
  }

  @Post(':id/confirmation')
  @HttpCode(200)
  @Repeatable()
  @Answers(200, 'It is carried out from now on, and cannot be undone', changed)
  async confirm(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.disposals.confirm(administrationBy(caller, key), id));
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Repeatable()
  @Answers(200, 'It waits no more; nothing has gone', changed)
  async withdraw(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.disposals.withdraw(administrationBy(caller, key), id));
  }

  /** The protocol as JSON Lines: who and when first, then each document with its hashes. */
  @Get(':id/protocol')
  @AnswersBytes('The protocol')
  async protocol(
    @CalledByPerson() caller: PersonCaller,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<StreamableFile> {
    const first = valueOf(await this.disposals.protocol(caller, id, null));
    const names = await this.town.names(caller.tenantId);
    const head = toldOf(first.disposal, names);
    const lines = protocolLines(
      head,
      first.items,
      async (after) => valueOf(await this.disposals.protocol(caller, id, after)).items,
    );
    return new StreamableFile(Readable.from(lines), {
      type: 'application/jsonl',
      disposition: `attachment; filename="loeschprotokoll-${id}.jsonl"`,
    });
  }
}

const labelled = (one: Tally): z.infer<typeof tally> => ({
  ...one,
  classLabel: isRetentionClass(one.class) ? RETENTION_CLASSES[one.class].label : { de: one.class, en: one.class },
});

const statusOf = ({ withdrawnAt, doneAt, confirmedAt }: DisposalRow): z.infer<typeof disposal>['status'] => {
  if (withdrawnAt !== null) return 'withdrawn';
  if (doneAt !== null) return 'done';
  return confirmedAt === null ? 'waiting' : 'underWay';
};

const toldOf = (row: DisposalRow, names: Readonly<Record<string, string>>): z.infer<typeof disposal> => ({
  ...{ id: row.id, reason: row.reason, scope: row.scope.map(labelled), status: statusOf(row) },
  proposedBy: { personId: row.proposedBy, name: names[row.proposedBy] ?? row.proposedBy },
  proposedAt: row.proposedAt.toISOString(),
  confirmedByName: row.confirmedBy && (names[row.confirmedBy] ?? row.confirmedBy),
  confirmedAt: row.confirmedAt?.toISOString() ?? null,
  ...{ documents: row.documents, people: row.people, digest: row.digest },
  doneAt: row.doneAt?.toISOString() ?? null,
});
