import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { checkLeitwegId } from '../../domain/invoice/leitweg-id.js';
import { parseConditions } from '../../domain/routing/conditions.js';
import type { Condition } from '../../domain/routing/routing-rule.js';
import { AdministerTenant } from '../../pipeline/administer-tenant.js';
import { ReadTown } from '../../pipeline/read-town.js';
import { ForPeople } from '../access.js';
import { Answers, Repeatable } from '../answers.js';
import { CalledByPerson, type PersonCaller } from '../caller.js';
import { IdempotencyKey } from '../headers.js';
import { words } from '../pages.js';
import { Problem, valueOf } from '../problem.js';
import { administrationBy, changed, listOf } from './administration.js';

const newDepartment = z.strictObject({ code: words(40), name: words(200) });
const newLeitwegId = z.strictObject({
  leitwegId: words(46),
  departmentId: z.uuid().nullable().describe('null: serves the whole authority'),
});
const newRoutingRule = z.strictObject({
  position: z.int().min(1).max(100_000).describe('Rules are tried in this order'),
  name: words(200),
  when: z.unknown().describe('{field, operator, value} or {all: […]}, {any: […]}, {not: …}'),
  departmentId: z.uuid(),
});

const department = z.object({ id: z.string(), code: z.string(), name: z.string() });
const leitwegId = z.object({ leitwegId: z.string(), departmentId: z.string().nullable() });
const routingRule = z.object({
  id: z.string(),
  position: z.int(),
  name: z.string(),
  when: z.unknown(),
  departmentId: z.string(),
});
const channel = z.object({ id: z.string(), kind: z.string(), name: z.string() });

/** Departments, Leitweg-IDs, routing rules and channels of the tenant. */
@ApiTags('administration')
@Controller('api/v1/administration')
@ForPeople()
export class TownController {
  constructor(
    private readonly tenant: AdministerTenant,
    private readonly town: ReadTown,
  ) {}

  @Get('departments')
  @Answers(200, 'Departments, for everybody in the house', listOf(department))
  async departments(@CalledByPerson() { tenantId }: PersonCaller): Promise<object> {
    const items = await this.town.departments(tenantId);
    return { items: items.map(({ id, code, name }) => ({ id, code, name })) };
  }

  @Post('departments')
  @HttpCode(201)
  @Repeatable()
  @Answers(201, 'The new department', changed)
  async addDepartment(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Body({ schema: newDepartment }) body: z.infer<typeof newDepartment>,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.tenant.addDepartment(administrationBy(caller, key), body));
  }

  @Get('leitweg-ids')
  @Answers(200, 'Leitweg-IDs', listOf(leitwegId))
  async leitwegIds(@CalledByPerson() caller: PersonCaller): Promise<object> {
    const items = valueOf(await this.town.leitwegIds(caller));
    return { items: items.map(({ leitwegId: id, departmentId }) => ({ leitwegId: id, departmentId })) };
  }

  @Post('leitweg-ids')
  @HttpCode(201)
  @Repeatable()
  @Answers(201, 'The id in its canonical form', changed)
  async assignLeitwegId(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Body({ schema: newLeitwegId }) body: z.infer<typeof newLeitwegId>,
  ): Promise<z.infer<typeof changed>> {
    if (checkLeitwegId(body.leitwegId).kind === 'invalid')
      throw Problem.atTheDoor('leitwegIdInvalid', { leitwegId: body.leitwegId });
    return valueOf(await this.tenant.assignLeitwegId(administrationBy(caller, key), body));
  }

  @Get('routing-rules')
  @Answers(200, 'Routing rules in their order', listOf(routingRule))
  async routingRules(@CalledByPerson() caller: PersonCaller): Promise<object> {
    return { items: valueOf(await this.town.routingRules(caller)) };
  }

  @Post('routing-rules')
  @HttpCode(201)
  @Repeatable()
  @Answers(201, 'The new rule', changed)
  async addRoutingRule(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Body({ schema: newRoutingRule }) body: z.infer<typeof newRoutingRule>,
  ): Promise<z.infer<typeof changed>> {
    const { position, name, departmentId } = body;
    const rule = { position, name, departmentId, when: usableConditions(body.when) };
    return valueOf(await this.tenant.addRoutingRule(administrationBy(caller, key), rule));
  }

  @Get('channels')
  @Answers(200, 'Channels', listOf(channel))
  async channels(@CalledByPerson() caller: PersonCaller): Promise<object> {
    const items = valueOf(await this.town.channels(caller));
    return { items: items.map(({ id, kind, name }) => ({ id, kind, name })) };
  }
}

/** @throws Problem that names each place and what is wrong there. */
function usableConditions(json: unknown): Condition {
  const parsed = parseConditions(json);
  if (parsed.kind === 'conditions') return parsed.when;
  const problems = parsed.problems.map(({ code, path }) => ({ code, path: path === '' ? 'when' : `when.${path}` }));
  const places = problems.map(({ code, path }) => `${path} (${code})`).join(', ');
  throw Problem.atTheDoor('conditionsNotUsable', { places }, { members: { problems } });
}
