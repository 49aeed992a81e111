import pg from 'pg';
import { value } from '../../demo/set-up-town.js';
import { AdministerDepartments } from '../../src/pipeline/administer-departments.js';
import type { DeskAction } from '../../src/pipeline/desk-actions.js';
import type { Outcome } from '../../src/pipeline/outcome.js';
import { ConcurrentChange } from '../../src/pipeline/ports/tenant-door.js';
import { townDay } from '../../src/pipeline/town-day.js';
import { aDocument, aFile, anInvoice, examined, openTownHall, type TownHall } from './town-hall.js';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());
beforeEach(() => {
  hall.examiner.next.length = 0;
});

const codes = (outcomes: readonly Outcome<unknown>[]): readonly string[] =>
  outcomes.map((outcome) => (outcome.kind === 'done' ? 'done' : outcome.refusal.code)).sort();

/** Until one transaction of this database waits for another, or `work` has come to its end without. */
async function untilWaiting(work: Promise<unknown>): Promise<void> {
  const watcher = new pg.Client({ connectionString: hall.fresh.superuserUrl });
  await watcher.connect();
  let over = false;
  void work.then(
    () => (over = true),
    () => (over = true),
  );
  const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while (!over && (await watcher.query(waiting)).rowCount === 0);
  await watcher.end();
}

const eventsOf = async (id: string) =>
  value(await hall.readInvoices.history(hall.reader, id)).map((event) => event.event);

describe('two people who decide at the same moment', () => {
  it('take on an invoice: one gets it, the other is told who has it, a hundred times', async () => {
    const seen = new Set<string>();
    const id = await hall.invoiceThatIs('routed', 'claims');
    let { version } = await hall.invoiceOf(id);
    for (let round = 1; round <= 100; round += 1) {
      const claiming = { key: `claim ${round}`, seenVersion: version };
      const outcomes = await Promise.all(['hanna', 'henrik'].map((login) => hall.decide(login, id, 'claim', claiming)));
      seen.add(codes(outcomes).join(' '));
      const { state, claimedBy, version: claimed } = await hall.invoiceOf(id);
      const won = outcomes[0]?.kind === 'done' ? 'hanna' : 'henrik';
      expect({ state, claimedBy }).toEqual({ state: 'in_review', claimedBy: hall.personId(won) });
      const releasing = { key: `release ${round}`, seenVersion: claimed };
      ({ version } = value(await hall.decide(won, id, 'release', releasing)));
    }
    expect((await eventsOf(id)).filter((event) => event === 'invoice.claimed')).toHaveLength(100);
    expect([...seen]).toEqual(['claimedBySomeoneElse done']);
  });

  /** A payment is ordered by two at once on one invoice, again after each revocation. */
  const orderAgainAndAgain = async (number: string, rounds: number) => {
    const seen: string[] = [];
    const id = await hall.invoiceThatIs('confirmed', number);
    let { version } = await hall.invoiceOf(id);
    /** With the version that the step before has left. */
    const step = async (login: string, action: DeskAction, key: string) => {
      const extras = { key: `${action} ${key}`, seenVersion: version, reason: 'noch einmal' };
      ({ version } = value(await hall.decide(login, id, action, extras)));
    };
    for (let round = 1; round <= rounds; round += 1) {
      const extras = { key: `order ${number} ${round}`, seenVersion: version };
      const orderers = ['amtsleitung', 'buergermeister'] as const;
      const outcomes = await Promise.all(orderers.map((login) => hall.decide(login, id, 'order', extras)));
      seen.push(codes(outcomes).join(' '));
      const { invoice, decisions } = value(await hall.readInvoices.get(hall.reader, id));
      expect(decisions.filter(({ action, voidedAt }) => action === 'order' && voidedAt === null)).toHaveLength(1);
      expect(invoice.state).toBe('approved');
      ({ version } = invoice);
      await step(outcomes[0]?.kind === 'done' ? orderers[0] : orderers[1], 'revoke', `${number} ${round}`);
      await step('hanna', 'confirmFactual', `${number} ${round}`);
      await step('henrik', 'confirmArithmetical', `${number} ${round}`);
    }
    return seen;
  };

  it('order a payment: one order stands, the other is told that it is done, a hundred times', async () => {
    const seen: string[] = [];
    // On several invoices, because what is decided on one is read with each further decision.
    for (let number = 1; number <= 10; number += 1) seen.push(...(await orderAgainAndAgain(`order ${number}`, 10)));
    expect(seen).toHaveLength(100);
    expect(new Set(seen)).toEqual(new Set(['alreadyDecided done']));
  });
});

describe('what carries a decision, taken away by somebody who has not come to the end yet', () => {
  const today = () => townDay(hall.clock.now());
  const personIds = () => ({ principalId: hall.personId('hanna'), deputyId: hall.personId('henrik') });
  const absence = () => ({
    id: hall.ids.next(),
    personId: hall.personId('hanna'),
    firstDay: today(),
    lastDay: today(),
  });

  /** Henrik stands in for Hanna, who is away today. */
  const standIn = () =>
    hall.door.inTenant(hall.tenantId, async ({ deputies }) => {
      const [by, at] = [hall.personId('admin'), hall.clock.now()];
      await deputies.addAbsence({ ...absence(), enteredBy: by, enteredAt: at, withdrawnBy: null, withdrawnAt: null });
      await deputies.addDeputyship({
        ...{ id: hall.ids.next(), ...personIds(), roles: null, departmentId: null, holds: 'whileAbsent' },
        ...{ validFrom: today(), validTo: null, proposedBy: by, proposedAt: at },
        ...{ confirmedBy: hall.personId('admin2'), confirmedAt: at, endedBy: null, endedAt: null },
      });
    });

  it.each([
    [
      'an absence',
      'absence SET withdrawn_at = now(), withdrawn_by = person_id WHERE withdrawn_at IS NULL',
      'principalIsThere',
    ],
    [
      'a deputyship',
      'deputyship SET ended_at = now(), ended_by = deputy_id WHERE ended_at IS NULL',
      'deputyshipNotValid',
    ],
    ['the principal’s grants', 'person_grant SET revoked_at = now() WHERE person_id = $1', 'noGrant'],
  ])('has the decision wait, and refused: %s', async (what, change, code) => {
    await standIn();
    const id = await hall.invoiceThatIs('routed', `entzogen: ${what}`);
    const taking = new pg.Client({ connectionString: hall.fresh.superuserUrl });
    await taking.connect();
    await taking.query('BEGIN');
    await taking.query(`UPDATE eingang.${change}`, change.includes('$1') ? [hall.personId('hanna')] : []);
    const deciding = hall.decide('henrik', id, 'claim', { onBehalfOf: hall.personId('hanna') });
    await untilWaiting(deciding);
    await taking.query('COMMIT');
    const outcome = await deciding;
    const restore = 'UPDATE eingang.person_grant SET revoked_at = NULL WHERE person_id = $1';
    await taking.query(restore, [hall.personId('hanna')]);
    await taking.end();
    expect(codes([outcome])).toEqual([code]);
    expect((await hall.invoiceOf(id)).state).toBe('routed');
  });
});

describe('an exception from four eyes', () => {
  it('is not agreed to where the authority of who began it is taken away at that moment', async () => {
    const admin = { tenantId: hall.tenantId, personId: hall.personId('admin'), idempotencyKey: 'exception' };
    const { value: usual } = value(await hall.tenantSettings.read(admin, 'approval'));
    await hall.set('approval', { ...usual, orderException: true });
    const id = await hall.invoiceThatIs('confirmed', 'Ausnahme');
    const grantId = hall.ids.next();
    await hall.door.inTenant(hall.tenantId, (tenant) =>
      tenant.people.addGrant({
        ...{ id: grantId, personId: hall.personId('hanna'), role: 'orderer', departmentId: null, limitCents: null },
        ...{ validFrom: '2020-01-01', validTo: null, proposedBy: admin.personId, proposedAt: hall.clock.now() },
        ...{ confirmedBy: hall.personId('admin2'), confirmedAt: hall.clock.now(), revokedAt: null },
      }),
    );
    value(await hall.decide('hanna', id, 'orderAsException', { reason: 'Niemand sonst ist da.' }));
    const taking = new pg.Client({ connectionString: hall.fresh.superuserUrl });
    await taking.connect();
    await taking.query('BEGIN');
    await taking.query('UPDATE eingang.person_grant SET revoked_at = now() WHERE id = $1', [grantId]);
    const agreeing = hall.decide('eingang', id, 'orderAsException', { reason: 'Gesehen.' });
    await untilWaiting(agreeing);
    await taking.query('COMMIT');
    await taking.end();
    expect(codes([await agreeing])).toEqual(['exceptionLapsed']);
    expect((await hall.invoiceOf(id)).state).toBe('confirmed');
    await hall.set('approval', usual);
  });
});

describe('the same call under the same key', () => {
  it('at once and again leaves one decision and gives the same answer, a hundred times', async () => {
    const id = await hall.invoiceThatIs('routed', 'keys');
    let { version } = await hall.invoiceOf(id);
    for (let round = 1; round <= 100; round += 1) {
      const seenVersion = version;
      const call = () => hall.decide('hanna', id, 'claim', { key: `key ${round}`, seenVersion });
      const outcomes = await Promise.all([call(), call()]);
      const again = value(await call());
      for (const outcome of outcomes)
        if (outcome.kind === 'done') expect(outcome.value).toEqual(again);
        else expect(outcome.refusal.code).toBe('keyInUse');
      expect(codes(outcomes)).toContain('done');
      const releasing = { key: `release after ${round}`, seenVersion: again.version };
      ({ version } = value(await hall.decide('hanna', id, 'release', releasing)));
    }
    expect((await eventsOf(id)).filter((event) => event === 'invoice.claimed')).toHaveLength(100);
  });

  it('with another content is refused and changes nothing', async () => {
    const id = await hall.invoiceThatIs('routed', 'anderer Inhalt');
    value(await hall.decide('hanna', id, 'claim', { key: 'einer' }));
    const before = await eventsOf(id);
    const other = await hall.decide('hanna', id, 'release', { key: 'einer' });
    expect(codes([other])).toEqual(['keyReused']);
    expect(await eventsOf(id)).toEqual(before);
  });

  it('is another call where another person makes it', async () => {
    const id = await hall.invoiceThatIs('in_review', 'zwei Personen');
    value(await hall.decide('hanna', id, 'confirmFactual', { key: 'gleich' }));
    expect(value(await hall.decide('henrik', id, 'confirmArithmetical', { key: 'gleich' }))).toMatchObject({
      state: 'confirmed',
    });
  });

  it('counts for a delivery with several files, too', async () => {
    const parts = [aFile('Anlage eins'), aFile('Anlage zwei')];
    const [one, other] = await Promise.all([hall.send('Sendung', ...parts), hall.send('Sendung', ...parts)]);
    const again = value(await hall.send('Sendung', ...parts));
    for (const outcome of [one, other])
      if (outcome?.kind === 'done') expect(outcome.value).toEqual(again);
      else expect(codes(outcome ? [outcome] : [])).toEqual(['keyInUse']);
    expect(codes([await hall.send('Sendung', ...parts.slice(0, 1))])).toEqual(['keyReused']);
  });
});

describe('the same bytes sent by two calls at once', () => {
  it('become one invoice with two receipts', async () => {
    for (let round = 0; round < 10; round += 1) {
      const file = aFile(`doppelt ${round}`);
      const receipts = await Promise.all([0, 1, 2].map((call) => hall.send(`doppelt ${round} ${call}`, file)));
      const lines = receipts.map((receipt) => value(receipt).parts[0]);
      expect(new Set(lines.map((line) => line?.invoiceId)).size).toBe(1);
      expect(lines.map((line) => line?.fate).sort()).toEqual(['invoice', 'repeat', 'repeat']);
      expect(new Set(receipts.map((receipt) => value(receipt).number)).size).toBe(3);
      expect(await eventsOf(lines[0]?.invoiceId ?? '')).toEqual(['invoice.received']);
    }
  });

  it('are taken in also where two deliveries hold the same files in another order', async () => {
    for (let round = 0; round < 10; round += 1) {
      const files = Array.from({ length: 10 }, (_, index) => aFile(`Stapel ${round} ${index}`));
      const [forth, back] = await Promise.all([
        hall.send(`hin ${round}`, ...files),
        hall.send(`her ${round}`, ...[...files].reverse()),
      ]);
      const fates = [forth, back].map((receipt) => new Set(value(receipt).parts.map((part) => part.fate)));
      expect(fates.flatMap((fate) => [...fate]).sort()).toEqual(['invoice', 'repeat']);
    }
  });

  it('are one invoice within one delivery', async () => {
    const file = aFile('zweimal in einer');
    const { parts } = value(await hall.send('zweimal in einer', file, { ...file, fileName: 'Kopie.xml' }));
    expect(parts.map((part) => part.fate)).toEqual(['invoice', 'repeat']);
    expect(parts[0]?.invoiceId).toBe(parts[1]?.invoiceId);
  });
});

describe('two copies of one invoice in different bytes, processed at once', () => {
  it('one goes its way, the other is suspected', async () => {
    for (let round = 0; round < 10; round += 1) {
      const number = `Kopie ${round}`;
      const ids = [await hall.receive(`${number} a`), await hall.receive(`${number} b`)];
      const seller = { name: 'Neu GmbH', vatId: `DE99920${String(round).padStart(4, '0')}` };
      const answer = examined(aDocument(anInvoice(number, { seller })));
      hall.examiner.next.push(answer, answer);
      await Promise.all(ids.map((id) => hall.processInvoice.process(hall.tenantId, id)));
      const invoices = await Promise.all(ids.map((id) => hall.invoiceOf(id)));
      expect(invoices.map((invoice) => invoice.state).sort()).toEqual(['clarification', 'routed']);
      const suspected = invoices.find((invoice) => invoice.state === 'clarification');
      expect(suspected?.clarificationReason).toBe('suspectedDuplicate');
    }
  });
});

describe('a department that is closed', () => {
  const by = (idempotencyKey: string) => ({
    ...{ tenantId: hall.tenantId, personId: hall.personId('admin') },
    idempotencyKey,
  });
  const close = (id: string) => new AdministerDepartments(hall.door, hall.clock).close(by(`close ${id}`), id, 1);
  const newDepartment = async (code: string) =>
    value(await hall.administerTenant.addDepartment(by(code), { code, name: code })).id;

  it('while an invoice is routed to it, stays open', async () => {
    const [department, invoice] = [await newDepartment('R1'), await hall.invoiceThatIs('routed', 'vor dem Schluss')];
    const router = new pg.Client({ connectionString: hall.fresh.superuserUrl });
    await router.connect();
    await router.query('BEGIN');
    await router.query('UPDATE eingang.invoice SET department_id = $1 WHERE id = $2', [department, invoice]);
    const closing = close(department);
    await untilWaiting(closing);
    await router.query('COMMIT');
    await router.end();
    expect(codes([await closing])).toEqual(['departmentInUse']);
  });

  it('lets nothing lead to it that came a moment later', async () => {
    const [department, invoice] = [await newDepartment('R2'), await hall.invoiceThatIs('routed', 'nach dem Schluss')];
    let routing: Promise<unknown> = Promise.resolve();
    await hall.door.inTenant(hall.tenantId, async (tenant) => {
      await tenant.town.lockDepartment(department);
      await tenant.town.closeDepartment(department, hall.clock.now());
      routing = hall
        .decide('hanna', invoice, 'forward', { departmentId: department, reason: 'dorthin' })
        .catch((error: unknown) => error);
      await untilWaiting(routing);
    });
    expect(await routing).toBeInstanceOf(ConcurrentChange);
    expect((await hall.invoiceOf(invoice)).departmentId).not.toBe(department);
  });
});
