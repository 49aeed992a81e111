import { value } from '../../demo/set-up-town.js';
import type { Invoice } from '../../src/domain/invoice/invoice.js';
import type { Outcome } from '../../src/pipeline/outcome.js';
import { ListedWakes } from '../support/memory-ports.js';
import { aDocument, anInvoice, examined, openTownHall, type TownHall } from './town-hall.js';

// What one clerk alone might try in order to get past the guards that want another pair of eyes.

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
}, 120_000);
afterAll(() => hall.close());

const [own, strange] = ['DE75512108001245126199', 'DE02120300000000202051'];
const codeOf = (outcome: Outcome<unknown>): string => (outcome.kind === 'done' ? 'done' : outcome.refusal.code);
const route = () => ({ departmentId: hall.town.departmentIds.get('HAUPTAMT') ?? '' });

const good = (number: string, vatId: string, iban = own): Invoice =>
  anInvoice(number, {
    seller: { name: `Verkäufer ${vatId}`, vatId },
    paymentInstructions: [{ creditTransfers: [{ account: iban }] }],
  });
const arrives = (name: string, model: Invoice) => hall.process(name, examined(aDocument(model)));

describe('as long as the program has not looked', () => {
  it('nobody routes, rejects or sends away what has just arrived', async () => {
    const id = await hall.receive('ungeprüft');
    const tried = [
      await hall.decide('eingang', id, 'route', route()),
      await hall.decide('eingang', id, 'reject', { reason: 'Grund' }),
      await hall.decide('eingang', id, 'sendToClarification', { reason: 'Grund' }),
    ];
    expect(tried.map(codeOf)).toEqual(['notCheckedYet', 'notCheckedYet', 'notCheckedYet']);
    expect((await hall.invoiceOf(id)).state).toBe('received');
  });

  it('checking again does not open the way past a changed account', async () => {
    await arrives('Konto alt', good('K-1', 'DE9001'));
    const id = await arrives('Konto neu', good('K-2', 'DE9001', strange));
    value(await hall.decide('eingang', id, 'recheck'));
    expect(codeOf(await hall.decide('eingang', id, 'route', route()))).toBe('notCheckedYet');
  });
});

describe('a likeness that nobody has judged', () => {
  const twice = async (number: string) => {
    const model = good(number, 'DE9002');
    return [await arrives(`${number} eins`, model), await arrives(`${number} zwei`, model)] as const;
  };
  const sentBack = async (id: string) => {
    value(await hall.decide('hanna', id, 'sendToClarification', { reason: 'Noch einmal ansehen' }));
    return id;
  };

  it('stays open under another reason, until somebody says that the two are different', async () => {
    const [first, second] = await twice('A-1');
    value(await hall.decide('eingang', second, 'dismissSuspicion'));
    const third = await arrives('A-1 drei', good('A-1', 'DE9002'));
    await sentBack(first);
    await sentBack(second);
    expect(codeOf(await hall.decide('eingang', third, 'route', route()))).toBe('suspicionOpen');
    // The third is what waits to be judged: the others may go on.
    expect(codeOf(await hall.decide('eingang', first, 'route', route()))).toBe('done');
    value(await hall.decide('eingang', third, 'dismissSuspicion', { key: 'drei' }));
    expect((await hall.invoiceOf(third)).state).toBe('routed');
    await sentBack(third);
    const fourth = await arrives('A-1 vier', good('A-1', 'DE9002'));
    value(await hall.decide('eingang', fourth, 'dismissSuspicion', { key: 'vier' }));
    await sentBack(fourth);
    expect(codeOf(await hall.decide('eingang', fourth, 'route', route()))).toBe('done');
  });

  it('keeps what staff sent back where it is, and its reason too', async () => {
    const first = await arrives('B-1 eins', good('B-1', 'DE9002'));
    value(await hall.decide('hanna', first, 'claim'));
    value(await hall.decide('hanna', first, 'decline', { reason: 'Nicht bestellt' }));
    const second = await sentBack(await arrives('B-1 zwei', good('B-1', 'DE9002')));
    for (const login of ['hanna', 'eingang'])
      value(await hall.decide(login, first, 'reopen', { reason: 'Doch bestellt' }));
    expect(codeOf(await hall.decide('eingang', second, 'route', { ...route(), key: 'b1' }))).toBe('suspicionOpen');
    expect(value(await hall.decide('eingang', second, 'dismissSuspicion'))).toMatchObject({ state: 'clarification' });
    expect((await hall.invoiceOf(second)).clarificationReason).toBe('sentByStaff');
    expect(codeOf(await hall.decide('eingang', second, 'route', { ...route(), key: 'b2' }))).toBe('done');
  });
});

it('has a worker woken for what is to be checked again, and for what waited for the same account', async () => {
  await arrives('W alt', good('W-1', 'DE9003'));
  const first = await arrives('W neu', good('W-2', 'DE9003', strange));
  const second = await arrives('W noch eine', good('W-3', 'DE9003', strange));
  const wakes = hall.queue instanceof ListedWakes ? hall.queue.wakes : [];
  wakes.length = 0;
  value(await hall.decide('eingang', first, 'releaseAccount'));
  expect(wakes).toEqual([]);
  value(await hall.decide('buchhaltung', first, 'releaseAccount'));
  expect(wakes).toEqual([{ kind: 'invoice', tenantId: hall.tenantId, id: second }]);
  value(await hall.decide('hanna', first, 'sendToClarification', { reason: 'Noch einmal' }));
  wakes.length = 0;
  value(await hall.decide('eingang', first, 'recheck'));
  expect(wakes).toEqual([{ kind: 'invoice', tenantId: hall.tenantId, id: first }]);
});
