import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { value } from '../../demo/set-up-town.js';
import { AnyHosts } from '../../src/adapters/hosts/any-hosts.js';
import { GuardedHosts } from '../../src/adapters/hosts/guarded-hosts.js';
import { ImapMailServers } from '../../src/adapters/mailbox/imap-mail-servers.js';
import { HttpTokenServers } from '../../src/adapters/http/http-token-servers.js';
import { AdministerMailboxes } from '../../src/pipeline/administer-mailboxes.js';
import { MailboxAccess } from '../../src/pipeline/mailbox-access.js';
import type { Secrets } from '../../src/pipeline/ports/secrets.js';
import { MailboxWatch } from '../../src/worker/mailbox-watch.js';
import { dovecotIsInstalled } from '../support/dovecot.js';
import { PlainKeyedHash } from '../support/memory-ports.js';
import { halfDead, portOf } from './half-dead-server.js';
import { bothAtOnce, TokenTown } from './token-town.js';
import { aMail, openMailRoom, TwistedServers, type MailRoom } from './mail-room.js';

let room: MailRoom;
const describe = dovecotIsInstalled() ? globalThis.describe : globalThis.describe.skip;

/** Until the condition holds; who waits in vain is told for what. */
async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const most = Date.now() + 90_000;
  while (!(await holds())) {
    if (Date.now() > most) throw new Error(`waited 90 s in vain: ${what}`);
    await pause(20);
  }
}

const never = new AbortController().signal;

describe('a worker that watches mailboxes', () => {
  const errors: unknown[] = [];
  const watchOf = (...words: Parameters<MailRoom['poller']>) =>
    new MailboxWatch(room.poller(...words), (error) => errors.push(error));
  const wakeFor = (id: string) => ({ kind: 'mailbox', tenantId: room.hall.tenantId, id }) as const;

  beforeAll(async () => {
    room = await openMailRoom();
  });
  afterAll(() => room.close());
  afterEach(() => expect(errors).toEqual([]));

  it('takes a new mail in long before it would ask for it, and gives the mailbox back to another at once', async () => {
    const id = await room.connect('anna');
    // It asks by itself only after a day.
    const patient = new TwistedServers(new ImapMailServers(new AnyHosts(), room.dovecot.authority), (mailbox) => ({
      news: () => mailbox.news(24 * 60 * 60 * 1000),
    }));
    const [one, other] = [watchOf(patient), watchOf(patient)];
    await one.wake(wakeFor(id));
    await until('it is watched', async () => (await room.stateOf(id))?.state === 'watched');
    room.dovecot.deliver('anna', aMail(1));
    await until('delivery 1 is there', async () => (await room.count('delivery', id)) === 1);
    await other.wake(wakeFor(id));
    await one.stop();
    expect(await room.stateOf(id)).toMatchObject({ state: 'waiting' });
    await other.wake(wakeFor(id));
    room.dovecot.deliver('anna', aMail(2));
    await until('delivery 2 is there', async () => (await room.count('delivery', id)) === 2);
    await other.stop();
  });

  it('looks at once where somebody asks for it, whatever the server tells', async () => {
    const id = await room.connect('berta');
    const deaf = new TwistedServers(new ImapMailServers(new AnyHosts()), () => ({
      news: () => new Promise(() => undefined),
    }));
    const watch = watchOf(deaf);
    await watch.wake(wakeFor(id));
    await until('it is watched', async () => (await room.stateOf(id))?.state === 'watched');
    room.dovecot.deliver('berta', aMail(1));
    value(await room.administer.look(room.by('look'), id));
    room.hall.clock.move(1);
    await watch.wake(wakeFor(id));
    await until('delivery 1 is there', async () => (await room.count('delivery', id)) === 1);
    await watch.stop();
  });

  it('lets no half-dead server hold up another mailbox, and says of it that it is too slow', async () => {
    const asked = new Set<Socket>();
    const server = createServer((socket) => {
      halfDead(socket);
      socket.on('data', (said) => / (?:NOOP|UID)\b/.test(said.toString()) && asked.add(socket));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const held = await Promise.all(
      ['slow1', 'slow2', 'slow3'].map((user) => room.connect(user, { port: portOf(server) })),
    );
    const id = await room.connect('emma');
    room.dovecot.deliver('emma', aMail(1));
    const limits = { atOnce: 2, slowAfterMs: 300, slowAtOnce: 2, wholeMs: 600_000 };
    const watch = new MailboxWatch(room.poller(), (error) => errors.push(error), limits);
    for (const one of held) await watch.wake(wakeFor(one));
    // Otherwise the good one might have been there the longest of those that are slow on a busy machine.
    await until('two of them hold both turns', () => Promise.resolve(asked.size >= 2));
    await watch.wake(wakeFor(id));
    await until('delivery 1 is there', async () => (await room.count('delivery', id)) === 1);
    const told = () => Promise.all(held.map(async (one) => (await room.stateOf(one))?.error?.code ?? null));
    await until('one is too slow', async () => (await told()).includes('tooSlow'));
    expect(await told()).toContain(null);
    await watch.stop();
    server.close();
  });

  it('calls a look off that never ends', async () => {
    const server = createServer(halfDead).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const id = await room.connect('late', { port: portOf(server) });
    const limits = { atOnce: 2, slowAfterMs: 100, slowAtOnce: 2, wholeMs: 500 };
    const watch = new MailboxWatch(room.poller(), (error) => errors.push(error), limits);
    await watch.wake(wakeFor(id));
    await until('it is failing', async () => (await room.stateOf(id))?.state === 'failing');
    expect((await room.stateOf(id))?.error?.code).toBe('tooSlow');
    await watch.stop();
    server.close();
  });

  it('can be stopped at once while a server does not greet', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const asked = once(silent, 'connection');
    const id = await room.connect('doris', { port: portOf(silent) });
    const endedBy: unknown[] = [];
    class NotingServers extends ImapMailServers {
      override open(...words: Parameters<ImapMailServers['open']>) {
        const opening = super.open(...words);
        opening.catch((error: unknown) => endedBy.push(error));
        return opening;
      }
    }
    const watch = watchOf(new NotingServers(new AnyHosts()));
    await watch.wake(wakeFor(id));
    await asked;
    await watch.stop();
    // By the stop, and not because the greeting has been waited for in vain.
    expect(endedBy).toMatchObject([{ code: 'connectionLost' }]);
    expect(await room.stateOf(id)).toMatchObject({ state: 'new', failingSince: null });
    silent.close();
  });

  it('ends where the mailbox is closed, and its password is forgotten', async () => {
    const id = await room.connect('carla');
    const watch = watchOf();
    await watch.wake(wakeFor(id));
    await until('it is watched', async () => (await room.stateOf(id))?.state === 'watched');
    value(await room.administer.close(room.by('close'), id, 1));
    await watch.wake(wakeFor(id));
    room.dovecot.deliver('carla', aMail(1));
    await watch.stop();
    expect(await room.count('delivery', id)).toBe(0);
    expect(await room.stateOf(id)).toBeUndefined();
    const { rows } = await room.superuser.query('SELECT secret FROM eingang.mailbox WHERE channel_id = $1', [id]);
    expect(rows).toEqual([{ secret: null }]);
  });
});

describe('an administrator of mailboxes', () => {
  beforeAll(async () => {
    room = await openMailRoom();
  });
  afterAll(() => room.close());
  const codeOf = (outcome: Awaited<ReturnType<MailRoom['administer']['open']>>) =>
    outcome.kind === 'done' ? 'done' : outcome.refusal.code;

  it('is never shown a password, and neither is the log', async () => {
    const id = await room.connect('dora');
    expect(JSON.stringify(await room.stateOf(id))).not.toContain('geheim');
    const { rows } = await room.superuser.query(
      `SELECT (SELECT string_agg(m::text, '') FROM eingang.mailbox m) || (SELECT string_agg(e::text, '') FROM eingang.audit_event e)
         || (SELECT string_agg(p::text, '') FROM eingang.audit_payload p) || (SELECT string_agg(k::text, '') FROM eingang.idempotency_key k) AS everything`,
    );
    expect(rows[0].everything).toContain('mailboxOpened');
    expect(rows[0].everything).not.toContain('geheim');
    expect(rows[0].everything).not.toContain(Buffer.from('geheim').toString('hex'));
  });

  it.each([
    ['lineUnencrypted', { host: 'mail.example.de' }],
    ['moveToSameFolder', { afterwards: { kind: 'move' as const, folder: 'INBOX' } }],
    ['alreadyThere', { user: 'dora' }],
    ['done', { user: 'ida', host: 'mail.example.org', security: 'tls' as const }],
    ['alreadyThere', { user: 'ida', host: 'Mail.Example.ORG.', security: 'tls' as const }],
    ['done', { host: 'mail.example.de', security: 'tls' as const }],
    ['done', { host: 'intern.example.de', unencryptedAllowed: true }],
  ])('is answered %s', async (code, changed) => {
    expect(codeOf(await room.administer.open(room.by(JSON.stringify(changed)), room.wanted('edda', changed)))).toBe(
      code,
    );
  });

  it.each([
    ['mailHostForbidden', { host: '127.0.0.1', port: 993 }],
    ['mailHostForbidden', { host: '::ffff:127.0.0.1', port: 993 }],
    ['mailPortForbidden', { host: '93.184.216.34', port: 6379 }],
    ['done', { host: '93.184.216.34', port: 993, security: 'tls' as const }],
  ])('in production is answered %s where a mailbox names %j', async (code, changed) => {
    const { hall, secrets } = room;
    const { door, queue, clock, ids } = hall;
    const guarded = new GuardedHosts([]);
    const administer = new AdministerMailboxes(door, queue, secrets, clock, ids, new PlainKeyedHash(), guarded);
    const key = JSON.stringify(changed);
    expect(codeOf(await administer.open(room.by(`open ${key}`), room.wanted('guarded', changed)))).toBe(code);
    const id = await room.connect(`open ${key}`);
    const { imap: line } = room.wanted('guarded', changed).settings;
    const smtp = { ...line, user: null };
    const wanted = room.wanted(`open ${key}`, { host: '93.184.216.34', port: 993, security: 'tls' });
    const { host, port, security, user, unencryptedAllowed } = smtp;
    const settings = { ...wanted.settings, smtp: { host, port, security, user, unencryptedAllowed } };
    expect(codeOf(await administer.change(room.by(`change ${key}`), id, 1, { ...wanted, settings }))).toBe(code);
  });

  it('cannot send a stored password to another server, nor to another one of the same host', async () => {
    const id = await room.connect('fritz');
    for (const elsewhere of [{ host: 'elsewhere.example', security: 'tls' as const }, { port: 1 }]) {
      const { secret: _, ...rest } = room.wanted('fritz', elsewhere);
      const by = room.by(JSON.stringify(elsewhere));
      expect(codeOf(await room.administer.change(by, id, 1, { ...rest, secret: null }))).toBe('secretNeeded');
    }
  });

  it('signs in with tokens that are renewed before they end and when they are refused, and keeps them encrypted', async () => {
    const town = await TokenTown.open();
    const oauth = { tokenUrl: town.tokenUrl, clientId: 'eingang', scopes: 'imap offline_access' };
    const wanted = room.wanted('token', { port: town.imapPort, auth: 'oauth2', oauth });
    const secret = { imap: 'refresh 0', smtp: null, client: 'geheimer client' };
    const { id } = value(await room.administer.open(room.by('token'), { ...wanted, secret }));
    const failing = async () => (await room.stateOf(id))?.error?.code ?? null;
    await room.poll(id);
    expect(town.asked).toEqual([
      {
        ...{ grant_type: 'refresh_token', refresh_token: 'refresh 0', scope: oauth.scopes },
        ...{ client_id: 'eingang', client_secret: 'geheimer client' },
      },
    ]);
    await room.poll(id);
    expect([town.asked.length, await failing()]).toEqual([1, null]);
    town.valid = 'another';
    await room.poll(id);
    expect([town.asked.length, town.asked[1]?.['refresh_token'], await failing()]).toEqual([2, 'refresh 1', null]);
    room.hall.clock.move(45 * 60 * 1000);
    await room.poll(id);
    expect([town.asked.length, town.asked[2]?.['refresh_token'], await failing()]).toEqual([3, 'refresh 2', null]);
    town.refuses = true;
    room.hall.clock.move(60 * 60 * 1000);
    await room.poll(id);
    expect(await failing()).toBe('tokenNotRenewed');
    const { rows } = await room.superuser.query(`SELECT encode(secret, 'escape') AS kept FROM eingang.mailbox`);
    expect(rows.map(({ kept }) => String(kept)).join()).not.toMatch(/refresh|access \d|client/);
    town.close();
  });

  it('keeps a renewed token also where somebody changes the mailbox in that moment', async () => {
    const town = await TokenTown.open();
    const oauth = { tokenUrl: town.tokenUrl, clientId: 'eingang', scopes: '' };
    const wanted = room.wanted('renamed', { port: town.imapPort, auth: 'oauth2', oauth });
    const secret = { imap: 'refresh 0', smtp: null };
    const { id } = value(await room.administer.open(room.by('renamed'), { ...wanted, secret }));
    const change = (given: typeof secret | null, key: string, seen: number) => () =>
      room.administer.change(room.by(key), id, seen, { ...wanted, name: key, secret: given });
    town.meanwhile = change(null, 'renamed once', 1);
    await room.poll(id);
    await room.poll(id);
    expect([town.asked.length, (await room.stateOf(id))?.error]).toEqual([1, null]);
    town.meanwhile = change({ imap: 'refresh of another', smtp: null }, 'renamed twice', 2);
    room.hall.clock.move(60 * 60 * 1000);
    await room.poll(id);
    await room.poll(id);
    expect(town.asked.at(-1)?.['refresh_token']).toBe('refresh of another');
    town.close();
  });

  it.each([
    [{ expires_in: 9e15 }, 24 * 3600],
    [{ expires_in: 0 }, 3600],
    [{ expires_in: '900.5', refresh_token: null }, 900.5],
  ])('loses no token where the endpoint says %j beside it', async (besides, seconds) => {
    const town = await TokenTown.open();
    town.besides = besides;
    const { tokenUrl } = town;
    const servers = new HttpTokenServers(new AnyHosts(), false);
    const renewed = await servers.renew({ tokenUrl, clientId: 'c', scopes: '' }, null, 'refresh', never);
    const refreshToken = 'refresh_token' in besides ? null : 'refresh 1';
    expect(renewed).toEqual({ accessToken: 'access 1', refreshToken, lifetimeMs: seconds * 1000 });
    town.close();
  });

  it('hands out the same token for sending, another where it was refused, and one to two at once', async () => {
    const town = await TokenTown.open();
    const oauth = { tokenUrl: town.tokenUrl, clientId: 'eingang', scopes: '' };
    const wanted = room.wanted('sender', { port: town.imapPort, auth: 'oauth2', oauth });
    const secret = { imap: 'refresh 0', smtp: null };
    const { id } = value(await room.administer.open(room.by('sender'), { ...wanted, secret }));
    await room.poll(id);
    const { door, clock, tenantId } = room.hall;
    const access = new MailboxAccess(door, new HttpTokenServers(new AnyHosts(), false), room.secrets, clock);
    const mailbox = { tenantId, id, settings: wanted.settings };
    expect(await access.tokenToSend(mailbox, never)).toBe('access 1');
    expect(await access.tokenToSend(mailbox, never, 'access 1')).toBe('access 2');
    await room.poll(id);
    expect([town.asked.length, (await room.stateOf(id))?.error]).toEqual([2, null]);
    const process = (secrets: Secrets = room.secrets) =>
      new MailboxAccess(door, new HttpTokenServers(new AnyHosts(), false), secrets, clock);
    const another = (at: MailboxAccess, refused: string) => at.tokenToSend(mailbox, never, refused);
    const both = await bothAtOnce(town, room.secrets, (secrets) => another(process(secrets), 'access 2'));
    expect([both, town.asked.length]).toEqual([['access 3', 'access 3'], 3]);
    town.refuses = true;
    await expect(another(process(), 'access 3')).rejects.toMatchObject({ code: 'tokenNotRenewed' });
    town.refuses = false;
    expect(await another(process(), 'access 3')).toBe('access 5');
    const smtp = { host: '127.0.0.1', port: 25, security: 'none', user: 'u', unencryptedAllowed: false } as const;
    const byPassword = room.wanted('password', {});
    const settings = { ...byPassword.settings, smtp: { ...smtp, auth: 'oauth2' as const } };
    expect(codeOf(await room.administer.open(room.by('no token'), { ...byPassword, settings }))).toBe('tokenNeeded');
    town.close();
  });

  it('gives up the renewal of a token soon after the stop, and does not begin one after it', async () => {
    const town = await TokenTown.open();
    const stop = new AbortController();
    const asked = new Promise<void>((resolve) => {
      town.meanwhile = () => new Promise(() => resolve());
    });
    const servers = new HttpTokenServers(new AnyHosts(), false);
    const client = { tokenUrl: town.tokenUrl, clientId: 'c', scopes: '' };
    const renewal = servers.renew(client, null, 'refresh', stop.signal).catch((error: unknown) => error);
    await asked;
    stop.abort();
    expect(await renewal).toMatchObject({ code: 'connectionLost' });
    await expect(servers.renew(client, null, 'refresh', stop.signal)).rejects.toMatchObject({ code: 'connectionLost' });
    town.close();
  });

  it('is led to no token endpoint in the house either, nor to one that anybody can listen to', async () => {
    const renew = (tokenUrl: string) =>
      new HttpTokenServers(new GuardedHosts([]), true).renew(
        { tokenUrl, clientId: 'c', scopes: '' },
        null,
        'refresh',
        never,
      );
    await expect(renew('https://127.0.0.1/token')).rejects.toMatchObject({ code: 'hostForbidden' });
    await expect(renew('https://93.184.216.34:5432/token')).rejects.toMatchObject({ code: 'portForbidden' });
    await expect(renew('http://93.184.216.34/token')).rejects.toMatchObject({ code: 'noEncryption' });
    const oauth = { tokenUrl: 'http://login.example/token', clientId: 'c', scopes: '' };
    const wanted = room.wanted('otto', { auth: 'oauth2', oauth });
    expect(codeOf(await room.administer.open(room.by('otto'), wanted))).toBe('lineUnencrypted');
    const id = await room.connect('otto', {
      auth: 'oauth2',
      oauth: { ...oauth, tokenUrl: 'https://login.example/token' },
    });
    const elsewhere = { ...oauth, tokenUrl: 'https://elsewhere.example/token' };
    const { secret: _, ...rest } = room.wanted('otto', { auth: 'oauth2', oauth: elsewhere });
    expect(codeOf(await room.administer.change(room.by('otto 2'), id, 1, { ...rest, secret: null }))).toBe(
      'secretNeeded',
    );
  });

  it('is told of a mailbox whose answers have no way out', async () => {
    const id = await room.connect('paula');
    const leave = async () => (await room.stateOf(id))?.answersLeave;
    expect(await leave()).toBe(false);
    room.hall.answering.outgoing = { from: null, domains: ['elsewhere.example'] };
    expect(await leave()).toBe(false);
    room.hall.answering.outgoing = { from: null, domains: ['auenfurt.example'] };
    expect(await leave()).toBe(true);
    room.hall.answering.outgoing = { from: 'eingang@elsewhere.example', domains: [] };
    expect(await leave()).toBe(true);
    room.hall.answering.outgoing = null;
  });

  it('has to be one', async () => {
    const by = { ...room.by('clerk'), personId: room.hall.personId('hanna') };
    expect(codeOf(await room.administer.open(by, room.wanted('gerda')))).toBe('administratorsOnly');
  });
});
