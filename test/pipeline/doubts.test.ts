import { value } from '../../demo/set-up-town.js';
import type { Invoice } from '../../src/domain/invoice/invoice.js';
import type { Outcome } from '../../src/pipeline/outcome.js';
import { ReadHistory } from '../../src/pipeline/read-history.js';
import type { Reader } from '../../src/pipeline/read-invoices.js';
import { ListedWakes } from '../support/memory-ports.js';
import { aDocument, anInvoice, examined, openTownHall, type TownHall } from './town-hall.js';

// What one clerk alone might try in order to get past the guards that want another pair of eyes.

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
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
    value(await hall.decide('eingang', second, 'dismissSuspicion', { comparedInvoiceIds: [first] }));
    const third = await arrives('A-1 drei', good('A-1', 'DE9002'));
    await sentBack(first);
    await sentBack(second);
    expect(codeOf(await hall.decide('eingang', third, 'route', route()))).toBe('suspicionOpen');
    // The third is what waits to be judged: the others may go on.
    expect(codeOf(await hall.decide('eingang', first, 'route', route()))).toBe('done');
    const compared = (comparedInvoiceIds: readonly string[], key: string) => ({ comparedInvoiceIds, key });
    // Who has compared one has not compared the other.
    expect(codeOf(await hall.decide('eingang', third, 'dismissSuspicion', compared([second], 'eine')))).toBe(
      'notAllCompared',
    );
    value(await hall.decide('eingang', third, 'dismissSuspicion', compared([first, second], 'drei')));
    expect((await hall.invoiceOf(third)).state).toBe('routed');
    await sentBack(third);
    const fourth = await arrives('A-1 vier', good('A-1', 'DE9002'));
    value(await hall.decide('eingang', fourth, 'dismissSuspicion', compared([first, second, third], 'vier')));
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
    const compared = { comparedInvoiceIds: [first] };
    expect(value(await hall.decide('eingang', second, 'dismissSuspicion', compared))).toMatchObject({
      state: 'clarification',
    });
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

describe('the same claim under another seller’s number', () => {
  const [name, vatId] = ['Glaserei Klar GmbH', 'DE9004'];
  const claim = (number: string, seller: Invoice['seller'], iban = own): Invoice => ({
    ...good(number, vatId, iban),
    seller,
  });
  const suspected = { state: 'clarification', clarificationReason: 'suspectedDuplicate' };

  it.each<[string, Invoice['seller'], string]>([
    ['without any, as a clerk may capture it', { name }, own],
    ['with a tax number instead', { name, taxNumber: '27/9/9' }, own],
    ['of another name, to the same account', { name: 'Klar', taxNumber: '27/9/8' }, own],
    ['to another account', { name }, strange],
  ])('is suspected %s', async (what, seller, iban) => {
    const first = await arrives(`${what} eins`, claim(what, { name, vatId }));
    const second = await arrives(`${what} zwei`, claim(what, seller, iban));
    expect(await hall.invoiceOf(second)).toMatchObject(suspected);
    const shown = await hall.readInvoices.duplicates(hall.reader, second);
    expect(value(shown).visible.map(({ id }) => id)).toEqual([first]);
  });

  it('is not suspected of a stranger who happens to count alike', async () => {
    await arrives('Zufall eins', claim('1', { name, vatId }));
    const other = await arrives('Zufall zwei', claim('1', { name: 'Fremde AG', vatId: 'DE9005' }, strange));
    expect((await hall.invoiceOf(other)).state).toBe('routed');
  });

  it('is seen by two that are processed at once and have the account alone in common, 10 times', async () => {
    for (let round = 0; round < 10; round += 1) {
      const states = await Promise.all(
        ['eins', 'zwei'].map(async (turn) => {
          const name = `Gedränge ${turn}`;
          const id = await hall.receive(`Rennen ${round} ${turn}`);
          const model = claim(`R-${round}`, { name, vatId: `DE90${turn}` });
          hall.examiner.next.push(examined(aDocument(model)));
          return id;
        }),
      );
      await Promise.all(states.map((id) => hall.processInvoice.process(hall.tenantId, id)));
      const seen = await Promise.all(states.map(async (id) => (await hall.invoiceOf(id)).state));
      expect(seen.toSorted()).toEqual(['clarification', 'routed']);
    }
  });
});

it('names its people to people, and not to machines', async () => {
  const id = await arrives('Namen', good('N-1', 'DE9006'));
  value(await hall.decide('hanna', id, 'claim'));
  const history = new ReadHistory(hall.readInvoices, hall.door);
  const toldTo = async (reader: Reader) => JSON.stringify(value(await history.ofInvoice(reader, id, 0, 50)));
  const hanna = hall.personId('hanna');
  const name = (await hall.door.inTenant(hall.tenantId, (tenant) => tenant.people.find(hanna)))?.displayName ?? '';
  expect(await toldTo({ kind: 'person', tenantId: hall.tenantId, personId: hanna })).toContain(name);
  const told = await toldTo(hall.reader);
  expect(told).not.toContain(name);
  expect(told).toContain(hanna);
});
