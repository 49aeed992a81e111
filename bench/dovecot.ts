import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './killable-service.js';

/** Where Debian puts it. */
export const dovecotProgram = '/usr/sbin/dovecot';

/** A real IMAP server of this program's own, on free ports of 127.0.0.1. Every user exists, with the password `geheim`. */
export class TestDovecot {
  private child: ChildProcess | null = null;

  private constructor(
    private readonly folder: string,
    /** Plain, with STARTTLS on offer. */
    readonly port: number,
    readonly tlsPort: number,
    /** The authority (PEM) that signed its certificate, which is for 127.0.0.1. */
    readonly authority: string,
  ) {}

  /** Runs as the user of this process; as root it takes Debian's own users for dovecot, and nobody for mails. */
  static async start(): Promise<TestDovecot> {
    const folder = await mkdtemp(join(tmpdir(), 'eingang-dovecot-'));
    await chmod(folder, 0o755);
    for (const name of ['run', 'state', 'mail']) await mkdir(join(folder, name));
    const owner = ownerOfMails();
    if (isRoot()) await chown(join(folder, 'mail'), owner.uid, owner.gid);
    const authority = await makeCertificate(folder);
    for (let attempt = 1; ; attempt += 1) {
      const [port, tlsPort] = [await freePort(), await freePort()];
      const dovecot = new TestDovecot(folder, port, tlsPort, authority);
      await writeFile(join(folder, 'dovecot.conf'), settings(folder, port, tlsPort));
      try {
        await dovecot.start();
        return dovecot;
      } catch (error) {
        // Somebody may have taken a port meanwhile; then others are tried.
        if (attempt === 5) throw error;
      }
    }
  }

  /** Puts mails into the inbox, each under a UID of its own. */
  deliver(user: string, ...mails: readonly (string | Uint8Array)[]): void {
    for (const mail of mails) this.doveadm(['save', '-u', user], mail);
  }

  makeFolder(user: string, folder: string): void {
    this.doveadm(['mailbox', 'create', '-u', user, folder]);
  }

  /** How many mails a folder holds, and how many of them are not marked as seen. */
  count(user: string, folder = 'INBOX'): { readonly all: number; readonly unseen: number } {
    const said = this.doveadm(['mailbox', 'status', '-u', user, 'messages unseen', folder]);
    const numberOf = (name: string) => Number(new RegExp(`${name}=(\\d+)`).exec(said)?.[1]);
    return { all: numberOf('messages'), unseen: numberOf('unseen') };
  }

  /** Gives the inbox another UIDVALIDITY, as after a move to another server. */
  renewUidValidity(user: string, uidValidity: number): void {
    this.doveadm(['mailbox', 'update', '--uid-validity', String(uidValidity), '-u', user, 'INBOX']);
  }

  /** Marks every mail as seen, as somebody does who reads them elsewhere. */
  readAll(user: string): void {
    this.doveadm(['flags', 'add', '-u', user, '\\Seen', 'mailbox', 'INBOX', 'all']);
  }

  async start(): Promise<void> {
    this.child = spawn(dovecotProgram, ['-F', '-c', join(this.folder, 'dovecot.conf')], { stdio: 'ignore' });
    const giveUpAt = Date.now() + 60_000;
    while (!(await answers(this.port))) {
      if (this.child.exitCode !== null || Date.now() > giveUpAt) {
        await this.stop();
        throw new Error(`dovecot does not start: ${await readFile(join(this.folder, 'log'), 'utf8')}`);
      }
      await pause(10);
    }
  }

  /** Ends it with every connection; `start` brings it back on the same ports with what it held. */
  async stop(): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private doveadm(words: readonly string[], input: string | Uint8Array = ''): string {
    const { status, stdout, stderr } = spawnSync('doveadm', ['-c', join(this.folder, 'dovecot.conf'), ...words], {
      input,
    });
    if (status !== 0) throw new Error(`doveadm ${words.join(' ')}: ${String(stderr)}`);
    return String(stdout);
  }
}

const isRoot = (): boolean => process.getuid?.() === 0;

/** Dovecot lets nobody read mails as root. */
const ownerOfMails = (): { readonly uid: number; readonly gid: number } =>
  isRoot() ? { uid: 65_534, gid: 65_534 } : userInfo();

function settings(folder: string, port: number, tlsPort: number): string {
  const { uid, gid } = ownerOfMails();
  const me = userInfo().username;
  const group = isRoot() ? 'dovecot' : String(spawnSync('id', ['-gn']).stdout).trim();
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
default_internal_user = ${isRoot() ? 'dovecot' : me}
default_internal_group = ${group}
default_login_user = ${isRoot() ? 'dovenull' : me}
ssl = yes
ssl_cert = <${folder}/certificate.pem
ssl_key = <${folder}/key.pem
mail_location = maildir:${folder}/mail/%u
mail_uid = ${String(uid)}
mail_gid = ${String(gid)}
first_valid_uid = 1
mail_max_userip_connections = 50
auth_failure_delay = 0
passdb {
  driver = static
  args = password=geheim
}
userdb {
  driver = static
  args = uid=${String(uid)} gid=${String(gid)} home=${folder}/mail/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${String(port)}
  }
  inet_listener imaps {
    port = ${String(tlsPort)}
    ssl = yes
  }
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
`;
}

/** An authority and a certificate for 127.0.0.1 signed by it. Debian's dovecot brings openssl along. */
async function makeCertificate(folder: string): Promise<string> {
  const openssl = (...words: readonly string[]) => {
    const { status, stderr } = spawnSync('openssl', words, { cwd: folder });
    if (status !== 0) throw new Error(`openssl ${words.join(' ')}: ${String(stderr)}`);
  };
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  openssl(
    'req',
    '-x509',
    ...newKey,
    '-keyout',
    'authority.key',
    '-out',
    'authority.pem',
    '-subj',
    '/CN=Test authority',
  );
  const server = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const signed = ['-CA', 'authority.pem', '-CAkey', 'authority.key', '-x509'];
  openssl('req', ...signed, ...newKey, ...server, '-keyout', 'key.pem', '-out', 'certificate.pem');
  return readFile(join(folder, 'authority.pem'), 'utf8');
}

/** Whether the server greets. */
async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    const [greeting] = await once(socket, 'data', { signal: AbortSignal.timeout(1_000) });
    return String(greeting).startsWith('* OK');
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
