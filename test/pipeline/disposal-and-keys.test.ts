import pg from 'pg';
import { inTenantTransaction } from '../../src/adapters/postgres/postgres-tenant-door.js';
import { keyLifetimeMs } from '../../src/pipeline/once.js';
import { Sweep } from '../../src/pipeline/sweep.js';
import { value } from '../../demo/set-up-town.js';
import { aFile, openTownHall, type TownHall } from './town-hall.js';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());

const subjectOf = (id: string) => ({ kind: 'invoice', id }) as const;

/** Writes the event that disposes of an event's payload, and returns its number. */
const sayDisposed = async (id: string, facts: Readonly<Record<string, number | string>>): Promise<number> => {
  const actor = { kind: 'person', id: hall.personId('admin') } as const;
  const link = await hall.door.inTenant(hall.tenantId, (tenant) =>
    tenant.audit.append({ subject: subjectOf(id), event: 'payload.disposed', actor, facts }, hall.clock.now()),
  );
  return link.number;
};

const dispose = (id: string, number: number, by: number, tenantId = hall.tenantId): Promise<unknown> =>
  inTenantTransaction(hall.database, tenantId, (manager) =>
    manager.query('SELECT eingang.dispose_payload($1, $2, $3, $4)', ['invoice', id, number, by]),
  );

/** An invoice that was declined with a reason, and the number of the event that holds the reason. */
async function declined(name: string): Promise<{ id: string; number: number }> {
  const id = await hall.invoiceThatIs('in_review', name);
  value(await hall.decide('hanna', id, 'decline', { reason: 'nicht bestellt von Frau Muster' }));
  const events = value(await hall.readInvoices.history(hall.reader, id));
  const event = events.find((one) => one.event === 'invoice.declined');
  expect(event?.payload).toMatchObject({ reason: 'nicht bestellt von Frau Muster' });
  return { id, number: event?.number ?? 0 };
}

describe('a payload', () => {
  it('is gone after its disposal, and the log still verifies, sealed before or after', async () => {
    const [before, after] = [await declined('vorher'), await declined('nachher')];
    await dispose(before.id, before.number, await sayDisposed(before.id, { number: before.number }));
    await hall.sealAuditLog.seal();
    await dispose(after.id, after.number, await sayDisposed(after.id, { number: after.number }));
    expect((await hall.verify()).problems).toEqual([]);
    await hall.sealAuditLog.seal();
    expect(await hall.verify()).toMatchObject({ problems: [], unsealedEvents: 0 });
    for (const { id, number } of [before, after]) {
      const events = value(await hall.readInvoices.history(hall.reader, id));
      expect(events.find((event) => event.number === number)?.payload).toBeNull();
      expect(events.at(-1)).toMatchObject({ event: 'payload.disposed', facts: { number } });
    }
  });

  it('cannot be disposed of without an event that says so', async () => {
    const { id, number } = await declined('ohne Ereignis');
    const refusal = /has no event that says it is disposed of/;
    await expect(dispose(id, number, number + 1)).rejects.toThrow(refusal);
    await expect(dispose(id, number, number)).rejects.toThrow(refusal);
    const other = await sayDisposed(id, { number: number - 1 });
    await expect(dispose(id, number, other)).rejects.toThrow(refusal);
    await expect(dispose(id, other + 5, await sayDisposed(id, { number: other + 5 }))).rejects.toThrow(refusal);
    const events = value(await hall.readInvoices.history(hall.reader, id));
    expect(events.find((event) => event.number === number)?.payload).not.toBeNull();
  });

  it('cannot be disposed of by another tenant', async () => {
    const { id, number } = await declined('Nachbarn');
    const by = await sayDisposed(id, { number });
    const administrators = [
      { login: 'eins', displayName: 'Eins' },
      { login: 'zwei', displayName: 'Zwei' },
    ] as const;
    const other = value(await hall.createTenant.create({ slug: 'anderswo', name: 'Anderswo', administrators }));
    await expect(dispose(id, number, by, other.tenantId)).rejects.toThrow(/has no event/);
  });

  it('that is deleted before its event is found missing', async () => {
    const { id, number } = await declined('zu früh');
    const superuser = new pg.Client({ connectionString: hall.fresh.superuserUrl });
    await superuser.connect();
    await superuser.query('DELETE FROM eingang.audit_payload WHERE subject_id = $1 AND number = $2', [id, number]);
    await superuser.end();
    expect((await hall.verify()).problems).toMatchObject([{ code: 'payloadMissing', number }]);
    await sayDisposed(id, { number });
    expect((await hall.verify()).problems).toEqual([]);
  });
});

it('answers a repeated call for seven days, then forgets the key', async () => {
  const sweep = new Sweep(hall.lookup, hall.door, hall.clock, () => undefined);
  const first = value(await hall.send('Schlüssel', aFile('Schlüssel')));
  hall.clock.move(keyLifetimeMs);
  await sweep.forget();
  expect(value(await hall.send('Schlüssel', aFile('Schlüssel')))).toEqual(first);
  hall.clock.move(1);
  await sweep.forget();
  const again = value(await hall.send('Schlüssel', aFile('Schlüssel')));
  expect(again.deliveryId).not.toBe(first.deliveryId);
  expect(again.parts).toMatchObject([{ fate: 'repeat', invoiceId: first.parts[0]?.invoiceId }]);
  expect(again.trackingToken).not.toBe(first.trackingToken);
});
