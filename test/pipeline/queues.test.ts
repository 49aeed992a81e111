import { value } from '../../demo/set-up-town.js';
import type { Grant, Role } from '../../src/domain/approval/roles.js';
import type { Invoice } from '../../src/domain/invoice/invoice.js';
import type { InvoiceRecord } from '../../src/pipeline/ports/invoice-records.js';
import { sortKeys, type SortKey } from '../../src/pipeline/ports/desk-records.js';
import { namesOf, selectionOf, type Whose } from '../../src/pipeline/queues.js';
import { RefreshDeadlines } from '../../src/pipeline/refresh-deadlines.js';
import { startOfTownDay } from '../../src/pipeline/town-day.js';
import type { Reader, WantedList } from '../../src/pipeline/read-invoices.js';
import { aDocument, anInvoice, examined, openTownHall, type TownHall } from './town-hall.js';

// A dozen invoices, some without due date, Skonto, amount or seller, and what each of the people finds in their queues.

let hall: TownHall;
const ids = new Map<string, string>();

beforeAll(async () => {
  hall = await openTownHall();
  for (let turn = 0; turn < 12; turn += 1) {
    const number = `Q-${turn}`;
    ids.set(number, await hall.process(number, examined(aDocument(madeIn(turn)))));
  }
  ids.set('Scan', await hall.process('Scan vom März', examined()));
});
afterAll(() => hall.close());

const SKONTO = '#SKONTO#TAGE=14#PROZENT=2.00#\n#SKONTO#TAGE=30#PROZENT=1.00#\n';

function madeIn(turn: number): Invoice {
  const dueDate = turn % 3 === 0 ? undefined : `2026-12-${10 + (turn % 4)}`;
  return anInvoice(`Q-${turn}`, {
    paymentTerms: [{ dueDate, text: turn % 4 === 0 ? undefined : SKONTO }],
    seller: turn === 5 ? undefined : { name: `${'ÄbCd'[turn % 4] ?? ''} Müller ${turn % 2}`, vatId: `DE${turn}` },
    totals: turn === 7 ? {} : { gross: `${(turn % 5) * 1000 + 234}.56`, payable: `${turn + 1}.00` },
    ...(turn % 6 === 1 ? { orderReferences: [`GM-${turn}`] } : {}),
  });
}

const as = (login: string): Reader => ({ kind: 'person', tenantId: hall.tenantId, personId: hall.personId(login) });
const list = async (reader: Reader, wanted: Partial<WantedList>): Promise<readonly InvoiceRecord[]> => {
  const order = { queue: 'all', sort: 'receivedAt', descending: false, after: null, limit: 100 } as const;
  return (await hall.readInvoices.list(reader, { ...order, ...wanted })).items;
};
const numbers = (found: readonly InvoiceRecord[]) => found.map(({ number, fileName }) => number ?? fileName);

const VALUES: Readonly<Record<SortKey, (invoice: InvoiceRecord) => string | bigint | null>> = {
  receivedAt: ({ receivedAt }) => receivedAt.toISOString(),
  stateSince: ({ stateSince }) => stateSince.toISOString(),
  dueDate: ({ dueDate }) => dueDate,
  skontoUntil: ({ skontoUntil }) => skontoUntil,
  nextLoss: ({ nextLossOn }) => nextLossOn,
  gross: ({ grossCents }) => grossCents,
  seller: ({ sellerSort }) => sellerSort,
};

describe('a list', () => {
  const orders = sortKeys.flatMap((sort) => [false, true].map((descending) => [sort, descending] as const));

  it.each(orders)(
    'sorted by %s (descending: %s) is in order, without a value last, and the same by pages',
    async (sort, descending) => {
      const whole = await list(hall.reader, { sort, descending });
      expect(whole).toHaveLength(13);
      const values = whole.map(VALUES[sort]);
      const filled = values.filter((one) => one !== null);
      expect(values.slice(0, filled.length)).toEqual(filled);
      const inOrder = filled.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(filled).toEqual(descending ? inOrder.toReversed() : inOrder);
      const pages: InvoiceRecord[] = [];
      for (let last: InvoiceRecord | undefined; pages.length < 13; last = pages.at(-1)) {
        const after = last ? { value: VALUES[sort](last)?.toString() ?? null, id: last.id } : null;
        const page = await list(hall.reader, { sort, descending, after, limit: 2 });
        expect(page.length).toBeGreaterThan(0);
        pages.push(...page);
      }
      expect(pages.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
    },
  );

  it.each<[string, readonly string[]]>([
    ['q7', ['Q-7']],
    ['q-1', ['Q-1', 'Q-10', 'Q-11']],
    ['abc', []],
    ['gm 7', ['Q-7']],
    ['scan vom marz', ['Scan vom März.xml']],
    ['1.234,56', ['Q-1', 'Q-6', 'Q-11']],
    ['1,234.56', ['Q-1', 'Q-6', 'Q-11']],
    ['10,00', ['Q-9']],
    ['...', []],
  ])('searched for "%s" holds %j', async (search, found) => {
    expect(numbers(await list(hall.reader, { search }))).toEqual(found);
  });

  it.each(['q', 'abcd mull', 'mull'])('searched for "%s" is the same by pages', async (search) => {
    const whole = await list(hall.reader, { search, sort: 'dueDate' });
    const pages: InvoiceRecord[] = [];
    for (let last: InvoiceRecord | undefined; pages.length < whole.length; last = pages.at(-1)) {
      const after = last ? { value: last.dueDate, id: last.id } : null;
      const page = await list(hall.reader, { search, sort: 'dueDate', after, limit: 3 });
      expect(page.length).toBeGreaterThan(0);
      pages.push(...page);
    }
    expect(numbers(pages)).toEqual(numbers(whole));
  });

  it('tells until when the best Skonto can be taken', async () => {
    const [first] = await list(hall.reader, { search: 'Q-7' });
    expect(first?.skontoUntil).toBe('2026-12-04');
  });
});

describe('the queues', () => {
  const count = (login: string) => hall.readInvoices.counts(as(login));

  it('hold what each person can work on, and the counts say how much', async () => {
    expect(await count('hanna')).toEqual({
      mine: 0,
      department: 12,
      clearing: 0,
      toConfirm: 12,
      toOrder: 0,
      atAbsent: 0,
    });
    expect(await count('sofia')).toEqual({
      mine: 0,
      department: 0,
      clearing: 0,
      toConfirm: 0,
      toOrder: 0,
      atAbsent: 0,
    });
    expect(await count('eingang')).toEqual({
      mine: 0,
      department: 12,
      clearing: 1,
      toConfirm: 0,
      toOrder: 0,
      atAbsent: 0,
    });
  });

  it('follow the work: what one person holds is not for another to confirm, what is confirmed is for others to order', async () => {
    const id = ids.get('Q-6') ?? '';
    value(await hall.decide('hanna', id, 'claim'));
    expect(await count('hanna')).toMatchObject({ mine: 1, toConfirm: 12 });
    expect(await count('henrik')).toMatchObject({ mine: 0, toConfirm: 11 });
    expect(numbers(await list(as('hanna'), { queue: 'mine' }))).toEqual(['Q-6']);
    expect(numbers(await list(as('hanna'), { queue: 'department', claimed: 'me' }))).toEqual(['Q-6']);
    expect(await list(as('hanna'), { queue: 'department', claimed: 'nobody' })).toHaveLength(11);
    value(await hall.decide('hanna', id, 'confirmFactual'));
    value(await hall.decide('henrik', id, 'confirmArithmetical'));
    for (const [login, toOrder] of Object.entries({ amtsleitung: 1, buergermeister: 1, hanna: 0 }))
      expect(await count(login)).toMatchObject({ toOrder });
    expect(numbers(await list(as('amtsleitung'), { queue: 'toOrder' }))).toEqual(['Q-6']);
  });

  it('are narrowed by state and department, never widened', async () => {
    expect(await list(as('eingang'), { queue: 'clearing', states: ['routed'] })).toEqual([]);
    expect(numbers(await list(as('eingang'), { queue: 'department', states: ['confirmed', 'paid'] }))).toEqual(['Q-6']);
    const departmentId = hall.town.departmentIds.get('SCHULE');
    expect(await list(as('hanna'), { queue: 'department', departmentId })).toEqual([]);
  });

  it('are people’s: a key reads everything, and has no queue of its own', async () => {
    expect(await list(hall.reader, { queue: 'department' })).toEqual([]);
  });
});

it('A page by next loss is read from its index, in its order and from its place on, with row-level security', async () => {
  const plan = await hall.database.transaction(async (manager) => {
    await manager.query(`SELECT set_config('app.tenant', $1, true)`, [hall.tenantId]);
    // A handful of rows is sorted faster than looked up; the question is whether the index can serve.
    await manager.query('SET LOCAL enable_seqscan = off');
    await manager.query('SET LOCAL enable_sort = off');
    return manager.query<object[]>(
      `EXPLAIN SELECT id FROM eingang.invoice WHERE tenant_id = $1 AND next_loss_on IS NOT NULL
         AND (next_loss_on, id) > (CAST($2 AS date), CAST($3 AS uuid)) ORDER BY next_loss_on, id LIMIT 50`,
      [hall.tenantId, '2026-12-01', hall.tenantId],
    );
  });
  const told = JSON.stringify(plan);
  expect(told).toMatch(/Index (?:Only )?Scan using invoice_next_loss/);
  expect(told).not.toContain('Sort');
});

describe('the next loss', () => {
  const of = async (number: string) => {
    const [found] = await list(hall.reader, { search: number });
    return found && [found.nextLossOn, found.nextLossKind, found.nextLossCents];
  };
  const refresh = () => new RefreshDeadlines(hall.lookup, hall.door, hall.clock).round();
  const toDay = (day: string) => hall.clock.move(startOfTownDay(day).getTime() - hall.clock.now().getTime());

  it('is the first discount that ends, then the next one, then default, once the days have passed', async () => {
    expect(await of('Q-7')).toEqual([null, null, null]);
    expect(await of('Q-1')).toEqual(['2026-12-04', 'skonto', 2n]);
    expect(await of('Q-4')).toEqual(['2027-01-11', 'default', 4000n]);
    toDay('2026-12-04');
    await refresh();
    expect(await of('Q-1')).toEqual(['2026-12-04', 'skonto', 2n]);
    toDay('2026-12-05');
    await refresh();
    expect(await of('Q-1')).toEqual(['2026-12-20', 'skonto', 2n]);
    toDay('2026-12-21');
    await refresh();
    expect(await of('Q-1')).toEqual(['2027-01-11', 'default', 4000n]);
    const { deadlines } = value(await hall.readInvoices.get(hall.reader, ids.get('Q-1') ?? '')).deadlines;
    expect(deadlines.map(({ kind }) => kind)).toEqual(['skonto', 'due', 'skonto', 'default']);
  });

  it('heeds the holidays of the Land as soon as it is set, and ends where nothing can be lost any more', async () => {
    toDay('2027-05-18');
    const own = { paymentTerms: [], issueDate: '2027-05-18' };
    // Thirty days later than the 18th: Thursday, 17 June; the Länder with Fronleichnam had it on 27 May.
    const id = await hall.process('Land', examined(aDocument(anInvoice('Land', own))));
    expect((await of('Land'))?.[0]).toBe('2027-06-17');
    toDay('2027-04-27');
    const early = await hall.process('Landfrist', examined(aDocument(anInvoice('Landfrist', own))));
    expect((await of('Landfrist'))?.[0]).toBe('2027-05-27');
    const by = { tenantId: hall.tenantId, personId: hall.personId('admin'), idempotencyKey: 'Land' };
    value(await hall.tenantSettings.change(by, 'place', 0, { land: 'NW' }));
    await refresh();
    expect((await of('Landfrist'))?.[0]).toBe('2027-05-28');
    for (const [action, extras] of [
      ['claim', {}],
      ['decline', { reason: 'nicht bestellt' }],
    ] as const)
      value(await hall.decide('hanna', early, action, extras));
    expect(await of('Landfrist')).toEqual([null, null, null]);
    expect((await hall.invoiceOf(id)).nextLossOn).toBe('2027-06-17');
  });
});

describe('a deputy’s queues', () => {
  const today = '2026-03-16';
  const amt = 'bauamt';
  const forOtto = { principalId: 'otto' };
  const grant = (role: Role, limitCents: bigint | null = null, validTo: string | null = null): Grant => ({
    ...{ role, limitCents, validTo },
    departmentId: amt,
    validFrom: '2026-01-01',
  });

  /** What is listed for dora, who stands in for otto. */
  function listed(queue: 'toConfirm' | 'toOrder', own: readonly Grant[], lent: readonly Grant[], whose?: Whose) {
    const given = own.map((one, index) => ({
      ...one,
      ...{ id: String(index), personId: 'dora', proposedBy: 'a', proposedAt: new Date(0) },
      ...{ validFrom: '2026-01-01', confirmedBy: 'b', confirmedAt: new Date(0), revokedAt: null },
    }));
    const sight = { own: given, represented: [{ personId: 'otto', grants: lent }], visible: [amt] };
    const names = namesOf(sight, 'dora', whose, today);
    return selectionOf(queue, { personId: 'dora', names, visible: sight.visible, today });
  }

  it('list what they have taken on for the principal, and not the principal’s in their own name', () => {
    const roles = [grant('factualConfirmer')];
    expect(listed('toConfirm', roles, roles, forOtto)).toMatchObject({ freeFor: ['dora', 'otto'] });
    expect(listed('toConfirm', roles, roles, 'own')).toMatchObject({ freeFor: ['dora'] });
    expect(listed('toConfirm', roles, roles)).toMatchObject({ freeFor: ['dora', 'otto'] });
  });

  it('go by the smaller limit, and by that of a grant which has ended no more', () => {
    const own = [grant('orderer', 900n, '2026-03-15'), grant('orderer', 500n)];
    expect(listed('toOrder', own, [grant('orderer', 700n)], forOtto)).toMatchObject({
      orderableBy: { personIds: ['dora', 'otto'], limits: [{ limitCents: 500n }] },
    });
    expect(listed('toOrder', own, [grant('orderer', 300n)], forOtto)).toMatchObject({
      orderableBy: { limits: [{ limitCents: 300n }] },
    });
    expect(listed('toOrder', own, [grant('orderer')], forOtto)).toMatchObject({
      orderableBy: { limits: [{ limitCents: 500n }] },
    });
  });
});
