import { value } from '../../demo/set-up-town.js';
import { CarryOutDisposal } from '../../src/pipeline/carry-out-disposal.js';
import { TenantDoor, type TenantRecords } from '../../src/pipeline/ports/tenant-door.js';
import type { DisposalItem } from '../../src/pipeline/ports/retention-records.js';
import { retentionLimits } from '../../src/pipeline/retention-limits.js';
import { aDocument, anInvoice, examined, openTownHall, type TownHall } from './town-hall.js';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());

const day = 24 * 60 * 60 * 1000;
/** More than one transaction disposes of. */
const invoicesOfTheYear = retentionLimits.documents + 3;

let calls = 0;
const by = (personId: string) => {
  calls += 1;
  return { tenantId: hall.tenantId, personId, idempotencyKey: `killed ${String(calls)}` };
};

/** Somebody of the archive, appointed by two administrators. */
async function archivist(login: string): Promise<string> {
  const [one, other] = [hall.personId('admin'), hall.personId('admin2')];
  const { id } = value(
    await hall.administerPeople.addPerson(by(one), { login, displayName: `Frau ${login}`, ibans: [] }),
  );
  const wanted = {
    role: 'records',
    departmentId: null,
    limitCents: null,
    validFrom: '2026-01-01',
    validTo: null,
  } as const;
  const grant = value(await hall.administerPeople.proposeGrant(by(one), { ...wanted, personId: id }));
  value(await hall.administerPeople.confirmGrant(by(other), grant.id));
  return id;
}

async function declined(number: string): Promise<string> {
  const id = await hall.process(number, examined(aDocument(anInvoice(number))));
  value(await hall.decide('hanna', id, 'claim'));
  value(await hall.decide('hanna', id, 'decline', { reason: 'nicht bestellt' }));
  return id;
}

/** The process dies in its second transaction, when all is done and nothing committed; the first one stands. */
class DyingDoor extends TenantDoor {
  private transactions = 0;

  constructor(private readonly door: TenantDoor) {
    super();
  }

  inTenant<T>(tenantId: string, work: (tenant: TenantRecords) => Promise<T>): Promise<T> {
    this.transactions += 1;
    const dies = this.transactions === 2;
    return this.door.inTenant(tenantId, async (tenant) => {
      const done = await work(tenant);
      if (dies) throw new Error('killed');
      return done;
    });
  }
}

/** One worker after the other is killed, among documents first, then among files; the last one lives. */
async function killedAgainAndAgain(): Promise<void> {
  for (let killed = 0; killed < 6; killed += 1) {
    const worker = new CarryOutDisposal(hall.lookup, new DyingDoor(hall.door), hall.documents, hall.clock);
    await expect(worker.round()).rejects.toThrow('killed');
    expect((await hall.verify()).problems).toEqual([]);
  }
  await new CarryOutDisposal(hall.lookup, hall.door, hall.documents, hall.clock).round();
}

it('disposes of a whole year once and completely, however often its worker is killed', async () => {
  const year = hall.clock.now().getUTCFullYear();
  const ids: string[] = [];
  for (let number = 0; number < invoicesOfTheYear; number += 1) ids.push(await declined(`9992${String(number)}`));
  const originals = await Promise.all(ids.map(async (id) => (await hall.invoiceOf(id)).originalSha256));
  await hall.sealAuditLog.seal();
  hall.clock.move(10 * 366 * day);
  const later = await declined('99930');
  const [first, second] = [await archivist('archiv'), await archivist('archiv2')];

  const scope = [{ class: 'voucher', year }];
  const { id } = value(await hall.proposeDisposal.propose(by(first), 'Aufbewahrung abgelaufen', scope));
  await new CarryOutDisposal(hall.lookup, hall.door, hall.documents, hall.clock).round();
  expect((await hall.invoiceOf(ids[0] ?? '')).state).toBe('declined');
  value(await hall.proposeDisposal.confirm(by(second), id));
  await killedAgainAndAgain();

  const { disposal, items } = await protocolOf(first, id);
  expect(items.map((item) => item.id).sort()).toEqual([...ids].sort());
  expect(disposal).toMatchObject({ documents: invoicesOfTheYear, proposedBy: first, confirmedBy: second });
  const states = await Promise.all([...ids, later].map(async (one) => (await hall.invoiceOf(one)).state));
  expect(states).toEqual([...ids.map(() => 'disposed'), 'declined']);
  for (const original of originals) expect(await hall.documents.read(hall.tenantId, original)).toBeNull();
  const told = await hall.door.inTenant(hall.tenantId, (tenant) =>
    tenant.audit.history('tenant', hall.tenantId, 0, 1000),
  );
  const names = told.map(({ event }) => event);
  expect(names.filter((event) => event === 'tenant.disposalDone')).toHaveLength(1);
  expect(told.at(-1)).toMatchObject({ facts: { documents: invoicesOfTheYear, digest: disposal.digest } });
  expect(disposal.digest).toMatch(/^[0-9a-f]{64}$/);
  await hall.sealAuditLog.seal();
  expect((await hall.verify()).problems).toEqual([]);
});

async function protocolOf(personId: string, id: string) {
  const items: DisposalItem[] = [];
  for (;;) {
    const page = value(await hall.proposeDisposal.protocol(by(personId), id, items.at(-1) ?? null));
    items.push(...page.items);
    if (page.items.length === 0) return { disposal: page.disposal, items };
  }
}
