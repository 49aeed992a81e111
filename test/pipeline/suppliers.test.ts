import { value } from '../../demo/set-up-town.js';
import { supplierKeys } from '../../src/domain/invoice/supplier-key.js';
import type { Invoice } from '../../src/domain/invoice/invoice.js';
import type { ExaminedDocument } from '../../src/domain/validation/examination.js';
import { aDocument, anInvoice, examined, openTownHall, type TownHall } from './town-hall.js';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());

const [own, strange] = ['DE75512108001245126199', 'DE02120300000000202051'];

/** What becomes of an invoice of this seller that wants to be paid to this account. */
async function way(seller: Invoice['seller'], iban: string, changed: Partial<ExaminedDocument> = {}) {
  const number = hall.ids.next();
  const invoice = anInvoice(number, { seller, paymentInstructions: [{ creditTransfers: [{ account: iban }] }] });
  return hall.invoiceOf(await hall.process(number, examined(aDocument(invoice, changed))));
}
const doubt = { state: 'clarification', clarificationReason: 'accountChanged' };

describe('a supplier known by VAT id and tax number', () => {
  const [name, vatId, taxNumber] = ['Stadtwerke Aue', 'DE999300001', '133/8150/8159'];

  it('is the same one when either number or both are left out, and an unknown account waits for people', async () => {
    const { supplierId } = await way({ name, vatId, taxNumber }, own);
    const shortened = [{ name, vatId }, { name, taxNumber }, { name }, { name: 'Ein anderer Name', taxNumber }];
    for (const seller of shortened) {
      expect(await way(seller, strange)).toMatchObject({ supplierId, ...doubt });
      expect(await way(seller, own)).toMatchObject({ supplierId, state: 'routed' });
    }
  });

  it('is asked about together with whoever else may be meant', async () => {
    const other = await way({ name: 'Gaswerk', vatId: 'DE999300002' }, strange);
    expect(other.state).toBe('routed');
    const mixed = await way({ name, vatId: 'DE999300002', taxNumber }, strange);
    expect(mixed).toMatchObject({ supplierId: other.supplierId, ...doubt });
  });
});

it('keeps two firms of one name apart, once people have released the account of the second', async () => {
  const [one, two] = [
    { name: 'Bau GmbH', vatId: 'DE999300011' },
    { name: 'BAU GmbH', vatId: 'DE999300012' },
  ];
  const [first, second] = [await way(one, own), await way(two, strange)];
  expect(first.state).toBe('routed');
  expect(second).toMatchObject(doubt);
  expect(first.supplierId).not.toBe(second.supplierId);
  for (const login of ['eingang', 'buchhaltung']) value(await hall.decide(login, second.id, 'releaseAccount'));
  expect((await hall.invoiceOf(second.id)).state).toBe('routed');
  expect(await way({ name: 'Bau GmbH' }, own)).toMatchObject(doubt);
  expect((await way(one, own)).state).toBe('routed');
  expect((await way(two, strange)).state).toBe('routed');
});

describe('a known name', () => {
  const name = 'Dachdeckerei Dörr GmbH';

  it.each([
    ['a made-up VAT id', { vatId: 'DE000000001' }],
    ['a made-up tax number', { taxNumber: '27/123/45678' }],
    ['both', { vatId: 'DE000000002', taxNumber: '27/123/45679' }],
  ])('with %s does not lead the money elsewhere', async (_, numbers) => {
    await way({ name, vatId: 'DE811907980' }, own);
    const changed = await way({ name, ...numbers }, strange);
    expect(changed).toMatchObject(doubt);
    const shown = value(await hall.readInvoices.accounts(hall.reader, changed.id));
    expect(shown).toEqual(expect.arrayContaining([expect.objectContaining({ iban: own, released: true })]));
    // Neither does a firm of its own that takes on the name.
    const fresh = { ...numbers, name: 'Ganz neu GmbH' };
    await way(fresh, strange);
    expect(await way({ ...fresh, name }, strange)).toMatchObject(doubt);
  });

  it('with a new or added number and the account it has always had raises no doubt', async () => {
    const honest = 'Elektro Ehrlich';
    const numbers = [
      {},
      { taxNumber: '27/1/1' },
      { taxNumber: '27/1/1', vatId: 'DE999300021' },
      { vatId: 'DE999300022' },
    ];
    for (const added of numbers) expect((await way({ name: honest, ...added }, own)).state).toBe('routed');
  });
});

it('makes one supplier of many first invoices at once, whatever each of them names', async () => {
  for (let round = 0; round < 10; round += 1) {
    const [vatId, taxNumber, name] = [`DE${round}`, `Nummer ${round}`, `Gedränge ${round}`];
    const sellers = [
      { vatId, taxNumber, name },
      { vatId, taxNumber, name: undefined },
      { vatId: undefined, taxNumber, name },
    ];
    const found = await Promise.all(
      Array.from({ length: 9 }, (_, turn) =>
        hall.door.inTenant(hall.tenantId, async (tenant) => {
          const keys = supplierKeys(sellers[turn % 3] ?? { vatId, taxNumber, name });
          const at = hall.clock.now();
          return tenant.suppliers.findOrAdd({ id: hall.ids.next(), keys, name, vatId, at });
        }),
      ),
    );
    expect(new Set(found.flat()).size).toBe(1);
  }
});
