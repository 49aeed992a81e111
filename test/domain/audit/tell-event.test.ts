import { auditEvents, isAuditEventName, type AuditEventName } from '../../../src/domain/audit/events.js';
import { eventSentences } from '../../../src/domain/audit/event-sentences.table.js';
import { tellEvent, type ToldEvent } from '../../../src/domain/audit/tell-event.js';

const names: Readonly<Record<string, string>> = {
  p1: 'Petra Pflug',
  p2: 'Viktor Vogt',
  d1: 'Bauamt',
  k1: 'Finanzverfahren',
  r1: 'Bestellungen',
  i2: 'RS-2026-0311',
};
const tell = (event: AuditEventName, told: Partial<ToldEvent> = {}) =>
  tellEvent({ event, actor: { kind: 'person', id: 'p1' }, facts: {}, payload: null, ...told }, (id) => names[id]);

const all = Object.keys(auditEvents).filter(isAuditEventName);

it('has a sentence for every event that can happen, and for no other', () => {
  expect(Object.keys(eventSentences).sort()).toEqual([...all].sort());
});

it.each(all)('tells %s in both languages, however little is known of it', (event) => {
  const { label, sentence } = tell(event, { actor: { kind: 'person', id: 'gone' } });
  for (const text of [label.de, label.en, sentence.de, sentence.en]) expect(text).toMatch(/^[\p{Lu}].+$/u);
  for (const text of [sentence.de, sentence.en]) {
    expect(text).not.toMatch(/[[\]{}]|undefined|\s[.,;]|\s{2}|\.\./);
    expect(text).toMatch(/[.!?]$/);
  }
  expect(sentence.de).not.toBe(sentence.en);
});

it('names people, departments, programs, rules and invoices instead of their ids', () => {
  const facts = { department: 'd1', rule: 'r1', reason: 'rule' };
  expect(tell('invoice.routed', { actor: { kind: 'system', id: 'worker' }, facts }).sentence.de).toBe(
    'Die automatische Bearbeitung hat die Rechnung dem Amt Bauamt zugeordnet, nach der Regel „Bestellungen“.',
  );
  expect(tell('invoice.markedDuplicate', { facts: { otherInvoice: 'i2' } }).sentence.en).toBe(
    'Petra Pflug marked the invoice as a duplicate of invoice RS-2026-0311.',
  );
  const refused = { actor: { kind: 'apiKey', id: 'k1' }, payload: { reason: 'Konto gesperrt.', reference: null } };
  expect(tell('invoice.refusedByFinance', refused).sentence.de).toBe(
    'Das Programm „Finanzverfahren“ hat die Anordnung nicht angenommen: Konto gesperrt.',
  );
});

it('says for whom a deputy acted, and when a second person is still missing', () => {
  const deputy = { kind: 'person', id: 'p1', onBehalfOf: 'p2' };
  expect(tell('invoice.ordered', { actor: deputy, facts: { progress: 'partial' } }).sentence).toEqual({
    de: 'Petra Pflug (in Vertretung von Viktor Vogt) hat die Zahlung angeordnet; eine zweite Person muss noch zustimmen.',
    en: 'Petra Pflug (acting for Viktor Vogt) ordered the payment; a second person has still to agree.',
  });
});

it('says whose work somebody has taken over', () => {
  const [facts, payload] = [{ holder: 'p2' }, { reason: 'Er ist krank.' }];
  expect(tell('invoice.takenOver', { facts, payload }).sentence.de).toBe(
    'Petra Pflug hat die Rechnung, die Viktor Vogt in Arbeit hatte, an sich genommen. Grund: Er ist krank.',
  );
  expect(tell('invoice.released').sentence.en).toBe('Petra Pflug gave the invoice back to the department’s queue.');
});

it('says reasons of the program in words, and a rejection by the rules that are broken', () => {
  const facts = { reason: 'accountChanged', from: 'received', to: 'clarification' };
  const told = tell('invoice.sentToClarification', { facts });
  expect(told.sentence.de).toBe('Petra Pflug hat die Rechnung in Klärung gegeben: Geändertes Konto.');
  expect(told.change).toEqual({
    from: { de: 'Eingegangen', en: 'Received' },
    to: { de: 'In Klärung', en: 'In clarification' },
  });
  const rejected = tell('invoice.rejected', { facts: { reason: 'verdict', rules: ['BR-DE-1', 'BR-16'] } });
  expect(rejected.sentence.en).toBe('Petra Pflug rejected the invoice formally. Rules broken: BR-DE-1, BR-16.');
});

it('keeps the name of an event that it does not know', () => {
  const unknown = tellEvent({ event: 'x.y', actor: { kind: 'person', id: 'p1' }, facts: {}, payload: null }, () => '');
  expect(unknown).toEqual({ label: { de: 'x.y', en: 'x.y' }, sentence: { de: 'x.y', en: 'x.y' }, change: null });
});

it('does not take what somebody wrote for a placeholder', () => {
  const payload = { reason: 'siehe {actor} [x]' };
  expect(tell('invoice.declined', { payload }).sentence.de).toBe(
    'Petra Pflug hat die Rechnung sachlich abgelehnt: siehe {actor} [x].',
  );
});
