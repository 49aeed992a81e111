import { once } from 'node:events';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import hoodiecrow, { type ImapServer } from 'hoodiecrow-imap';
import { portOf, usablePort } from './ports.js';

/** Who opens a mailbox, and with what. */
export interface Account {
  readonly login: string;
  readonly password: string;
}

/** One mailbox with an IMAP server of its own on 127.0.0.1. Its mails are kept in a folder, each under its UID, and are there again after a restart. */
export class KeptMailbox {
  private readonly connections = new Set<Socket>();
  private writing: Promise<void> = Promise.resolve();

  private constructor(
    private readonly folder: string,
    private readonly imap: ImapServer,
    private readonly kept: Uint8Array[],
    private nextUid: number,
  ) {
    imap.server.on('connection', (socket) => {
      this.connections.add(socket);
      socket.on('close', () => this.connections.delete(socket));
    });
  }

  static async open(folder: string, { login, password }: Account, preferredPort: number): Promise<KeptMailbox> {
    await mkdir(folder, { recursive: true });
    const uids = (await readdir(folder)).flatMap((name) => /^(\d+)\.eml$/.exec(name)?.[1] ?? []).map(Number);
    uids.sort((one, other) => one - other);
    const kept = await Promise.all(uids.map((uid) => readFile(fileOf(folder, uid))));
    const uidnext = (uids.at(-1) ?? 0) + 1;
    const messages = kept.map((raw, at) => ({
      ...{ uid: uids[at] ?? 0, raw: raw.toString('latin1'), flags: [], internaldate: new Date() },
    }));
    const imap = hoodiecrow({
      plugins: ['IDLE', 'ID', 'LITERALPLUS', 'SASL-IR', 'AUTH-PLAIN', 'MOVE'],
      users: { [login]: { password } },
      storage: { INBOX: { uidvalidity: 1, uidnext, messages } },
    });
    imap.server.listen(await usablePort(preferredPort), '127.0.0.1');
    await once(imap.server, 'listening');
    return new KeptMailbox(folder, imap, [...kept], uidnext);
  }

  get port(): number {
    return portOf(this.imap.server.address());
  }

  /** All mails, oldest first. */
  get mails(): readonly Uint8Array[] {
    return this.kept;
  }

  /** Keeps a mail and tells everybody who waits at the mailbox; one after the other, so that files and UIDs agree. */
  put(raw: Buffer): Promise<void> {
    const written = this.writing.then(() => this.write(raw));
    this.writing = written.catch(() => undefined);
    return written;
  }

  async close(): Promise<void> {
    const closed = once(this.imap.server, 'close');
    this.imap.server.close();
    for (const socket of this.connections) socket.destroy();
    await closed;
  }

  private async write(raw: Buffer): Promise<void> {
    const file = fileOf(this.folder, this.nextUid);
    await writeFile(`${file}.half`, raw);
    await rename(`${file}.half`, file);
    this.nextUid += 1;
    this.kept.push(raw);
    this.imap.appendMessage('INBOX', [], new Date(), raw.toString('latin1'));
  }
}

const fileOf = (folder: string, uid: number): string => join(folder, `${uid}.eml`);
