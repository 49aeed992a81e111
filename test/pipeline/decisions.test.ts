import { value } from '../../demo/set-up-town.js';
import { DecideOnMany } from '../../src/pipeline/decide-on-many.js';
import type { ApprovalSetting } from '../../src/pipeline/tenant-settings.table.js';
import type { Holds } from '../../src/domain/approval/deputies.js';
import type { WantedList } from '../../src/pipeline/read-invoices.js';
import { townDay } from '../../src/pipeline/town-day.js';
import type { DeskAction } from '../../src/pipeline/desk-actions.js';
import type { Outcome } from '../../src/pipeline/outcome.js';
import { aDocument, anInvoice, examined, openTownHall, type TownHall } from './town-hall.js';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());

const codeOf = (outcome: Outcome<unknown>): string => (outcome.kind === 'done' ? 'done' : outcome.refusal.code);
const offersFor = (login: string, invoiceId: string) =>
  hall.decideOnInvoice.offers({ tenantId: hall.tenantId, personId: hall.personId(login), invoiceId });
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
      expect(codeOf(await offersFor(login, id))).toBe('notFound');
    }
  });

  it('offers what stands on the desk, and nothing that has nothing behind it yet', async () => {
    const id = await hall.invoiceThatIs('in_review', 'Angebote');
    const { offers } = value(await offersFor('hanna', id));
    const actions = offers.map((offer) => offer.action);
    expect(actions).toEqual(expect.arrayContaining(['claim', 'confirmFactual', 'decline', 'order']));
    for (const later of ['moveToTenant', 'claimForPayment', 'acknowledge', 'dispose', 'amendPayment'])
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

const admin = (idempotencyKey: string) => ({
  ...{ tenantId: hall.tenantId, personId: hall.personId('admin'), idempotencyKey },
});

/** Has the town ask for something else until the work is done. */
async function withApproval(changed: Partial<ApprovalSetting>, work: () => Promise<void>): Promise<void> {
  const usual = (await hall.tenantSettings.read(admin(''), 'approval').then(value)).value;
  await hall.set('approval', { ...usual, ...changed });
  await work().finally(() => hall.set('approval', usual));
}

describe('what the town has set about approval', () => {
  it('asks for as many orders as the amount needs', async () => {
    const steps = [
      { upTo: '100.00', orders: 1 },
      { upTo: null, orders: 2 },
    ];
    await withApproval({ steps }, async () => {
      const id = await hall.invoiceThatIs('confirmed', 'zwei Anordnungen');
      expect(value(await hall.decide('amtsleitung', id, 'order'))).toMatchObject({ progress: 'partial' });
      expect(codeOf(await hall.decide('amtsleitung', id, 'order', { key: 'nochmal' }))).toBe('secondPersonNeeded');
      expect(value(await hall.decide('buergermeister', id, 'order'))).toMatchObject({ state: 'approved' });
    });
  });

  it('has two people decline above its limit', async () => {
    await withApproval({ declineByTwoAbove: '118.99' }, async () => {
      const id = await hall.invoiceThatIs('in_review', 'zu zweit abgelehnt');
      const why = { reason: 'Nicht bestellt.' };
      expect(value(await hall.decide('hanna', id, 'decline', why))).toMatchObject({ progress: 'partial' });
      expect(codeOf(await hall.decide('hanna', id, 'decline', { ...why, key: 'nochmal ab' }))).toBe(
        'secondPersonNeeded',
      );
    });
  });

  it('lets who has confirmed order only as an exception, with a second person, on the list of the audit office', async () => {
    const id = await hall.invoiceThatIs('confirmed', 'Ausnahme');
    await makeOrderer('hanna');
    const why = { reason: 'Der Bürgermeister ist im Urlaub.' };
    expect(codeOf(await hall.decide('hanna', id, 'orderAsException', why))).toBe('noExceptions');
    await withApproval({ orderException: true }, async () => {
      expect(codeOf(await hall.decide('hanna', id, 'order'))).toBe('confirmedByYourself');
      expect(value(await hall.decide('hanna', id, 'orderAsException', why))).toMatchObject({ state: 'confirmed' });
      const agreed = await hall.decide('eingang', id, 'orderAsException', { reason: 'Gesehen.' });
      expect(value(agreed)).toMatchObject({ state: 'approved' });
    });
    const auditor = { tenantId: hall.tenantId, personId: hall.personId('pruefung') };
    expect(value(await hall.readExceptions.list(auditor, null, 10))).toMatchObject([
      {
        ...{ invoiceId: id, number: 'Ausnahme', voided: false },
        ordered: { personId: hall.personId('hanna'), reason: why.reason },
        agreed: { personId: hall.personId('eingang'), reason: 'Gesehen.' },
      },
    ]);
    const hanna = { tenantId: hall.tenantId, personId: hall.personId('hanna') };
    expect(codeOf(await hall.readExceptions.list(hanna, null, 10))).toBe('administratorsOnly');
  });
});

const makeOrderer = (login: string) =>
  hall.door.inTenant(hall.tenantId, (tenant) =>
    tenant.people.addGrant({
      ...{ id: hall.ids.next(), personId: hall.personId(login), role: 'orderer', departmentId: null, limitCents: null },
      ...{ validFrom: '2020-01-01', validTo: null, proposedBy: hall.personId('admin'), proposedAt: new Date(0) },
      ...{ confirmedBy: hall.personId('admin2'), confirmedAt: new Date(0), revokedAt: null },
    }),
  );

describe('what finance has booked', () => {
  const finance = (key: string) => ({ tenantId: hall.tenantId, apiKeyId: hall.town.financeKeyId, idempotencyKey: key });
  const nothing = { reference: null, reason: null, paidOn: null, amount: null };

  /** Ordered, claimed and acknowledged. */
  async function handedOver(number: string) {
    const invoiceId = await hall.invoiceThatIs('approved', number);
    const { handOverId } = value(await hall.claimHandOver.claim({ ...finance(`claim ${number}`), limit: 500 }));
    const booked = { ...finance(`ack ${number}`), handOverId, invoiceId };
    value(await hall.answerHandOver.answer({ ...booked, answer: 'acknowledge', reference: 'B1', reason: null }));
    return { handOverId, invoiceId };
  }

  it('is recalled by us and given back by them, and nothing that was signed stands', async () => {
    const { handOverId, invoiceId } = await handedOver('Rückruf');
    const why = { reason: 'Falsches Konto.' };
    expect(codeOf(await hall.decide('buchhaltung', invoiceId, 'recall', why))).toBe('noRecallRequested');
    expect(codeOf(await hall.decide('amtsleitung', invoiceId, 'revoke', why))).toBe('wrongState');
    value(await hall.decide('amtsleitung', invoiceId, 'requestRecall', why));
    expect(codeOf(await hall.decide('hanna', invoiceId, 'requestRecall', why))).toBe('recallRequested');
    const [asked] = await hall.settleHandOver.recalls(hall.tenantId, null, 10);
    expect(asked).toMatchObject({ handOverId, invoiceId, number: 'Rückruf', reference: 'B1', ...why });
    expect(await hall.settleHandOver.recalls(hall.tenantId, asked ?? null, 10)).toEqual([]);
    const recalled = await hall.decide('buchhaltung', invoiceId, 'recall', { ...why, key: 'bestätigt' });
    expect(value(recalled)).toMatchObject({ state: 'in_review' });
    expect(await hall.settleHandOver.recalls(hall.tenantId, null, 10)).toEqual([]);
    const { decisions } = value(await hall.readInvoices.get(hall.reader, invoiceId));
    const standing = decisions.filter(({ action, voidedAt }) => action !== 'claim' && voidedAt === null);
    expect(standing.map(({ action }) => action)).toEqual(['recall']);
  });

  it('is paid in part with a reason, once, and kept for the supplier', async () => {
    const booked = await handedOver('Kürzung');
    const settlement = 'payment' as const;
    const short = { ...finance('kurz'), ...booked, ...nothing, settlement, amount: '100.00', paidOn: '2026-12-01' };
    expect(codeOf(await hall.settleHandOver.settle(short))).toBe('reasonMissing');
    const paid = await hall.settleHandOver.settle({ ...short, reason: 'Ein Stuhl fehlte.' });
    expect(value(paid)).toMatchObject({ state: 'paid_reduced' });
    expect(codeOf(await hall.settleHandOver.settle({ ...short, ...finance('noch einmal'), amount: null }))).toBe(
      'wrongState',
    );
    const kept = await hall.door.inTenant(hall.tenantId, (tenant) => tenant.handOvers.findPayment(booked.invoiceId));
    expect(kept).toEqual({ paidOn: '2026-12-01', paidCents: 10_000n, reason: 'Ein Stuhl fehlte.' });
  });

  it('is paid in full where the whole amount is named, and not by who ordered it', async () => {
    const booked = await handedOver('voll');
    expect(codeOf(await hall.decide('kasse', booked.invoiceId, 'markPaidReduced'))).toBe('reasonMissing');
    const whole = { ...finance('voll'), ...booked, ...nothing, settlement: 'payment' as const, amount: '119.00' };
    expect(value(await hall.settleHandOver.settle(whole))).toMatchObject({ state: 'paid' });
  });
});

describe('one deed on several invoices', () => {
  it('is judged for each by itself, and done once however often the call is repeated', async () => {
    const free = await hall.invoiceThatIs('in_review', 'Stapel 1');
    const confirmed = await hall.invoiceThatIs('confirmed', 'Stapel 2');
    const stale = await hall.invoiceThatIs('in_review', 'Stapel 3');
    const { version } = await hall.invoiceOf(free);
    const many = new DecideOnMany(hall.decideOnInvoice);
    const wanted = {
      ...{ tenantId: hall.tenantId, personId: hall.personId('hanna'), idempotencyKey: 'Stapel' },
      action: 'confirmFactual' as const,
      invoices: [
        { id: free, seenVersion: version },
        { id: confirmed, seenVersion: (await hall.invoiceOf(confirmed)).version },
        { id: stale, seenVersion: 99 },
      ],
    };
    const codes = async () => (await many.decide(wanted)).map(({ outcome }) => codeOf(outcome));
    expect(await codes()).toEqual(['done', 'alreadyDecided', 'staleVersion']);
    expect(await codes()).toEqual(['done', 'alreadyDecided', 'staleVersion']);
    const { decisions } = value(await hall.readInvoices.get(hall.reader, free));
    expect(decisions.filter(({ action }) => action === 'confirmFactual')).toHaveLength(1);
  });
});

describe('in Vertretung', () => {
  const by = (login: string, idempotencyKey: string) => ({
    ...{ tenantId: hall.tenantId, personId: hall.personId(login), idempotencyKey },
  });
  const day = (days: number): string => townDay(new Date(hall.clock.now().getTime() + days * 86_400_000));
  const lending = (principal: string, deputy: string, holds: Holds) => ({
    ...{ principalId: hall.personId(principal), deputyId: hall.personId(deputy), roles: null, departmentId: null },
    ...{ validFrom: day(-1), validTo: day(30), holds },
  });
  /** Proposed by the one administrator and confirmed by the other. */
  const appoint = async (principal: string, deputy: string, holds: Holds, key: string): Promise<string> => {
    const { id } = value(await hall.administerDeputies.propose(by('admin', key), lending(principal, deputy, holds)));
    value(await hall.administerDeputies.confirm(by('admin2', key), id));
    return id;
  };
  const absent = async (login: string, key: string): Promise<string> => {
    const days = { personId: hall.personId(login), firstDay: day(0), lastDay: day(2) };
    return value(await hall.enterAbsence.enter(by(login, key), days)).id;
  };
  const onBehalfOf = (login: string) => ({ onBehalfOf: hall.personId(login) });

  it('takes two people, neither of them the deputy, and gives nobody their own rights', async () => {
    const { administerDeputies: deputies, enterAbsence } = hall;
    const own = lending('hanna', 'henrik', 'whileAbsent');
    expect(codeOf(await deputies.propose(by('henrik', 'für mich'), own))).toBe('ownAffairsOnly');
    expect(codeOf(await deputies.propose(by('hanna', 'selbst'), { ...own, deputyId: own.principalId }))).toBe(
      'ownDeputy',
    );
    const { id } = value(await deputies.propose(by('hanna', 'eigene'), own));
    expect(codeOf(await deputies.confirm(by('hanna', 'allein'), id))).toBe('administratorsOnly');
    value(await deputies.confirm(by('admin', 'zweite'), id));
    const admins = lending('hanna', 'admin', 'whileAbsent');
    const gained = value(await deputies.propose(by('admin2', 'Verwaltung'), admins)).id;
    expect(codeOf(await deputies.confirm(by('admin2', 'dieselbe'), gained))).toBe('secondPersonNeeded');
    expect(codeOf(await deputies.confirm(by('admin', 'sich selbst'), gained))).toBe('deputyMayNot');
    const days = { personId: hall.personId('hanna'), firstDay: day(0), lastDay: day(0) };
    expect(codeOf(await enterAbsence.enter(by('admin', 'für sich'), days))).toBe('deputyMayNot');
    expect(codeOf(await enterAbsence.enter(by('sofia', 'fremd'), days))).toBe('ownAffairsOnly');
    expect(
      codeOf(await enterAbsence.enter(by('hanna', 'vorbei'), { ...days, firstDay: day(-3), lastDay: day(-1) })),
    ).toBe('pastAbsence');
    for (const one of [id, gained]) value(await deputies.end(by('hanna', `Ende ${one}`), one));
    expect(await hall.readDeputies.standIns(by('henrik', ''))).toEqual([]);
  });

  it('a deputy goes on with what lies, with both names on record, and only while it holds', async () => {
    const id = await hall.invoiceThatIs('in_review', 'bleibt liegen');
    expect(codeOf(await hall.decide('henrik', id, 'confirmFactual', { ...onBehalfOf('hanna'), key: 'zu früh' }))).toBe(
      'deputyshipNotValid',
    );
    const deputyship = await appoint('hanna', 'sofia', 'whileAbsent', 'Sofia für Hanna');
    expect(codeOf(await hall.decide('sofia', id, 'confirmFactual', onBehalfOf('hanna')))).toBe('notFound');
    const absence = await absent('hanna', 'Urlaub');
    expect(codeOf(await hall.decide('sofia', id, 'confirmFactual', { key: 'im eigenen Namen' }))).toBe('noGrant');
    value(await hall.decide('sofia', id, 'confirmFactual', { ...onBehalfOf('hanna'), key: 'in Vertretung' }));
    const [deed] = (value(await hall.readInvoices.history(hall.reader, id)) ?? []).filter(
      ({ event }) => event === 'invoice.confirmedFactual',
    );
    expect(deed).toMatchObject({
      actor: { id: hall.personId('sofia'), onBehalfOf: hall.personId('hanna') },
      facts: { deputyship },
    });
    const { decisions } = value(await hall.readInvoices.get(hall.reader, id));
    expect(decisions.find(({ action }) => action === 'confirmFactual')).toMatchObject(onBehalfOf('hanna'));
    value(await hall.enterAbsence.withdraw(by('hanna', 'zurück'), absence));
    expect(codeOf(await hall.decide('sofia', id, 'ask', { ...onBehalfOf('hanna'), reason: 'Warum?' }))).toBe(
      'notFound',
    );
  });

  it('shows what lies with somebody absent: to the deputy as their work, and to the department if there is none', async () => {
    const id = await hall.invoiceThatIs('in_review', 'liegt bei Hanna');
    const absence = await absent('hanna', 'krank');
    const list = async (login: string, filter: Partial<WantedList>) => {
      const reader = { kind: 'person', tenantId: hall.tenantId, personId: hall.personId(login) } as const;
      const page = { sort: 'receivedAt', descending: true, after: null, limit: 200 } as const;
      const { items } = await hall.readInvoices.list(reader, { queue: 'mine', ...page, ...filter });
      return items.some((item) => item.id === id);
    };
    const atAbsent = async (login: string) =>
      (await hall.readInvoices.counts({ kind: 'person', tenantId: hall.tenantId, personId: hall.personId(login) }))
        .atAbsent;
    expect(await list('sofia', {})).toBe(true);
    expect(await list('sofia', { whose: 'own' })).toBe(false);
    expect(await list('sofia', { whose: { principalId: hall.personId('hanna') } })).toBe(true);
    expect(await list('sofia', { whose: { principalId: hall.personId('tilda') } })).toBe(false);
    expect(await list('henrik', { queue: 'department', claimed: 'absent' })).toBe(false);
    for (const { id: one } of await hall.readDeputies.deputyships(by('hanna', '')))
      value(await hall.administerDeputies.end(by('hanna', `Ende ${one}`), one));
    expect(await list('sofia', {})).toBe(false);
    expect(await list('henrik', { queue: 'department', claimed: 'absent' })).toBe(true);
    expect(await atAbsent('henrik')).toBeGreaterThan(0);
    const colleagues = await hall.readDeputies.colleagues(hall.tenantId);
    expect(colleagues.find((one) => one.id === hall.personId('hanna'))).toMatchObject({
      absentUntil: day(2),
      deputyIds: [],
    });
    value(await hall.enterAbsence.withdraw(by('admin', 'wieder da'), absence));
    expect(await atAbsent('henrik')).toBe(0);
  });

  it('an invoice is passed on to a colleague who is there, and lies with nobody else', async () => {
    const id = await hall.invoiceThatIs('in_review', 'wird weitergegeben');
    const to = (login: string) => ({ colleagueId: hall.personId(login) });
    expect(codeOf(await hall.decide('hanna', id, 'passOn', { ...to('sofia'), key: 'fremdes Amt' }))).toBe('noGrant');
    expect(codeOf(await hall.decide('henrik', id, 'passOn', to('henrik')))).toBe('claimedBySomeoneElse');
    const absence = await absent('henrik', 'Henrik fort');
    expect(codeOf(await hall.decide('hanna', id, 'passOn', { ...to('henrik'), key: 'abwesend' }))).toBe(
      'colleagueAbsent',
    );
    value(await hall.enterAbsence.withdraw(by('henrik', 'Henrik da'), absence));
    value(await hall.decide('hanna', id, 'passOn', to('henrik')));
    expect(await hall.invoiceOf(id)).toMatchObject({ state: 'in_review', claimedBy: hall.personId('henrik') });
    expect(codeOf(await hall.decide('hanna', id, 'confirmFactual'))).toBe('claimedBySomeoneElse');
  });

  it('ends where one of the two leaves', async () => {
    await appoint('simon', 'tarik', 'always', 'Tarik für Simon');
    expect(await hall.readDeputies.standIns(by('tarik', ''))).toEqual([
      { personId: hall.personId('simon'), absentUntil: null },
    ]);
    value(await hall.administerAccess.noteDeparture(by('admin', 'Simon geht'), hall.personId('simon')));
    expect(await hall.readDeputies.standIns(by('tarik', ''))).toEqual([]);
    expect(await hall.readDeputies.deputyships(by('tarik', ''))).toEqual([]);
  });
});
