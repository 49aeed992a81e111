import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { EVERY_ROLE } from '../../domain/access/role-groups.js';
import type { GivenGrant } from '../../domain/access/rights-on-day.js';
import { ACTIONS, isAction } from '../../domain/approval/actions.js';
import { PERMISSIONS, ROLES, type Role } from '../../domain/approval/roles.js';
import { decimalOfCents } from '../../domain/invoice/money.js';
import { ReadRights, type NamedRights } from '../../pipeline/read-rights.js';
import { Answers } from '../answers.js';
import { CalledByPerson, type PersonCaller } from '../caller.js';
import { day, wording } from '../pages.js';
import { valueOf } from '../problem.js';

const rightsQuery = z.strictObject({ day: day.describe('In German time; also one that is yet to come') });

const right = z.object({
  role: z.string(),
  departmentId: z.string().nullable().describe('null: in the whole authority'),
  limitEuro: z.string().nullable().describe('null: without limit'),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  confirmedOn: z.string().nullable().describe('From when it held, if that is later than validFrom'),
  endedOn: z.string().nullable().describe('When it was taken back'),
});

const rights = z.object({
  day: z.string(),
  people: z.array(
    z.object({
      personId: z.string(),
      displayName: z.string(),
      own: z.array(right),
      lent: z
        .array(
          z.object({
            deputyshipId: z.string(),
            principalId: z.string(),
            principalName: z.string(),
            grants: z.array(right),
          }),
        )
        .describe('In Vertretung, with the limits of whom they stood in for; the smaller of both held'),
    }),
  ),
  withoutRights: z.int().describe('How many people were known and held nothing'),
  roles: z
    .array(
      z.object({
        role: z.string(),
        label: wording,
        actions: z.array(z.object({ action: z.string(), label: wording })),
      }),
    )
    .describe('What each role of the list permits, by the rules of this program'),
});

/** Who could do what, on any day. */
@ApiTags('administration')
@Controller('api/v1/administration/rights')
export class RightsController {
  constructor(private readonly rights: ReadRights) {}

  /** The rights that held on a day for at least a part of it, deputies included. */
  @Get()
  @Answers(200, 'Who could do what on that day', rights)
  async onDay(
    @CalledByPerson() caller: PersonCaller,
    @Query({ schema: rightsQuery }) query: z.infer<typeof rightsQuery>,
  ): Promise<z.infer<typeof rights>> {
    const { people, withoutRights } = valueOf(await this.rights.on(caller, query.day));
    const held = new Set(
      people.flatMap(({ own, lent }) => [...own, ...lent.flatMap(({ grants }) => grants)]).map(({ role }) => role),
    );
    return {
      day: query.day,
      people: people.map(personOf),
      withoutRights,
      roles: EVERY_ROLE.filter((role) => held.has(role)).map(roleOf),
    };
  }
}

const personOf = ({ personId, displayName, own, lent }: NamedRights): z.infer<typeof rights>['people'][number] => ({
  ...{ personId, displayName },
  own: own.map(rightOf),
  lent: lent.map(({ grants, ...one }) => ({ ...one, grants: grants.map(rightOf) })),
});

const rightOf = ({
  role,
  departmentId,
  limitCents,
  validFrom,
  validTo,
  confirmedOn,
  endedOn,
}: GivenGrant): z.infer<typeof right> => ({
  ...{ role, departmentId, limitEuro: limitCents === null ? null : decimalOfCents(limitCents) },
  ...{ validFrom, validTo, confirmedOn, endedOn },
});

const roleOf = (role: Role) => ({
  ...{ role, label: ROLES[role] },
  actions: Object.keys(ACTIONS)
    .filter(isAction)
    .filter((action) => PERMISSIONS[action].roles.includes(role))
    .map((action) => ({ action, label: ACTIONS[action].label })),
});
