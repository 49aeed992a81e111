import pg from 'pg';
import { value } from '../../demo/set-up-town.js';
import { TrackDelivery } from '../../src/pipeline/track-delivery.js';
import { attached, mixed } from '../fixtures/mails/mail-builder.js';
import { papersOf } from '../fixtures/mails/papers.js';
import { PlainKeyedHash } from '../support/memory-ports.js';
import { bad, field, good, linkIn, never, readable, subjects, wordsOf } from './answer-reading.js';
import { mailWith, openAnswerRoom, type AnswerRoom } from './answer-room.js';
import { aDocument, aFile, anInvoice, examined } from './town-hall.js';

// Answers where they would tell too much, the wrong thing, the wrong one, or nothing.

let room: AnswerRoom;
beforeEach(async () => {
  room = await openAnswerRoom();
});
afterEach(async () => {
  await room.close();
});

type Put = (raw: string) => Promise<void>;
const receive = async (put: Put, raw: string, ...found: ReturnType<typeof good>[]): Promise<readonly string[]> => {
  const known = room.hall.queue.wakes.length;
  await put(raw);
  room.hall.examiner.next.push(...found);
  await room.workOff();
  return room.hall.queue.wakes.slice(known).flatMap(({ kind, id }) => (kind === 'invoice' ? [id] : []));
};
const posted = (at: number) => room.office.posted[at] ?? never();
const day = 24 * 60 * 60 * 1000;
const inTown = <T>(work: Parameters<typeof room.hall.door.inTenant<T>>[1]) =>
  room.hall.door.inTenant(room.hall.tenantId, work);

describe('The link of a delivery', () => {
  it('is not given to the firms of a relay: its delivery holds the invoices of others', async () => {
    const { put } = await room.mailbox('portal@auenfurt.example', { isRelay: true });
    const of = (firm: string) => ({ seller: { name: firm, vatId: firm, contact: { email: `post@${firm}.example` } } });
    await receive(put, mailWith(2), good('R-1', of('berg')), bad('R-2', of('tal')));
    expect(room.office.posted.map(({ to }) => to)).toEqual([['post@berg.example'], ['post@tal.example']]);
    for (const mail of room.office.posted) expect(readable(mail).replace(/=\r\n/g, '')).not.toContain('https://');
  });

  it('holds once only, and no longer than the delivery can be followed', async () => {
    const { put } = await room.mailbox('rechnung@auenfurt.example');
    await receive(put, mailWith(1), good('R-1'));
    const start = linkIn(posted(0), 'confirmation');
    value(await room.notify.confirm(start));
    room.hall.clock.move(1000);
    const [invoice] = room.hall.queue.wakes.flatMap(({ kind, id }) => (kind === 'invoice' ? [id] : []));
    value(await room.hall.decide('hanna', invoice ?? '', 'claim'));
    await room.workOff();
    value(await room.notify.end(linkIn(posted(1), 'end')));
    expect(await room.notify.confirm(start)).toMatchObject({ kind: 'refused', refusal: { code: 'notFound' } });
    await receive(put, mailWith(1, { 'Message-ID': '<2@handwerk.example>' }), good('R-2'));
    const late = linkIn(posted(2), 'confirmation');
    room.hall.clock.move(401 * day);
    expect(await room.notify.confirm(late)).toMatchObject({ kind: 'refused', refusal: { code: 'notFound' } });
  });
});

describe('Several who answer the same mail of the town', () => {
  it('get their receipts and reports each', async () => {
    const { put } = await room.mailbox('rechnung@auenfurt.example');
    for (const firm of ['berg', 'tal']) {
      const from = { From: `post@${firm}.example`, 'Return-Path': `<post@${firm}.example>` };
      const thread = { 'Message-ID': `<1@${firm}.example>`, References: '<rundschreiben@auenfurt.example>' };
      await receive(put, mailWith(1, { ...from, ...thread }), bad(`R-${firm}`));
    }
    expect(room.office.posted.map(({ to }) => to[0])).toEqual(
      ['berg', 'berg', 'tal', 'tal'].map((firm) => `post@${firm}.example`),
    );
  });
});

describe('The sender of an answer', () => {
  it("is the installation's where its server writes, unless the mailbox's domain is its own", async () => {
    room.hall.answering.outgoing = { from: 'eingang@verbund.example', domains: ['auenfurt.example'] };
    const [own, foreign] = [await room.mailbox('a@auenfurt.example'), await room.mailbox('b@bundestag.example')];
    await receive(own.put, mailWith(1), good('R-1'));
    await receive(foreign.put, mailWith(1, { 'Message-ID': '<2@handwerk.example>' }), good('R-2'));
    expect(room.office.posted.map((mail) => /<(.*)>/.exec(wordsOf(field(mail, 'From')))?.[1])).toEqual([
      'a@auenfurt.example',
      'eingang@verbund.example',
    ]);
    expect(room.office.posted.map((mail) => field(mail, 'Reply-To'))).toEqual(['', 'b@bundestag.example']);
  });

  it('is nobody where the installation has no address for a foreign domain', async () => {
    room.hall.answering.outgoing = { from: null, domains: ['auenfurt.example'] };
    const { put } = await room.mailbox('b@bundestag.example');
    await receive(put, mailWith(1), good('R-1'));
    expect(room.office.posted).toEqual([]);
  });
});

describe('A mailbox that cannot send', () => {
  const smtp = { host: '127.0.0.1', port: 1, security: 'none', user: 'u', unencryptedAllowed: false } as const;

  it('leaves its answers to the installation once it is closed, or has no password for its server', async () => {
    room.hall.answering.outgoing = { from: 'eingang@verbund.example', domains: ['auenfurt.example'] };
    const { put, id } = await room.mailbox('rechnung@auenfurt.example', { smtp });
    await receive(put, mailWith(1), good('R-1'));
    expect(subjects(room)).toEqual(['Eingangsbestätigung']);
    await put(mailWith(1, { 'Message-ID': '<2@handwerk.example>' }));
    await inTown((tenant) => tenant.mailboxes.close(id, room.hall.clock.now()));
    room.hall.examiner.next.push(good('R-2'));
    await room.workOff();
    expect(subjects(room)).toEqual(['Eingangsbestätigung', 'Eingangsbestätigung']);
  });

  it('says since when and why, until it can again', async () => {
    const { put } = await room.mailbox('rechnung@auenfurt.example');
    const failing = async () => (await inTown((tenant) => tenant.mailboxes.list())).map(({ sending }) => sending);
    expect(await failing()).toEqual([null]);
    room.office.say = () => ({ code: 451, text: 'no disk' });
    const since = room.hall.clock.now();
    await receive(put, mailWith(1), good('R-1'));
    expect(await failing()).toEqual([{ failingSince: since, cause: '451 no disk' }]);
    room.hall.clock.move(10 * 60 * 1000);
    await room.workOff();
    expect(await failing()).toEqual([{ failingSince: since, cause: '451 no disk' }]);
    room.office.say = () => null;
    room.hall.clock.move(60 * 60 * 1000);
    await room.workOff();
    expect(await failing()).toEqual([null]);
  });
});

const tracking = async (name: string): Promise<string> => value(await room.hall.send(name, aFile(name))).trackingToken;

describe('Who asks to be told of later steps', () => {
  it('takes nothing of what a supplier is told, and is asked a few times a day', async () => {
    const { put } = await room.mailbox('rechnung@auenfurt.example');
    for (let round = 1; round <= 6; round += 1)
      value(await room.notify.ask(await tracking(`c${String(round)}`), 'firma@handwerk.example', 'de'));
    room.hall.examiner.next.push(...['a', 'b', 'c', 'd', 'e', 'f'].map((number) => good(number)));
    await room.workOff();
    expect(subjects(room)).toEqual(Array.from({ length: 3 }, () => 'Benachrichtigungen bestätigen'));
    await receive(put, mailWith(1), bad('R-1'));
    expect(subjects(room).slice(3)).toEqual(['Eingangsbestätigung', 'Rechnung fehlerhaft, bitte berichtigen']);
  });

  it('may ask again where ten others have asked too', async () => {
    await room.mailbox('rechnung@auenfurt.example');
    const token = await tracking('viele');
    for (let at = 1; at <= 10; at += 1) value(await room.notify.ask(token, `p${String(at)}@firma.example`, 'de'));
    expect(await room.notify.ask(token, 'p11@firma.example', 'de')).toMatchObject({
      refusal: { code: 'tooManyAddresses' },
    });
    room.hall.clock.move(day);
    room.hall.examiner.next.push(good('R-1'));
    await room.workOff();
    value(await room.notify.ask(token, 'p1@firma.example', 'de'));
    await room.workOff();
    expect(room.office.posted.filter(({ to }) => to[0] === 'p1@firma.example')).toHaveLength(2);
  });

  it('does not stand in the way of whoever decides at that moment', async () => {
    const { hall, notify } = room;
    await room.mailbox('rechnung@auenfurt.example');
    const token = await tracking('zugleich');
    hall.examiner.next.push(good('R-1'));
    await room.workOff();
    const [invoice = ''] = hall.queue.wakes.flatMap(({ kind, id }) => (kind === 'invoice' ? [id] : []));
    const [first, second] = ['eins@firma.example', 'zwei@firma.example'] as const;
    const links: string[] = [];
    for (const address of [first, second]) {
      value(await notify.ask(token, address, 'de'));
      await room.workOff();
      links.push(linkIn(room.office.posted.at(-1) ?? never(), 'confirmation'));
    }
    value(await notify.confirm(links[0] ?? ''));
    hall.clock.move(day);
    const held = await holdAddress(second);
    try {
      // One asks for the second address, which confirms in this moment; another tells both of a step.
      const asked = notify.ask(token, second, 'de');
      await held.waiting(1);
      value(await notify.confirm(links[1] ?? ''));
      const claimed = hall.decide('hanna', invoice, 'claim');
      await held.waiting(2);
      await held.release();
      const [answer, claim] = await Promise.allSettled([asked, claimed]);
      expect([answer.status, claim.status]).toEqual(['fulfilled', 'fulfilled']);
    } finally {
      await held.release();
    }
  });
});

/** Holds what two plans for one address wait for each other by. */
async function holdAddress(address: string) {
  const client = new pg.Client({ connectionString: room.hall.fresh.superuserUrl });
  await client.connect();
  const words = `answer ${room.hall.tenantId} ${new PlainKeyedHash().hex('answerAddress', address)}`;
  await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [words]);
  const waiting = async (wanted: number): Promise<void> => {
    for (;;) {
      const { rows } = await client.query<{ n: number }>(
        `SELECT count(DISTINCT pid)::integer AS n FROM pg_locks
         WHERE NOT granted AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())`,
      );
      if ((rows[0]?.n ?? 0) >= wanted) return;
    }
  };
  let isHeld = true;
  const release = async (): Promise<void> => {
    if (isHeld) await client.end();
    isHeld = false;
  };
  return { waiting, release };
}

const unchecked = (number: string) => examined(aDocument(anInvoice(number), { verdict: 'couldNotBeChecked' }));
const faulty = 'Rechnung fehlerhaft, bitte berichtigen';

describe('An invoice that is judged again', () => {
  const recheck = async (id: string, found: ReturnType<typeof good>, key = 'once'): Promise<void> => {
    value(await room.hall.decide('eingang', id, 'recheck', { key: `recheck ${id} ${key}` }));
    room.hall.examiner.next.push(found);
    await room.workOff();
  };
  const reopen = async (id: string): Promise<void> => {
    for (const login of ['eingang', 'eingang2'])
      value(await room.hall.decide(login, id, 'reopen', { reason: 'Doch ansehen' }));
  };

  it('is told of when it is rejected then, though the mail has had its report, and again after a reopening', async () => {
    const { put } = await room.mailbox('rechnung@auenfurt.example');
    const [, second = ''] = await receive(put, mailWith(2), bad('R-1'), unchecked('R-2'));
    expect(subjects(room)).toEqual(['Eingangsbestätigung', faulty]);
    await recheck(second, bad('R-2'));
    expect(subjects(room)).toEqual(['Eingangsbestätigung', faulty, faulty]);
    expect([readable(posted(1)), readable(posted(2))].map((text) => [/R-1/.test(text), /R-2/.test(text)])).toEqual([
      [true, false],
      [false, true],
    ]);
    await reopen(second);
    await recheck(second, bad('R-2'), 'again');
    expect(subjects(room).slice(3)).toEqual([faulty]);
  });

  it('is not told of when it is accepted then, and of the others nothing twice', async () => {
    const { put } = await room.mailbox('rechnung@auenfurt.example');
    const relay = await room.mailbox('portal@auenfurt.example', { isRelay: true });
    const [, second = ''] = await receive(put, mailWith(2), bad('R-1'), unchecked('R-2'));
    const seller = (email: string) => ({ seller: { name: 'Berg', vatId: 'DE9', contact: { email } } });
    const raw = mailWith(1, { 'Message-ID': '<p@portal.example>' });
    const [third = ''] = await receive(relay.put, raw, good('R-3', seller('alt@berg.example')));
    const before = room.office.posted.length;
    await recheck(second, good('R-2'));
    value(await room.hall.decide('hanna', third, 'sendToClarification', { reason: 'Noch einmal ansehen' }));
    await recheck(third, good('R-3', seller('neu@berg.example')));
    expect(subjects(room).slice(before)).toEqual([]);
  });

  it('is not called rejected by a mail that was held up until it was reopened', async () => {
    const { put } = await room.mailbox('rechnung@auenfurt.example');
    room.office.say = (mail) =>
      /fehlerhaft/.test(wordsOf(field(mail, 'Subject'))) ? { code: 451, text: 'later' } : null;
    const [id = ''] = await receive(put, mailWith(1), bad('R-1'));
    const tried = room.office.posted.length;
    await reopen(id);
    room.office.say = () => null;
    room.hall.clock.move(day / 2);
    await room.workOff();
    expect(room.office.posted).toHaveLength(tried);
    const deliveryId = room.hall.queue.wakes.find(({ kind }) => kind === 'delivery')?.id ?? '';
    const history = await inTown((tenant) => tenant.audit.history('delivery', deliveryId, 0, 100));
    expect(history.at(-1)?.event).toBe('delivery.answerDropped');
  });
});

describe('An invoice in several forms', () => {
  it('has its sender told which file counts and what is wrong with the other, by mail and behind the link', async () => {
    const { put } = await room.mailbox('rechnung@auenfurt.example');
    const papers = papersOf('Z');
    const broken = papers
      .ubl('A')
      .toString()
      .replace(/<cbc:BuyerReference>[^<]*<\/cbc:BuyerReference>/, '');
    const files = [attached('alt.xml', broken), attached('neu.xml', papers.cii('A'))];
    await receive(put, mixed(...files).toString('latin1'));
    expect(subjects(room)).toEqual(['Eingangsbestätigung', 'Rechnung angenommen, eine ihrer Dateien ist fehlerhaft']);
    expect(readable(posted(1))).toMatch(/Es gilt die Datei „neu\.xml“[\s\S]*\(alt\.xml\)[\s\S]*Regel: BR-DE-15/);
    const token = /track\/([\w-]{43})/.exec(readable(posted(1)).replace(/=\r\n/g, ''))?.[1] ?? '';
    const tracking = new TrackDelivery(room.hall.lookup, room.hall.door, room.hall.clock, new PlainKeyedHash());
    const { parts } = value(await tracking.track(token));
    expect(
      parts.filter(({ invoice }) => invoice).map(({ fileName, fate, faults }) => [fileName, fate, faults.length > 0]),
    ).toEqual([
      ['alt.xml', 'twin', true],
      ['neu.xml', 'invoice', false],
    ]);
    expect(value(await tracking.reports(token)).reports.map(({ fileName }) => fileName)).toEqual(['alt.xml']);
  });
});
