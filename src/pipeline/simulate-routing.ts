import { CONFIGURATION_READERS } from '../domain/access/role-groups.js';
import { setImmediate } from 'node:timers/promises';
import { keyData } from '../domain/invoice/key-data.js';
import { askedTerms } from '../domain/invoice/term-values.js';
import { moveBetween, type Move } from '../domain/routing/compare-books.js';
import type { RoutingBook } from '../domain/routing/route.js';
import type { Condition, RoutingRule } from '../domain/routing/routing-rule.js';
import type { RuleDraft } from '../domain/routing/rule-set.js';
import { holdsAnyOf } from './as-administrator.js';
import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { RoutedPlace, RoutedSample } from './ports/routing-records.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import type { Inquirer } from './read-town.js';
import { routingFactsOf } from './routing-facts.js';
import { simulationLimits } from './routing-limits.js';
import { townDay } from './town-day.js';
import { isVisible, visibleDepartments } from './visibility.js';

/** Invoices that would go from one place to another for the same reasons. */
export interface MoveGroup extends Move {
  readonly count: number;
  /** Some of them, of those that the reader may see. */
  readonly examples: readonly {
    readonly id: string;
    readonly number: string | null;
    readonly sellerName: string | null;
  }[];
}

export interface Simulation {
  /** How many invoices were looked at, the latest first. */
  readonly examined: number;
  /** false: the time was over before all that were asked for had been looked at. */
  readonly complete: boolean;
  readonly moved: number;
  /** The largest first. */
  readonly groups: readonly MoveGroup[];
}

interface Books {
  readonly before: RoutingBook;
  readonly after: RoutingBook;
  readonly visible: readonly string[] | null;
  readonly withLines: boolean;
}

/**
 * Runs a set of rules that nobody has saved over the latest invoices, and tells what would go elsewhere than by the rules
 * in force. Nothing is examined again: the facts come from stored terms. Nothing is changed.
 */
export class SimulateRouting {
  private running = 0;

  constructor(
    private readonly door: TenantDoor,
    private readonly clock: Clock,
  ) {}

  /** @param last how many invoices; 0: only looks whether these rules could be saved. */
  async simulate(by: Inquirer, drafts: readonly RuleDraft[], last: number): Promise<Outcome<Simulation>> {
    if (this.running >= simulationLimits.atOnce) return refused('simulationsBusy');
    this.running += 1;
    try {
      const books = await this.door.inTenant(by.tenantId, (tenant) => this.booksOf(tenant, by, drafts));
      if (books.kind === 'refused') return books;
      return done(await this.run(by.tenantId, books.value, Math.min(last, simulationLimits.invoices)));
    } finally {
      this.running -= 1;
    }
  }

  private async booksOf(tenant: TenantRecords, by: Inquirer, drafts: readonly RuleDraft[]): Promise<Outcome<Books>> {
    const at = this.clock.now();
    if (!(await holdsAnyOf(tenant, by.personId, CONFIGURATION_READERS, at))) return refused('administratorsOnly');
    const open = new Set((await tenant.town.departments()).map(({ id }) => id));
    if (drafts.some(({ departmentId }) => !open.has(departmentId))) return refused('notFound');
    const leitwegIds = await tenant.town.leitwegIds();
    const rules = await tenant.routing.rules();
    const wanted = drafts.map((draft, position): RoutingRule => ({ ...draft, id: String(position), position }));
    return done({
      before: { leitwegIds, rules },
      after: { leitwegIds, rules: wanted },
      visible: visibleDepartments(await tenant.people.grantsInForce(by.personId), townDay(at)),
      withLines: [...rules, ...wanted].some(({ when }) => looksAtLines(when)),
    });
  }

  private async run(tenantId: string, books: Books, last: number): Promise<Simulation> {
    const endsAt = this.clock.now().getTime() + simulationLimits.wholeMs;
    const { perRound, perRoundWithLines } = simulationLimits;
    const size = books.withLines ? perRoundWithLines : perRound;
    const groups = new Map<string, MoveGroup>();
    let [examined, moved, complete] = [0, 0, true];
    let after: RoutedPlace | null = null;
    while (examined < last && complete) {
      const limit = Math.min(size, last - examined);
      const from: RoutedPlace | null = after;
      // A transaction for each round, so that none is long.
      const samples: readonly RoutedSample[] = await this.door.inTenant(tenantId, ({ routing }) =>
        routing.latest(from, limit, books.withLines),
      );
      for (const sample of samples) {
        // Many rules over many lines keep the processor busy: whoever else waits has a turn after each invoice.
        await setImmediate();
        complete = this.clock.now().getTime() < endsAt;
        if (!complete) break;
        moved += noteMove(groups, books, sample);
        examined += 1;
      }
      after = samples.at(-1) ?? null;
      if (samples.length < limit) break;
    }
    const largest = [...groups.values()].sort((one, other) => other.count - one.count);
    return { examined, complete, moved, groups: largest.slice(0, simulationLimits.groups) };
  }
}

/** 1 if this invoice would move. */
function noteMove(groups: Map<string, MoveGroup>, { before, after, visible }: Books, sample: RoutedSample): 0 | 1 {
  const facts = routingFactsOf(sample.model, keyData(sample.model), sample);
  const move = moveBetween(facts, before, after);
  if (move === null) return 0;
  const key = JSON.stringify(move);
  const { count, examples } = groups.get(key) ?? { count: 0, examples: [] };
  const { id, number, sellerName, departmentId } = sample;
  const isTold = examples.length < simulationLimits.examples && isVisible(departmentId, visible);
  const told = isTold ? [...examples, { id, number, sellerName }] : examples;
  groups.set(key, { ...move, count: count + 1, examples: told });
  return 1;
}

function looksAtLines(when: Condition): boolean {
  if ('all' in when) return when.all.some(looksAtLines);
  if ('any' in when) return when.any.some(looksAtLines);
  if ('not' in when) return looksAtLines(when.not);
  return askedTerms.get(when.field)?.paths.some(([first]) => first === 'lines') ?? false;
}
