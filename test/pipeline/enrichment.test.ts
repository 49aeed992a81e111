import { value } from '../../demo/set-up-town.js';
import type { Invoice } from '../../src/domain/invoice/invoice.js';
import type { ExaminedDocument } from '../../src/domain/validation/examination.js';
import { aDocument, anInvoice, examined, openTownHall, type TownHall } from './town-hall.js';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());

const seller = (name: string, vatId = name): Invoice['seller'] => ({ name, vatId });
const account = (iban: string): Partial<Invoice> => ({
  paymentInstructions: [{ creditTransfers: [{ account: iban }] }],
});

describe('where a file goes', () => {
  it.each<[string, readonly ExaminedDocument[], object]>([
    ['to clarification without any document', [], { state: 'clarification', clarificationReason: 'notAnEInvoice' }],
    [
      'to clarification with several invoices in one file',
      [aDocument(anInvoice('M1')), aDocument(anInvoice('M2'))],
      { state: 'clarification', clarificationReason: 'severalInvoices', number: 'M1' },
    ],
    [
      'to clarification where it is no e-invoice',
      [aDocument(null, { verdict: 'notAnEInvoice' })],
      { state: 'clarification', clarificationReason: 'notAnEInvoice', verdict: 'notAnEInvoice', number: null },
    ],
    [
      'to clarification where a step could not run',
      [aDocument(anInvoice('K1'), { verdict: 'couldNotBeChecked' })],
      { state: 'clarification', clarificationReason: 'couldNotBeChecked' },
    ],
    ['back to the sender by its verdict', [aDocument(anInvoice('R1'), { verdict: 'rejected' })], { state: 'rejected' }],
    [
      'to its department with remarks',
      [aDocument(anInvoice('B1', { seller: seller('Bemerkung') }), { verdict: 'acceptedWithRemarks' })],
      { state: 'routed', verdict: 'acceptedWithRemarks' },
    ],
    [
      'to its department by a rule',
      [
        aDocument(
          anInvoice('G1', { seller: seller('Glas'), buyerReference: '07999001-0001-90', orderReferences: ['GM-1'] }),
        ),
      ],
      { state: 'routed', orderReference: 'GM-1' },
    ],
    [
      'to clarification without a Leitweg-ID',
      [aDocument(anInvoice('L1', { seller: seller('Leer'), buyerReference: undefined }))],
      { state: 'clarification', clarificationReason: 'leitwegIdMissing' },
    ],
    [
      'to clarification with a Leitweg-ID of nobody here',
      [aDocument(anInvoice('L2', { seller: seller('Fremd'), buyerReference: '04011000-1234512345-06' }))],
      { state: 'clarification', clarificationReason: 'leitwegIdUnknown' },
    ],
    [
      'on its way also without a seller, amount or payee',
      [aDocument({ number: 'N1', buyerReference: '07999001-HAUPTAMT-07' })],
      { state: 'routed', supplierId: null, duplicateKey: null, grossCents: null },
    ],
  ])('%s', async (what, documents, expected) => {
    const id = await hall.process(what, examined(...documents));
    expect(await hall.invoiceOf(id)).toMatchObject(expected);
  });

  it('does not tell whose the Leitweg-ID of another tenant is', async () => {
    const administrators = [
      { login: 'eins', displayName: 'Eins' },
      { login: 'zwei', displayName: 'Zwei' },
    ] as const;
    const other = value(await hall.createTenant.create({ slug: 'oberdorf', name: 'Oberdorf', administrators }));
    const by = { tenantId: other.tenantId, personId: other.administrators[0]?.personId ?? '', idempotencyKey: 'id' };
    value(await hall.administerTenant.assignLeitwegId(by, { leitwegId: '991-33333TEST-33', departmentId: null }));
    const foreign = anInvoice('F1', { seller: seller('Fern'), buyerReference: '991-33333TEST-33' });
    const id = await hall.process('fremder Mandant', examined(aDocument(foreign)));
    expect(await hall.invoiceOf(id)).toMatchObject({ state: 'clarification', clarificationReason: 'otherTenant' });
    const history = JSON.stringify(value(await hall.readInvoices.history(hall.reader, id)));
    expect(history).not.toContain(other.tenantId);
    expect(history).not.toContain('berdorf');
  });
});

describe('a supplier', () => {
  it('whose account changes makes a person look, until then and for every later invoice', async () => {
    const known = { seller: seller('Stromwerk', 'DE999200001') };
    const [old, other] = ['DE75512108001245126199', 'DE02120300000000202051'];
    const way = async (number: string, iban: string) =>
      hall.invoiceOf(
        await hall.process(number, examined(aDocument(anInvoice(number, { ...known, ...account(iban) })))),
      );
    expect((await way('S-1', old)).state).toBe('routed');
    expect(await way('S-2', other)).toMatchObject({ state: 'clarification', clarificationReason: 'accountChanged' });
    expect(await way('S-3', other)).toMatchObject({ state: 'clarification', clarificationReason: 'accountChanged' });
    expect((await way('S-4', old)).state).toBe('routed');
    const without = anInvoice('S-5', { ...known, paymentInstructions: [] });
    expect((await hall.invoiceOf(await hall.process('S-5', examined(aDocument(without))))).state).toBe('routed');
  });

  it.each(['rejected', 'couldNotBeChecked'] as const)(
    'is not known by the account of a document that is %s',
    async (verdict) => {
      const known = { seller: seller('Wasserwerk', `DE-${verdict}`) };
      const [own, strange] = ['DE75512108001245126199', 'DE02120300000000202051'];
      const way = async (number: string, iban: string, changed: Partial<ExaminedDocument>) => {
        const invoice = anInvoice(`${verdict} ${number}`, { ...known, ...account(iban) });
        return hall.invoiceOf(await hall.process(`${verdict} ${number}`, examined(aDocument(invoice, changed))));
      };
      expect((await way('W-1', strange, { verdict })).state).not.toBe('routed');
      expect((await way('W-2', own, {})).state).toBe('routed');
      expect(await way('W-3', strange, {})).toMatchObject({ clarificationReason: 'accountChanged' });
    },
  );

  it('may send a corrected invoice under the same number after a rejection', async () => {
    const invoice = anInvoice('Korrektur', { seller: seller('Korrekt', 'DE999200002') });
    await hall.process('Korrektur 1', examined(aDocument(invoice, { verdict: 'rejected' })));
    const id = await hall.process('Korrektur 2', examined(aDocument(invoice)));
    expect((await hall.invoiceOf(id)).state).toBe('routed');
  });
});

const hostile = `böse\u0000 \ud800 "'; DROP TABLE invoice; -- \udfff`;
const harmless = hostile.replace('\u0000', '\ufffd').toWellFormed();

describe('hostile content', () => {
  it('with U+0000 and half characters everywhere is stored, shown and logged', async () => {
    const invoice = anInvoice(hostile, {
      seller: { name: hostile, vatId: `DE\u0000${hostile}`, contact: { email: hostile } },
      buyerReference: `${hostile}07999001`,
      orderReferences: [hostile],
      payee: { name: hostile },
      currency: 'EU\u0000',
    });
    const finding = {
      book: 'structure',
      rule: 'unknown-element',
      severity: 'fatal',
      errorClass: 'format',
      at: { line: 1, column: 1, path: hostile },
      terms: [],
      values: { found: hostile },
    } as const;
    const id = await hall.process('feindlich', examined(aDocument(invoice, { findings: [finding], reason: hostile })));
    const stored = await hall.invoiceOf(id);
    expect(stored).toMatchObject({ state: 'clarification', number: harmless, sellerName: harmless });
    expect(value(await hall.readInvoices.report(hall.reader, id))?.report.findings[0]?.values).toEqual({
      found: harmless,
    });
    expect(value(await hall.readInvoices.model(hall.reader, id))?.number).toBe(harmless);
    const history = value(await hall.readInvoices.history(hall.reader, id));
    expect(history.at(-1)?.payload).toMatchObject({ found: `${harmless}07999001` });
    expect((await hall.verify()).problems).toEqual([]);
  });

  it.each<[string, Partial<Invoice>]>([
    ['an amount with more digits than a column holds', { totals: { gross: '9'.repeat(40), payable: '9'.repeat(40) } }],
    ['an amount with many decimals', { totals: { gross: '1.000000000000001', payable: 'NaN' } }],
    ['a seller whose name unfolds to eighteen times its length', { seller: { name: '\ufdfa'.repeat(200) } }],
    ['names of a megabyte', { number: 'x1'.repeat(5e5), seller: { name: 'y'.repeat(1e6), vatId: 'z'.repeat(1e6) } }],
    ['random letters longer than an index holds', { number: randomLetters(5000), currency: randomLetters(5000) }],
    ['days that are none', { issueDate: '2026-02-31', paymentTerms: [{ dueDate: '0000-00-00' }] }],
  ])('with %s goes its way', async (what, changed) => {
    const id = await hall.process(what, examined(aDocument(anInvoice(what, changed))));
    expect((await hall.invoiceOf(id)).state).not.toBe('received');
  });

  it('in a reason or a file name is no reason to fail', async () => {
    const id = await hall.invoiceThatIs('in_review', 'Grund');
    value(await hall.decide('hanna', id, 'decline', { reason: hostile }));
    expect(value(await hall.readInvoices.get(hall.reader, id)).decisions.at(-1)?.reason).toBe(harmless);
    const file = { fileName: hostile, mediaType: 'text/xml\u0000', bytes: Buffer.from('<böse/>') };
    const receipt = value(await hall.send('feindlicher Name', file));
    expect(receipt.parts[0]?.fileName).toBe(harmless);
    expect(value(await hall.send('feindlicher Name', file))).toEqual(receipt);
    expect((await hall.verify()).problems).toEqual([]);
  });
});

/** Letters that no compression shortens, the same at every run. */
function randomLetters(length: number): string {
  let state = 42;
  return Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return String.fromCodePoint(0x4e00 + (state % 20_000));
  }).join('');
}
