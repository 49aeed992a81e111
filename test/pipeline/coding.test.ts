import { createServer } from 'node:http';
import { value } from '../../demo/set-up-town.js';
import type { Split } from '../../src/domain/coding/coding.js';
import type { PaymentTerms } from '../../src/domain/coding/payment-terms.js';
import type { Outcome } from '../../src/pipeline/outcome.js';
import type { CodingSetting } from '../../src/pipeline/tenant-settings.table.js';
import { aDocument, anInvoice, examined, openTownHall, type TownHall } from './town-hall.js';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
  value(await hall.importChart.import(admin('chart'), { fiscalYear: 2026, bytes: chart, closesOthers: true }));
}, 120_000);
afterAll(() => hall.close());

const chart = Buffer.from(
  'Art;Nummer;Bezeichnung\nKonto;5241000;Unterhaltung\nKonto;5431000;Büro\nProdukt;11.1.01;Dienste\nKostenstelle;4711;Rathaus\n',
);
const admin = (idempotencyKey: string, login = 'admin') => ({
  ...{ tenantId: hall.tenantId, personId: hall.personId(login), idempotencyKey },
});
const codeOf = (outcome: Outcome<unknown>): string => (outcome.kind === 'done' ? 'done' : outcome.refusal.code);
const by = async (login: string, invoiceId: string, idempotencyKey: string, seenVersion?: number) => ({
  ...{ tenantId: hall.tenantId, personId: hall.personId(login), invoiceId, idempotencyKey },
  seenVersion: seenVersion ?? (await hall.invoiceOf(invoiceId)).version,
});
const split = (cents: bigint, account = '5241000'): Split => ({
  ...{ account, product: '11.1.01', costCentre: '4711', cents, note: null },
});
const code = async (
  login: string,
  id: string,
  key: string,
  splits: readonly Split[] = [split(10_000n), split(1_900n)],
) => hall.codeInvoice.code({ ...(await by(login, id, key)), fiscalYear: 2026, splits });

const terms: PaymentTerms = {
  ...{ amountCents: 11_900n, payee: 'Bürobedarf Berg GmbH', iban: 'DE75512108001245126199', bic: null },
  ...{ dueDate: '2026-12-20', purpose: 'Rechnung', reducedBecause: null },
};
const amend = async (login: string, id: string, key: string, changed: Partial<PaymentTerms> = {}) =>
  hall.amendPayment.amend({ ...(await by(login, id, key)), terms: { ...terms, ...changed }, reason: 'Auf Zuruf' });

const set = async (changed: Partial<CodingSetting>): Promise<void> => {
  await hall.set('coding', { requiredForOrder: false, closedYears: [], budgetCheck: null, ...changed });
};

describe('a chart of accounts', () => {
  it('is checked and imported by administrators alone, and its import is in the audit log', async () => {
    const wanted = { fiscalYear: 2031, bytes: chart, closesOthers: false };
    expect(codeOf(await hall.importChart.preview(admin('x', 'hanna'), wanted))).toBe('administratorsOnly');
    expect(codeOf(await hall.importChart.import(admin('x', 'hanna'), wanted))).toBe('administratorsOnly');
    expect(value(await hall.importChart.preview(admin('x'), wanted)).counts).toMatchObject({ added: 4, refused: 0 });
    expect((await hall.importChart.chart(hall.tenantId, 2031)).entries).toEqual([]);
    value(await hall.importChart.import(admin('2031'), wanted));
    const again = Buffer.from('Art;Nummer;Bezeichnung\nKonto;5241000;Unterhalt\n');
    const { counts } = value(
      await hall.importChart.import(admin('2031 neu'), { ...wanted, bytes: again, closesOthers: true }),
    );
    expect(counts).toEqual({ added: 0, renamed: 1, reopened: 0, closed: 3, unchanged: 0 });
    const history = await hall.door.inTenant(hall.tenantId, (tenant) =>
      tenant.audit.history('tenant', hall.tenantId, 0, 1000),
    );
    expect(history.at(-1)).toMatchObject({ event: 'tenant.chartImported', facts: { fiscalYear: 2031, closed: 3 } });
  });
});

describe('a coding', () => {
  it('is kept in versions, voids what was confirmed, and is proposed for the seller’s next invoice', async () => {
    const id = await hall.invoiceThatIs('confirmed', 'kontiert');
    expect(codeOf(await code('hanna', id, 'falsch', [split(11_899n)]))).toBe('codingNotUsable');
    expect(codeOf(await code('sofia', id, 'fremd'))).toBe('notFound');
    expect(codeOf(await code('henrik', id, 'ohne Befugnis'))).toBe('noGrant');
    expect(value(await code('hanna', id, 'eins'))).toMatchObject({ codingVersion: 1, state: 'in_review' });
    expect(value(await code('hanna', id, 'eins')).codingVersion).toBe(1);
    const view = value(await hall.readInvoices.get(hall.reader, id));
    const standing = view.decisions.filter(({ voidedAt }) => voidedAt === null).map(({ action }) => action);
    expect(standing).not.toContain('confirmFactual');
    value(await code('hanna', id, 'zwei', [split(11_900n, '5431000')]));
    const seen = await by('hanna', id, 'gelesen');
    expect(value(await hall.codeInvoice.view(seen)).versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(codeOf(await hall.codeInvoice.code({ ...seen, seenVersion: 1, fiscalYear: 2026, splits: [] }))).toBe(
      'staleVersion',
    );
    const totals = { net: '50.00', vat: '0.00', gross: '50.00', payable: '50.00' };
    const next = await hall.process('danach', examined(aDocument(anInvoice('danach', { totals }))));
    expect(value(await hall.codeInvoice.view(await by('hanna', next, ''))).suggestion).toMatchObject({
      fromInvoiceId: id,
      splits: [{ account: '5431000', cents: 5_000n }],
    });
  });

  it('goes to no year that is closed, and to none without a chart', async () => {
    const id = await hall.invoiceThatIs('in_review', 'Jahreswechsel');
    const wanted = { ...(await by('hanna', id, 'alt')), splits: [split(11_900n)] };
    expect(codeOf(await hall.codeInvoice.code({ ...wanted, fiscalYear: 2024 }))).toBe('noChart');
    await set({ closedYears: [2026] });
    expect(codeOf(await hall.codeInvoice.code({ ...wanted, fiscalYear: 2026 }))).toBe('yearClosed');
    await set({});
  });

  it('and account and due date are there before an order, where the tenant wants it so', async () => {
    await set({ requiredForOrder: true });
    const id = await hall.invoiceThatIs('in_review', 'vollständig');
    const confirm = async (round: string) => {
      value(await hall.decide('hanna', id, 'confirmFactual', { key: `f ${round}` }));
      value(await hall.decide('henrik', id, 'confirmArithmetical', { key: `r ${round}` }));
    };
    await confirm('eins');
    const refusal = await hall.decide('amtsleitung', id, 'order', { key: 'zu früh' });
    expect(refusal).toMatchObject({ refusal: { code: 'incompleteForOrder', values: { missing: 'dueDate coding' } } });
    value(await amend('henrik', id, 'fällig', { purpose: 'Rechnung vollständig' }));
    value(await code('hanna', id, 'kontiert'));
    await confirm('zwei');
    expect(value(await hall.decide('amtsleitung', id, 'order')).state).toBe('approved');
    const claim = { tenantId: hall.tenantId, apiKeyId: hall.town.financeKeyId, idempotencyKey: 'holt', limit: 500 };
    const { records } = value(await hall.claimHandOver.claim(claim));
    expect(records.find(({ invoiceId }) => invoiceId === id)).toMatchObject({
      coding: { fiscalYear: 2026, splits: [{ account: '5241000', amount: '100.00' }, { amount: '19.00' }] },
      payment: { version: 2, dueDate: '2026-12-20', purpose: 'Rechnung vollständig' },
    });
    await set({});
  });
});

describe('a changed payment instruction', () => {
  it('voids the order, and another account waits for a second person', async () => {
    const id = await hall.invoiceThatIs('approved', 'anderes Konto');
    const other = { iban: 'DE02 1203 0000 0000 2020 51' };
    expect(codeOf(await amend('hanna', id, 'zu viel', { amountCents: 11_901n }))).toBe('paymentNotUsable');
    expect(value(await amend('hanna', id, 'Konto', other))).toMatchObject({ state: 'in_review', needsSecond: true });
    // Somebody who hands the changed account on has had a hand in it too.
    value(await amend('henrik', id, 'Frist', { ...other, dueDate: '2026-12-24' }));
    for (const login of ['hanna', 'henrik'])
      expect(codeOf(await hall.amendPayment.confirm(await by(login, id, `selbst ${login}`)))).toBe(
        'secondPersonNeeded',
      );
    value(await hall.decide('hanna', id, 'confirmFactual', { key: 'noch einmal' }));
    value(await hall.decide('henrik', id, 'confirmArithmetical', { key: 'noch einmal' }));
    const order = await hall.decide('amtsleitung', id, 'order', { key: 'ohne zweite Person' });
    expect(order).toMatchObject({ refusal: { code: 'incompleteForOrder', values: { missing: 'secondPerson' } } });
    // Back to the account that was trusted: nothing waits any more.
    expect(value(await amend('henrik', id, 'zurück')).needsSecond).toBe(false);
    expect(codeOf(await hall.amendPayment.confirm(await by('hanna', id, 'nichts')))).toBe('nothingToConfirm');
  });

  it('holds once another person has confirmed it', async () => {
    const id = await hall.invoiceThatIs('routed', 'bestätigtes Konto');
    value(await amend('henrik', id, 'neues Konto', { iban: 'DE02120300000000202051' }));
    expect(value(await hall.amendPayment.confirm(await by('hanna', id, 'zweite'))).needsSecond).toBe(false);
    const seen = await by('hanna', id, '');
    const view = value(await hall.amendPayment.view(seen));
    expect(view.invoiceVersion).toBe(seen.seenVersion);
    expect(value(await hall.codeInvoice.view(seen)).invoiceVersion).toBe(seen.seenVersion);
    expect(view).toMatchObject({ waitsForSecond: false, versions: [{ confirmedBy: hall.personId('hanna') }, {}] });
    expect((await hall.verify()).problems).toEqual([]);
  });
});

describe('a payment that the town has shortened', () => {
  it('ends as paid in part, with the reason that the town has given', async () => {
    const id = await hall.invoiceThatIs('routed', 'gekürzt');
    const shorter = { amountCents: 10_000n, reducedBecause: 'Ein Stuhl fehlte.' };
    expect(value(await amend('henrik', id, 'kürzt', shorter)).needsSecond).toBe(false);
    const hanna = { kind: 'person', tenantId: hall.tenantId, personId: hall.personId('hanna') } as const;
    const order = { sort: 'receivedAt', descending: true, after: null, limit: 50 } as const;
    const listed = await hall.readInvoices.list(hanna, { queue: 'department', ...order });
    expect(listed.instructedCents.get(id)).toBe(10_000n);
    value(await code('hanna', id, 'kürzt', [split(10_000n)]));
    value(await hall.decide('hanna', id, 'claim'));
    value(await hall.decide('hanna', id, 'confirmFactual'));
    value(await hall.decide('henrik', id, 'confirmArithmetical'));
    value(await hall.decide('amtsleitung', id, 'order'));
    const key = (idempotencyKey: string) => ({
      ...{ tenantId: hall.tenantId, apiKeyId: hall.town.financeKeyId, idempotencyKey },
    });
    const { handOverId, records } = value(await hall.claimHandOver.claim({ ...key('gekürzt'), limit: 500 }));
    const payment = records.find(({ invoiceId }) => invoiceId === id)?.payment;
    expect(payment).toMatchObject({ amount: '100.00', reducedBecause: 'Ein Stuhl fehlte.' });
    const item = { handOverId, invoiceId: id, reference: 'B 1', reason: null };
    value(await hall.answerHandOver.answer({ ...key('gebucht'), ...item, answer: 'acknowledge' }));
    const paid = { ...item, settlement: 'payment', paidOn: '2026-12-01', amount: null } as const;
    expect(value(await hall.settleHandOver.settle({ ...key('bezahlt'), ...paid })).state).toBe('paid_reduced');
    const history = await hall.door.inTenant(hall.tenantId, (tenant) => tenant.audit.history('invoice', id, 0, 1000));
    expect(history.at(-1)).toMatchObject({ event: 'invoice.paidReduced', payload: { reason: 'Ein Stuhl fehlte.' } });
  });
});

describe('the budget check', () => {
  it('is asked about the coding, its answer kept, and silence told as the tenant wants it', async () => {
    const asked: unknown[] = [];
    let says = '{"answer":"no","message":"Es fehlen 20 €"}';
    const server = createServer((request, response) => {
      request
        .on('data', (body: Buffer) => asked.push(JSON.parse(body.toString('utf8'))))
        .on('end', () => response.end(says));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : null;
    const url = `http://127.0.0.1:${String(port)}/mittel`;
    const id = await hall.invoiceThatIs('confirmed', 'Mittel');
    const check = async (key: string) => hall.checkBudget.check(await by('hanna', id, key));
    expect(codeOf(await check('ohne'))).toBe('noBudgetCheck');
    await set({ budgetCheck: { url, authorised: false, onNo: 'hold', onUnknown: 'hold' } });
    expect(codeOf(await check('unkontiert'))).toBe('nothingCoded');
    value(await code('hanna', id, 'für Mittel'));
    value(await hall.decide('hanna', id, 'confirmFactual', { key: 'Mittel' }));
    value(await hall.decide('henrik', id, 'confirmArithmetical', { key: 'Mittel' }));
    const missing = async () => (await viewOf(id)).missingForOrder;
    expect(await missing()).toEqual(['budgetAnswer']);
    expect(value(await check('nein'))).toMatchObject({ answer: 'no', message: 'Es fehlen 20 €' });
    expect(value(await check('nein'))).toMatchObject({ answer: 'no' });
    expect(codeOf(await hall.checkBudget.check(await by('henrik', id, 'fremd')))).toBe('noGrant');
    expect(asked).toMatchObject([{ fiscalYear: 2026, total: '119.00', splits: [{ amount: '100.00' }, {}] }]);
    expect(await missing()).toEqual(['budget']);
    says = 'kein JSON';
    expect(value(await check('unverständlich'))).toMatchObject({ answer: 'unknown', message: 'notUnderstood' });
    await new Promise((closed) => server.close(closed));
    expect(value(await check('stumm'))).toMatchObject({ answer: 'unknown', message: 'noAnswer' });
    // Silence takes nothing back that was said, nor does coding anew.
    await set({ budgetCheck: { url, authorised: false, onNo: 'hold', onUnknown: 'tell' } });
    expect(await missing()).toEqual(['budget']);
    value(await code('hanna', id, 'anders', [split(11_900n)]));
    expect(await missing()).toEqual(['budgetAnswer']);
    expect(codeOf(await check('nein'))).toBe('keyReused');
    await set({ budgetCheck: { url, authorised: false, onNo: 'tell', onUnknown: 'tell' } });
    expect(await missing()).toEqual([]);
    const ordered = await hall.invoiceThatIs('approved', 'angeordnet');
    expect(codeOf(await hall.checkBudget.check(await by('hanna', ordered, 'zu spät')))).toBe('wrongState');
    await set({});
  });

  it('is shown its token, which is stored encrypted, kept by changes, and never taken along to another server', async () => {
    const shown: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      shown.push(request.headers.authorization);
      request.resume().on('end', () => response.end('{"answer":"yes"}'));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    const origin = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : null)}`;
    const id = await hall.invoiceThatIs('in_review', 'Schlüssel');
    value(await code('hanna', id, 'Schlüssel'));
    const budgetCheck = { url: `${origin}/mittel`, authorised: true, onNo: 'hold', onUnknown: 'hold' } as const;
    const setting = { requiredForOrder: false, closedYears: [], budgetCheck };
    const version = async () => value(await hall.tenantSettings.read(admin(''), 'coding')).version;
    const propose = async (key: string, wanted: CodingSetting, token: string | null) =>
      hall.proposeSetting.propose(admin(key), 'coding', await version(), wanted, token);
    expect(codeOf(await propose('kein Schlüssel', setting, null))).toBe('secretNeeded');
    const { id: first } = value(await propose('Schlüssel', setting, 'geheim-1'));
    value(await hall.proposeSetting.confirm(admin('ja', 'admin2'), first));
    const check = async (key: string) => value(await hall.checkBudget.check(await by('hanna', id, key)));
    await check('mit Schlüssel');
    const elsewhere = { ...setting, budgetCheck: { ...budgetCheck, url: 'http://127.0.0.1:9/mittel' } };
    expect(codeOf(await propose('anderswo', elsewhere, null))).toBe('secretNeeded');
    const changed = { ...setting, budgetCheck: { ...budgetCheck, onUnknown: 'tell' as const } };
    await hall.set('coding', changed);
    await check('mit behaltenem Schlüssel');
    const { id: renewal } = value(await propose('neuer', changed, 'geheim-2'));
    value(await hall.proposeSetting.confirm(admin('ja, neu', 'admin2'), renewal));
    await check('mit neuem Schlüssel');
    expect(shown).toEqual(['Bearer geheim-1', 'Bearer geheim-1', 'Bearer geheim-2']);
    const stored = await hall.door.inTenant(hall.tenantId, ({ settings }) => settings.current('coding'));
    expect(stored?.secret?.length).toBeGreaterThan(0);
    expect(Buffer.from(stored?.secret ?? []).toString('latin1') + JSON.stringify(stored?.value)).not.toContain(
      'geheim',
    );
    await set({});
    await new Promise((closed) => server.close(closed));
  });
});

const viewOf = async (id: string) => value(await hall.codeInvoice.view(await by('hanna', id, '')));
