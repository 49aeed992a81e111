import { Body, Controller, Get, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { CLARIFICATIONS } from '../../domain/routing/clearing-reasons.js';
import type { Destination } from '../../domain/routing/compare-books.js';
import { OPERATORS, operatorsOf } from '../../domain/routing/operators.js';
import { routingFields as knownFields } from '../../domain/routing/routing-field.js';
import { AdministerRoutingRules, type SavedRules } from '../../pipeline/administer-routing-rules.js';
import { ReadTown, type ToldRuleVersion } from '../../pipeline/read-town.js';
import { SimulateRouting, type MoveGroup } from '../../pipeline/simulate-routing.js';
import { Answers, Repeatable } from '../answers.js';
import { CalledByPerson, type PersonCaller } from '../caller.js';
import { etagOf, IdempotencyKey, SeenVersion } from '../headers.js';
import { oneMore, pageSize, wording } from '../pages.js';
import { valueOf } from '../problem.js';
import { administrationBy, listOf, RestsOnVersion, version } from './administration.js';
import { simulationLimits } from '../../pipeline/routing-limits.js';
import { draftsOf, ruleDrafts } from './rule-drafts.js';

const routingRule = z.object({
  id: z.string(),
  position: z.int(),
  name: z.string(),
  when: z.unknown(),
  departmentId: z.string(),
});

const ruleSet = z.strictObject({ rules: ruleDrafts });

const wantedSimulation = ruleSet.extend({
  last: z
    .int()
    .min(0)
    .max(simulationLimits.invoices)
    .default(500)
    .describe('How many of the latest invoices; 0: only looks whether these rules could be saved'),
});

const destination = z.object({
  departmentId: z.string().nullable().describe('null: the clearing queue'),
  by: wording.describe('The Leitweg-ID or the rule that leads there, or why a person has to look'),
});

const simulation = z.object({
  examined: z.int(),
  complete: z.boolean().describe('false: the time was over before all that were asked for had been looked at'),
  moved: z.int(),
  groups: z
    .array(
      z.object({
        from: destination.describe('By the rules in force'),
        to: destination.describe('By the rules that are tried out'),
        count: z.int(),
        examples: z
          .array(z.object({ id: z.string(), number: z.string().nullable(), sellerName: z.string().nullable() }))
          .describe('Some of them, of those that you may see'),
      }),
    )
    .describe('What would go elsewhere, the largest group first'),
});

const place = z.int().describe('Counted from 1');
const difference = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('added'), after: routingRule, place }),
  z.object({ kind: z.literal('ended'), before: routingRule, place }),
  z.object({ kind: z.literal('changed'), before: routingRule, after: routingRule, place }),
  z.object({ kind: z.literal('moved'), after: routingRule, from: place, place }),
]);

const ruleVersion = z.object({
  version: z.int(),
  setBy: z.string(),
  setAt: z.string(),
  differences: z.array(difference).describe('From the version before'),
});

const versionsQuery = z.object({
  before: z.coerce.number().int().min(1).optional().describe('Versions before this one; left out: from the latest on'),
  limit: pageSize,
});

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
export class RoutingRulesController {
  constructor(
    private readonly rules: AdministerRoutingRules,
    private readonly simulations: SimulateRouting,
    private readonly town: ReadTown,
  ) {}

  /** What a rule can look at, and how it can be compared. */
  @Get('routing-fields')
  @Answers(200, 'Fields and operators', routingFields)
  fields(): z.infer<typeof routingFields> {
    const fields = [...knownFields].map(([name, { term, kind, de, en }]) => ({
      ...{ name, term, kind, label: { de, en } },
      operators: [...operatorsOf(kind)],
    }));
    return { fields, operators: Object.entries(OPERATORS).map(([name, operator]) => ({ name, ...operator })) };
  }

  @Get('routing-rules')
  @Answers(200, 'Routing rules in their order', listOf(routingRule).extend({ version }))
  async routingRules(
    @CalledByPerson() caller: PersonCaller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    const { version: current, rules } = valueOf(await this.town.routingRules(caller));
    response.set('etag', etagOf(current));
    return { version: current, items: rules };
  }

  /**
   * Puts a set of rules in force in the place of the one before. A rule that is altered gets a new id, because invoices
   * name the rule that routed them; what is not in the set any more ends.
   */
  @Put('routing-rules')
  @Repeatable()
  @RestsOnVersion()
  @Answers(200, 'The version of the set that holds now', z.object({ version }))
  async saveRoutingRules(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @SeenVersion() seen: number,
    @Body({ schema: ruleSet }) { rules }: z.infer<typeof ruleSet>,
  ): Promise<SavedRules> {
    return valueOf(await this.rules.save(administrationBy(caller, key), seen, draftsOf(rules)));
  }

  /** Tries out rules that nobody has saved on the latest invoices. Changes nothing. */
  @Post('routing-rules/simulation')
  @HttpCode(200)
  @Answers(200, 'What would go elsewhere than by the rules in force', simulation)
  async simulate(
    @CalledByPerson() caller: PersonCaller,
    @Body({ schema: wantedSimulation }) { rules, last }: z.infer<typeof wantedSimulation>,
  ): Promise<z.infer<typeof simulation>> {
    const found = valueOf(await this.simulations.simulate(caller, draftsOf(rules), last));
    return { ...found, groups: found.groups.map(groupOf) };
  }

  /** Every change of the rules: who, when, and what it changed. */
  @Get('routing-rules/versions')
  @Answers(200, 'Versions of the set, the latest first', listOf(ruleVersion).extend({ more: z.boolean() }))
  async versions(
    @CalledByPerson() caller: PersonCaller,
    @Query({ schema: versionsQuery }) { before, limit }: z.infer<typeof versionsQuery>,
  ): Promise<object> {
    const found = valueOf(await this.town.ruleVersions(caller, before ?? null, oneMore(limit)));
    return { items: found.slice(0, limit).map(versionOf), more: found.length > limit };
  }
}

const versionOf = ({ version: number, setBy, setAt, differences }: ToldRuleVersion): z.infer<typeof ruleVersion> => ({
  ...{ version: number, setBy, setAt: setAt.toISOString() },
  differences: [...differences],
});

const groupOf = ({ from, to, count, examples }: MoveGroup): z.infer<typeof simulation>['groups'][number] => ({
  ...{ from: destinationOf(from), to: destinationOf(to), count },
  examples: [...examples],
});

const destinationOf = ({ departmentId, by }: Destination): z.infer<typeof destination> => ({
  departmentId,
  by: leadingWords(by),
});

function leadingWords(by: Destination['by']): z.infer<typeof wording> {
  switch (by.kind) {
    case 'leitwegId':
      return { de: `Leitweg-ID ${by.leitwegId}`, en: `Leitweg-ID ${by.leitwegId}` };
    case 'rule':
      return { de: `Regel „${by.name}“`, en: `Rule “${by.name}”` };
    case 'clearing':
      return CLARIFICATIONS[by.reason].label;
  }
}
