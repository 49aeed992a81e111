import { once } from 'node:events';
import { createServer } from 'node:net';
import { AnyHosts } from '../../src/adapters/hosts/any-hosts.js';
import { SmtpMailSender } from '../../src/adapters/smtp/smtp-mail-sender.js';
import { MailSender, type OutgoingMail, type SendResult } from '../../src/pipeline/ports/mail-sender.js';
import { bad, field, good, linkIn, never, readable, subjects, wordsOf } from './answer-reading.js';
import { mailWith, openAnswerRoom, type AnswerRoom } from './answer-room.js';

let room: AnswerRoom;
let deliveryIds: string[] = [];
beforeEach(async () => {
  deliveryIds = [];
  room = await openAnswerRoom();
});
afterEach(async () => {
  await room.close();
});

const events = async (event: string): Promise<number> => {
  const deliveries = await room.hall.door.inTenant(room.hall.tenantId, async (tenant) =>
    Promise.all(deliveryIds.map((id) => tenant.audit.history('delivery', id, 0, 100))),
  );
  return deliveries.flat().filter((one) => one.event === event).length;
};

/** Puts mails into a mailbox and works everything off, with what the reader finds in their invoices. */
async function receive(put: (raw: string) => Promise<void>, raw: string, ...found: ReturnType<typeof good>[]) {
  await put(raw);
  const due = await room.hall.lookup.dueWork(room.hall.clock.now(), 100);
  deliveryIds = [...deliveryIds, ...due.filter(({ kind }) => kind === 'delivery').map(({ id }) => id)];
  room.hall.examiner.next.push(...found);
  await room.workOff();
}

describe('A mail with invoices', () => {
  it('gets one receipt and, where invoices are rejected, one report', async () => {
    const { put } = await room.mailbox('rechnung@auenfurt.example');
    await receive(put, mailWith(2), bad('R-1'), bad('R-2'));
    expect(subjects(room)).toEqual(['Eingangsbestätigung', 'Rechnung fehlerhaft, bitte berichtigen']);
    const [receipt, report] = room.office.posted;
    if (!receipt || !report) throw new Error('two mails were expected');
    expect([receipt.returnPath, receipt.to]).toEqual(['', ['firma@handwerk.example']]);
    expect(field(receipt, 'Auto-Submitted')).toBe('auto-replied');
    expect(field(receipt, 'X-Auto-Response-Suppress')).toBe('All');
    expect(field(receipt, 'Precedence')).toBe('');
    expect(field(receipt, 'In-Reply-To')).toBe('<1@handwerk.example>');
    expect(field(receipt, 'References')).toBe('<1@handwerk.example>');
    expect(wordsOf(field(receipt, 'From'))).toContain('<rechnung@auenfurt.example>');
    expect(readable(receipt)).toMatch(/„rechnung-1\.xml“: Als Rechnung erkannt/);
    expect(readable(receipt)).toMatch(/https:\/\/eingang\.example\/t\/auenfurt\/track\/[\w-]{43}/);
    expect(readable(receipt)).toContain('In short, in English');
    expect(readable(report)).toMatch(
      /R-1[\s\S]*Zeile 7[\s\S]*\(BT-106\)[\s\S]*Was tun[\s\S]*Regel: BR-CO-10[\s\S]*R-2/,
    );
    expect([await events('delivery.answerPlanned'), await events('delivery.answerSent')]).toEqual([2, 2]);
  });

  it('gets no second answer of a kind in its thread, and the transaction goes on', async () => {
    const { put } = await room.mailbox('rechnung@auenfurt.example');
    await receive(put, mailWith(1), good('R-1'));
    const again = { 'Message-ID': '<2@handwerk.example>', References: '<1@handwerk.example>' };
    await receive(put, mailWith(1, again), good('R-2'));
    expect(subjects(room)).toEqual(['Eingangsbestätigung']);
    expect(await events('delivery.sorted')).toBe(2);
  });

  it('shares five answers a day with all other mails of its sender', async () => {
    const { put } = await room.mailbox('rechnung@auenfurt.example');
    for (let number = 1; number <= 7; number += 1)
      await receive(
        put,
        mailWith(1, { 'Message-ID': `<${String(number)}@handwerk.example>` }),
        good(`R-${String(number)}`),
      );
    expect(room.office.posted).toHaveLength(5);
    room.hall.clock.move(24 * 60 * 60 * 1000);
    await receive(put, mailWith(1, { 'Message-ID': '<8@handwerk.example>' }), good('R-8'));
    expect(room.office.posted).toHaveLength(6);
  });

  it.each<readonly [string, Readonly<Record<string, string>>, number]>([
    ['holds no invoice', {}, 0],
    ['is an out-of-office answer', { Subject: 'Automatische Antwort: Rechnung', 'Auto-Submitted': 'auto-replied' }, 1],
    ['is a bounce', { 'Return-Path': '<>', From: 'MAILER-DAEMON@handwerk.example' }, 1],
    ['comes from a list', { 'List-Id': '<bau.handwerk.example>' }, 1],
  ])('is not answered if it %s', async (_, fields, invoices) => {
    const { put } = await room.mailbox('rechnung@auenfurt.example');
    await receive(put, mailWith(invoices, fields), ...(invoices > 0 ? [bad('R-1')] : []));
    expect(room.office.posted).toEqual([]);
    expect([await events('delivery.sorted'), await events('delivery.answerPlanned')]).toEqual([1, 0]);
  });

  it('is not answered by a mailbox that is to be silent, nor without a way out', async () => {
    const { put } = await room.mailbox('rechnung@auenfurt.example', { answers: false });
    await receive(put, mailWith(1), bad('R-1'));
    room.hall.answering.outgoing = null;
    const other = await room.mailbox('post@auenfurt.example');
    await receive(other.put, mailWith(1, { 'Message-ID': '<2@handwerk.example>' }), bad('R-2'));
    expect(await events('delivery.answerPlanned')).toBe(0);
  });

  it('cannot put anything into the header of its answer, nor a link into its text', async () => {
    const { put } = await room.mailbox('rechnung@auenfurt.example');
    const hostile = '=?utf-8?Q?Rechnung=0D=0ABcc:_opfer@anderswo.example=0D=0A=0D=0Ahttps://boese.example?=';
    const id = '<1@handwerk.example>';
    const raw = mailWith(1, { Subject: hostile, 'Message-ID': id });
    const named = raw.replace('rechnung-1.xml', 'a.xml https://boese.example \u202efdp');
    await receive(put, named, bad('R-1\r\nBcc: opfer@anderswo.example'));
    expect(room.office.posted.map(({ to }) => to)).toEqual([['firma@handwerk.example'], ['firma@handwerk.example']]);
    for (const posted of room.office.posted) {
      expect(posted.raw.split('\r\n\r\n')[0]).not.toMatch(/^bcc/im);
      expect(readable(posted)).not.toMatch(/https:\/\/boese|\u202e/);
    }
  });
});

describe('A relay', () => {
  it('has the contact of each invoice answered, or nobody', async () => {
    const { put } = await room.mailbox('portal@auenfurt.example', { isRelay: true });
    const seller = { name: 'Berg GmbH', vatId: 'DE999100999', contact: { email: 'Post@Berg.example' } };
    const portal = { From: 'noreply@portal.example', 'Auto-Submitted': 'auto-generated' };
    await receive(put, mailWith(3, portal), good('R-1', { seller }), bad('R-2', { seller }), bad('R-3'));
    expect(room.office.posted.map(({ to }) => to)).toEqual([['post@berg.example'], ['post@berg.example']]);
    expect([...subjects(room)].sort()).toEqual(['Eingangsbestätigung', 'Rechnung fehlerhaft, bitte berichtigen']);
    expect(field(room.office.posted[0] ?? never(), 'In-Reply-To')).toBe('');
  });
});

describe('Two instances that mail each other', () => {
  it('end in silence', async () => {
    const { tenantId } = room.hall;
    const town = await room.mailbox('rechnung@auenfurt.example', { tenantId });
    const neighbour = await room.mailbox('rechnung@nachbar.example', { tenantId: await aNeighbour() });
    const from = { From: 'rechnung@nachbar.example', 'Return-Path': '<rechnung@nachbar.example>' };
    await receive(town.put, mailWith(1, from), bad('R-1'));
    expect(room.office.posted.map(({ to }) => to)).toEqual([
      ['rechnung@nachbar.example'],
      ['rechnung@nachbar.example'],
    ]);
    for (const { returnPath, raw } of [...room.office.posted])
      await receive(neighbour.put, `Return-Path: <${returnPath}>\r\n${raw}`);
    expect(room.office.posted).toHaveLength(2);
    // A bounce of our answer, and a bounce of that.
    for (const at of [1, 2]) {
      const bounce = {
        From: 'MAILER-DAEMON@nachbar.example',
        'Return-Path': '<>',
        'Message-ID': `<b${String(at)}@n.example>`,
      };
      await receive(town.put, mailWith(1, bounce), bad(`B-${String(at)}`));
    }
    expect(room.office.posted).toHaveLength(2);
  });
});

const aNeighbour = async (): Promise<string> => {
  const administrators = [
    { login: 'eins', displayName: 'Eins' },
    { login: 'zwei', displayName: 'Zwei' },
  ] as const;
  const born = await room.hall.createTenant.create({ slug: 'nachbar', name: 'Nachbar', administrators });
  return born.kind === 'done' ? born.value.tenantId : never();
};

describe('Sending', () => {
  it('bears the same Message-ID and date when it was killed after the server had taken the mail', async () => {
    const { put } = await room.mailbox('rechnung@auenfurt.example');
    await put(mailWith(1));
    room.hall.examiner.next.push(good('R-1'));
    await expect(room.workOff(room.sendBy(new KilledAfterwards(room.sender)))).rejects.toThrow('killed');
    expect(room.office.posted).toHaveLength(1);
    room.hall.clock.move(6 * 60 * 1000);
    await room.workOff();
    const [first, second, ...more] = room.office.posted;
    expect(more).toEqual([]);
    for (const name of ['Message-ID', 'Date']) {
      expect(field(first ?? never(), name)).not.toBe('');
      expect(field(second ?? never(), name)).toBe(field(first ?? never(), name));
    }
  });

  it('is broken off at once where the process stops, and the same mail leaves later', async () => {
    const { id, put } = await room.mailbox('rechnung@auenfurt.example');
    await put(mailWith(1));
    room.hall.examiner.next.push(good('R-1'));
    const said: string[] = [];
    // Takes the whole mail and never says so.
    const hanging = createServer((socket) => {
      socket.on('error', () => undefined).write('220 greeting\r\n');
      socket.on('data', (bytes) => {
        said.push(bytes.toString());
        if (said.join('').endsWith('\r\n.\r\n')) stuck.stop();
        else if (!said.slice(0, -1).includes('DATA\r\n'))
          socket.write(said.at(-1) === 'DATA\r\n' ? '354 go on\r\n' : '250 yes\r\n');
      });
    }).listen(0, '127.0.0.1');
    await once(hanging, 'listening');
    const address = hanging.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const stuck = new SmtpMailSender({ ...room.office.line, port }, new AnyHosts());
    // Not broken off, the line would fall silent, and the mailbox be told of as failing.
    await room.workOff(room.sendBy(stuck));
    hanging.close();
    const state = await room.hall.door.inTenant(room.hall.tenantId, (tenant) => tenant.mailboxes.find(id));
    expect(state?.sending).toBeNull();
    room.hall.clock.move(2 * 60 * 1000);
    await room.workOff();
    const sent = /^Message-ID: .*$/im.exec(said.join(''))?.[0];
    expect(sent).toMatch(/<.+>/);
    expect(room.office.posted.map(({ raw }) => /^Message-ID: .*$/im.exec(raw)?.[0])).toEqual([sent]);
  });

  it('is tried again for days, and given up visibly', async () => {
    const { put } = await room.mailbox('rechnung@auenfurt.example');
    room.office.say = () => ({ code: 451, text: 'later' });
    await receive(put, mailWith(1), good('R-1'));
    for (let tries = 0; tries < 40; tries += 1) {
      room.hall.clock.move(4 * 60 * 60 * 1000);
      await room.workOff();
    }
    expect(room.office.posted.length).toBeGreaterThan(20);
    expect(room.office.posted.length).toBeLessThan(30);
    expect(await events('delivery.answerFailed')).toBe(1);
  });

  it('is not given up because the process stops, however late, and need not wait long after it', async () => {
    const { put } = await room.mailbox('rechnung@auenfurt.example');
    room.office.say = () => ({ code: 451, text: 'later' });
    await receive(put, mailWith(1), good('R-1'));
    room.hall.clock.move(4 * 24 * 60 * 60 * 1000);
    await room.workOff(room.sendBy(new StoppedAtOnce()));
    room.office.say = () => null;
    room.hall.clock.move(60 * 1000);
    await room.workOff();
    expect([await events('delivery.answerFailed'), await events('delivery.answerSent')]).toEqual([0, 1]);
  });

  it('ends at once where the server says that it never will', async () => {
    const { put } = await room.mailbox('rechnung@auenfurt.example');
    room.office.sayTo = () => ({ code: 550, text: 'no such user' });
    await receive(put, mailWith(1), good('R-1'));
    room.hall.clock.move(24 * 60 * 60 * 1000);
    await room.workOff();
    expect([await events('delivery.answerFailed'), await events('delivery.answerSent')]).toEqual([1, 0]);
  });
});

describe('A way out', () => {
  const line = { host: '127.0.0.1', security: 'none', unencryptedAllowed: false } as const;

  it("is the mailbox's own server; where none is left any more, answers wait for one", async () => {
    const [{ posted }, own] = [room.office, { ...line, port: room.office.port }];
    room.hall.answering.outgoing = null;
    const open = await room.mailbox('rechnung@auenfurt.example', { smtp: { ...own, user: null } });
    await receive(open.put, mailWith(1), good('R-1'));
    expect(wordsOf(field(posted[0] ?? never(), 'From'))).toContain('<rechnung@auenfurt.example>');
    // One has a password that cannot be read, the other is closed before its answer has gone.
    const locked = await room.mailbox('bauamt@auenfurt.example', { smtp: { ...own, user: 'u' } });
    await receive(locked.put, mailWith(1, { 'Message-ID': '<2@handwerk.example>' }), good('R-2'));
    room.office.say = () => ({ code: 451, text: 'later' });
    await receive(open.put, mailWith(1, { 'Message-ID': '<3@handwerk.example>' }), good('R-3'));
    room.office.say = () => null;
    const { tenantId, clock } = room.hall;
    for (const { id } of [open, locked])
      await room.hall.door.inTenant(tenantId, (tenant) => tenant.mailboxes.close(id, clock.now()));
    clock.move(10 * 60 * 1000);
    await room.workOff();
    expect(posted).toHaveLength(2);
    room.hall.answering.outgoing = { from: 'eingang@verbund.example', domains: [] };
    clock.move(60 * 60 * 1000);
    await room.workOff();
    const senders = posted.slice(2).map((one) => wordsOf(field(one, 'From')));
    expect(senders).toHaveLength(2);
    for (const sender of senders) expect(sender).toContain('<eingang@verbund.example>');
  });
});

it('A mail whose invoices people reject or decline has its sender told each time, and why', async () => {
  const { put } = await room.mailbox('rechnung@auenfurt.example');
  await receive(put, mailWith(2), good('R-1', { buyerReference: undefined }), good('R-2'));
  const { hall, office } = room;
  const ids = hall.queue.wakes.flatMap(({ kind, id }) => (kind === 'invoice' ? [id] : []));
  for (const id of ids) {
    const { state } = await hall.invoiceOf(id);
    if (state === 'clarification') await hall.decide('eingang', id, 'reject', { reason: 'Gehört zum Landkreis.' });
    else await hall.decide('hanna', id, 'claim');
    if (state === 'routed') await hall.decide('hanna', id, 'decline', { reason: 'Die Lieferung kam nie an.' });
    await room.workOff();
  }
  const letters = office.posted.slice(1).map(readable);
  expect(letters).toHaveLength(2);
  expect(letters.join()).toMatch(/Gehört zum Landkreis\./);
  expect(letters.join()).toMatch(/Die Lieferung kam nie an\./);
});

describe('Later steps', () => {
  it('are told to who has followed the link of the receipt, until they follow the other', async () => {
    const { put } = await room.mailbox('rechnung@auenfurt.example');
    await receive(put, mailWith(1), good('R-1'));
    const start = linkIn(room.office.posted[0] ?? never(), 'confirmation');
    expect(await room.notify.end(start)).toMatchObject({ kind: 'refused' });
    expect(await room.notify.confirm(`${start.slice(0, -1)}${start.endsWith('A') ? 'B' : 'A'}`)).toMatchObject({
      kind: 'refused',
    });
    expect(await room.notify.confirm(start)).toMatchObject({ kind: 'done', value: { slug: 'auenfurt' } });
    expect(await room.notify.confirm(start)).toMatchObject({ kind: 'done' });
    const invoiceId = room.hall.queue.wakes.find(({ kind }) => kind === 'invoice')?.id ?? '';
    await room.hall.decide('hanna', invoiceId, 'claim');
    await room.workOff();
    expect(subjects(room)).toEqual(['Eingangsbestätigung', 'Rechnung in Prüfung']);
    const told = room.office.posted[1] ?? never();
    expect(field(told, 'List-Unsubscribe')).toMatch(/^<https:\/\/eingang\.example\/api\/v1\/notifications\/.*\/end>$/);
    const end = linkIn(told, 'end');
    await room.hall.decide('hanna', invoiceId, 'release'); // planned, and not wanted any more when it is to go
    expect(await room.notify.end(end)).toMatchObject({ kind: 'done' });
    await room.workOff();
    expect(await room.notify.end(end)).toMatchObject({ kind: 'done' });
    await room.hall.decide('hanna', invoiceId, 'claim', { key: 'once more' });
    await room.workOff();
    expect(room.office.posted).toHaveLength(2);
    expect(await events('delivery.answerDropped')).toBe(1);
    expect([await events('delivery.subscribed'), await events('delivery.unsubscribed')]).toEqual([1, 1]);
  });

  it('are told to an address named on the tracking page only after it has confirmed', async () => {
    await room.mailbox('rechnung@auenfurt.example');
    const sent = await room.hall.send('counter', {
      fileName: 'a.xml',
      mediaType: 'application/xml',
      bytes: Buffer.from('<a/>'),
    });
    const token = sent.kind === 'done' ? sent.value.trackingToken : never();
    for (const address of ['noreply@handwerk.example', 'a@b', 'x@y.example\r\nBcc: z@y.example'])
      expect(await room.notify.ask(token, address, 'de')).toMatchObject({
        kind: 'refused',
        refusal: { code: 'addressNotUsable' },
      });
    expect(await room.notify.ask(token, 'Chef@Handwerk.example', 'en')).toMatchObject({ kind: 'done' });
    expect(await room.notify.ask(token, 'chef@handwerk.example', 'en')).toMatchObject({ kind: 'done' });
    room.hall.examiner.next.push(good('R-1'));
    await room.workOff();
    expect(subjects(room)).toEqual(['Confirm notifications']);
    expect(room.office.posted[0]?.to).toEqual(['chef@handwerk.example']);
    expect(await room.notify.ask('nothing', 'chef@handwerk.example', 'de')).toMatchObject({ kind: 'refused' });
  });
});

class StoppedAtOnce extends MailSender {
  send(): Promise<SendResult> {
    return Promise.resolve({ kind: 'temporary', cause: 'stopped' });
  }

  stop(): void {
    // It has been.
  }
}

class KilledAfterwards extends MailSender {
  constructor(private readonly real: MailSender) {
    super();
  }

  async send(mail: OutgoingMail): Promise<SendResult> {
    await this.real.send(mail, null);
    throw new Error('killed');
  }

  stop(): void {
    this.real.stop();
  }
}
