import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { HttpBudgetChecks } from '../../src/adapters/http/http-budget-checks.js';
import { GuardedHosts } from '../../src/adapters/hosts/guarded-hosts.js';
import { ImapMailServers } from '../../src/adapters/mailbox/imap-mail-servers.js';
import { SmtpMailSender } from '../../src/adapters/smtp/smtp-mail-sender.js';
import { allowedHost } from '../../src/config-variables.js';
import type { MailServer } from '../../src/pipeline/ports/mail-sender.js';
import { dovecotIsInstalled, TestDovecot } from '../support/dovecot.js';
import { PostOffice } from '../support/post-office.js';
import { aMailToSend } from './mail-to-send.js';

const allowed = (...entries: readonly string[]) => entries.flatMap((entry) => allowedHost(entry) ?? []);

/** What names lead to, in the order in which they are asked for. */
const leadingTo =
  (...addresses: readonly string[]) =>
  () =>
    Promise.resolve(addresses);

const told = async (hosts: GuardedHosts, host: string, port = 993): Promise<string> => {
  const answer = await hosts.find(host, port, 'mail');
  return answer.kind === 'place' ? `${answer.address} for ${String(answer.servername)}` : answer.because;
};

describe('A mail server named by a tenant', () => {
  const own = Object.values(networkInterfaces()).flatMap((of) => of ?? []);

  it.each([
    ...['127.0.0.1', '127.8.8.8', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.178.1'],
    ...['169.254.169.254', '100.64.0.1', '224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.0.170'],
    ...['::', '::1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12:3456::1', 'ff02::1', 'fec0::1'],
    ...['::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:a00:1', '::ffff:a9fe:a9fe', '::10.0.0.1'],
    ...['64:ff9b::a00:1', '2002:7f00:1::', '2001:0:4136:e378::1', '[::1]'],
    ...own.map(({ address }) => address),
  ])('is refused at %s, named so or behind a name', async (address) => {
    expect(await told(new GuardedHosts([]), address)).toBe('hostForbidden');
    expect(await told(new GuardedHosts([], leadingTo(address)), 'mail.example.de')).toBe('hostForbidden');
  });

  it.each([
    ['93.184.216.34', '93.184.216.34 for mail.example.de'],
    ['::ffff:93.184.216.34', '::ffff:93.184.216.34 for mail.example.de'],
    ['2a00:1450:4001::1', '2a00:1450:4001::1 for mail.example.de'],
  ])('is taken at %s, under the name that its certificate is for', async (address, place) => {
    expect(await told(new GuardedHosts([], leadingTo('10.0.0.1', address)), 'Mail.Example.de')).toBe(place);
  });

  it.each([25, 143, 465, 587, 993])('is taken at port %i', async (port) => {
    expect(await told(new GuardedHosts([]), '93.184.216.34', port)).toBe('93.184.216.34 for null');
  });

  it.each([22, 80, 443, 5432, 6379])('is refused at port %i', async (port) => {
    expect(await told(new GuardedHosts([]), '93.184.216.34', port)).toBe('portForbidden');
  });

  it.each([
    ['mail.intern.example', 'mail.intern.example', 993, '10.0.0.1 for mail.intern.example'],
    ['Mail.Intern.Example', 'mail.intern.example', 993, '10.0.0.1 for mail.intern.example'],
    ['other.intern.example', 'mail.intern.example', 993, 'hostForbidden'],
    ['10.0.0.0/8', 'mail.intern.example', 993, '10.0.0.1 for mail.intern.example'],
    ['10.0.0.1', '::ffff:10.0.0.1', 993, '::ffff:10.0.0.1 for null'],
    ['10.1.0.0/16', 'mail.intern.example', 993, 'hostForbidden'],
    ['10.0.0.0/8', 'mail.intern.example', 5432, 'portForbidden'],
    ['mail.intern.example:1993', 'mail.intern.example', 1993, '10.0.0.1 for mail.intern.example'],
    ['mail.intern.example:1993', 'mail.intern.example', 993, 'hostForbidden'],
    ['mail.intern.example:1993', 'other.intern.example', 1993, 'portForbidden'],
    ['[fd00::5]:1993', 'fd00::5', 1993, 'fd00::5 for null'],
    ['fd00::/8', 'fd00::5', 143, 'fd00::5 for null'],
    ['[::ffff:10.0.0.1]', '10.0.0.1', 993, '10.0.0.1 for null'],
    ['[::ffff:10.0.0.0/104]', '10.9.9.9', 993, '10.9.9.9 for null'],
    ['[::ffff:10.0.0.0/104]', '::ffff:192.168.0.1', 993, 'hostForbidden'],
    ['[::ffff:10.0.0.0/8]', '::1', 993, 'hostForbidden'],
    ['[::ffff:10.0.0.0/8]', '10.0.0.1', 993, 'hostForbidden'],
  ])('with %s allowed, is answered at %s port %i: %s', async (entry, host, port, answer) => {
    expect(await told(new GuardedHosts(allowed(entry), leadingTo('10.0.0.1')), host, port)).toBe(answer);
  });

  it('whose name nobody knows is told of as such', async () => {
    const nobody = () => Promise.reject(new Error('ENOTFOUND'));
    expect(await told(new GuardedHosts([], nobody), 'mail.example.de')).toBe('hostUnknown');
  });

  it('whose name nobody looks up in time is not known now', async () => {
    const never = () => new Promise<readonly string[]>(() => undefined);
    expect(await told(new GuardedHosts([], never, 10), 'mail.example.de')).toBe('hostUnknown');
  });

  it('is had at each public address of its name, and at no other', async () => {
    const hosts = new GuardedHosts([], leadingTo('93.184.216.34', '10.0.0.1', '2a00:1450:4001::1'));
    expect(await hosts.find('mail.example.de', 993, 'mail')).toMatchObject({
      address: '93.184.216.34',
      others: ['2a00:1450:4001::1'],
    });
  });

  it('takes a mail at its second address where nobody listens at the first, and never twice', async () => {
    const office = await PostOffice.open();
    const hosts = new GuardedHosts(
      allowed(`mail.example.de:${String(office.port)}`),
      leadingTo('127.0.0.99', '127.0.0.1', '127.0.0.1'),
    );
    const server = { ...office.line, host: 'mail.example.de' };
    expect(await new SmtpMailSender(null, hosts).send(aMailToSend(), server)).toEqual({ kind: 'sent' });
    expect(office.posted).toHaveLength(1);
    office.say = () => ({ code: 452, text: 'full' });
    expect(await new SmtpMailSender(null, hosts).send(aMailToSend(), server)).toMatchObject({ kind: 'temporary' });
    await office.close();
  });

  it('is refused at the connection too, for mails that leave', async () => {
    const office = await PostOffice.open();
    const [strict, open] = [new GuardedHosts([]), new GuardedHosts(allowed(`127.0.0.1:${String(office.port)}`))];
    const send = (hosts: GuardedHosts, installation: MailServer | null, server: MailServer | null) =>
      new SmtpMailSender(installation, hosts).send(aMailToSend(), server);
    expect(await send(strict, null, { ...office.line, port: 25 })).toEqual({
      kind: 'temporary',
      cause: 'hostForbidden',
    });
    expect(await send(strict, null, office.line)).toEqual({ kind: 'temporary', cause: 'portForbidden' });
    expect(await send(open, null, office.line)).toEqual({ kind: 'sent' });
    // Whoever runs the installation has named its own server.
    expect(await send(strict, office.line, null)).toEqual({ kind: 'sent' });
    await office.close();
  });
});

it('A budget system is asked at its next address where nobody listens at the first', async () => {
  const server = createServer((_, response) => response.end('{"answer":"yes"}'));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = String(typeof address === 'object' ? address?.port : null);
  const place = { kind: 'place', address: '127.0.0.2', others: ['127.0.0.1'], servername: null } as const;
  const checks = new HttpBudgetChecks({ find: () => Promise.resolve(place) }, false);
  const question = { invoiceId: 'i', codingVersion: 1, number: null, fiscalYear: 2026, currency: 'EUR', total: '1.00' };
  const reply = await checks.ask(`http://mittel.example:${port}/`, null, { ...question, splits: [] });
  await new Promise((closed) => server.close(closed));
  expect(reply).toEqual({ answer: 'yes', message: null });
});

const whereDovecotIs = dovecotIsInstalled() ? describe : describe.skip;

whereDovecotIs('A mailbox of a name that led elsewhere when it was set up', () => {
  it('is connected to at the address that was checked, and its certificate is compared with the name', async () => {
    const dovecot = await TestDovecot.start();
    const settings = {
      ...({ host: 'mail.example.de', port: dovecot.tlsPort, security: 'tls', user: 'anna', auth: 'password' } as const),
      ...({ folder: 'INBOX', afterwards: { kind: 'markSeen' }, since: null, unencryptedAllowed: false } as const),
    };
    const open = (hosts: GuardedHosts) =>
      new ImapMailServers(hosts, dovecot.authority).open(settings, 'geheim', 1000, new AbortController().signal);
    const port = String(dovecot.tlsPort);
    const rebound = new GuardedHosts(allowed(`93.184.216.34:${port}`), leadingTo('127.0.0.1'));
    await expect(open(rebound)).rejects.toMatchObject({ code: 'portForbidden' });
    // Dovecot's certificate is for 127.0.0.1, and nothing listens at that name: it was reached, and its name is another.
    const listed = new GuardedHosts(allowed(`mail.example.de:${port}`), leadingTo('127.0.0.1'));
    await expect(open(listed)).rejects.toMatchObject({ code: 'certificate' });
    await dovecot.remove();
  });
});
