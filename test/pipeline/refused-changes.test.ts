import { value } from '../../demo/set-up-town.js';
import type { Condition } from '../../src/domain/routing/routing-rule.js';
import type { Outcome } from '../../src/pipeline/outcome.js';
import { SimulateRouting } from '../../src/pipeline/simulate-routing.js';
import { aDocument, anInvoice, examined, openTownHall, type TownHall } from './town-hall.js';

// What is asked for where it cannot be: by the wrong name, too early, too late, or of nothing.

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());

const codeOf = (outcome: Outcome<unknown>): string => (outcome.kind === 'done' ? 'done' : outcome.refusal.code);
const admin = (idempotencyKey: string) => ({
  ...{ tenantId: hall.tenantId, personId: hall.personId('admin'), idempotencyKey },
});
const nobody = '00000000-0000-7000-8000-000000000000';

describe('a chart of accounts', () => {
  it('is empty in a town without one, for the year that it is', async () => {
    const fiscalYear = hall.clock.now().getUTCFullYear();
    expect(await hall.importChart.chart(hall.tenantId, null)).toMatchObject({
      fiscalYear,
      fiscalYears: [],
      entries: [],
    });
  });

  it.each([
    ['without headings', 'Konto;5241000;Unterhaltung\n'],
    ['with a kind that there is not', 'Art;Nummer;Bezeichnung\nSonstiges;1;Unterhaltung\n'],
  ])('%s is not imported', async (name, text) => {
    const wanted = { fiscalYear: 2026, bytes: Buffer.from(text), closesOthers: false };
    const refusal = await hall.importChart.import(admin(name), wanted);
    expect(codeOf(refusal)).toBe('chartNotUsable');
    expect((await hall.importChart.chart(hall.tenantId, 2026)).entries).toEqual([]);
  });

  it('is proposed for the year that is open, and codes nothing where none is', async () => {
    const bytes = Buffer.from('Art;Nummer;Bezeichnung\nKonto;5241000;Unterhaltung\nProdukt;11.1.01;Dienste\n');
    const id = await hall.invoiceThatIs('in_review', 'ohne Jahr');
    const view = () => hall.codeInvoice.view({ ...admin('x'), personId: hall.personId('hanna'), invoiceId: id });
    expect(value(await view())).toMatchObject({ proposedYear: null, suggestion: null, fiscalYears: [] });
    value(await hall.importChart.import(admin('2019'), { fiscalYear: 2019, bytes, closesOthers: false }));
    expect(value(await view())).toMatchObject({ proposedYear: 2019 });
    const closed = { requiredForOrder: false, closedYears: [2019], budgetCheck: null };
    await hall.set('coding', closed);
    expect(value(await view())).toMatchObject({ proposedYear: null, fiscalYears: [2019] });
  });
});

describe('what finance says', () => {
  const said = { settlement: 'payment', paidOn: null, amount: null, reason: null, reference: null } as const;
  const finance = (key: string) => ({ tenantId: hall.tenantId, apiKeyId: hall.town.financeKeyId, idempotencyKey: key });
  const settle = async (key: string, handOverId: string, invoiceId: string) =>
    codeOf(await hall.settleHandOver.settle({ ...finance(key), ...said, handOverId, invoiceId }));

  it('of an invoice or a hand-over that there is not, or of one that it never took, is refused', async () => {
    const taken = await hall.invoiceThatIs('approved', 'abgeholt');
    const { handOverId } = value(await hall.claimHandOver.claim({ ...finance('claim'), limit: 10 }));
    const other = await hall.invoiceThatIs('approved', 'nicht abgeholt');
    expect(await settle('a', nobody, taken)).toBe('notFound');
    expect(await settle('b', handOverId, nobody)).toBe('notFound');
    expect(await settle('c', handOverId, other)).toBe('notFound');
    expect(await settle('d', handOverId, taken)).toBe('wrongState');
    const booked = { ...finance('ack'), handOverId, invoiceId: taken };
    value(await hall.answerHandOver.answer({ ...booked, answer: 'acknowledge', reference: 'B1', reason: null }));
    expect(await settle('f', handOverId, taken)).toBe('done');
    expect(await settle('f', handOverId, taken)).toBe('done');
  });
});

describe('a trial of routing rules', () => {
  const simulations = () => new SimulateRouting(hall.door, hall.clock);
  const rule = (when: Condition, departmentId: string) => [{ id: null, name: 'Probe', when, departmentId }];
  const inquirer = () => ({ tenantId: hall.tenantId, personId: hall.personId('admin') });
  const line: Condition = { field: 'BT-153', operator: 'is', value: 'Papier' };

  it('knows open departments only', async () => {
    expect(codeOf(await simulations().simulate(inquirer(), rule(line, nobody), 10))).toBe('notFound');
  });

  it.each([
    ['in all', { all: [line] }],
    ['in any', { any: [line] }],
    ['in none', { not: line }],
  ] as const)('looks at lines %s of a group', async (_where, when) => {
    await hall.process(`Papier ${_where}`, examined(aDocument(anInvoice(`Papier ${_where}`))));
    const [departmentId = ''] = hall.town.departmentIds.values();
    expect(value(await simulations().simulate(inquirer(), rule(when, departmentId), 10))).toMatchObject({
      complete: true,
    });
  });

  it('is not begun while as many run as may', async () => {
    const [departmentId = ''] = hall.town.departmentIds.values();
    const shared = simulations();
    const begun = [1, 2, 3].map(() => shared.simulate(inquirer(), rule(line, departmentId), 0));
    expect((await Promise.all(begun)).map(codeOf).toSorted()).toEqual(['done', 'done', 'simulationsBusy']);
  });
});
