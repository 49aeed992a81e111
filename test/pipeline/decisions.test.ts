import { value } from '../../demo/set-up-town.js';
import type { DeskAction } from '../../src/pipeline/desk-actions.js';
import type { Outcome } from '../../src/pipeline/outcome.js';
import { aDocument, anInvoice, examined, openTownHall, type TownHall } from './town-hall.js';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
}, 120_000);
afterAll(() => hall.close());

const codeOf = (outcome: Outcome<unknown>): string => (outcome.kind === 'done' ? 'done' : outcome.refusal.code);
const departmentId = (code: string): string => hall.town.departmentIds.get(code) ?? '';

describe('a decision', () => {
  it.each<[DeskAction, string, 'in_review' | 'confirmed']>([
    ['confirmFactual', 'hanna', 'in_review'],
    ['order', 'amtsleitung', 'confirmed'],
  ])('to %s carries no invoice into another department', async (action, login, state) => {
    const id = await hall.invoiceThatIs(state, `verschoben durch ${action}`);
    const elsewhere = { departmentId: departmentId('SCHULE') };
    expect(codeOf(await hall.decide(login, id, action, elsewhere))).toBe('notAskedFor');
    expect(await hall.invoiceOf(id)).toMatchObject({ state, departmentId: departmentId('HAUPTAMT') });
  });

  it('names no other invoice where none is asked for, and never the same one', async () => {
    const id = await hall.invoiceThatIs('in_review', 'sich selbst');
    expect(codeOf(await hall.decide('hanna', id, 'confirmFactual', { otherInvoiceId: id }))).toBe('notAskedFor');
    const itself = { otherInvoiceId: id, key: 'Dublette ihrer selbst' };
    expect(codeOf(await hall.decide('hanna', id, 'markDuplicate', itself))).toBe('sameInvoice');
  });

  it('is not offered, and tells nothing, to who may not see the invoice', async () => {
    const id = await hall.invoiceThatIs('in_review', 'nicht für das Schulamt');
    for (const login of ['sofia', 'admin']) {
      expect(codeOf(await hall.decide(login, id, 'claim', { key: `${login} fremd` }))).toBe('notFound');
      expect(codeOf(await hall.decide(login, id, 'claim', { key: `${login} alt`, seenVersion: 99 }))).toBe('notFound');
      expect(codeOf(await hall.decideOnInvoice.offers(hall.tenantId, hall.personId(login), id))).toBe('notFound');
    }
  });

  it('offers what stands on the desk, and nothing that has nothing behind it yet', async () => {
    const id = await hall.invoiceThatIs('in_review', 'Angebote');
    const offers = value(await hall.decideOnInvoice.offers(hall.tenantId, hall.personId('hanna'), id));
    const actions = offers.map((offer) => offer.action);
    expect(actions).toEqual(expect.arrayContaining(['claim', 'confirmFactual', 'decline', 'order']));
    for (const later of ['moveToTenant', 'markPaid', 'claimForPayment', 'dispose', 'amendPayment'])
      expect(actions).not.toContain(later);
  });

  it('is answered again under its key, also to who has looked anew in between', async () => {
    const id = await hall.invoiceThatIs('in_review', 'verlorene Antwort');
    const first = value(await hall.decide('hanna', id, 'confirmFactual', { key: 'verloren' }));
    expect(value(await hall.decide('hanna', id, 'confirmFactual', { key: 'verloren', seenVersion: 7 }))).toEqual(first);
  });
});

describe('a correction', () => {
  it('and its original name each other, whichever came first and however the number is written', async () => {
    const preceding = { typeCode: '384', precedingInvoices: [{ number: 're 0700 A' }] };
    const later = await hall.process('K-700', examined(aDocument(anInvoice('K-700', preceding))));
    const original = await hall.invoiceThatIs('confirmed', 'RE-700/A');
    const seen = async (id: string) =>
      value(await hall.readInvoices.get(hall.reader, id)).corrections.map(({ relation, advice, other }) => [
        relation,
        advice,
        other.id,
      ]);
    expect(await seen(later)).toEqual([['corrects', 'replace', original]]);
    expect(await seen(original)).toEqual([['correctedBy', 'replace', later]]);
    value(await hall.decide('amtsleitung', original, 'order'));
    const replaced = { otherInvoiceId: later };
    expect(codeOf(await hall.decide('hanna', original, 'supersede', replaced))).toBe('done');
    expect(await seen(later)).toEqual([['corrects', 'settled', original]]);
  });

  it('of another seller, or one that only follows, is not named', async () => {
    const original = await hall.invoiceThatIs('in_review', 'RE-701');
    const named = [{ number: 'RE-701' }];
    const ofOther = { typeCode: '384', precedingInvoices: named, seller: { name: 'Anders KG', vatId: 'DE111111125' } };
    const account = { paymentInstructions: [{ creditTransfers: [{ account: 'DE02120300000000202051' }] }] };
    await hall.process('K-701', examined(aDocument(anInvoice('K-701', { ...ofOther, ...account }))));
    await hall.process('S-701', examined(aDocument(anInvoice('S-701', { precedingInvoices: named }))));
    expect(value(await hall.readInvoices.get(hall.reader, original)).corrections).toEqual([]);
  });

  it('tells no more than number and state of what the reader may not see', async () => {
    const preceding = { typeCode: '381', precedingInvoices: [{ number: 'RE-702' }] };
    const original = await hall.invoiceThatIs('in_review', 'RE-702');
    await hall.process('G-702', examined(aDocument(anInvoice('G-702', { ...preceding, buyerReference: 'unbekannt' }))));
    const hanna = { kind: 'person', tenantId: hall.tenantId, personId: hall.personId('hanna') } as const;
    const [credit] = value(await hall.readInvoices.get(hanna, original)).corrections;
    expect(credit).toMatchObject({ relation: 'correctedBy', visible: false, other: { number: 'G-702' } });
  });
});

describe('the limit of an order', () => {
  it('holds for what is to be paid where that is more than the total', async () => {
    const totals = { gross: '119.00', payable: '90119.00' };
    const id = await hall.process('Rundung', examined(aDocument(anInvoice('Rundung', { totals }))));
    value(await hall.decide('hanna', id, 'claim'));
    value(await hall.decide('hanna', id, 'confirmFactual'));
    value(await hall.decide('henrik', id, 'confirmArithmetical'));
    expect(codeOf(await hall.decide('amtsleitung', id, 'order'))).toBe('aboveLimit');
    expect(codeOf(await hall.decide('buergermeister', id, 'order'))).toBe('done');
  });
});
