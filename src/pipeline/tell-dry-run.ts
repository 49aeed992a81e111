import { CONFIGURATION_READERS } from '../domain/access/role-groups.js';
import { isOtherwise, type DryRun } from '../domain/validation/dry-run.js';
import type { Verdict } from '../domain/validation/examination.js';
import { holdsAnyOf } from './as-administrator.js';
import type { DryRunInvoices, DryRunOfInvoice } from './dry-run-invoices.js';
import { dryRunLimits } from './limits.js';
import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { TenantDoor } from './ports/tenant-door.js';
import type { Inquirer } from './read-town.js';
import { townDay } from './town-day.js';
import { isVisible, visibleDepartments } from './visibility.js';

/** What the rule books of a day would say of a town's latest invoices. */
export interface ToldDryRun {
  readonly examined: number;
  /** Originals that are away or broke their reader. */
  readonly notExamined: number;
  /** false: the time was over before all that were asked for had been looked at. */
  readonly complete: boolean;
  /** Of how many something else would be said: another verdict, or other rules. */
  readonly otherwise: number;
  /** Verdicts that would be others, the most frequent first. */
  readonly verdicts: readonly { readonly stored: Verdict; readonly would: Verdict; readonly count: number }[];
  /** `BOOK RULE`: on how many invoices it would be found in addition, and on how many no longer. */
  readonly rules: readonly { readonly rule: string; readonly added: number; readonly gone: number }[];
  /** Some of the invoices of which something else would be said, of those that the reader may see; first those with another verdict. */
  readonly invoices: readonly ToldInvoice[];
}

/** One invoice of which something else would be said. */
export interface ToldInvoice extends Pick<DryRun, 'verdict' | 'added' | 'gone'> {
  readonly id: string;
  readonly number: string | null;
}

interface Count {
  readonly rules: Map<string, { added: number; gone: number }>;
  readonly verdicts: Map<string, { stored: Verdict; would: Verdict; count: number }>;
  readonly invoices: ToldInvoice[];
  examined: number;
  notExamined: number;
  otherwise: number;
}

/**
 * Lets an administrator ask what the rule books of another day would say of stored invoices. Nothing is kept: documents
 * are opened by readers one after the other, for a bounded time, and the answer is counted here.
 */
export class TellDryRun {
  private running = 0;

  constructor(
    private readonly door: TenantDoor,
    private readonly runs: DryRunInvoices,
    private readonly clock: Clock,
  ) {}

  /** @param last how many invoices, the latest that were judged. */
  async tell(
    by: Inquirer,
    { day, last }: { readonly day: string; readonly last: number },
  ): Promise<Outcome<ToldDryRun>> {
    const visible = await this.visibleTo(by);
    if (visible.kind === 'refused') return visible;
    if (this.running >= dryRunLimits.asked.atOnce) return refused('dryRunsBusy');
    this.running += 1;
    try {
      return done(await this.run(by.tenantId, day, Math.min(last, dryRunLimits.asked.invoices), visible.value));
    } finally {
      this.running -= 1;
    }
  }

  private visibleTo(by: Inquirer): Promise<Outcome<readonly string[] | null>> {
    const at = this.clock.now();
    return this.door.inTenant(by.tenantId, async (tenant) => {
      if (!(await holdsAnyOf(tenant, by.personId, CONFIGURATION_READERS, at))) return refused('administratorsOnly');
      return done(visibleDepartments(await tenant.people.grantsInForce(by.personId), townDay(at)));
    });
  }

  private async run(
    tenantId: string,
    day: string,
    last: number,
    visible: readonly string[] | null,
  ): Promise<ToldDryRun> {
    const endsAt = this.clock.now().getTime() + dryRunLimits.asked.wholeMs;
    const count: Count = {
      ...{ rules: new Map(), verdicts: new Map(), invoices: [] },
      ...{ examined: 0, notExamined: 0, otherwise: 0 },
    };
    let complete = true;
    // One document at a time, so that whoever else has a file checked finds a reader.
    for await (const found of this.runs.run(tenantId, { day, last, width: 1 })) {
      note(count, found, visible);
      complete = this.clock.now().getTime() < endsAt || count.examined + count.notExamined === last;
      if (!complete) break;
    }
    return told(count, complete);
  }
}

function note(count: Count, found: DryRunOfInvoice, visible: readonly string[] | null): void {
  if (found.kind === 'notExamined') {
    count.notExamined += 1;
    return;
  }
  count.examined += 1;
  const { id, number, departmentId, difference } = found;
  if (!isOtherwise(difference)) return;
  const { verdict, added, gone } = difference;
  count.otherwise += 1;
  for (const rule of added) countedAt(count.rules, rule, () => ({ added: 0, gone: 0 })).added += 1;
  for (const rule of gone) countedAt(count.rules, rule, () => ({ added: 0, gone: 0 })).gone += 1;
  if (verdict.stored !== verdict.would)
    countedAt(count.verdicts, `${verdict.stored} ${verdict.would}`, () => ({ ...verdict, count: 0 })).count += 1;
  if (isVisible(departmentId, visible)) count.invoices.push({ id, number, verdict, added, gone });
}

function countedAt<Value>(map: Map<string, Value>, key: string, first: () => Value): Value {
  const known = map.get(key) ?? first();
  map.set(key, known);
  return known;
}

function told({ rules, verdicts, invoices, ...numbers }: Count, complete: boolean): ToldDryRun {
  const changes = ({ verdict }: ToldInvoice): number => (verdict.stored === verdict.would ? 0 : 1);
  return {
    ...numbers,
    complete,
    verdicts: [...verdicts.values()].sort((one, other) => other.count - one.count),
    rules: [...rules]
      .map(([rule, counted]) => ({ rule, ...counted }))
      .sort((one, other) => other.added + other.gone - one.added - one.gone),
    invoices: invoices.sort((one, other) => changes(other) - changes(one)).slice(0, dryRunLimits.asked.told),
  };
}
