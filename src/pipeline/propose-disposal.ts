import { RECORD_KEEPERS, RECORD_READERS } from '../domain/access/role-groups.js';
import type { Role } from '../domain/approval/roles.js';
import type { AuditEventName } from '../domain/audit/events.js';
import type { CanonicalValue } from '../domain/audit/canonical-json.js';
import { asPerson, holdsAnyOf, withId, type Administration, type WithId } from './as-administrator.js';
import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { Ids } from './ports/ids.js';
import type { DisposalItem, DisposalRow, Tally } from './ports/retention-records.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import { retentionLimits } from './retention-limits.js';
import { lastYearOfStaff, overQuestions, retentionPolicy } from './retention-of-invoice.js';
import { townDay } from './town-day.js';

type Asking = Pick<Administration, 'tenantId' | 'personId'>;

/** Disposal by two persons: a dry run that changes nothing, a proposal with its counts, and another's confirmation. */
export class ProposeDisposal {
  constructor(
    private readonly door: TenantDoor,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** What would go today, by class and year. */
  preview(by: Asking): Promise<Outcome<readonly Tally[]>> {
    return this.reading(by, RECORD_READERS, (tenant) => tallyOf(tenant, this.clock.now()));
  }

  list(by: Asking): Promise<Outcome<readonly DisposalRow[]>> {
    return this.reading(by, RECORD_READERS, (tenant) => tenant.retention.list(retentionLimits.disposals));
  }

  propose(
    by: Administration,
    reason: string,
    wanted: readonly Pick<Tally, 'class' | 'year'>[],
  ): Promise<Outcome<WithId>> {
    return this.changing(by, ['proposeDisposal', reason, wanted], async (tenant, at) => {
      if (await tenant.retention.open()) return refused('proposalWaiting');
      const tally = await tallyOf(tenant, at);
      const scope = tally.filter((one) => wanted.some((each) => each.class === one.class && each.year === one.year));
      if (scope.every(({ count, held }) => count === held) || scope.length < wanted.length)
        return refused('nothingToDispose');
      const id = this.ids.next();
      await tenant.retention.propose({ id, reason, scope, proposedBy: by.personId, proposedAt: at });
      await note(tenant, by, 'tenant.disposalProposed', { disposal: id, scope: factsOf(scope) }, at, { reason });
      return done({ id });
    });
  }

  confirm(by: Administration, id: string): Promise<Outcome<WithId>> {
    return this.changing(by, ['confirmDisposal', id], async (tenant, at) => {
      const disposal = await waiting(tenant, id);
      if (!disposal) return refused('notFound');
      if (disposal.proposedBy === by.personId) return refused('secondPersonNeeded');
      await tenant.retention.confirm(id, by.personId, at);
      const { proposedBy, scope } = disposal;
      await note(tenant, by, 'tenant.disposalConfirmed', { disposal: id, proposedBy, scope: factsOf(scope) }, at);
      return done({ id });
    });
  }

  /** As long as nobody has confirmed it. */
  withdraw(by: Administration, id: string): Promise<Outcome<WithId>> {
    return this.changing(by, ['withdrawDisposal', id], async (tenant, at) => {
      const disposal = await waiting(tenant, id);
      if (!disposal) return refused('notFound');
      await tenant.retention.withdraw(id, by.personId, at);
      const { proposedBy } = disposal;
      await note(tenant, by, 'tenant.disposalWithdrawn', { disposal: id, proposedBy }, at);
      return done({ id });
    });
  }

  /** One disposal, and a page of what has gone; `after` is the last item of the page before. */
  protocol(
    by: Asking,
    id: string,
    after: DisposalItem | null,
  ): Promise<Outcome<{ readonly disposal: DisposalRow; readonly items: readonly DisposalItem[] }>> {
    return this.door.inTenant(by.tenantId, async (tenant) => {
      if (!(await holdsAnyOf(tenant, by.personId, RECORD_READERS, this.clock.now()))) return refused('recordsOnly');
      const disposal = await tenant.retention.find(id);
      if (!disposal) return refused('notFound');
      return done({ disposal, items: await tenant.retention.items(id, after, retentionLimits.protocolPage) });
    });
  }

  private reading<T>(
    by: Asking,
    roles: readonly Role[],
    read: (tenant: TenantRecords) => Promise<T>,
  ): Promise<Outcome<T>> {
    return this.door.inTenant(by.tenantId, async (tenant) =>
      (await holdsAnyOf(tenant, by.personId, roles, this.clock.now()))
        ? done(await read(tenant))
        : refused('recordsOnly'),
    );
  }

  private changing(
    by: Administration,
    content: readonly unknown[],
    work: (tenant: TenantRecords, at: Date) => Promise<Outcome<WithId>>,
  ): Promise<Outcome<WithId>> {
    return asPerson(this.door, this.clock, by, content, withId, async (tenant, at) =>
      (await holdsAnyOf(tenant, by.personId, RECORD_KEEPERS, at)) ? work(tenant, at) : refused('recordsOnly'),
    );
  }
}

async function tallyOf(tenant: TenantRecords, at: Date): Promise<readonly Tally[]> {
  const policy = await retentionPolicy(tenant);
  const today = townDay(at);
  const documents = await tenant.retention.tally(overQuestions(policy, today));
  return [...documents, ...(await tenant.retention.peopleTally(lastYearOfStaff(policy, today)))];
}

/** Locked; null where it is not there, confirmed already or withdrawn. */
async function waiting(tenant: TenantRecords, id: string): Promise<DisposalRow | null> {
  const disposal = await tenant.retention.findForChange(id);
  return disposal && disposal.confirmedAt === null && disposal.withdrawnAt === null ? disposal : null;
}

const factsOf = (scope: readonly Tally[]): CanonicalValue =>
  scope.map(({ class: name, year, count, held }) => ({ class: name, year, count, held }));

async function note(
  tenant: TenantRecords,
  by: Administration,
  event: Extract<AuditEventName, `tenant.disposal${string}`>,
  facts: Readonly<Record<string, CanonicalValue>>,
  at: Date,
  payload?: Readonly<Record<string, CanonicalValue>>,
): Promise<void> {
  const actor = { kind: 'person', id: by.personId } as const;
  const subject = { kind: 'tenant', id: by.tenantId } as const;
  await tenant.audit.append({ subject, event, actor, facts, ...(payload && { payload }) }, at);
}
