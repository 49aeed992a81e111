import { z } from 'zod';
import { tenant } from '../../demo/town.js';
import { OPERATIONS, accessTo, type Access } from '../../src/domain/access/permissions.table.js';
import { DECIDERS, EVERY_ROLE, rolesFor } from '../../src/domain/access/role-groups.js';
import { scopes } from '../../src/domain/access/scopes.js';
import { contract } from '../../src/modules/contract.js';
import { deskActions } from '../../src/pipeline/desk-actions.js';
import { Client, newKey, type Answer } from './client.js';
import { aMailbox, digestsOf, setUpNeighbours, type Neighbours } from './neighbours.js';
import { startService, type RunningService } from './running-service.js';

// Every role and every kind of caller at every operation of the contract; then every operation at a neighbour's ids.

interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly access: Access;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];
const documented = z.object({ operationId: z.string() });

let service: RunningService;
let neighbours: Neighbours;
let operations: readonly Operation[];
let named: readonly string[];
beforeAll(async () => {
  const { paths } = await contract();
  const found = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, operation]) => ({ id: documented.parse(operation).operationId, method, path })),
  );
  named = found.map(({ id }) => id);
  operations = found
    .flatMap((one) => {
      const access = accessTo(one.id);
      return access === null ? [] : [{ ...one, access }];
    })
    // Signing out comes last: it is the end of the session by which all is asked.
    .toSorted((a, b) => Number(a.id === 'Session.end') - Number(b.id === 'Session.end'));
  service = await startService();
  neighbours = await setUpNeighbours(service);
}, 180_000);
afterAll(() => service.close());

const codeOf = ({ body }: Answer): string => String(body['type']).split(':').at(-1) ?? '';

/** An address of nothing that there is. */
const somewhere = (path: string): string =>
  path
    .replace('/api/v1', '')
    .replace('{slug}', tenant.slug)
    .replace(/leitweg-ids\/\{id\}/, 'leitweg-ids/991-33333TEST-33')
    .replaceAll(/\{(?:token|signed|name)\}/g, 'x'.repeat(43))
    .replaceAll(/\{\w+\}/g, '0190a0a0-0000-7000-8000-000000000000');

const url = (path: string): string => (path.startsWith('/health') ? `${service.url}${path}` : path);

const call = (who: Client, { method, path }: Operation, body: object = {}): Promise<Answer> =>
  who.send(method.toUpperCase(), url(path), {
    headers: { 'idempotency-key': newKey(), 'if-match': '"1"' },
    ...(method === 'get' || method === 'delete' ? {} : { json: body }),
  });

/** What the door said: admitted, or by which problem not. */
const atTheDoor = (answer: Answer): string =>
  [401, 403].includes(answer.status) ? `${String(answer.status)} ${codeOf(answer)}` : 'admitted';

const tried = async (who: Client, operation: Operation): Promise<string> =>
  atTheDoor(await call(who, { ...operation, path: somewhere(operation.path) }));

const expectedOfPeople = (access: Access, role: (typeof EVERY_ROLE)[number]): string => {
  if (access.kind === 'open' || access.roles === 'everyPerson') return 'admitted';
  if (access.roles.length === 0) return '403 keysOnly';
  return access.roles.includes(role) ? 'admitted' : '403 roleMissing';
};

const expectedOfKeys = (access: Access, scope: (typeof scopes)[number]): string => {
  if (access.kind === 'open') return 'admitted';
  if (access.scopes.length === 0) return '403 peopleOnly';
  return access.scopes.includes(scope) ? 'admitted' : '403 scopeMissing';
};

/** Asks each operation in turn and tells where the answer was another. */
async function differences(who: Client, expected: (access: Access) => string): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const operation of operations) {
    const told = await tried(who, operation);
    const wanted = expected(operation.access);
    if (told !== wanted) wrong.push(`${operation.id}: ${told} instead of ${wanted}`);
  }
  return wrong;
}

it('has one row for every operation of the contract, and none for anything else', () => {
  // Not part of the contract: figures for whoever runs the installation.
  expect(Object.keys(OPERATIONS).toSorted()).toEqual([...named, 'Metrics.read'].toSorted());
});

it('admits to decisions whoever may decide anything at the desk', () => {
  expect(DECIDERS).toEqual(rolesFor(...deskActions));
});

it('admits nobody unknown but where a door is open', async () => {
  const nobody = new Client(service.url);
  expect(await differences(nobody, ({ kind }) => (kind === 'open' ? 'admitted' : '401 notSignedIn'))).toEqual([]);
}, 120_000);

it.each(scopes)(
  'admits keys with the scope %s exactly where the table says so',
  async (scope) => {
    const key = neighbours.byScope.get(scope);
    if (!key) throw new Error(`nobody has a key for ${scope}`);
    expect(await differences(key, (access) => expectedOfKeys(access, scope))).toEqual([]);
  },
  120_000,
);

/** Addresses of the town's things for an operation that names any; null: it names none. */
function inTheTown(path: string): string | null {
  if (!path.includes('{')) return null;
  return path.replace('/api/v1', '').replaceAll(/\/([\w-]+)\/\{\w+\}/g, (_, collection: string) => {
    // What lies within an invoice is looked for only once that is found.
    const id =
      neighbours.idsOfTown[collection] ?? (path.startsWith('/api/v1/invoices/{id}/') ? neighbours.town.tenantId : null);
    if (id === null) throw new Error(`"${collection}" stands in ${path}: set up one of the town's in neighbours.ts`);
    return `/${collection}/${id}`;
  });
}

const day = '2026-01-01';
const payment = {
  amount: '1.00',
  payee: 'P',
  iban: null,
  bic: null,
  dueDate: null,
  purpose: null,
  reducedBecause: null,
};
/** Bodies that would be taken if the thing were the caller's own. */
const bodies: Readonly<Record<string, object>> = {
  'Decisions.decide': { action: 'claim' },
  'Coding.code': { fiscalYear: 2026, splits: [{ account: '1', product: '1', amount: '1.00' }] },
  'Payment.amend': { ...payment, reason: 'Fremd' },
  'HandOvers.acknowledge': { reference: 'x' },
  'HandOvers.refuse': { reason: 'x' },
  'HandOvers.pay': { paidOn: day },
  'HandOvers.recall': { reason: 'x' },
  'Town.renameDepartment': { code: 'X', name: 'X' },
  'Mailboxes.change': aMailbox,
  'Holds.set': { reason: 'x' },
  'Holds.lift': { reason: 'x' },
};

it("answers every operation at a neighbour's id as if there were no such thing, and changes nothing", async () => {
  const { town, everything, everyScope } = neighbours;
  const before = await digestsOf(service, town.tenantId);
  expect(Object.values(before).filter((digest) => digest !== 'empty').length).toBeGreaterThan(12);
  const wrong: string[] = [];
  let asked = 0;
  for (const operation of operations) {
    const path = operation.access.kind === 'open' ? null : inTheTown(operation.path);
    if (path === null || operation.access.kind === 'open') continue;
    const { roles, scopes: keys } = operation.access;
    for (const who of [...(roles.length > 0 ? [everything] : []), ...(keys.length > 0 ? [everyScope] : [])]) {
      const answer = await call(who, { ...operation, path }, bodies[operation.id]);
      const told = JSON.stringify(answer.body);
      if (answer.status !== 404 || codeOf(answer) !== 'notFound')
        wrong.push(`${operation.id}: ${String(answer.status)} ${told}`);
      if (/auenfurt|hanna/i.test(told)) wrong.push(`${operation.id} tells: ${told}`);
      asked += 1;
    }
  }
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(50);
  expect(await digestsOf(service, town.tenantId)).toEqual(before);
}, 120_000);

it("lists nothing of a neighbour's, whoever asks", async () => {
  const { town, everything, everyScope } = neighbours;
  const theirs = [town.tenantId, ...Object.values(neighbours.idsOfTown), ...town.personIds.values()];
  const wrong: string[] = [];
  for (const operation of operations) {
    const { access, method, path } = operation;
    if (access.kind === 'open' || method !== 'get' || path.includes('{')) continue;
    for (const who of [everything, everyScope]) {
      const told = JSON.stringify((await call(who, { ...operation, path: somewhere(path) })).body);
      if (theirs.some((id) => told.includes(id)) || /auenfurt/i.test(told))
        wrong.push(`${operation.id} tells: ${told}`);
    }
  }
  expect(wrong).toEqual([]);
}, 120_000);

it("takes no neighbour's ids within what it is sent, and changes nothing", async () => {
  const { town, everything, idsOfTown } = neighbours;
  const before = await digestsOf(service, town.tenantId);
  const { people: personId = '', departments: departmentId = '', invoices: invoiceId = '' } = idsOfTown;
  const { personId: own } = z.object({ personId: z.string() }).parse((await everything.get('/session')).body);
  const grant = { personId, role: 'coding', departmentId: null, limitEuro: null, validFrom: day, validTo: null };
  const lent = { roles: null, departmentId: null, validFrom: day, validTo: null, holds: 'always' };
  const rule = { name: 'r', departmentId, when: { field: 'number', operator: 'is', value: '1' } };
  const sent: readonly (readonly [string, string, object])[] = [
    ['post', '/administration/grants', grant],
    ['post', '/administration/grants', { ...grant, personId: own, departmentId }],
    ['post', '/absences', { personId, firstDay: '2027-03-01', lastDay: '2027-03-02' }],
    ['post', '/deputyships', { ...lent, principalId: own, deputyId: personId }],
    ['post', '/deputyships', { ...lent, principalId: personId, deputyId: own }],
    ['post', '/administration/leitweg-ids', { leitwegId: '991-33333TEST-33', departmentId }],
    ['post', '/subject-answers', { by: 'staff', value: personId }],
    ['put', '/administration/routing-rules', { rules: [{ ...rule, id: null }] }],
    ['post', '/administration/routing-rules/simulation', { rules: [rule], last: 10 }],
  ];
  const told: string[] = [];
  for (const [method, path, body] of sent) {
    const headers = { 'idempotency-key': newKey(), 'if-match': '"0"' };
    const answer = await everything.send(method.toUpperCase(), path, { json: body, headers });
    told.push(`${path} ${String(answer.status)} ${codeOf(answer)}`);
  }
  expect(told).toEqual(sent.map(([, path]) => `${path} 404 notFound`));
  const invoices = [{ id: invoiceId, version: 1 }];
  const many = await everything.post(
    '/invoices/decisions',
    { action: 'claim', invoices },
    { 'idempotency-key': newKey() },
  );
  expect(JSON.stringify(many.body)).toContain('notFound');
  expect(await digestsOf(service, town.tenantId)).toEqual(before);
}, 120_000);

// The last one: who is admitted everywhere signs out, too.
it.each(EVERY_ROLE)(
  'admits the role %s exactly where the table says so',
  async (role) => {
    const person = neighbours.byRole.get(role);
    if (!person) throw new Error(`nobody holds ${role}`);
    expect(await differences(person, (access) => expectedOfPeople(access, role))).toEqual([]);
  },
  120_000,
);
