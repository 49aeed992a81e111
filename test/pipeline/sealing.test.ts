import pg from 'pg';
import { openDatabase } from '../../src/adapters/postgres/database.js';
import { PostgresAuditReader } from '../../src/adapters/postgres/postgres-audit-reader.js';
import { SealAuditLog } from '../../src/pipeline/seal-audit-log.js';
import { SealAnchor } from '../../src/pipeline/ports/seal-ledger.js';
import { PostgresLookup } from '../../src/adapters/postgres/postgres-lookup.js';
import { PostgresSealLedger } from '../../src/adapters/postgres/postgres-seal-ledger.js';
import { VerifyAuditLog, type Verification } from '../../src/pipeline/verify-audit-log.js';
import { value } from '../../demo/set-up-town.js';
import { aDocument, aFile, anInvoice, examined, openTownHall, type TownHall } from './town-hall.js';

let hall: TownHall;
let superuser: pg.Client;
beforeAll(async () => {
  // One for each who writes: on a busy machine, waiting for one would take longer than it may.
  hall = await openTownHall(24);
  superuser = new pg.Client({ connectionString: hall.fresh.superuserUrl });
  await superuser.connect();
  await superuser.query('SET search_path = eingang');
});
afterAll(async () => {
  await superuser.end();
  await hall.close();
});

/** One writer: each round receives a file, reads it and lets a person take it on, in four transactions. */
async function write(writer: number, goesOn: (round: number) => boolean): Promise<void> {
  for (let round = 0; goesOn(round); round += 1) {
    const name = `Schreiber ${writer} Runde ${round}`;
    const { parts } = value(await hall.send(name, aFile(name)));
    const id = parts[0]?.invoiceId ?? '';
    hall.examiner.next.push(examined(aDocument(anInvoice(name))));
    await hall.processInvoice.process(hall.tenantId, id);
    value(await hall.decide('hanna', id, 'claim'));
  }
}

/** Sealing and verifying in a process of their own would have connections of their own. */
async function elsewhere() {
  const database = await openDatabase(hall.fresh.appUrl, 4);
  const [lookup, ledger] = [new PostgresLookup(database), new PostgresSealLedger(database)];
  const reader = new PostgresAuditReader(database);
  return {
    seal: new SealAuditLog(ledger, hall.signer, hall.anchor, hall.clock),
    verify: new VerifyAuditLog(lookup, reader, ledger, hall.signer, hall.anchor, hall.documents),
    close: () => database.destroy(),
  };
}

/** Every chain's head has been seen by a seal, each event lies at or below one, and no seal has seen the same head twice. */
async function expectNoHole(): Promise<void> {
  const { rows } = await superuser.query<{ unsealed: string; twice: string; events: string }>(`
    SELECT (SELECT count(*) FROM audit_event e WHERE e.number > (SELECT coalesce(max(m.number), 0) FROM seal_member m
              WHERE (m.tenant_id, m.subject_kind, m.subject_id) = (e.tenant_id, e.subject_kind, e.subject_id))) AS unsealed,
           (SELECT count(*) FROM (SELECT FROM seal_member GROUP BY tenant_id, subject_kind, subject_id, number HAVING count(*) > 1) d) AS twice,
           (SELECT count(*) FROM audit_event) AS events`);
  expect(rows[0]).toMatchObject({ unsealed: '0', twice: '0' });
  expect(Number(rows[0]?.events)).toBeGreaterThan(300);
}

it('seals while twenty people write: no false alarm at any moment, no hole at the end', async () => {
  const other = await elsewhere();
  const verifications: Verification[] = [];
  let writing = true;
  const writers = Array.from({ length: 20 }, (_, writer) =>
    write(writer, (round) => round < 5 || verifications.length < 5),
  );
  const sealing = async () => {
    while (writing) {
      await Promise.all([other.seal.seal(), other.seal.seal()]);
      hall.clock.move(1);
    }
  };
  const verifying = async () => {
    while (writing) verifications.push(await other.verify.verify());
  };
  const written = Promise.all(writers).finally(() => (writing = false));
  await Promise.all([written, sealing(), verifying()]);
  await other.close();
  expect(verifications.length).toBeGreaterThanOrEqual(5);
  expect(verifications.flatMap((verification) => verification.problems)).toEqual([]);
  await hall.sealAuditLog.seal();
  expect(await hall.verify()).toMatchObject({ problems: [], unsealedEvents: 0 });
  await expectNoHole();
});

it('seals and claims a large batch at once without one stopping the other', async () => {
  for (let round = 0; round < 18; round += 1) await hall.invoiceThatIs('approved', `Stapel ${round}`);
  for (let round = 0; round < 3; round += 1) {
    const claim = {
      tenantId: hall.tenantId,
      apiKeyId: hall.town.financeKeyId,
      idempotencyKey: `Stapel ${round}`,
      limit: 6,
    };
    const [batch] = await Promise.all([
      hall.claimHandOver.claim(claim),
      hall.sealAuditLog.seal(),
      hall.sealAuditLog.seal(),
    ]);
    expect(value(batch).records).toHaveLength(6);
  }
  await hall.sealAuditLog.seal();
  expect(await hall.verify()).toMatchObject({ problems: [], unsealedEvents: 0 });
});

it('does not wait for a writer that holds its chain, and seals it the next time', async () => {
  const id = await hall.receive('in Arbeit');
  await hall.door.inTenant(hall.tenantId, async (tenant) => {
    const subject = { kind: 'invoice', id } as const;
    const actor = { kind: 'system', id: 'worker' } as const;
    await tenant.audit.append({ subject, event: 'invoice.answered', actor, facts: {} }, hall.clock.now());
    await hall.sealAuditLog.seal();
  });
  expect(await hall.verify()).toMatchObject({ problems: [], unsealedEvents: 2 });
  await hall.sealAuditLog.seal();
  expect(await hall.verify()).toMatchObject({ problems: [], unsealedEvents: 0 });
});

/** An anchor whose process dies before the seal is out. */
class DyingAnchor extends SealAnchor {
  constructor(private readonly real: SealAnchor) {
    super();
  }
  append(): Promise<void> {
    return Promise.reject(new Error('killed'));
  }
  seals() {
    return this.real.seals();
  }
}

it('anchors at the next sealing what a killed one has sealed and not anchored', async () => {
  const dying = new SealAuditLog(hall.ledger, hall.signer, new DyingAnchor(hall.anchor), hall.clock);
  await hall.receive('vor dem Sturz');
  const before = hall.anchor.lines.length;
  await expect(dying.seal()).rejects.toThrow('killed');
  await hall.receive('nach dem Sturz');
  await expect(dying.seal()).rejects.toThrow('killed');
  expect(hall.anchor.lines).toHaveLength(before);
  expect((await hall.verify()).problems).toEqual([]);
  expect(await hall.sealAuditLog.seal()).toBe(0);
  expect(hall.anchor.lines).toHaveLength(before + 2);
  const seals = await hall.ledger.seals(0, 1000);
  expect(new Set(hall.anchor.lines.map((line) => line.hash))).toEqual(new Set(seals.map((seal) => seal.hash)));
});

/** An anchor that is read while somebody seals: the moment at which a careless verification sees a seal too many. */
class BusyAnchor extends SealAnchor {
  constructor(private readonly seal: () => Promise<unknown>) {
    super();
  }
  append(): Promise<void> {
    return Promise.resolve();
  }
  async seals() {
    await hall.receive(`zwischen ${hall.ids.next()}`);
    await this.seal();
    return hall.anchor.seals();
  }
}

it('raises no alarm about a seal that is written while it reads', async () => {
  const busy = new BusyAnchor(() => hall.sealAuditLog.seal());
  const verify = new VerifyAuditLog(
    hall.lookup,
    new PostgresAuditReader(hall.database),
    hall.ledger,
    hall.signer,
    busy,
    hall.documents,
  );
  expect((await verify.verify()).problems).toEqual([]);
});

it('writes more than one seal where more has changed than one may hold', async () => {
  const seals = (await hall.ledger.seals(0, 1000)).length;
  const parts = Array.from({ length: 120 }, (_, index) => aFile(`viele ${index}`));
  for (let round = 0; round < 9; round += 1)
    value(
      await hall.send(
        `viele ${round}`,
        ...parts.map((part) => ({ ...part, bytes: Buffer.from(`${round} ${part.fileName}`) })),
      ),
    );
  expect(await hall.sealAuditLog.seal()).toBe(2);
  expect((await hall.ledger.seals(0, 1000)).length).toBe(seals + 2);
  expect(await hall.sealAuditLog.seal()).toBe(0);
  expect(await hall.verify()).toMatchObject({ problems: [], unsealedEvents: 0 });
});

it('waits for a thousand events before it seals out of turn, and puts no more than a thousand into one seal', async () => {
  const chainOf = async (name: string, events: number) => {
    const subject = { kind: 'invoice', id: await hall.receive(name) } as const;
    const actor = { kind: 'system', id: 'worker' } as const;
    await hall.door.inTenant(hall.tenantId, async (tenant) => {
      for (let written = 0; written < events; written += 1)
        await tenant.audit.append({ subject, event: 'invoice.answered', actor, facts: {} }, hall.clock.now());
    });
  };
  await hall.sealAuditLog.seal();
  await chainOf('lange Kette', 600);
  expect(await hall.sealAuditLog.sealIfMany()).toBe(0);
  await chainOf('zweite lange Kette', 600);
  expect(await hall.sealAuditLog.sealIfMany()).toBe(2);
  await chainOf('längste Kette', 1100);
  expect(await hall.sealAuditLog.sealIfMany()).toBeGreaterThan(0);
  expect(await hall.verify()).toMatchObject({ problems: [], unsealedEvents: 0 });
});
