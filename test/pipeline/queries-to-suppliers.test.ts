import { value } from '../../demo/set-up-town.js';
import { AnswerQuery } from '../../src/pipeline/answer-query.js';
import { ReadQueries } from '../../src/pipeline/read-queries.js';
import { TrackDelivery } from '../../src/pipeline/track-delivery.js';
import { attached, greeting, mail, multipart } from '../fixtures/mails/mail-builder.js';
import { papersOf } from '../fixtures/mails/papers.js';
import { PlainKeyedHash } from '../support/memory-ports.js';
import { field, good, linkIn as signedLinkIn, never, readable, subjects, wordsOf } from './answer-reading.js';
import { aFile } from './town-hall.js';
import { mailWith, openAnswerRoom, type AnswerRoom } from './answer-room.js';

let room: AnswerRoom;
beforeAll(async () => {
  room = await openAnswerRoom();
});
afterAll(() => room.close());
beforeEach(() => {
  room.office.posted.length = 0;
  // Each address has its own five answers a day.
  room.hall.clock.move(24 * 60 * 60 * 1000);
});

let mails = 0;
const question = 'Zu welcher Baustelle gehört Position 3?\nBitte mit Lieferschein.';

/** An invoice that came by mail and that hanna has asked about; the mail that asks is posted. */
async function asked(fields: Readonly<Record<string, string>> = {}, found = good(`Q-${String((mails += 1))}`)) {
  const id = `<q${String(mails)}@handwerk.example>`;
  const box = await room.mailbox(`rechnung${String(mails)}@auenfurt.example`);
  room.hall.examiner.next.push(found);
  await box.put(mailWith(1, { 'Message-ID': id, ...fields }));
  await room.workOff();
  const [invoiceId = ''] = room.hall.queue.wakes
    .flatMap(({ kind, id: one }) => (kind === 'invoice' ? [one] : []))
    .slice(-1);
  value(await room.hall.decide('hanna', invoiceId, 'claim'));
  room.office.posted.length = 0;
  value(await room.hall.decide('hanna', invoiceId, 'ask', { reason: question }));
  await room.workOff();
  return { invoiceId, put: box.put, posted: room.office.posted[0] };
}

const reader = () => ({ kind: 'person' as const, tenantId: room.hall.tenantId, personId: room.hall.personId('hanna') });
const readQueries = () => new ReadQueries(room.hall.readInvoices, room.hall.documents, room.hall.clock);
const queriesOf = async (id: string) => value(await readQueries().list(reader(), id));
const answerQuery = () =>
  new AnswerQuery(room.hall.door, room.hall.acceptDelivery, room.hall.clock, room.hall.ids, new PlainKeyedHash());
const linkIn = (posted: Parameters<typeof readable>[0] | undefined): string =>
  /queries\/([\w.-]+)/.exec(readable(posted ?? never()).replace(/=\r\n/g, ''))?.[1] ?? '';
const lastEvent = async (id: string) =>
  (await room.hall.door.inTenant(room.hall.tenantId, (tenant) => tenant.audit.history('invoice', id, 0, 50))).at(-1);

/** What a mail program makes of a reply. */
function reply(fields: Readonly<Record<string, string>>, ...files: readonly Uint8Array[]): string {
  const own = { 'Message-ID': `<a${String((mails += 1))}@lieferant.example>`, ...fields };
  const [head = '', ...rest] = mail(multipart('mixed', [greeting, ...files]), 'AW: Rückfrage')
    .toString('latin1')
    .split('\r\n\r\n');
  const kept = head.split('\r\n').filter((line) => !Object.keys(own).some((name) => line.startsWith(`${name}:`)));
  const lines = [...Object.entries(own).map(([name, said]) => `${name}: ${said}`), ...kept];
  return [lines.join('\r\n'), ...rest].join('\r\n\r\n');
}

it('asks the sender of the mail, in its thread, and is answered by a reply that shows on the desk', async () => {
  const { invoiceId, put, posted } = await asked();
  expect([posted?.to, field(posted ?? never(), 'In-Reply-To')]).toEqual([
    ['firma@handwerk.example'],
    '<q1@handwerk.example>',
  ]);
  expect(readable(posted ?? never())).toMatch(
    /Zu welcher Baustelle gehört Position 3\?[\s\S]*https:\/\/eingang\.example/,
  );
  expect(readable(posted ?? never())).not.toContain('selbsttätig');
  room.hall.clock.move(3 * 24 * 60 * 60 * 1000);
  expect(await queriesOf(invoiceId)).toMatchObject([
    { isOpen: true, days: 3, silence: null, mailSentAt: expect.any(Date) },
  ]);
  const slip = attached('Lieferschein.pdf', '%PDF-1.4 Lieferschein');
  await put(reply({ 'In-Reply-To': field(posted ?? never(), 'Message-ID') }, slip));
  await room.workOff();
  expect(await room.hall.invoiceOf(invoiceId)).toMatchObject({ state: 'in_review' });
  expect(await lastEvent(invoiceId)).toMatchObject({ event: 'invoice.answered', actor: { id: 'supplier' } });
  const [query] = await queriesOf(invoiceId);
  expect(query).toMatchObject({ isOpen: false, days: 3, answeredBy: 'mail' });
  expect(query?.papers.map(({ fileName }) => fileName)).toEqual(['mail.eml', expect.any(String), 'Lieferschein.pdf']);
  const texts = await readQueries().texts(reader(), query?.papers ?? []);
  expect([...texts.values()]).toEqual(['Anbei unsere Rechnung.']);
  const paper = query?.papers[2];
  expect(value(await readQueries().paper(reader(), invoiceId, paper?.id ?? '')).type).toBe('application/pdf');
  expect((await room.hall.verify()).problems).toEqual([]);
});

it('is not answered by a machine, and is by the reference in a subject; an invoice in the reply is one', async () => {
  const { invoiceId, put, posted } = await asked();
  const messageId = field(posted ?? never(), 'Message-ID');
  await put(reply({ 'In-Reply-To': messageId, 'Auto-Submitted': 'auto-replied' }));
  await put(reply({ References: messageId, 'Return-Path': '<>' }));
  await room.workOff();
  expect(await room.hall.invoiceOf(invoiceId)).toMatchObject({ state: 'query' });
  const subject = /\[#\w{12}\]/.exec(wordsOf(field(posted ?? never(), 'Subject')))?.[0] ?? '';
  const before = room.hall.queue.wakes.length;
  await put(reply({ Subject: `Antwort ${subject}` }, attached('neu.xml', papersOf('QA').ubl('A'))));
  await room.workOff();
  expect(await room.hall.invoiceOf(invoiceId)).toMatchObject({ state: 'in_review' });
  const [found] = room.hall.queue.wakes.slice(before).filter(({ kind }) => kind === 'invoice');
  expect(await room.hall.invoiceOf(found?.id ?? '')).toMatchObject({ number: 'MQAA', state: 'routed' });
  const [query] = await queriesOf(invoiceId);
  expect(query?.papers.map(({ fileName }) => fileName)).not.toContain('neu.xml');
});

it('is answered through the link once, whoever repeats the call, and from the tracking page', async () => {
  const { invoiceId, posted } = await asked();
  const signed = linkIn(posted);
  expect(value(await answerQuery().look(signed))).toMatchObject({ question, isOpen: true, answeredAt: null });
  const delivery = await room.hall.door.inTenant(room.hall.tenantId, (tenant) =>
    tenant.answers.deliveriesOfInvoice(invoiceId),
  );
  const keyedHash = new PlainKeyedHash();
  const token = keyedHash.token('trackingToken', delivery[0] ?? '');
  const tracking = new TrackDelivery(room.hall.lookup, room.hall.door, room.hall.clock, keyedHash);
  const tracked = value(await tracking.track(token)).parts.flatMap(({ invoice }) => invoice?.query ?? []);
  expect(tracked).toMatchObject([{ question, link: signed }]);
  const parts = [
    { fileName: 'Antwort.txt', mediaType: 'text/plain', bytes: Buffer.from('Baustelle Mühlweg.') },
    { fileName: 'Rechnung_Plan.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-1.4 Plan') },
  ];
  const wanted = { signed, address: '192.0.2.7', idempotencyKey: 'eins', parts };
  const first = value(await answerQuery().answer(wanted));
  await room.workOff();
  expect(value(await answerQuery().answer(wanted)).number).toBe(first.number);
  expect(await answerQuery().answer({ ...wanted, idempotencyKey: 'zwei' })).toMatchObject({
    refusal: { code: 'queryClosed' },
  });
  expect(await room.hall.invoiceOf(invoiceId)).toMatchObject({ state: 'in_review' });
  const [query] = await queriesOf(invoiceId);
  expect(query?.papers.map(({ fileName }) => fileName)).toEqual(['Antwort.txt', 'Rechnung_Plan.pdf']);
  expect([...(await readQueries().texts(reader(), query?.papers ?? [])).values()]).toEqual(['Baustelle Mühlweg.']);
  const forged = signed.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A'));
  expect(await answerQuery().look(forged)).toMatchObject({ refusal: { code: 'notFound' } });
  expect(value(await answerQuery().look(signed))).toMatchObject({ isOpen: false });
});

it('says where nobody can be written to, and takes what staff were told by telephone', async () => {
  const id = await room.hall.process(`T-${String(mails)}`, good('T-1'));
  value(await room.hall.decide('hanna', id, 'claim'));
  value(await room.hall.decide('hanna', id, 'ask', { reason: question }));
  await room.workOff();
  expect(subjects(room)).toEqual([]);
  expect(await queriesOf(id)).toMatchObject([{ answerId: null, silence: 'noAddress' }]);
  expect(await room.hall.decide('hanna', id, 'answer', { key: 'leer' })).toMatchObject({
    refusal: { code: 'reasonMissing' },
  });
  value(await room.hall.decide('hanna', id, 'answer', { reason: 'Am Telefon: Mühlweg' }));
  expect(await room.hall.invoiceOf(id)).toMatchObject({ state: 'in_review' });
  expect(await queriesOf(id)).toMatchObject([{ answeredBy: 'staff', note: 'Am Telefon: Mühlweg', isOpen: false }]);
});

it('asks the contact that the invoice names where it came another way, and drops the mail once nothing is asked', async () => {
  const seller = { name: 'Berg GmbH', vatId: 'DE999100999', contact: { email: 'post@berg.example' } };
  const ids: string[] = [];
  for (const number of ['C-1', 'C-2']) {
    const id = await room.hall.process(number, good(number, { seller }));
    value(await room.hall.decide('hanna', id, 'claim'));
    value(await room.hall.decide('hanna', id, 'ask', { reason: question }));
    ids.push(id);
  }
  value(await room.hall.decide('hanna', ids[0] ?? '', 'answer', { reason: 'schon geklärt' }));
  await room.workOff();
  expect(room.office.posted.map(({ to }) => to)).toEqual([['post@berg.example']]);
  expect(await queriesOf(ids[1] ?? '')).toMatchObject([{ isOpen: true, mailSentAt: expect.any(Date) }]);
});

it('is told to whoever brought the invoice, and to nobody who has but a copy of it', async () => {
  const id = await room.hall.process('C-3', good('C-3'));
  value(await room.hall.send('copy', aFile('C-3')));
  const deliveries = await room.hall.door.inTenant(room.hall.tenantId, (tenant) =>
    tenant.answers.deliveriesOfInvoice(id),
  );
  const keyedHash = new PlainKeyedHash();
  const tokens = deliveries.map((delivery) => keyedHash.token('trackingToken', delivery));
  expect(tokens).toHaveLength(2);
  for (const [at, token] of tokens.entries()) value(await room.notify.ask(token, `c${String(at)}@kopie.example`, 'de'));
  await room.workOff();
  for (const posted of room.office.posted) value(await room.notify.confirm(signedLinkIn(posted, 'confirmation')));
  room.office.posted.length = 0;
  value(await room.hall.decide('hanna', id, 'claim'));
  value(await room.hall.decide('hanna', id, 'ask', { reason: question }));
  await room.workOff();
  const tracking = new TrackDelivery(room.hall.lookup, room.hall.door, room.hall.clock, keyedHash);
  const queries = await Promise.all(
    tokens.map(async (token) => value(await tracking.track(token)).parts.map(({ invoice }) => invoice?.query)),
  );
  expect(queries).toMatchObject([[{ question }], [null]]);
  const toldOf = room.office.posted
    .filter((posted) => /Rückfrage/.test(wordsOf(field(posted, 'Subject'))))
    .map((posted) => `${posted.to.join()} ${String(readable(posted).includes('Zu welcher Baustelle'))}`);
  expect(toldOf.sort()).toEqual(['c0@kopie.example true', 'c1@kopie.example false']);
});

it('leaves a mail that takes up an answered query to be sorted as any other', async () => {
  const { invoiceId, put, posted } = await asked();
  value(await room.hall.decide('hanna', invoiceId, 'answer', { reason: 'am Telefon' }));
  const before = room.hall.queue.wakes.length;
  const next = attached('Rechnung 17.pdf', '%PDF-1.4 Rechnung 17');
  await put(reply({ 'In-Reply-To': field(posted ?? never(), 'Message-ID') }, next));
  await room.workOff();
  const found = room.hall.queue.wakes.slice(before).filter(({ kind }) => kind === 'invoice');
  expect(found).toHaveLength(1);
  expect(found[0]?.id).not.toBe(invoiceId);
  const [query] = await queriesOf(invoiceId);
  expect(query).toMatchObject({ answeredBy: 'staff', papers: [] });
});

it('is asked however much programs have told the address that day', async () => {
  const told: string[] = [];
  for (let at = 0; at < 7; at += 1) {
    const number = `V-${String(at)}`;
    const id = await room.hall.process(number, good(number, { seller: busy }));
    told.push(id);
    value(await room.hall.decide('hanna', id, 'claim'));
    value(await room.hall.decide('hanna', id, 'ask', { reason: question }));
  }
  const asking = (await Promise.all(told.map(queriesOf))).flat().filter(({ answerId }) => answerId !== null);
  expect(asking).toHaveLength(7);
});

const busy = { name: 'Tal GmbH', vatId: 'DE999100998', contact: { email: 'post@tal.example' } };
