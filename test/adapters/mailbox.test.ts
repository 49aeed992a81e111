import { once } from 'node:events';
import { createServer } from 'node:net';
import { AesGcmSecrets } from '../../src/adapters/crypto/aes-gcm-secrets.js';
import { AnyHosts } from '../../src/adapters/hosts/any-hosts.js';
import { ImapMailServers } from '../../src/adapters/mailbox/imap-mail-servers.js';
import { MailparserHeaders } from '../../src/adapters/mailbox/read-envelope.js';
import { threadKeyOf } from '../../src/domain/mail/envelope.js';
import type { ImapSettings } from '../../src/domain/mail/mailbox-settings.js';
import { MailboxFailure, type OpenMailbox } from '../../src/pipeline/ports/mailbox.js';
import { dovecotIsInstalled, TestDovecot } from '../support/dovecot.js';

/** Of an attempt that nobody breaks off. */
const never = new AbortController().signal;

const describe = dovecotIsInstalled() ? globalThis.describe : globalThis.describe.skip;

describe('a mail server', () => {
  let dovecot: TestDovecot;
  beforeAll(async () => {
    dovecot = await TestDovecot.start();
  });
  afterAll(() => dovecot.remove());

  const settings = (changed: Partial<ImapSettings> = {}): ImapSettings => ({
    ...{ host: '127.0.0.1', port: dovecot.port, security: 'starttls', user: 'anna', auth: 'password' },
    ...{ folder: 'INBOX', afterwards: { kind: 'markSeen' }, since: null, unencryptedAllowed: false },
    ...changed,
  });
  const open = (
    changed: Partial<ImapSettings> = {},
    secret = 'geheim',
    authority: string | undefined = dovecot.authority,
  ) => new ImapMailServers(new AnyHosts(), authority).open(settings(changed), secret, 1_000_000, never);
  const failure = (opening: Promise<OpenMailbox>) =>
    opening.then(
      () => 'opened',
      (error: unknown) => (error instanceof MailboxFailure ? error.code : error),
    );

  it.each([
    ['STARTTLS', () => ({ security: 'starttls' as const })],
    ['TLS', () => ({ security: 'tls' as const, port: dovecot.tlsPort })],
    ['nothing', () => ({ security: 'none' as const })],
  ])('is spoken to through %s', async (_, changed) => {
    dovecot.deliver('anna', 'Subject: eins\r\n\r\nHallo\r\n');
    const mailbox = await open(changed());
    const [uid = 0] = await mailbox.uidsFrom(1);
    expect(await mailbox.fetch(uid)).toEqual({ kind: 'whole', bytes: Buffer.from('Subject: eins\r\n\r\nHallo\r\n') });
    await mailbox.close();
  });

  it.each([
    ['wrongPassword', () => open({}, 'falsch')],
    ['folderMissing', () => open({ folder: 'Nirgends' })],
    ['certificate', () => new ImapMailServers(new AnyHosts()).open(settings(), 'geheim', 1, never)],
    [
      'certificate',
      () =>
        new ImapMailServers(new AnyHosts()).open(
          settings({ security: 'tls', port: dovecot.tlsPort }),
          'geheim',
          1,
          never,
        ),
    ],
    ['certificate', () => open({ host: 'localhost' })],
    ['noEncryption', () => open({ security: 'tls' })],
    ['hostUnknown', () => open({ host: 'mail.invalid' })],
    ['connectionRefused', () => open({ port: 1 })],
  ])('is told of as %s', async (code, attempt) => {
    expect(await failure(attempt())).toBe(code);
  });

  it('that refuses an access token is told of as such', async () => {
    const refusing = createServer((socket) => {
      socket.write('* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2] ready\r\n');
      socket.on('data', (said) => {
        const [tag = '', command = ''] = said.toString().split(/\s/);
        const answer = command === 'AUTHENTICATE' ? 'NO [AUTHENTICATIONFAILED] expired' : 'OK';
        socket.write(`${tag} ${answer}\r\n`);
      });
      socket.on('error', () => undefined);
    }).listen(0, '127.0.0.1');
    await once(refusing, 'listening');
    const address = refusing.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await failure(open({ auth: 'oauth2', security: 'none', port }, 'abgelaufen'))).toBe('tokenRefused');
    refusing.close();
  });

  it.each([
    ['noEncryption', '* OK ready\r\n', 'a1 OK done\r\n'],
    ['connectionLost', '* BYE go away\r\n', ''],
  ])('that is none is told of as %s', async (code, greeting, answer) => {
    const server = createServer((socket) => {
      socket.write(greeting);
      socket.on('error', () => undefined);
      socket.on('data', (said) => socket.write(answer.replace('a1', String(said).split(' ', 1)[0] ?? '')));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const told = await failure(open({ port }));
    server.close();
    expect(told).toBe(code);
  });

  it('is not spoken to any more where that is broken off while its host is looked for', async () => {
    const over = new AbortController();
    class LateHosts extends AnyHosts {
      override find(host: string) {
        over.abort();
        return super.find(host);
      }
    }
    const servers = new ImapMailServers(new LateHosts(), dovecot.authority);
    expect(await failure(servers.open(settings(), 'geheim', 1_000_000, over.signal))).toBe('connectionLost');
  });

  it('tells of a new mail before it is asked again, and that it has gone down', async () => {
    const mailbox = await open({ user: 'berta' });
    expect(await mailbox.uidsFrom(1)).toEqual([]);
    // Waits far longer than this test may take: only the server's word ends it in time.
    const news = mailbox.news(600_000);
    dovecot.deliver('berta', 'Subject: neu\r\n\r\n');
    await news;
    expect(await mailbox.uidsFrom(1)).toEqual([1]);
    const lost = mailbox.news(600_000).catch((error: unknown) => error);
    await dovecot.stop();
    expect(await lost).toMatchObject({ code: 'connectionLost' });
    await dovecot.start();
    await mailbox.close();
  });

  it('hands out a mail of more than one piece as it is, and of one that is too large the header only', async () => {
    const large = Buffer.from(`Subject: gross\r\n\r\n${'0123456789abcdef\r\n'.repeat(150_000)}`);
    dovecot.deliver('carla', large);
    const [whole, head] = [
      await new ImapMailServers(new AnyHosts(), dovecot.authority).open(
        settings({ user: 'carla' }),
        'geheim',
        large.byteLength,
        never,
      ),
      await new ImapMailServers(new AnyHosts(), dovecot.authority).open(
        settings({ user: 'carla' }),
        'geheim',
        large.byteLength - 1,
        never,
      ),
    ];
    const fetched = await whole.fetch(1);
    // Jest compares buffers byte by byte, which takes half a minute here.
    expect(fetched.kind === 'whole' && large.equals(fetched.bytes)).toBe(true);
    expect(await head.fetch(1)).toEqual({
      kind: 'tooLarge',
      sizeBytes: large.byteLength,
      head: Buffer.from('Subject: gross\r\n'),
    });
    expect(await head.fetch(7)).toEqual({ kind: 'gone' });
    await whole.close();
    await head.close();
  });

  it('is asked for what came since a day only, where that is wanted', async () => {
    dovecot.deliver('dora', 'Subject: heute\r\n\r\n');
    const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
    for (const [since, found] of [
      [day(-2), 1],
      [day(2), 0],
    ] as const) {
      const mailbox = await open({ user: 'dora', since });
      expect(await mailbox.uidsFrom(1)).toHaveLength(found);
      await mailbox.close();
    }
  });
});

describe('the header of a mail', () => {
  const read = (...lines: readonly string[]) =>
    new MailparserHeaders().read(Buffer.from(`${lines.join('\r\n')}\r\n\r\nBody`));

  it('is read as far as answers depend on it', async () => {
    const envelope = await read(
      'Return-Path: <bounces@handwerk.example>',
      'From: =?utf-8?q?M=C3=BCller?= <Buero@Handwerk.example>, zweite@handwerk.example',
      'Reply-To: Antwort <antwort@handwerk.example>',
      'To: a@auenfurt.example, Gruppe: b@auenfurt.example, c@auenfurt.example;',
      'Cc: d@auenfurt.example',
      'Subject: =?iso-8859-1?q?Rechnung_f=FCr?= =?iso-8859-1?q?_Mai?=',
      'Message-ID: <3@handwerk.example>',
      'In-Reply-To: <2@handwerk.example> (ihre Mail)',
      'References: <1@handwerk.example>',
      '\t<2@handwerk.example>',
      'Date: Mon, 23 Nov 2026 09:00:00 +0100',
      'Content-Language: en-GB, de',
      'Auto-Submitted: auto-replied',
      'List-Unsubscribe: <mailto:weg@handwerk.example>',
      'X-Spam: no',
    );
    expect(envelope).toEqual({
      from: 'buero@handwerk.example',
      replyTo: 'antwort@handwerk.example',
      returnPath: 'bounces@handwerk.example',
      to: ['a@auenfurt.example', 'b@auenfurt.example', 'c@auenfurt.example'],
      cc: ['d@auenfurt.example'],
      messageId: '<3@handwerk.example>',
      inReplyTo: '<2@handwerk.example>',
      references: ['<1@handwerk.example>', '<2@handwerk.example>'],
      subject: 'Rechnung für Mai',
      date: '2026-11-23T08:00:00.000Z',
      language: 'en',
      headers: {
        'content-language': ['en-GB, de'],
        'auto-submitted': ['auto-replied'],
        'list-unsubscribe': ['<mailto:weg@handwerk.example>'],
      },
    });
    expect(threadKeyOf(envelope, 'sha')).toBe('<1@handwerk.example>');
  });

  it('tells an empty return path from none', async () => {
    expect(await read('Return-Path: <>', 'From: a@b.example')).toMatchObject({ returnPath: '' });
    expect(await read('From: a@b.example')).toMatchObject({ returnPath: null });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['no header', Buffer.from('\r\n\r\nText')],
    ['one endless line', Buffer.alloc(600_000, 'x')],
    ['zeros', Buffer.alloc(1_000)],
    ['half an encoded word', Buffer.from('Subject: =?utf-8?b?\r\nFrom: <<<>>>@,;:\r\n\r\n')],
    ['ten thousand addresses', Buffer.from(`To: ${'a@b.example, '.repeat(10_000)}\r\n\r\n`)],
  ])('may be %s', async (_, bytes) => {
    const envelope = await new MailparserHeaders().read(bytes);
    expect(envelope).toMatchObject({ messageId: null, from: null, references: [] });
    expect(envelope.to.length).toBeLessThanOrEqual(100);
    expect(threadKeyOf(envelope, 'sha')).toBe('sha');
  });
});

describe('a secret', () => {
  const secrets = new AesGcmSecrets(Buffer.alloc(32, 1));

  it('is opened at its own place, under its own key, unchanged, and by nobody else', () => {
    const sealed = secrets.seal('mailbox 1', 'geheim ü');
    expect(secrets.open('mailbox 1', sealed)).toBe('geheim ü');
    expect(Buffer.from(sealed).includes('geheim')).toBe(false);
    expect(secrets.seal('mailbox 1', 'geheim ü')).not.toEqual(sealed);
    expect(secrets.open('mailbox 2', sealed)).toBeNull();
    expect(new AesGcmSecrets(Buffer.alloc(32, 2)).open('mailbox 1', sealed)).toBeNull();
    for (let at = 0; at < sealed.byteLength; at += 1) {
      const changed = Uint8Array.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(secrets.open('mailbox 1', changed)).toBeNull();
    }
    for (let length = 0; length < sealed.byteLength; length += 1)
      expect(secrets.open('mailbox 1', sealed.subarray(0, length))).toBeNull();
  });
});
