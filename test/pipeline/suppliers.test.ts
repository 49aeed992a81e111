import { supplierKeys } from '../../src/domain/invoice/supplier-key.js';
import type { Invoice } from '../../src/domain/invoice/invoice.js';
import type { ExaminedDocument } from '../../src/domain/validation/examination.js';
import { aDocument, anInvoice, examined, openTownHall, type TownHall } from './town-hall.js';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
}, 120_000);
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

it('keeps two firms of one name apart, and doubts only what names neither number', async () => {
  const [one, two] = [
    { name: 'Bau GmbH', vatId: 'DE999300011' },
    { name: 'BAU GmbH', vatId: 'DE999300012' },
  ];
  const [first, second] = [await way(one, own), await way(two, strange)];
  expect([first.state, second.state]).toEqual(['routed', 'routed']);
  expect(first.supplierId).not.toBe(second.supplierId);
  expect((await way({ name: 'Bau GmbH', taxNumber: '133/1' }, 'DE89370400440532013000')).state).toBe('routed');
  expect(await way({ name: 'Bau GmbH' }, own)).toMatchObject(doubt);
  expect((await way(one, own)).state).toBe('routed');
  expect((await way(two, strange)).state).toBe('routed');
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
