import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { parseConditions } from '../../domain/routing/conditions.js';
import { OPERATORS, operatorsOf } from '../../domain/routing/operators.js';
import { ROUTING_FIELDS } from '../../domain/routing/routing-field.js';
import type { Condition, RoutingRule } from '../../domain/routing/routing-rule.js';
import { AdministerRoutingRules } from '../../pipeline/administer-routing-rules.js';
import { AdministerTenant } from '../../pipeline/administer-tenant.js';
import { ReadTown } from '../../pipeline/read-town.js';
import { ForPeople } from '../access.js';
import { Answers, Repeatable } from '../answers.js';
import { CalledByPerson, type PersonCaller } from '../caller.js';
import { IdempotencyKey } from '../headers.js';
import { words } from '../pages.js';
import { Problem, valueOf } from '../problem.js';
import { administrationBy, changed, listOf } from './administration.js';

const newRoutingRule = z.strictObject({
  position: z.int().min(1).max(100_000).describe('Rules are tried in this order'),
  name: words(200),
  when: z.unknown().describe('{field, operator, value} or {all: […]}, {any: […]}, {not: …}'),
  departmentId: z.uuid(),
});

const routingRule = z.object({
  id: z.string(),
  position: z.int(),
  name: z.string(),
  when: z.unknown(),
  departmentId: z.string(),
});
const ruleOrder = z.strictObject({
  ids: z.array(z.uuid()).max(10_000).describe('Every rule in force once, the first to be tried first'),
});

const wording = z.object({ de: z.string(), en: z.string() });

const routingFields = z.object({
  fields: z.array(
    z.object({
      name: z.string(),
      term: z.string().nullable().describe('Business term; null: known from the delivery'),
      kind: z.enum(['text', 'amount', 'date']),
      label: wording,
      operators: z.array(z.string()).describe('Names of those that it can be compared by'),
    }),
  ),
  operators: z.array(
    z.object({
      name: z.string(),
      label: wording,
      takes: z.enum(['value', 'values', 'range', 'nothing']).describe('`value`, `values`, `from` and `to`, or none'),
    }),
  ),
});

/** The rules by which invoices find their department where the Leitweg-ID does not say it. */
@ApiTags('administration')
@Controller('api/v1/administration')
@ForPeople()
export class RoutingRulesController {
  constructor(
    private readonly tenant: AdministerTenant,
    private readonly rules: AdministerRoutingRules,
    private readonly town: ReadTown,
  ) {}

  /** What a rule can look at, and how it can be compared. */
  @Get('routing-fields')
  @Answers(200, 'Fields and operators', routingFields)
  fields(): z.infer<typeof routingFields> {
    const fields = Object.entries(ROUTING_FIELDS).map(([name, { term, kind, de, en }]) => ({
      ...{ name, term, kind, label: { de, en } },
      operators: [...operatorsOf(kind)],
    }));
    return { fields, operators: Object.entries(OPERATORS).map(([name, operator]) => ({ name, ...operator })) };
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
    return valueOf(await this.tenant.addRoutingRule(administrationBy(caller, key), ruleOf(body)));
  }

  /** Puts another rule in its place. The old one is kept for the invoices that it has routed. */
  @Put('routing-rules/:id')
  @Repeatable()
  @Answers(200, 'The id of the rule that holds now', changed)
  async changeRoutingRule(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: newRoutingRule }) body: z.infer<typeof newRoutingRule>,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.rules.change(administrationBy(caller, key), id, ruleOf(body)));
  }

  @Post('routing-rules/:id/retirement')
  @HttpCode(200)
  @Repeatable()
  @Answers(200, 'The rule holds no more', changed)
  async retireRoutingRule(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.rules.retire(administrationBy(caller, key), id));
  }

  /** Puts the rules into another order. */
  @Put('routing-rule-order')
  @Repeatable()
  @Answers(200, 'The rules are tried in this order', changed)
  async orderRoutingRules(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Body({ schema: ruleOrder }) { ids }: z.infer<typeof ruleOrder>,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.rules.order(administrationBy(caller, key), ids));
  }
}

const ruleOf = ({ position, name, departmentId, when }: z.infer<typeof newRoutingRule>): Omit<RoutingRule, 'id'> => ({
  ...{ position, name, departmentId },
  when: usableConditions(when),
});

/** @throws Problem that names each place and what is wrong there. */
function usableConditions(json: unknown): Condition {
  const parsed = parseConditions(json);
  if (parsed.kind === 'conditions') return parsed.when;
  const problems = parsed.problems.map(({ code, path }) => ({ code, path: path === '' ? 'when' : `when.${path}` }));
  const places = problems.map(({ code, path }) => `${path} (${code})`).join(', ');
  throw Problem.atTheDoor('conditionsNotUsable', { places }, { members: { problems } });
}
