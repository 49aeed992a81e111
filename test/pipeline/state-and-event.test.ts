import fc from 'fast-check';
import { inTenantTransaction } from '../../src/adapters/postgres/postgres-tenant-door.js';
import { DecideOnInvoice } from '../../src/pipeline/decide-on-invoice.js';
import { TenantDoor, type TenantRecords } from '../../src/pipeline/ports/tenant-door.js';
import { value } from '../../demo/set-up-town.js';
import { decisionFacts } from '../../src/pipeline/decision-facts.js';
import { judge } from '../domain/approval/audit-judge.js';
import { asTold, signatures } from '../domain/approval/audit-story.js';
import { DRAWS, drawOf } from '../domain/approval/random-town.js';
import { PlainKeyedHash } from '../support/memory-ports.js';
import { RandomDesks, logOf, prepareDesks } from './random-desks.js';
import { openTownHall, type TownHall } from './town-hall.js';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());

/** SQL as the application itself might send it, in a transaction of its tenant. */
const asApplication = (statement: string, ...parameters: readonly unknown[]): Promise<unknown> =>
  inTenantTransaction(hall.database, hall.tenantId, (manager) => manager.query(statement, [...parameters]));

const paid = { kind: 'person', id: '018f0000-0000-7000-8000-000000000000' } as const;

describe('a state', () => {
  it.each([
    ['with no event at all', `UPDATE eingang.invoice SET state = 'paid' WHERE id = $1`],
    [
      'with the number of an event that is not there',
      `UPDATE eingang.invoice SET state = 'paid', event_number = 999 WHERE id = $1`,
    ],
    ['with the event before it', `UPDATE eingang.invoice SET state = 'received', event_number = 1 WHERE id = $1`],
  ])('cannot be written %s', async (what, statement) => {
    const id = await hall.invoiceThatIs('routed', what);
    await expect(asApplication(statement, id)).rejects.toThrow(/without an audit event/);
    expect((await hall.invoiceOf(id)).state).toBe('routed');
  });

  it('cannot be written with a later event that speaks of something else', async () => {
    const id = await hall.invoiceThatIs('routed', 'anderes Ereignis');
    const { number } = await hall.door.inTenant(hall.tenantId, (tenant) =>
      tenant.audit.append(
        { subject: { kind: 'invoice', id }, event: 'payload.disposed', actor: paid, facts: { number: 1 } },
        hall.clock.now(),
      ),
    );
    const statement = `UPDATE eingang.invoice SET state = 'paid', event_number = $2 WHERE id = $1`;
    await expect(asApplication(statement, id, number)).rejects.toThrow(/without an audit event/);
    expect((await hall.verify()).problems).toEqual([]);
  });

  it('cannot begin with anything but its receipt', async () => {
    const id = await hall.invoiceThatIs('routed', 'schon bezahlt');
    const insert = `INSERT INTO eingang.invoice (tenant_id, id, original_sha256, received_at, state, state_since, event_number, department_id)
      SELECT tenant_id, gen_random_uuid(), original_sha256, received_at, 'paid', state_since, 1, department_id FROM eingang.invoice WHERE id = $1`;
    await expect(asApplication(insert, id)).rejects.toThrow(/without an audit event/);
  });

  it('is refused at the commit where its event number points nowhere', async () => {
    const id = await hall.invoiceThatIs('routed', 'ins Leere');
    const statement = `UPDATE eingang.invoice SET event_number = 999 WHERE id = $1`;
    await expect(asApplication(statement, id)).rejects.toThrow(/invoice_state_has_its_event/);
    await expect(asApplication(`UPDATE eingang.invoice SET event_number = 1 WHERE id = $1`, id)).rejects.toThrow(
      /without an audit event/,
    );
  });

  it.each([
    [
      'routed needs a department',
      `UPDATE eingang.invoice SET department_id = NULL WHERE id = $1`,
      /routed_has_a_department/,
    ],
    [
      'is one of the lifecycle',
      `UPDATE eingang.invoice SET state = 'gone' WHERE id = $1`,
      /invoice_state_check|without an audit event/,
    ],
  ])('%s', async (what, statement, refusal) => {
    const id = await hall.invoiceThatIs('routed', what);
    await expect(asApplication(statement, id)).rejects.toThrow(refusal);
  });
});

/** A door behind which the given record method fails, as if the process died there. */
class DoorThatDies extends TenantDoor {
  constructor(private readonly broken: (tenant: TenantRecords) => TenantRecords) {
    super();
  }
  inTenant<T>(tenantId: string, work: (tenant: TenantRecords) => Promise<T>): Promise<T> {
    return hall.door.inTenant(tenantId, (tenant) => work(this.broken(tenant)));
  }
}

const dies = () => Promise.reject(new Error('killed in the middle'));

describe('a decision whose transaction dies', () => {
  const counts = async (id: string) => ({
    invoice: await hall.invoiceOf(id),
    events: value(await hall.readInvoices.history(hall.reader, id)).length,
    decisions: value(await hall.readInvoices.get(hall.reader, id)).decisions.length,
  });

  const replaced = <T extends object>(records: T, method: keyof T): T =>
    new Proxy(records, { get: (target, name) => (name === method ? dies : bound(target, name)) });

  function bound(target: object, name: string | symbol): unknown {
    const found: unknown = Reflect.get(target, name);
    return typeof found === 'function' ? found.bind(target) : found;
  }

  it.each<[string, (tenant: TenantRecords) => TenantRecords]>([
    ['before its event', (tenant) => ({ ...tenant, audit: replaced(tenant.audit, 'append') })],
    ['between event and state', (tenant) => ({ ...tenant, invoices: replaced(tenant.invoices, 'writeState') })],
    ['between state and decision', (tenant) => ({ ...tenant, invoices: replaced(tenant.invoices, 'addDecision') })],
    ['before its answer is kept', (tenant) => ({ ...tenant, idempotency: replaced(tenant.idempotency, 'add') })],
  ])('%s leaves nothing, and can be repeated under the same key', async (when, broken) => {
    const id = await hall.invoiceThatIs('routed', when);
    const before = await counts(id);
    const { clock, ids, queue } = hall;
    const dying = new DecideOnInvoice(new DoorThatDies(broken), clock, ids, new PlainKeyedHash(), queue);
    const wanted = {
      tenantId: hall.tenantId,
      personId: hall.personId('hanna'),
      invoiceId: id,
      action: 'claim',
      seenVersion: before.invoice.version,
      idempotencyKey: `once ${when}`,
    } as const;
    await expect(dying.decide(wanted)).rejects.toThrow('killed in the middle');
    expect(await counts(id)).toEqual(before);
    expect(value(await hall.decideOnInvoice.decide(wanted)).state).toBe('in_review');
    expect(await counts(id)).toMatchObject({ events: before.events + 1, decisions: before.decisions + 1 });
  });

  it('where the invoice is no longer in the state the decision was made for', async () => {
    const id = await hall.invoiceThatIs('routed', 'anderer Stand');
    const broken = (tenant: TenantRecords) => ({
      ...tenant,
      invoices: new Proxy(tenant.invoices, {
        get: (target, name) => (name === 'writeState' ? () => Promise.resolve(false) : bound(target, name)),
      }),
    });
    const { clock, ids, queue } = hall;
    const dying = new DecideOnInvoice(new DoorThatDies(broken), clock, ids, new PlainKeyedHash(), queue);
    const { version } = await hall.invoiceOf(id);
    const wanted = {
      tenantId: hall.tenantId,
      personId: hall.personId('hanna'),
      invoiceId: id,
      action: 'claim',
      seenVersion: version,
      idempotencyKey: 'x',
    } as const;
    await expect(dying.decide(wanted)).rejects.toThrow(/is no longer routed/);
    expect((await hall.invoiceOf(id)).state).toBe('routed');
  });
});

/** What is stored of an invoice, in the words in which the log alone tells it. */
const asStored = (id: string) =>
  hall.door.inTenant(hall.tenantId, async (tenant) => {
    const { state, version, departmentId, claimedBy, clarificationReason } = await tenant.invoices.get(id);
    const facts = await decisionFacts(tenant, await tenant.invoices.get(id), new PlainKeyedHash());
    return {
      ...{ state, version, department: departmentId, claimedBy, clarification: clarificationReason },
      payment: (await tenant.invoices.findPaymentInstruction(id))?.version ?? 0,
      coding: (await tenant.codings.find(id))?.version ?? 0,
      ...signatures(facts),
    };
  });

/** In each of two towns; each waits for a real database. */
const STEPS = 100;

describe('random people at real desks', () => {
  const approval = { declineByTwoAbove: '100.00', twoConfirmers: false, orderException: false };
  const towns = [
    { ...approval, steps: [{ upTo: null, orders: 2 }] },
    { ...approval, declineByTwoAbove: null, orderException: true, steps: [{ upTo: null, orders: 1 }] },
  ];

  it('leave a log that breaks no sentence of the judge, and gives back exactly what is stored', async () => {
    await prepareDesks(hall);
    const desks = new RandomDesks(hall);
    const draws = fc.sample(fc.noBias(fc.nat(DRAWS - 1)), { numRuns: 2 * STEPS, seed: 25 }).map(drawOf);
    for (const [half, town] of towns.entries()) {
      await hall.set('approval', town);
      for (const draw of draws.slice(half * STEPS, (half + 1) * STEPS)) await desks.take(draw);
    }
    await desks.payOne('bis zur Zahlung');
    const log = await logOf(hall);
    const { complaints, stories } = judge(log);
    expect(complaints).toEqual([]);
    expect(new Set(log.map(({ event }) => event)).size).toBeGreaterThan(25);
    for (const id of desks.everyId) expect(asTold(stories.get(id))).toEqual(await asStored(id));
  }, 600_000);
});

it('leaves a log in which every state has its event', async () => {
  await hall.sealAuditLog.seal();
  expect(await hall.verify()).toMatchObject({ problems: [], unsealedEvents: 0 });
});
