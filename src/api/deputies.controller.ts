import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { HOLDS, LENDABLE_ROLES } from '../domain/approval/deputies.js';
import { ROLES } from '../domain/approval/roles.js';
import { AdministerDeputies } from '../pipeline/administer-deputies.js';
import { EnterAbsence } from '../pipeline/enter-absence.js';
import { ReadDeputies, type ToldDeputyship } from '../pipeline/read-deputies.js';
import { administrationBy, changed, listOf } from './administration/administration.js';
import { Answers, Repeatable } from './answers.js';
import { CalledByPerson, type PersonCaller } from './caller.js';
import { IdempotencyKey } from './headers.js';
import { day, uuid, wording } from './pages.js';
import { valueOf } from './problem.js';

const newAbsence = z
  .strictObject({ personId: uuid.optional().describe('Yourself without it'), firstDay: day, lastDay: day })
  .refine(({ firstDay, lastDay }) => lastDay >= firstDay, {
    error: 'expected a day from firstDay on',
    path: ['lastDay'],
  });

const absence = z.object({
  id: z.string(),
  personId: z.string(),
  firstDay: z.string(),
  lastDay: z.string(),
  enteredBy: z.string(),
  enteredAt: z.string(),
});

const role = z.enum(LENDABLE_ROLES);

const newDeputyship = z
  .strictObject({
    principalId: uuid.optional().describe('Who is represented: yourself without it'),
    deputyId: uuid,
    roles: z.array(role).min(1).max(LENDABLE_ROLES.length).nullable().describe('null: all that can be lent'),
    departmentId: uuid.nullable().describe('null: wherever the principal may act'),
    validFrom: day,
    validTo: day.nullable(),
    holds: z.enum(HOLDS).describe('Only while the principal is absent, or always'),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validTo >= validFrom, {
    error: 'expected a day from validFrom on',
    path: ['validTo'],
  });

const deputyship = z.object({
  id: z.string(),
  principalId: z.string(),
  deputyId: z.string(),
  roles: z.array(z.object({ role: z.string(), label: wording })).nullable(),
  departmentId: z.string().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  holds: z.enum(HOLDS),
  holdsToday: z.boolean(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  confirmedBy: z.string().nullable(),
  confirmedAt: z.string().nullable(),
});

const colleagues = listOf(
  z.object({
    id: z.string(),
    displayName: z.string(),
    absentUntil: z.string().nullable(),
    deputyIds: z.array(z.string()).describe('Who stands in today'),
  }),
).extend({ lendableRoles: z.array(z.object({ role, label: wording })) });

const standIns = listOf(z.object({ personId: z.string(), absentUntil: z.string().nullable() }));

/** Absences, and who stands in for whom. */
@ApiTags('deputies')
@Controller('api/v1')
export class DeputiesController {
  constructor(
    private readonly absent: EnterAbsence,
    private readonly deputies: AdministerDeputies,
    private readonly read: ReadDeputies,
  ) {}

  /** Everybody in the house, with who is absent and who stands in today. */
  @Get('colleagues')
  @Answers(200, 'Colleagues by name', colleagues)
  async colleagues(@CalledByPerson() { tenantId }: PersonCaller): Promise<z.infer<typeof colleagues>> {
    const items = await this.read.colleagues(tenantId);
    return {
      items: items.map(({ deputyIds, ...one }) => ({ ...one, deputyIds: [...deputyIds] })),
      lendableRoles: LENDABLE_ROLES.map((one) => ({ role: one, label: ROLES[one] })),
    };
  }

  /** For whom you may act today. */
  @Get('stand-ins')
  @Answers(200, 'Whom you stand in for', standIns)
  async standIns(@CalledByPerson() caller: PersonCaller): Promise<z.infer<typeof standIns>> {
    return { items: [...(await this.read.standIns(caller))] };
  }

  /** Absences that are not over: your own; everybody's for administration and audit. */
  @Get('absences')
  @Answers(200, 'Absences, the earliest first', listOf(absence))
  async absences(@CalledByPerson() caller: PersonCaller): Promise<object> {
    const items = await this.read.absences(caller);
    return {
      items: items.map(({ id, personId, firstDay, lastDay, enteredBy, enteredAt }) => ({
        ...{ id, personId, firstDay, lastDay, enteredBy },
        enteredAt: enteredAt.toISOString(),
      })),
    };
  }

  /** Enters an absence: your own, or as an administrator anybody's whose deputy you are not. */
  @Post('absences')
  @HttpCode(201)
  @Repeatable()
  @Answers(201, 'The absence is entered', changed)
  async enter(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Body({ schema: newAbsence }) body: z.infer<typeof newAbsence>,
  ): Promise<z.infer<typeof changed>> {
    const wanted = { ...body, personId: body.personId ?? caller.personId };
    return valueOf(await this.absent.enter(administrationBy(caller, key), wanted));
  }

  /** Takes an absence back, also one that has begun: the person is there again. */
  @Post('absences/:id/withdrawal')
  @HttpCode(200)
  @Repeatable()
  @Answers(200, 'The absence counts no more', changed)
  async withdraw(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.absent.withdraw(administrationBy(caller, key), id));
  }

  /** Deputyships that have not ended: those you are part of; everybody's for administration and audit. */
  @Get('deputyships')
  @Answers(200, 'Deputyships, the newest first', listOf(deputyship))
  async list(@CalledByPerson() caller: PersonCaller): Promise<object> {
    return { items: (await this.read.deputyships(caller)).map(deputyshipOf) };
  }

  /** Proposes a deputyship: of yours, or as an administrator of anybody's. It holds once another administrator has confirmed it. */
  @Post('deputyships')
  @HttpCode(201)
  @Repeatable()
  @Answers(201, 'The proposed deputyship', changed)
  async propose(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Body({ schema: newDeputyship }) body: z.infer<typeof newDeputyship>,
  ): Promise<z.infer<typeof changed>> {
    const wanted = { ...body, principalId: body.principalId ?? caller.personId };
    return valueOf(await this.deputies.propose(administrationBy(caller, key), wanted));
  }

  @Post('deputyships/:id/confirmation')
  @HttpCode(200)
  @Repeatable()
  @Answers(200, 'The deputyship holds', changed)
  async confirm(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.deputies.confirm(administrationBy(caller, key), id));
  }

  /** Ends a deputyship, or withdraws its proposal: the two people, or an administrator. */
  @Post('deputyships/:id/end')
  @HttpCode(200)
  @Repeatable()
  @Answers(200, 'The deputyship has ended', changed)
  async end(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.deputies.end(administrationBy(caller, key), id));
  }
}

const deputyshipOf = ({ roles, proposedAt, confirmedAt, ...one }: ToldDeputyship): z.infer<typeof deputyship> => ({
  ...{ id: one.id, principalId: one.principalId, deputyId: one.deputyId, departmentId: one.departmentId },
  ...{ validFrom: one.validFrom, validTo: one.validTo, holds: one.holds, holdsToday: one.holdsToday },
  ...{ proposedBy: one.proposedBy, confirmedBy: one.confirmedBy },
  roles: roles && roles.map((lent) => ({ role: lent, label: ROLES[lent] })),
  proposedAt: proposedAt.toISOString(),
  confirmedAt: confirmedAt?.toISOString() ?? null,
});
