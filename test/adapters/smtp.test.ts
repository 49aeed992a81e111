import { createServer } from 'node:net';
import { once } from 'node:events';
import { AnyHosts } from '../../src/adapters/hosts/any-hosts.js';
import { SmtpMailSender } from '../../src/adapters/smtp/smtp-mail-sender.js';
import { PostOffice } from '../support/post-office.js';
import { aMailToSend as mail } from './mail-to-send.js';

let office: PostOffice;
beforeAll(async () => {
  office = await PostOffice.open();
});
afterAll(() => office.close());
afterEach(() => {
  office.say = () => null;
  office.sayTo = () => null;
});

describe('A mail by SMTP', () => {
  it('lets nothing of its texts begin a line of the header or go to anybody else', async () => {
    const hostile = mail({
      subject: 'a\r\nBcc: opfer@anderswo.example',
      from: { name: 'b\r\nBcc: opfer@anderswo.example', address: 'rechnung@auenfurt.example' },
      inReplyTo: '<1@x>\r\nBcc: opfer@anderswo.example',
      references: ['<1@x>', '<2@x>\nBcc: opfer@anderswo.example', '<3 x>'],
    });
    expect(await new SmtpMailSender(null, new AnyHosts()).send(hostile, office.line)).toEqual({ kind: 'sent' });
    const [posted] = office.posted;
    const header = posted?.raw.split('\r\n\r\n')[0] ?? '';
    expect([posted?.returnPath, posted?.to]).toEqual(['', ['firma@handwerk.example']]);
    expect(header).not.toMatch(/^(?:bcc|in-reply-to):/im);
    expect(header).toMatch(/^References: <1@x>\r$/m);
    expect(header).toMatch(/^Message-ID: <1@auenfurt\.example>\r$/m);
  });

  it.each<readonly [string, (at: PostOffice) => void, object]>([
    ['a full mailbox', (at) => (at.say = () => ({ code: 452, text: 'full' })), { kind: 'temporary' }],
    ['an unwanted mail', (at) => (at.say = () => ({ code: 554, text: 'no' })), { kind: 'permanent' }],
    [
      'an unknown address, which it does not tell',
      (at) => (at.sayTo = (address) => ({ code: 550, text: `no ${address}` })),
      { kind: 'permanent', cause: '550 no <address>' },
    ],
  ])('tells %s', async (_, prepare, result) => {
    prepare(office);
    expect(await new SmtpMailSender(office.line, new AnyHosts()).send(mail(), null)).toMatchObject(result);
  });

  it.each([
    ['starttls', 'a server that offers no encryption', 220],
    ['none', 'a server that takes nobody', 554],
  ] as const)('is tried again later, with %s, at %s', async (security, _, code) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined).on('data', () => socket.write('250 hello\r\n'));
      socket.write(`${String(code)} greeting\r\n`);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const result = await new SmtpMailSender(null, new AnyHosts()).send(mail(), { ...office.line, port, security });
    server.close();
    expect(result.kind).toBe('temporary');
  });

  it('is called off with its line when a server takes too long', async () => {
    // Takes every line and never says that the mail has arrived.
    const server = createServer((socket) => {
      let inMail = false;
      socket.on('error', () => undefined);
      socket.on('data', (bytes) => {
        if (inMail) return;
        inMail = bytes.toString().startsWith('DATA');
        socket.write(inMail ? '354 go on\r\n' : '250 yes\r\n');
      });
      socket.write('220 greeting\r\n');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const sender = new SmtpMailSender({ ...office.line, port }, new AnyHosts(), 1500);
    expect(await sender.send(mail({ text: 'x'.repeat(3_000_000) }), null)).toEqual({
      kind: 'temporary',
      cause: 'tooSlow',
    });
    // Comes to its end only once no line is open any more.
    await new Promise((ended) => server.close(ended));
  });

  it('is handed in with an access token, and says where that was refused', async () => {
    const proofs: string[] = [];
    const server = createServer((socket) => {
      socket
        .on('error', () => undefined)
        .on('data', (said) => {
          const [command = '', , proof] = said.toString().trim().split(' ');
          if (command === 'AUTH' && proof !== undefined) proofs.push(Buffer.from(proof, 'base64').toString());
          socket.write(
            { EHLO: '250-there\r\n250 AUTH XOAUTH2\r\n', AUTH: '535 expired\r\n' }[command] ?? '250 yes\r\n',
          );
        });
      socket.write('220 greeting\r\n');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const line = { ...office.line, port, user: 'rechnung@auenfurt.example', accessToken: 'access 1' };
    expect(await new SmtpMailSender(null, new AnyHosts()).send(mail(), line)).toMatchObject({
      kind: 'temporary',
      signInRefused: true,
    });
    server.close();
    expect(proofs).toEqual(['user=rechnung@auenfurt.example\u0001auth=Bearer access 1\u0001\u0001']);
  });

  it('names where people answer to', async () => {
    expect(
      await new SmtpMailSender(office.line, new AnyHosts()).send(mail({ replyTo: 'b@bundestag.example' }), null),
    ).toEqual({
      kind: 'sent',
    });
    expect(office.posted.at(-1)?.raw).toMatch(/^Reply-To: b@bundestag\.example\r$/m);
  });

  it('is tried again later where nobody listens or no server is set', async () => {
    const nobody = { ...office.line, port: 1 };
    expect((await new SmtpMailSender(nobody, new AnyHosts()).send(mail(), null)).kind).toBe('temporary');
    expect(await new SmtpMailSender(null, new AnyHosts()).send(mail(), null)).toEqual({
      kind: 'temporary',
      cause: 'noServer',
    });
  });
});
