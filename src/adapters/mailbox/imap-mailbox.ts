import { setTimeout as pause } from 'node:timers/promises';
import type { FetchMessageObject, ImapFlow, MailboxObject } from 'imapflow';
import type { ImapSettings } from '../../domain/mail/mailbox-settings.js';
import { MailboxFailure, type FetchedMail, type FoundMail, type OpenMailbox } from '../../pipeline/ports/mailbox.js';
import { mailboxFailure } from './imap-failures.js';
import { mailboxLimits } from './mailbox-limits.js';
import { headerSection } from './read-envelope.js';

/** An open folder of an IMAP server. Between commands imapflow idles by itself, so that the server says what comes. */
export class ImapMailbox implements OpenMailbox {
  readonly uidValidity: number;
  readonly uidNext: number;
  /** Whether the server has told of a mail since the folder was last asked. */
  private told = false;
  private lost = false;
  private wakeUp: () => void = () => undefined;

  constructor(
    private readonly client: ImapFlow,
    private readonly settings: ImapSettings,
    private readonly largestMail: number,
  ) {
    const { uidValidity, uidNext } = selected(client);
    [this.uidValidity, this.uidNext] = [Number(uidValidity), uidNext];
    client.on('exists', () => {
      this.told = true;
      this.wakeUp();
    });
    client.on('close', () => {
      this.lost = true;
      this.wakeUp();
    });
  }

  async uidsFrom(first: number): Promise<readonly number[]> {
    this.told = false;
    const { since } = this.settings;
    const query = { uid: `${first}:*`, ...(since === null ? {} : { since: new Date(`${since}T00:00:00Z`) }) };
    // A server may tell of new mail after a command only (RFC 9051, 7): without this one "*" can be the last mail of before.
    await this.command(() => this.client.noop());
    const found = await this.command(() => this.client.search(query, { uid: true }));
    if (!Array.isArray(found)) throw this.failed();
    // "n:*" always names the last mail, also where its UID is smaller (RFC 9051, 9: sequence-set).
    return found.filter((uid) => uid >= first).sort((one, other) => one - other);
  }

  async describe(uids: readonly number[]): Promise<readonly FoundMail[]> {
    if (uids.length === 0) return [];
    const wanted = { uid: true, flags: true, size: true, envelope: true };
    const found = await this.command(() => this.client.fetchAll(uids.join(','), wanted, { uid: true }));
    return found.map((mail) => this.foundMail(mail));
  }

  async fetch(uid: number): Promise<FetchedMail> {
    try {
      return await this.download(uid);
    } catch (error) {
      throw this.client.usable ? new MailboxFailure('mailUnreadable', { cause: error }) : this.failed(error);
    }
  }

  async settle(uid: number): Promise<void> {
    const { afterwards } = this.settings;
    const range = String(uid);
    const settled = await this.command(async () =>
      afterwards.kind === 'move'
        ? Boolean(await this.client.messageMove(range, afterwards.folder, { uid: true }))
        : this.client.messageFlagsAdd(range, ['\\Seen'], { uid: true }),
    );
    if (settled) return;
    if (!this.client.usable) throw this.failed();
    throw new MailboxFailure(afterwards.kind === 'move' ? 'targetFolderMissing' : 'notMarked');
  }

  async news(atMostMs: number): Promise<void> {
    const over = new AbortController();
    const told = new Promise<void>((resolve) => (this.wakeUp = resolve));
    try {
      if (!this.told && !this.lost)
        await Promise.race([
          told,
          pause(atMostMs, undefined, { signal: over.signal, ref: false }).catch(() => undefined),
        ]);
    } finally {
      over.abort();
    }
    if (this.lost) throw this.failed();
  }

  async close(): Promise<void> {
    const farewell = this.client.usable ? this.client.logout().catch(() => undefined) : Promise.resolve();
    const over = new AbortController();
    await Promise.race([
      farewell,
      pause(mailboxLimits.farewellMs, undefined, { signal: over.signal, ref: false }).catch(() => undefined),
    ]);
    over.abort();
    this.client.close();
  }

  /** Piece by piece, and no more than the limit: neither the size that a server tells nor its pieces are to be trusted. */
  private async download(uid: number): Promise<FetchedMail> {
    const options = { uid: true, chunkSize: mailboxLimits.chunkBytes };
    const { meta, content } = await this.client.download(String(uid), undefined, options);
    if (!content) {
      // A mail that is still there and of which nothing is handed out must not be taken for one that has gone.
      if (await this.client.fetchOne(String(uid), { uid: true }, { uid: true })) throw new Error('no content');
      return { kind: 'gone' };
    }
    const told = meta.expectedSize ?? 0;
    const enough = told > this.largestMail ? mailboxLimits.headBytes : this.largestMail + 1;
    const bytes = await firstBytes(content, enough);
    if (bytes.byteLength === 0) throw new Error('no content');
    if (told <= this.largestMail && bytes.byteLength <= this.largestMail) return { kind: 'whole', bytes };
    return { kind: 'tooLarge', sizeBytes: Math.max(told, bytes.byteLength), head: Buffer.from(headerSection(bytes)) };
  }

  private foundMail({ uid, size, flags, envelope }: FetchMessageObject): FoundMail {
    const isSettled = this.settings.afterwards.kind === 'markSeen' && flags?.has('\\Seen') === true;
    return { uid, sizeBytes: size ?? -1, messageId: envelope?.messageId ?? null, isSettled };
  }

  private async command<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.failed(error);
    }
  }

  private failed(cause?: unknown): MailboxFailure {
    return mailboxFailure(cause, this.client.usable ? 'unexpectedAnswer' : 'connectionLost');
  }
}

/** Reads a stream up to so many bytes, and lets go of the rest. */
async function firstBytes(stream: AsyncIterable<Buffer>, enough: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream) {
    pieces.push(piece);
    size += piece.byteLength;
    if (size >= enough) break;
  }
  return Buffer.concat(pieces);
}

function selected(client: ImapFlow): MailboxObject {
  if (client.mailbox === false) throw new MailboxFailure('folderMissing');
  return client.mailbox;
}
