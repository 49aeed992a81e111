import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { isRole, ROLES } from '../../domain/approval/roles.js';
import { checkIban } from '../../domain/invoice/iban.js';
import { centsOf, decimalOfCents } from '../../domain/invoice/money.js';
import { AdministerAccess } from '../../pipeline/administer-access.js';
import { AdministerPeople } from '../../pipeline/administer-people.js';
import type { GrantRecord } from '../../pipeline/ports/people-records.js';
import { ReadTown, type KnownPerson } from '../../pipeline/read-town.js';
import { Answers, Repeatable } from '../answers.js';
import { CalledByPerson, type PersonCaller } from '../caller.js';
import { IdempotencyKey } from '../headers.js';
import { day, uuid, wording, words } from '../pages.js';
import { valueOf } from '../problem.js';
import { administrationBy, changed, listOf } from './administration.js';

const newPerson = z.strictObject({
  login: words(100).regex(/^[^\s]+$/u),
  displayName: words(200),
  ibans: z
    .array(
      z
        .string()
        .max(50)
        .refine((iban) => checkIban(iban).kind === 'valid', { error: 'expected an IBAN' }),
    )
    .max(20)
    .default([])
    .describe("The person's own accounts; kept as keyed hashes only"),
});

/** 0.00 to 99999999999.99 */
const limit = z.string().regex(/^\d{1,11}(\.\d{1,2})?$/);

const roles = Object.keys(ROLES).filter(isRole);
const role = z.enum(roles);

const newGrant = z
  .strictObject({
    personId: uuid,
    role,
    departmentId: uuid.nullable().describe('null: in the whole authority'),
    limitEuro: limit.nullable().describe('Highest BT-112 in euro; null: without limit'),
    validFrom: day,
    validTo: day.nullable(),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validTo >= validFrom, {
    error: 'expected a day from validFrom on',
    path: ['validTo'],
  });

const person = z.object({
  id: z.string(),
  login: z.string(),
  displayName: z.string(),
  createdAt: z.string(),
  leftAt: z.string().nullable(),
  lockedUntil: z.string().nullable(),
  renewal: z
    .object({ askedBy: z.string(), until: z.string() })
    .nullable()
    .describe('A new one-time password that waits for a second administrator'),
});

const grant = z.object({
  id: z.string(),
  personId: z.string(),
  role: z.string(),
  roleLabel: wording,
  departmentId: z.string().nullable(),
  limitEuro: z.string().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  proposedBy: z.string().nullable(),
  proposedAt: z.string(),
  confirmedBy: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});

const grants = listOf(grant).extend({
  roles: z
    .array(z.object({ role, label: wording }))
    .describe('Every role there is, in the order in which an invoice meets them'),
});

const addedPerson = changed.extend({ password: z.string().describe('One-time password, to be handed over in person') });

const halfPassword = changed.extend({
  half: z.string().describe('Half of the one-time password; the other administrator gets the other half'),
});

/** People and what they may do; a grant holds once a second administrator has confirmed it. */
@ApiTags('administration')
@Controller('api/v1/administration')
export class PeopleController {
  constructor(
    private readonly administer: AdministerPeople,
    private readonly access: AdministerAccess,
    private readonly town: ReadTown,
  ) {}

  @Get('people')
  @Answers(200, 'People', listOf(person))
  async people(@CalledByPerson() caller: PersonCaller): Promise<object> {
    return { items: valueOf(await this.town.people(caller)).map(personOf) };
  }

  @Post('people')
  @HttpCode(201)
  @Repeatable()
  @Answers(201, 'The new person and the one-time password', addedPerson)
  async addPerson(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Body({ schema: newPerson }) body: z.infer<typeof newPerson>,
  ): Promise<z.infer<typeof addedPerson>> {
    return valueOf(await this.administer.addPerson(administrationBy(caller, key), body));
  }

  /** The person has left: grants and sessions end. */
  @Post('people/:id/departure')
  @HttpCode(200)
  @Repeatable()
  @Answers(200, 'The departure is noted', changed)
  async noteDeparture(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.access.noteDeparture(administrationBy(caller, key), id));
  }

  /** Asks for a new one-time password. It holds once another administrator has confirmed it; nobody knows all of it. */
  @Post('people/:id/password-renewal')
  @HttpCode(200)
  @Repeatable()
  @Answers(200, 'The first half of the password', halfPassword)
  async askForPassword(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<z.infer<typeof halfPassword>> {
    return valueOf(await this.access.askForPassword(administrationBy(caller, key), id));
  }

  /** Confirms the new one-time password; the person's sessions end. */
  @Post('people/:id/password-renewal/confirmation')
  @HttpCode(200)
  @Repeatable()
  @Answers(200, 'The second half of the password', halfPassword)
  async confirmPassword(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<z.infer<typeof halfPassword>> {
    return valueOf(await this.access.confirmPassword(administrationBy(caller, key), id));
  }

  /** The device of the second factor is lost: the person's sessions end, and they set up another at the next sign-in. */
  @Post('people/:id/second-factor-reset')
  @HttpCode(200)
  @Repeatable()
  @Answers(200, 'The person has no second factor any more', changed)
  async resetSecondFactor(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.access.resetSecondFactor(administrationBy(caller, key), id));
  }

  /** Opens an access that too many wrong passwords have locked. */
  @Post('people/:id/unlock')
  @HttpCode(200)
  @Repeatable()
  @Answers(200, 'The access is open', changed)
  async unlock(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.access.unlock(administrationBy(caller, key), id));
  }

  @Get('grants')
  @Answers(200, 'Grants, also proposed and revoked ones', grants)
  async grants(@CalledByPerson() caller: PersonCaller): Promise<z.infer<typeof grants>> {
    const items = valueOf(await this.town.grants(caller)).map(grantOf);
    return { items, roles: roles.map((one) => ({ role: one, label: ROLES[one] })) };
  }

  /** Proposes a grant; it holds once another administrator has confirmed it. */
  @Post('grants')
  @HttpCode(201)
  @Repeatable()
  @Answers(201, 'The proposed grant', changed)
  async proposeGrant(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Body({ schema: newGrant }) { limitEuro, ...body }: z.infer<typeof newGrant>,
  ): Promise<z.infer<typeof changed>> {
    const limitCents = limitEuro === null ? null : (centsOf(limitEuro) ?? null);
    return valueOf(await this.administer.proposeGrant(administrationBy(caller, key), { ...body, limitCents }));
  }

  @Post('grants/:id/confirmation')
  @HttpCode(200)
  @Repeatable()
  @Answers(200, 'The grant holds', changed)
  async confirmGrant(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.administer.confirmGrant(administrationBy(caller, key), id));
  }

  @Post('grants/:id/revocation')
  @HttpCode(200)
  @Repeatable()
  @Answers(200, 'The grant holds no more', changed)
  async revokeGrant(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.administer.revokeGrant(administrationBy(caller, key), id));
  }
}

const momentOf = (at: Date | null): string | null => at?.toISOString() ?? null;

const personOf = (known: KnownPerson): z.infer<typeof person> => ({
  id: known.id,
  login: known.login,
  displayName: known.displayName,
  createdAt: known.createdAt.toISOString(),
  leftAt: momentOf(known.leftAt),
  lockedUntil: momentOf(known.lockedUntil),
  renewal: known.renewal && { askedBy: known.renewal.askedBy, until: known.renewal.until.toISOString() },
});

const grantOf = (record: GrantRecord): z.infer<typeof grant> => ({
  id: record.id,
  personId: record.personId,
  role: record.role,
  roleLabel: ROLES[record.role],
  departmentId: record.departmentId,
  limitEuro: record.limitCents === null ? null : decimalOfCents(record.limitCents),
  validFrom: record.validFrom,
  validTo: record.validTo,
  proposedBy: record.proposedBy,
  proposedAt: record.proposedAt.toISOString(),
  confirmedBy: record.confirmedBy,
  confirmedAt: momentOf(record.confirmedAt),
  revokedAt: momentOf(record.revokedAt),
});
