import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { demoInvoices } from '../../demo/make-invoices.js';
import type { SetUpTown } from '../../demo/set-up-town.js';
import { tenant } from '../../demo/town.js';
import { SealAuditLog } from '../../src/pipeline/seal-audit-log.js';
import { townDay } from '../../src/pipeline/town-day.js';
import { VerifyAuditLog } from '../../src/pipeline/verify-audit-log.js';
import { builtProgram } from '../adapters/built-program.js';
import { Client, each, newKey } from '../api/client.js';
import { startService, townOf, type RunningService } from '../api/running-service.js';

// The main job from end to end, everything real: an invoice comes in, is read, judged and routed by the worker, two
// people confirm, a third one orders, the finance system takes it over, and the log proves all of it.

let service: RunningService;
let town: SetUpTown;
beforeAll(async () => {
  service = await startService({ EINGANG_ROLE: 'all' });
  town = await townOf(service);
});
afterAll(() => service.close());

/** Asks again until it holds; the test's own time limit ends what never does. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(20);
}

it('leads an invoice from the upload to the finance system', async () => {
  const nobody = new Client(service.url);
  const finance = nobody.withKey(town.keys.finance);
  const [first] = await demoInvoices();
  if (first === undefined) throw new Error('the demonstration has no invoice');

  const clerk = await nobody.signedIn(tenant.slug, 'eingang', town.passwords.get('eingang') ?? '');
  const receipt = await clerk.deliver({ [first.fileName]: first.bytes });
  expect(receipt.status).toBe(202);
  const id = each(receipt.body, 'parts', 'invoiceId')[0] ?? '';
  const track = async () => (await nobody.get(`/tracking/${String(receipt.body['trackingToken'])}`)).body['parts'];

  await until(async () => (await finance.get(`/invoices/${id}`)).body['state'] !== 'received');
  expect((await finance.get(`/invoices/${id}`)).body).toMatchObject({
    state: 'routed',
    verdict: 'accepted',
    departmentId: town.departmentIds.get('HAUPTAMT'),
    nextLoss: { kind: expect.stringMatching(/skonto|default/), on: expect.any(String), amount: expect.any(String) },
    deadlines: expect.arrayContaining([
      expect.objectContaining({
        ...{ kind: 'default', runsFrom: expect.stringMatching(/accessDate|dueDate/) },
        reason: { de: expect.stringContaining('§ 286 BGB'), en: expect.stringContaining('lump sum of EUR 40') },
      }),
    ]),
  });
  expect(await track()).toMatchObject([{ status: { en: 'In progress' }, invoiceNumber: 'RS-2026-0311' }]);

  const decide = async (login: string, action: string): Promise<unknown> => {
    const person = await nobody.session(tenant.slug, login, `${login} hat jetzt ein eigenes`);
    const etag = (await person.get(`/invoices/${id}`)).headers.get('etag') ?? '';
    const headers = { 'if-match': etag, 'idempotency-key': newKey() };
    return (await person.post(`/invoices/${id}/decisions`, { action }, headers)).body['state'];
  };
  for (const login of ['hanna', 'henrik', 'amtsleitung'])
    await nobody.signedIn(tenant.slug, login, town.passwords.get(login) ?? '');
  expect(await decide('hanna', 'claim')).toBe('in_review');
  expect(await decide('hanna', 'confirmFactual')).toBe('in_review');
  expect(await decide('henrik', 'confirmArithmetical')).toBe('confirmed');
  expect(await decide('amtsleitung', 'order')).toBe('approved');

  const batch = await finance.post('/handovers', { limit: 10 }, { 'idempotency-key': newKey() });
  expect(batch.body['records']).toMatchObject([{ invoiceId: id, number: 'RS-2026-0311', departmentCode: 'HAUPTAMT' }]);
  const record = `/handovers/${String(batch.body['handOverId'])}/records/${id}`;
  const key = { 'idempotency-key': newKey() };
  const acknowledged = await finance.post(`${record}/acknowledgement`, { reference: 'Beleg 2026-4711' }, key);
  expect(acknowledged.body['state']).toBe('handed_over');
  expect(await track()).toMatchObject([{ status: { en: 'Released for payment' } }]);

  const { body } = await finance.get(`/invoices/${id}/history`);
  expect(each(body, 'events', 'event')).toHaveLength(8);
  await provesClean(id);
  await staysTheSame(id);
});

/** What today's books say of it: the original is read and judged once more in a process of its own. */
async function staysTheSame(invoiceId: string): Promise<void> {
  const words = [builtProgram('src/eingang.js'), 'dry-run', '--day', townDay(new Date()), '--json'];
  const child = spawn(process.execPath, words, { env: service.environment, stdio: ['ignore', 'pipe', 'inherit'] });
  const [lines] = await Promise.all([text(child.stdout), once(child, 'close')]);
  const told: readonly unknown[] = lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(told).toMatchObject([
    { id: invoiceId, kind: 'examined', difference: { verdict: { would: 'accepted' }, added: [], gone: [] } },
    { examined: 1, otherwise: 0, notExamined: 0 },
  ]);
  expect(child.exitCode).toBe(0);
}

/** Everything is sealed, and nothing is wrong. */
async function provesClean(invoiceId: string): Promise<void> {
  const { lookup, auditReader, ledger, signer, anchor, documents, clock, door } = service.ports;
  await new SealAuditLog(ledger, signer, anchor, clock).seal();
  const proof = await new VerifyAuditLog(lookup, auditReader, ledger, signer, anchor, documents).verify();
  expect(proof.problems).toEqual([]);
  expect(proof).toMatchObject({ unsealedEvents: 0, originals: 1 });
  expect(proof.seals).toBeGreaterThan(0);
  const events = await door.inTenant(town.tenantId, ({ audit }) => audit.history('invoice', invoiceId, 0, 100));
  expect(proof.events).toBeGreaterThan(events.length);
}
