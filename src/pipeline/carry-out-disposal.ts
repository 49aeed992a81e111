import { transitionFor } from '../domain/approval/lifecycle.js';
import type { Subject } from '../domain/audit/chain.js';
import { isOver, type RetentionPolicy } from '../domain/retention/retention.js';
import { changeState } from './change-state.js';
import type { Clock } from './ports/clock.js';
import type { DocumentStore } from './ports/document-store.js';
import type { Lookup } from './ports/lookup.js';
import type { Disposable, DisposalItem, DisposalRow } from './ports/retention-records.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import { retentionLimits } from './retention-limits.js';
import { lastYearOfStaff, overQuestions, retentionIn, retentionPolicy } from './retention-of-invoice.js';
import { sha256 } from './sha256.js';
import { townDay } from './town-day.js';

const actor = { kind: 'system', id: 'worker' } as const;

/**
 * Carries out what two persons have confirmed, a few documents in each transaction, which also writes their events, the
 * protocol and how far it has come: whoever goes on after a crash sees what is done. Everything is judged again before it
 * goes. Bytes leave the store afterwards, once no row needs them.
 */
export class CarryOutDisposal {
  private stopping = false;

  constructor(
    private readonly lookup: Lookup,
    private readonly door: TenantDoor,
    private readonly documents: DocumentStore,
    private readonly clock: Clock,
  ) {}

  async round(): Promise<void> {
    for (const { id } of await this.lookup.tenants()) {
      while (!this.stopping && (await this.step(id)));
      while (!this.stopping && (await this.removeFiles(id)));
    }
  }

  /** Ends a round after its step. */
  stop(): void {
    this.stopping = true;
  }

  /** One transaction's work; false: there is no more of it now. */
  step(tenantId: string): Promise<boolean> {
    const at = this.clock.now();
    return this.door.inTenant(tenantId, async (tenant) => {
      const disposal = await tenant.retention.takeConfirmed();
      if (disposal === null) return false;
      const policy = await retentionPolicy(tenant);
      const run = { tenant, disposal, policy, today: townDay(at), at };
      const found = await invoicesOf(run);
      const people = found.length > 0 ? [] : await peopleOf(run);
      const gone: DisposalItem[] = [];
      for (const one of found) gone.push(...(await disposeInvoice(run, one)));
      for (const one of people) gone.push(await disposePerson(run, one));
      for (const item of gone) await tenant.retention.addItem(disposal.id, item);
      const isDone = found.length + people.length === 0;
      const moved = {
        place: found.at(-1)?.id ?? disposal.place,
        documents: disposal.documents + (people.length > 0 ? 0 : gone.length),
        people: disposal.people + people.length,
        digest: gone.reduce(chained, disposal.digest ?? sha256(disposal.id)),
        doneAt: isDone ? at : null,
      };
      await tenant.retention.move(disposal.id, moved);
      if (isDone) await noteDone(run, moved);
      return !isDone;
    });
  }

  /** Takes bytes out of the store while their rows are held, so that nothing begins to need them meanwhile. */
  private removeFiles(tenantId: string): Promise<boolean> {
    return this.door.inTenant(tenantId, async (tenant) => {
      const released = await tenant.retention.takeReleased(retentionLimits.files);
      for (const name of released) {
        await this.documents.remove(tenantId, name);
        await tenant.retention.noteRemoved(name, this.clock.now());
      }
      return released.length > 0;
    });
  }
}

/** What a step works with. */
interface Run {
  readonly tenant: TenantRecords;
  readonly disposal: DisposalRow;
  readonly policy: RetentionPolicy;
  readonly today: string;
  readonly at: Date;
}

/** The digest of the protocol: each item is hashed together with all before it. */
export const chained = (before: string, { kind, id, class: name, year, originals }: DisposalItem): string =>
  sha256([before, kind, id, name, String(year), ...originals].join('\n'));

const invoicesOf = ({ tenant, disposal, policy, today }: Run): Promise<readonly Disposable[]> => {
  const { scope, proposedAt: endedBy, place: after } = disposal;
  const questions = overQuestions(policy, today);
  return tenant.retention.invoicesOver(questions, { scope, endedBy, after }, retentionLimits.documents);
};

async function peopleOf({ tenant, disposal, policy, today }: Run): Promise<readonly Disposable[]> {
  const { scope, proposedAt } = disposal;
  const agreed = scope.filter((one) => one.class === 'staff').map(({ year }) => year);
  const upTo = Math.min(lastYearOfStaff(policy, today), Math.max(0, ...agreed));
  const found = await tenant.retention.peopleOver(upTo, proposedAt, retentionLimits.documents);
  return found.filter(({ year }) => agreed.includes(year));
}

async function disposeInvoice(run: Run, { id, class: name, year }: Disposable): Promise<readonly DisposalItem[]> {
  const { tenant, disposal, policy, today, at } = run;
  const invoice = await tenant.invoices.findForChange(id);
  const retention = invoice && (await retentionIn(tenant, invoice, policy));
  if (!retention || !isOver(retention, today) || (await tenant.retention.openHold(id))) return [];
  const transition = transitionFor(invoice.state, 'dispose');
  if (!transition) return [];
  const originals = await tenant.retention.originalsOf(id);
  const restsOn = { amountCents: null, payeeAccountHashes: [] };
  // Whether they may was judged when two persons signed; the log names both.
  const allowed = {
    kind: 'allowed',
    progress: 'complete',
    by: null,
    voids: [],
    claim: 'ended',
    deputyshipId: null,
  } as const;
  const facts = { disposal: disposal.id, proposedBy: disposal.proposedBy, confirmedBy: disposal.confirmedBy };
  await changeState(tenant, invoice, {
    action: 'dispose',
    allowed: { ...allowed, transition, restsOn },
    actor,
    at,
    facts,
  });
  await disposePayloads(run, { kind: 'invoice', id });
  await tenant.retention.disposeInvoice(id);
  for (const delivery of await tenant.retention.emptiedDeliveries(id)) {
    const subject = { kind: 'delivery', id: delivery } as const;
    await tenant.audit.append({ subject, event: 'delivery.disposed', actor, facts: { disposal: disposal.id } }, at);
    await disposePayloads(run, subject);
    await tenant.retention.disposeDelivery(delivery);
  }
  return [{ kind: 'invoice', id, class: name, year, originals, disposedAt: at }];
}

/** The first digits of the id tell two people apart, and nothing of who they were. */
export const pseudonymOf = (id: string): string => `Ausgeschiedene Person ${id.slice(-8)}`;

async function disposePerson(run: Run, { id, class: name, year }: Disposable): Promise<DisposalItem> {
  const { tenant, disposal, at } = run;
  const subject = { kind: 'person', id } as const;
  await tenant.audit.append({ subject, event: 'person.disposed', actor, facts: { disposal: disposal.id } }, at);
  await disposePayloads(run, subject);
  await tenant.retention.disposePerson(id, pseudonymOf(id));
  return { kind: 'person', id, class: name, year, originals: [], disposedAt: at };
}

/** Each payload goes with an event that says so: the chain verifies afterwards, and shows what is missing on purpose. */
async function disposePayloads({ tenant, disposal, at }: Run, subject: Subject): Promise<void> {
  for (const number of await tenant.retention.payloads(subject.kind, subject.id)) {
    const facts = { number, disposal: disposal.id };
    const said = await tenant.audit.append({ subject, event: 'payload.disposed', actor, facts }, at);
    await tenant.retention.disposePayload(subject.kind, subject.id, number, said.number);
  }
}

async function noteDone(
  { tenant, disposal, at }: Run,
  { documents, people, digest }: { readonly documents: number; readonly people: number; readonly digest: string },
): Promise<void> {
  const subject = { kind: 'tenant', id: tenant.tenantId } as const;
  const facts = { disposal: disposal.id, documents, people, digest };
  await tenant.audit.append({ subject, event: 'tenant.disposalDone', actor, facts }, at);
}
