import pg from 'pg';
import { value } from '../../demo/set-up-town.js';
import { inTenantTransaction } from '../../src/adapters/postgres/postgres-tenant-door.js';
import { CarryOutDisposal, chained, pseudonymOf } from '../../src/pipeline/carry-out-disposal.js';
import { Sweep } from '../../src/pipeline/sweep.js';
import { sha256 } from '../../src/pipeline/sha256.js';
import type { Outcome } from '../../src/pipeline/outcome.js';
import { aDocument, aFile, anInvoice, examined, openTownHall, type TownHall } from './town-hall.js';

let hall: TownHall;
let superuser: pg.Client;
beforeAll(async () => {
  hall = await openTownHall();
  superuser = new pg.Client({ connectionString: hall.fresh.superuserUrl });
  await superuser.connect();
  await superuser.query('SET search_path = eingang');
  await grant('archiv', 'records');
  await grant('archiv2', 'records');
});
afterAll(async () => {
  await superuser.end();
  await hall.close();
});

const codeOf = (outcome: Outcome<unknown>): string => (outcome.kind === 'done' ? 'done' : outcome.refusal.code);

const people = new Map<string, string>();
let calls = 0;
const by = (login: string) => {
  calls += 1;
  const personId = people.get(login) ?? hall.personId(login);
  return { tenantId: hall.tenantId, personId, idempotencyKey: `retention ${String(calls)}` };
};

/** A person of this test's own, with a role for the whole town. */
async function grant(login: string, role: 'records'): Promise<void> {
  const added = value(
    await hall.administerPeople.addPerson(by('admin'), { login, displayName: `Frau ${login}`, ibans: [] }),
  );
  people.set(login, added.id);
  const wanted = {
    personId: added.id,
    role,
    departmentId: null,
    limitCents: null,
    validFrom: '2026-01-01',
    validTo: null,
  };
  const { id } = value(await hall.administerPeople.proposeGrant(by('admin'), wanted));
  value(await hall.administerPeople.confirmGrant(by('admin2'), id));
}

/** An invoice with a secret in every text, declined at its end. */
async function declined(name: string): Promise<string> {
  const id = await hall.process(
    name,
    examined(aDocument(anInvoice(name, { seller: { name: `Schreinerei ${name}`, vatId: `DE${name}` } }))),
  );
  value(await hall.decide('hanna', id, 'claim'));
  value(await hall.decide('hanna', id, 'decline', { reason: `geheim ${name}` }));
  return id;
}

const dispose = async (scope: readonly { class: string; year: number }[]): Promise<string> => {
  const { id } = value(await hall.proposeDisposal.propose(by('archiv'), 'Aufbewahrung abgelaufen', scope));
  expect(codeOf(await hall.proposeDisposal.confirm(by('archiv'), id))).toBe('secondPersonNeeded');
  value(await hall.proposeDisposal.confirm(by('archiv2'), id));
  return id;
};

/** Every text of the tenant's tables, the log's payloads included. */
async function everythingStored(): Promise<string> {
  const { rows } = await superuser.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'eingang' AND column_name = 'tenant_id'`,
  );
  const texts: string[] = [];
  for (const { name } of rows) {
    const found = await superuser.query<{ text: string }>(
      `SELECT t::text AS text FROM ${name} t WHERE tenant_id = $1`,
      [hall.tenantId],
    );
    texts.push(...found.rows.map(({ text }) => `${name}: ${text}`));
  }
  return texts.join('\n');
}

const stateOf = async (id: string): Promise<string> => (await hall.invoiceOf(id)).state;

it('disposes of one year by two persons, leaves nothing of it, and the log verifies', async () => {
  const [gone, held] = [await declined('999100101'), await declined('999100102')];
  value(await hall.holdInvoice.set(by('archiv'), held, 'Rechtsstreit'));
  await hall.sealAuditLog.seal();
  const original = (await hall.invoiceOf(gone)).originalSha256;
  const year = hall.clock.now().getUTCFullYear();
  hall.clock.move(8 * 366 * 24 * 60 * 60 * 1000);
  const later = await declined('999100103');

  expect(value(await hall.proposeDisposal.preview(by('archiv')))).toEqual([]);
  hall.clock.move(366 * 24 * 60 * 60 * 1000);
  const tally = value(await hall.proposeDisposal.preview(by('archiv')));
  expect(tally).toEqual([{ class: 'voucher', year, count: 2, held: 1 }]);
  expect(codeOf(await hall.proposeDisposal.preview(by('hanna')))).toBe('recordsOnly');
  expect(codeOf(await hall.proposeDisposal.propose(by('admin'), 'x', tally))).toBe('recordsOnly');
  expect(codeOf(await hall.proposeDisposal.propose(by('archiv'), 'x', [{ class: 'voucher', year: year + 8 }]))).toBe(
    'nothingToDispose',
  );

  const id = await dispose([{ class: 'voucher', year }]);
  // Killed in the middle, and gone on with by another worker.
  await hall.carryOutDisposal.step(hall.tenantId);
  await new CarryOutDisposal(hall.lookup, hall.door, hall.documents, hall.clock).round();

  expect([await stateOf(gone), await stateOf(held), await stateOf(later)]).toEqual([
    'disposed',
    'declined',
    'declined',
  ]);
  expect(await hall.documents.read(hall.tenantId, original)).toBeNull();
  await new Sweep(hall.lookup, hall.door, hall.clock, () => undefined).forget();
  const stored = await everythingStored();
  expect(stored.split('\n').filter((line) => line.includes('999100101'))).toEqual([]);
  expect(stored).toContain('geheim 999100102');

  const { disposal, items } = value(await hall.proposeDisposal.protocol(by('archiv'), id, null));
  expect(disposal).toMatchObject({
    documents: 1,
    people: 0,
    proposedBy: people.get('archiv'),
    confirmedBy: people.get('archiv2'),
  });
  expect(items).toMatchObject([{ kind: 'invoice', id: gone, class: 'voucher', year, originals: [original] }]);
  expect(disposal.digest).toBe(items.reduce(chained, sha256(id)));
  const told = await hall.door.inTenant(hall.tenantId, (tenant) =>
    tenant.audit.history('tenant', hall.tenantId, 0, 1000),
  );
  expect(told.at(-1)).toMatchObject({ event: 'tenant.disposalDone', facts: { disposal: id, digest: disposal.digest } });

  expect((await hall.verify()).problems).toEqual([]);
  await hall.sealAuditLog.seal();
  expect((await hall.verify()).problems).toEqual([]);
});

it('takes the same file again as a new invoice, with its bytes, after it was disposed of', async () => {
  const sent = value(await hall.send('again 999100101', aFile('999100101')));
  const [part] = sent.parts;
  expect(part?.fate).toBe('invoice');
  await hall.carryOutDisposal.round();
  expect(await hall.documents.read(hall.tenantId, part?.sha256 ?? '')).not.toBeNull();
});

describe('a legal hold', () => {
  it('is lifted by two persons, and stands in the history with its reasons', async () => {
    const id = await declined('999100104');
    expect(codeOf(await hall.holdInvoice.set(by('hanna'), id, 'nein'))).toBe('recordsOnly');
    value(await hall.holdInvoice.set(by('admin'), id, 'Prüfung läuft'));
    expect(codeOf(await hall.holdInvoice.set(by('archiv'), id, 'noch einmal'))).toBe('heldAlready');
    expect(value(await hall.holdInvoice.lift(by('archiv'), id, 'beendet'))).toMatchObject({ lifted: false });
    expect(value(await hall.holdInvoice.lift(by('archiv'), id, 'wirklich'))).toMatchObject({ lifted: false });
    expect(value(await hall.readInvoices.get(hall.reader, id)).retention).toMatchObject({ held: true });
    expect(value(await hall.holdInvoice.lift(by('archiv2'), id, 'stimmt'))).toMatchObject({ lifted: true });
    const events = value(await hall.readInvoices.history(hall.reader, id)).map(({ event }) => event);
    expect(events.slice(-4)).toEqual([
      'invoice.holdSet',
      'invoice.holdLiftAsked',
      'invoice.holdLiftAsked',
      'invoice.holdLifted',
    ]);
    expect(value(await hall.readInvoices.get(hall.reader, id)).retention).toMatchObject({ held: false });
  });

  it('is kept by the database, whoever asks it to forget', async () => {
    const id = await declined('999100105');
    value(await hall.holdInvoice.set(by('archiv'), id, 'Rechtsstreit'));
    const change = superuser.query(`UPDATE invoice SET state = 'disposed' WHERE id = $1`, [id]);
    await expect(change).rejects.toThrow(/is held|without an audit event/);
    const contents = inTenantTransaction(hall.database, hall.tenantId, (manager) =>
      manager.query('SELECT eingang.dispose_invoice($1)', [id]),
    );
    await expect(contents).rejects.toThrow(/not disposed of by any event/);
    const lifted = superuser.query(
      `UPDATE legal_hold SET lifted_at = now(), lifted_by = lift_asked_by WHERE invoice_id = $1`,
      [id],
    );
    await expect(lifted).rejects.toThrow(/legal_hold_two_persons/);
  });
});

it('forgets the names of people who left, and history tells a pseudonym', async () => {
  await grant('gegangen', 'records');
  const left = people.get('gegangen') ?? '';
  value(await hall.administerAccess.noteDeparture(by('admin'), left));
  const year = hall.clock.now().getUTCFullYear();
  hall.clock.move(9 * 366 * 24 * 60 * 60 * 1000);
  const tally = value(await hall.proposeDisposal.preview(by('archiv')));
  expect(tally).toContainEqual({ class: 'staff', year, count: 1, held: 0 });
  await dispose([{ class: 'staff', year }]);
  await hall.carryOutDisposal.round();
  await new Sweep(hall.lookup, hall.door, hall.clock, () => undefined).forget();
  const lines = (await everythingStored()).split('\n');
  expect(lines.filter((line) => line.includes('gegangen'))).toEqual([]);
  const person = await hall.door.inTenant(hall.tenantId, (tenant) => tenant.people.find(left));
  expect(person).toMatchObject({ displayName: pseudonymOf(left) });
  expect((await hall.verify()).problems).toEqual([]);
});

it('counts from the adoption of the annual accounts, once two administrators have set it so', async () => {
  const classes = {
    voucher: { years: 10, start: 'accountsAdopted' as const },
    letter: { years: 6, start: 'endOfYear' as const },
    other: { years: 2, start: 'endOfYear' as const },
    staff: { years: 8 },
  };
  const id = await declined('999100106');
  const year = hall.clock.now().getUTCFullYear();
  const retention = async () => value(await hall.readInvoices.get(hall.reader, id)).retention;
  expect(await retention()).toMatchObject({
    class: 'voucher',
    lastDay: `${String(year + 8)}-12-31`,
    provisional: false,
  });
  await hall.set('retention', { classes, adoptions: [] });
  expect(await retention()).toMatchObject({ year, lastDay: null });
  await hall.set('retention', { classes, adoptions: [{ fiscalYear: year, adoptedIn: year + 2 }] });
  expect(await retention()).toMatchObject({ year, lastDay: `${String(year + 12)}-12-31` });
});
