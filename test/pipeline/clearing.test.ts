import { value } from '../../demo/set-up-town.js';
import type { CapturedTerms } from '../../src/domain/invoice/captured-terms.js';
import type { Invoice } from '../../src/domain/invoice/invoice.js';
import { accountHash, decisionFacts } from '../../src/pipeline/decision-facts.js';
import type { Outcome } from '../../src/pipeline/outcome.js';
import type { Reader } from '../../src/pipeline/read-invoices.js';
import { PlainKeyedHash } from '../support/memory-ports.js';
import { aDocument, anInvoice, examined, hauptamt, openTownHall, type TownHall } from './town-hall.js';

// What the clearing queue can do with what lies in it: intake and bookkeeping are the two persons here.

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());
beforeEach(() => {
  hall.examiner.next.length = 0;
});

const [own, strange] = ['DE75512108001245126199', 'DE02120300000000202051'];

const codeOf = (outcome: Outcome<unknown>): string => (outcome.kind === 'done' ? 'done' : outcome.refusal.code);
const as = (login: string): Reader => ({ kind: 'person', tenantId: hall.tenantId, personId: hall.personId(login) });
const eventsOf = async (id: string) =>
  value(await hall.readInvoices.history(hall.reader, id)).map(({ event }) => event);
const intactLog = async () => expect((await hall.verify()).problems).toEqual([]);

const paidTo = (iban: string, vatId: string): Partial<Invoice> => ({
  seller: { name: `Verkäufer ${vatId}`, vatId },
  paymentInstructions: [{ creditTransfers: [{ account: iban }] }],
});

/** An invoice that asks to be paid to an account the seller has never named. */
async function withChangedAccount(vatId: string, number = 'neu'): Promise<string> {
  const known = anInvoice(`${vatId} alt`, paidTo(own, vatId));
  if (number === 'neu') await hall.process(`${vatId} alt`, examined(aDocument(known)));
  const changed = anInvoice(`${vatId} ${number}`, paidTo(strange, vatId));
  const id = await hall.process(`${vatId} ${number}`, examined(aDocument(changed)));
  expect(await hall.invoiceOf(id)).toMatchObject({ state: 'clarification', clarificationReason: 'accountChanged' });
  return id;
}

describe('a changed account', () => {
  it('is released by two persons, and the invoice goes its way at once', async () => {
    const id = await withChangedAccount('DE100');
    expect(codeOf(await hall.decide('eingang', id, 'route', { departmentId: departmentId('HAUPTAMT') }))).toBe(
      'accountNotReleased',
    );
    expect(value(await hall.decide('eingang', id, 'releaseAccount'))).toMatchObject({
      state: 'clarification',
      progress: 'partial',
    });
    expect(codeOf(await hall.decide('eingang', id, 'releaseAccount', { key: 'noch einmal' }))).toBe(
      'secondPersonNeeded',
    );
    expect((await hall.invoiceOf(id)).clarificationReason).toBe('accountChanged');
    expect(value(await hall.decide('buchhaltung', id, 'releaseAccount'))).toMatchObject({
      state: 'routed',
      progress: 'complete',
    });
    expect(await eventsOf(id)).toEqual([
      'invoice.received',
      'invoice.sentToClarification',
      'invoice.accountReleased',
      'invoice.accountReleased',
      'invoice.routed',
    ]);
    const next = await hall.process(
      'DE100 später',
      examined(aDocument(anInvoice('DE100 später', paidTo(strange, 'DE100')))),
    );
    expect((await hall.invoiceOf(next)).state).toBe('routed');
    await intactLog();
  });

  it('takes every other invoice along that waits for the same account', async () => {
    const first = await withChangedAccount('DE101');
    const second = await withChangedAccount('DE101', 'zweite');
    value(await hall.decide('eingang', first, 'releaseAccount'));
    value(await hall.decide('buchhaltung', first, 'releaseAccount'));
    expect((await hall.invoiceOf(second)).state).toBe('received');
    hall.examiner.next.push(examined(aDocument(anInvoice('DE101 zweite', paidTo(strange, 'DE101')))));
    await hall.processInvoice.process(hall.tenantId, second);
    expect((await hall.invoiceOf(second)).state).toBe('routed');
    await intactLog();
  });

  it('that is refused is not released, and the supplier’s next invoice to it waits too', async () => {
    const id = await withChangedAccount('DE102');
    value(await hall.decide('eingang', id, 'releaseAccount'));
    value(await hall.decide('eingang', id, 'reject', { reason: 'Der Verkäufer kennt das Konto nicht.' }));
    await withChangedAccount('DE102', 'noch eine');
    expect(codeOf(await hall.decide('buchhaltung', id, 'releaseAccount'))).toBe('wrongState');
  });

  it('is nobody’s to release whose own account it is', async () => {
    const iban = 'DE89370400440532013000';
    const by = { tenantId: hall.tenantId, personId: hall.personId('admin'), idempotencyKey: 'Emil' };
    const { id: personId } = value(
      await hall.administerPeople.addPerson(by, { login: 'emil', displayName: 'Emil Eigen', ibans: [iban] }),
    );
    const wanted = {
      personId,
      role: 'intake',
      departmentId: null,
      limitCents: null,
      validFrom: '2026-01-01',
      validTo: null,
    } as const;
    const { id: grantId } = value(
      await hall.administerPeople.proposeGrant({ ...by, idempotencyKey: 'Befugnis' }, wanted),
    );
    const second = { tenantId: hall.tenantId, personId: hall.personId('admin2'), idempotencyKey: 'bestätigt' };
    value(await hall.administerPeople.confirmGrant(second, grantId));
    await hall.process('DE103 alt', examined(aDocument(anInvoice('DE103 alt', paidTo(own, 'DE103')))));
    const id = await hall.process('DE103 neu', examined(aDocument(anInvoice('DE103 neu', paidTo(iban, 'DE103')))));
    const { version } = await hall.invoiceOf(id);
    const call = { tenantId: hall.tenantId, invoiceId: id, seenVersion: version, idempotencyKey: 'eigenes Konto' };
    const own103 = await hall.decideOnInvoice.decide({ ...call, personId, action: 'releaseAccount' });
    expect(codeOf(own103)).toBe('ownPayee');
  });

  it('that people have named stays through another check, and the first payee may not decide because of it', async () => {
    const document = aDocument(anInvoice('DE104', paidTo(own, 'DE104')));
    const id = await hall.process('DE104', examined(document));
    const terms = {
      ...{ amountCents: 11_900n, payee: 'Verkäufer DE104', iban: strange, bic: null, dueDate: '2026-12-20' },
      ...{ purpose: 'DE104', reducedBecause: null },
    };
    const by = { tenantId: hall.tenantId, personId: hall.personId('henrik'), invoiceId: id, idempotencyKey: 'DE104' };
    const { version: seenVersion } = await hall.invoiceOf(id);
    value(await hall.amendPayment.amend({ ...by, seenVersion, terms, reason: 'Auf Zuruf' }));
    value(await hall.decide('eingang', id, 'sendToClarification', { reason: 'Bitte noch einmal prüfen.' }));
    value(await hall.decide('eingang', id, 'recheck'));
    hall.examiner.next.push(examined(document));
    await hall.processInvoice.process(hall.tenantId, id);
    const { versions } = value(await hall.amendPayment.view(by));
    expect(versions.map(({ iban }) => iban)).toEqual([strange, own]);
    const keyedHash = new PlainKeyedHash();
    const { payeeAccountHashes } = await hall.door.inTenant(hall.tenantId, async (tenant) =>
      decisionFacts(tenant, await tenant.invoices.get(id), keyedHash),
    );
    expect(payeeAccountHashes).toEqual([strange, own].map((iban) => accountHash(keyedHash, hall.tenantId, iban)));
  });

  it('is released once by two who do it at the same moment, 12 times', async () => {
    const seen = new Set<string>();
    for (let round = 0; round < 12; round += 1) {
      const id = await withChangedAccount(`DE2${round}`);
      const outcomes = await Promise.all([
        hall.decide('eingang', id, 'releaseAccount'),
        hall.decide('buchhaltung', id, 'releaseAccount'),
      ]);
      seen.add(outcomes.map(codeOf).toSorted().join(' '));
      expect((await hall.invoiceOf(id)).state).toBe('routed');
      expect((await eventsOf(id)).filter((event) => event === 'invoice.routed')).toHaveLength(1);
    }
    expect([...seen]).toEqual(['done done']);
  });

  it('of two invoices, each released by another pair at the same moment, ends with both on their way', async () => {
    for (let round = 0; round < 10; round += 1) {
      const first = await withChangedAccount(`DE3${round}`);
      const second = await withChangedAccount(`DE3${round}`, 'zweite');
      value(await hall.decide('eingang', first, 'releaseAccount'));
      value(await hall.decide('buchhaltung', second, 'releaseAccount'));
      const outcomes = await Promise.all([
        hall.decide('buchhaltung', first, 'releaseAccount'),
        hall.decide('eingang', second, 'releaseAccount'),
      ]);
      expect(outcomes.map(codeOf)).toContain('done');
      for (const [id, number] of [
        [first, `DE3${round} neu`],
        [second, `DE3${round} zweite`],
      ] as const) {
        // Whoever found the other's row locked has left it out; the account is released all the same.
        if ((await hall.invoiceOf(id)).state === 'clarification') value(await hall.decide('eingang', id, 'recheck'));
        const again = examined(aDocument(anInvoice(number, paidTo(strange, `DE3${round}`))));
        hall.examiner.next.splice(0, Infinity, again);
        await hall.processInvoice.process(hall.tenantId, id);
        hall.examiner.next.length = 0;
        expect((await hall.invoiceOf(id)).state).toBe('routed');
      }
    }
    await intactLog();
  });
});

const departmentId = (code: string): string => hall.town.departmentIds.get(code) ?? '';

describe('a suspected duplicate', () => {
  const twice = async (number: string) => {
    const model = anInvoice(number, { seller: { name: 'Zweimal', vatId: 'DE400' } });
    const ids = [];
    for (const turn of ['erste', 'zweite'])
      ids.push(await hall.process(`${number} ${turn}`, examined(aDocument(model))));
    return [ids[0] ?? '', ids[1] ?? ''] as const;
  };

  it('is shown beside the other, and goes on when a person has told them apart', async () => {
    const [first, second] = await twice('D-1');
    expect((await hall.invoiceOf(second)).clarificationReason).toBe('suspectedDuplicate');
    const shown = value(await hall.readInvoices.duplicates(as('eingang'), second));
    expect(shown.visible.map(({ id }) => id)).toEqual([first]);
    const route = { departmentId: departmentId('SCHULE') };
    expect(codeOf(await hall.decide('eingang', second, 'route', route))).toBe('suspicionOpen');
    expect(
      value(await hall.decide('eingang', second, 'dismissSuspicion', { comparedInvoiceIds: [first] })),
    ).toMatchObject({ state: 'routed' });
    value(await hall.decide('hanna', second, 'sendToClarification', { reason: 'Noch einmal ansehen' }));
    value(await hall.decide('eingang', second, 'recheck'));
    hall.examiner.next.push(examined(aDocument(anInvoice('D-1', { seller: { name: 'Zweimal', vatId: 'DE400' } }))));
    await hall.processInvoice.process(hall.tenantId, second);
    expect((await hall.invoiceOf(second)).state).toBe('routed');
    await intactLog();
  });

  it('tells who may not see the other only that it exists, and what has become of it', async () => {
    const [first, second] = await twice('D-2');
    value(await hall.decide('hanna', first, 'forward', { departmentId: departmentId('SCHULE'), reason: 'Schulbuch' }));
    value(await hall.decide('eingang', second, 'dismissSuspicion', { comparedInvoiceIds: [first] }));
    expect(value(await hall.readInvoices.duplicates(as('hanna'), second))).toMatchObject({
      visible: [],
      hidden: ['routed'],
    });
  });

  it('is marked as one, and reopened by two', async () => {
    const [first, second] = await twice('D-3');
    value(await hall.decide('eingang', second, 'markDuplicate', { otherInvoiceId: first }));
    expect((await hall.invoiceOf(second)).state).toBe('duplicate');
  });
});

const terms = (number: string, changed: Partial<CapturedTerms> = {}): CapturedTerms => ({
  kind: 'invoice',
  number,
  issueDate: '2026-11-10',
  dueDate: '2026-12-10',
  currency: 'EUR',
  sellerName: 'Malerei Pinsel',
  sellerVatId: 'DE500',
  sellerTaxNumber: null,
  iban: own,
  bic: null,
  net: '100.00',
  vat: '19.00',
  gross: '119.00',
  payable: '119.00',
  orderReference: null,
  buyerReference: hauptamt,
  ...changed,
});

const aScan = (name: string) => hall.process(name, examined());

describe('an invoice without structured data', () => {
  it('is captured by one, confirmed by another, and goes the same way', async () => {
    const id = await aScan('Scan 1');
    expect(codeOf(await hall.decide('eingang', id, 'confirmCapture'))).toBe('nothingCaptured');
    expect(codeOf(await hall.decide('eingang', id, 'capture'))).toBe('captureMissing');
    expect(value(await hall.decide('eingang', id, 'capture', { key: 'c1', capture: terms('P-1') }))).toMatchObject({
      state: 'clarification',
    });
    expect(codeOf(await hall.decide('eingang', id, 'confirmCapture'))).toBe('secondPersonNeeded');
    expect(value(await hall.decide('buchhaltung', id, 'confirmCapture'))).toMatchObject({ state: 'routed' });
    const view = value(await hall.readInvoices.get(hall.reader, id));
    expect(view.invoice).toMatchObject({ number: 'P-1', grossCents: 11_900n, dueDate: '2026-12-10', verdict: null });
    expect(view.payment).toMatchObject({ iban: own, amountCents: 11_900n, payee: 'Malerei Pinsel' });
    expect(view.capture).toMatchObject({
      version: 1,
      capturedBy: hall.personId('eingang'),
      confirmedBy: hall.personId('buchhaltung'),
    });
    value(await hall.decide('hanna', id, 'claim'));
    value(await hall.decide('hanna', id, 'confirmFactual'));
    await intactLog();
  });

  it.each<[string, Partial<CapturedTerms>, string]>([
    ['an account with wrong check digits', { iban: 'DE75512108001245126198' }, 'iban (notAnIban)'],
    ['figures that do not add up', { vat: '7.00' }, 'gross (doesNotAddUp)'],
    ['a day that does not exist', { issueDate: '2026-02-30' }, 'issueDate (notADate)'],
  ])('is not captured with %s', async (what, changed, places) => {
    const id = await aScan(what);
    const outcome = await hall.decide('eingang', id, 'capture', { capture: terms(what, changed) });
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'captureNotUsable', values: { places } } });
  });

  it('meets the guards of every other invoice: a duplicate, a changed account', async () => {
    const captured = async (name: string, changed: Partial<CapturedTerms> = {}) => {
      const id = await aScan(name);
      value(
        await hall.decide('eingang', id, 'capture', { capture: terms(name, { sellerVatId: 'DE501', ...changed }) }),
      );
      value(await hall.decide('buchhaltung', id, 'confirmCapture'));
      return hall.invoiceOf(id);
    };
    expect((await captured('G-1')).state).toBe('routed');
    expect(await captured('G-2', { number: 'G-1' })).toMatchObject({ clarificationReason: 'suspectedDuplicate' });
    expect(await captured('G-3', { iban: strange })).toMatchObject({ clarificationReason: 'accountChanged' });
    const lost = await captured('G-4', { buyerReference: null });
    expect(lost.clarificationReason).toBe('leitwegIdMissing');
    value(await hall.decide('eingang', lost.id, 'recheck'));
    hall.examiner.next.push(examined());
    await hall.processInvoice.process(hall.tenantId, lost.id);
    expect(await hall.invoiceOf(lost.id)).toMatchObject({ number: 'G-4', clarificationReason: 'leitwegIdMissing' });
  });

  it('is confirmed in the version that was seen: who captures anew makes the other look again', async () => {
    const id = await aScan('Scan 2');
    value(await hall.decide('eingang', id, 'capture', { key: 'v1', capture: terms('V-1') }));
    const seenVersion = (await hall.invoiceOf(id)).version;
    value(await hall.decide('eingang', id, 'capture', { key: 'v2', capture: terms('V-2') }));
    expect(codeOf(await hall.decide('buchhaltung', id, 'confirmCapture', { seenVersion }))).toBe('staleVersion');
    expect(value(await hall.readInvoices.get(hall.reader, id)).capture).toMatchObject({
      version: 2,
      confirmedBy: null,
    });
  });

  it('is confirmed once by two who do it at the same moment, 20 times', async () => {
    const seen = new Set<string>();
    for (let round = 0; round < 20; round += 1) {
      const id = await aScan(`Rennen ${round}`);
      value(await hall.decide('eingang', id, 'capture', { capture: terms(`R-${round}`) }));
      const confirm = (key: string) => hall.decide('buchhaltung', id, 'confirmCapture', { key: `${key} ${round}` });
      const outcomes = await Promise.all([confirm('a'), confirm('b')]);
      seen.add(outcomes.map(codeOf).toSorted().join(' '));
      expect((await hall.invoiceOf(id)).state).toBe('routed');
      expect((await eventsOf(id)).filter((event) => event === 'invoice.captureConfirmed')).toHaveLength(1);
    }
    expect([...seen]).toEqual(['done staleVersion']);
  });

  it('that is none at all is filed without a word of rejection', async () => {
    const id = await aScan('Werbung');
    expect(codeOf(await hall.decide('eingang', id, 'dismiss'))).toBe('reasonMissing');
    expect(value(await hall.decide('eingang', id, 'dismiss', { key: 'w', reason: 'Werbung' }))).toMatchObject({
      state: 'dismissed',
    });
  });

  it('is checked again by a worker when a clerk wants it', async () => {
    const id = await aScan('Noch einmal');
    value(await hall.decide('eingang', id, 'recheck'));
    const again = anInvoice('N-1', { seller: { name: 'Nochmal', vatId: 'DE600' } });
    hall.examiner.next.push(examined(aDocument(again)));
    await hall.processInvoice.process(hall.tenantId, id);
    expect(await hall.invoiceOf(id)).toMatchObject({ state: 'routed', number: 'N-1' });
  });
});

describe('a rule remembered while routing', () => {
  const unrouted = (number: string) =>
    hall.process(
      number,
      examined(aDocument(anInvoice(number, { seller: { name: 'Merk', vatId: 'DE700' }, buyerReference: undefined }))),
    );
  const when = { field: 'sellerVatId', operator: 'is', value: 'DE700' };

  it('sends the next one of the kind the same way, in the name of who decided', async () => {
    const department = departmentId('SCHULE');
    const id = await unrouted('M-1');
    const extras = { departmentId: department, remember: { name: 'Merkregel', when } };
    expect(value(await hall.decide('eingang', id, 'route', extras))).toMatchObject({ state: 'routed' });
    const next = await hall.invoiceOf(await unrouted('M-2'));
    expect(next).toMatchObject({ state: 'routed', departmentId: department });
    const events = await hall.door.inTenant(hall.tenantId, (tenant) =>
      tenant.audit.history('tenant', hall.tenantId, 0, 1000),
    );
    expect(events.findLast(({ event }) => event === 'tenant.routingRuleAdded')).toMatchObject({
      actor: { kind: 'person', id: hall.personId('eingang') },
      facts: { department, rememberedWith: id },
      payload: { name: 'Merkregel' },
    });
  });

  it.each<[string, unknown, string]>([
    [
      'does not hold for this very invoice',
      { field: 'sellerVatId', operator: 'is', value: 'DE999' },
      'ruleDoesNotHold',
    ],
    ['would hold for everything', { field: 'currency', operator: 'is', value: 'EUR' }, 'ruleTooBroad'],
    ['cannot be read', { field: 'sellerVatId', operator: 'resembles', value: 'DE' }, 'conditionsNotUsable'],
  ])('is refused with the routing where it %s', async (what, conditions, code) => {
    const id = await hall.process(
      what,
      examined(
        aDocument(anInvoice(what, { seller: { name: 'Unbekannt', vatId: `DE ${what}` }, buyerReference: undefined })),
      ),
    );
    const remember = { name: what, when: conditions };
    const extras = { departmentId: departmentId('SCHULE'), remember };
    expect(codeOf(await hall.decide('eingang', id, 'route', extras))).toBe(code);
    expect((await hall.invoiceOf(id)).state).toBe('clarification');
  });
});
