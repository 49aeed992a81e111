import { mailboxFailures, type MailboxFailureCode } from '../domain/mail/mailbox-failures.table.js';
import type { MailboxAccess } from './mailbox-access.js';
import { mailboxWork } from './mailbox-limits.js';
import type { Clock } from './ports/clock.js';
import { MailboxFailure, type FoundMail, type MailServers, type OpenMailbox } from './ports/mailbox.js';
import type { FolderPlace, KnownMail, LeasedMailbox } from './ports/mailbox-records.js';
import { isPassing, type TenantDoor } from './ports/tenant-door.js';
import { LeaseLost, type TakeMailIn } from './take-mail-in.js';

export interface SessionParts {
  readonly door: TenantDoor;
  readonly servers: MailServers;
  readonly access: MailboxAccess;
  readonly clock: Clock;
  readonly takeMailIn: TakeMailIn;
  /** Bytes of the largest mail that is taken in whole. */
  readonly largestMail: number;
  /** UIDs at which the line broke or that could not be stored, for every session with this mailbox. */
  readonly suspects: Set<number>;
}

/** One walk through what is new in the folder. */
interface Pass {
  readonly left: number[];
  /** Up to where everything is settled without a gap. */
  settled: number;
  /** A mail could not be settled: the walk goes on, and the next one begins with it again. */
  gap: boolean;
  error: MailboxFailureCode | null;
  /** Why mails could not be stored, for whoever runs the service. */
  unstored: unknown[];
}

/** A mailbox in this process's hands, from the lease until it is given back. */
export class MailboxSession {
  private mailbox: OpenMailbox | null = null;
  private settledUpTo: FolderPlace = { uidValidity: 0, uid: 0 };
  private pass: Pass | null = null;
  private hasLooked = false;
  private unstoredInARow = 0;
  private calledOff = false;
  private readonly over = new AbortController();

  constructor(
    private readonly parts: SessionParts,
    private readonly tenantId: string,
    private readonly leased: LeasedMailbox,
  ) {}

  /** @throws MailboxFailure */
  async open(): Promise<void> {
    const { settledUpTo } = this.leased;
    const mailbox = (this.mailbox = await this.signIn());
    const { uidValidity, uidNext } = mailbox;
    // A folder that was put back to an earlier time gives out the same UIDs again.
    const known = settledUpTo?.uidValidity === uidValidity && settledUpTo.uid < uidNext;
    this.settledUpTo = { uidValidity, uid: known ? settledUpTo.uid : 0 };
  }

  /** Takes in a few mails. `more`: there are others; `unstored`: why some could not be stored. @throws MailboxFailure if nothing more can be done. */
  async look(): Promise<{ readonly more: boolean; readonly unstored: readonly unknown[] }> {
    const mailbox = this.opened();
    const pass = (this.pass ??= await this.begin(mailbox));
    const uids = pass.left.splice(0, mailboxWork.mailsPerRound);
    const known = await this.knownAt(uids);
    const found = await mailbox.describe(uids);
    const untold = found.length < uids.length ? await this.untold(mailbox, uids, found) : [];
    if (untold.length > 0) [pass.error, pass.gap] = ['mailUnreadable', true];
    for (const mail of [...found].sort((one, other) => uids.indexOf(one.uid) - uids.indexOf(other.uid))) {
      const error = await this.takeIn(mailbox, mail, known.get(mail.uid));
      if (error !== null) [pass.error, pass.gap] = [error, true];
      if (!pass.gap) pass.settled = mail.uid;
    }
    if (!pass.gap) pass.settled = uids.at(-1) ?? pass.settled;
    const more = pass.left.length > 0;
    await this.note(pass);
    if (!more) [this.pass, this.hasLooked] = [null, true];
    return { more, unstored: pass.unstored.splice(0) };
  }

  /** Waits for new mail. @throws MailboxFailure if the line is lost. */
  news(atMostMs: number): Promise<void> {
    return this.opened().news(atMostMs);
  }

  /** Holds the lease, as long as nobody has taken or changed the mailbox. */
  holdOn(): Promise<'held' | 'lookAskedFor' | 'lost'> {
    const { id, lease } = this.leased;
    const now = this.parts.clock.now();
    const until = new Date(now.getTime() + mailboxWork.leaseMs);
    return this.parts.door.inTenant(this.tenantId, (tenant) => tenant.mailboxes.hold(id, lease, now, until));
  }

  /** Gives the mailbox back after a look. */
  async leave(pauseMs: number): Promise<void> {
    await this.release(pauseMs, null);
  }

  /** Gives the mailbox back after a failure, and notes why. */
  async giveUp(error: unknown): Promise<void> {
    if (error instanceof LeaseLost) return;
    const ofLine = error instanceof MailboxFailure;
    const code = this.calledOff && ofLine ? 'tooSlow' : ofLine ? error.code : 'notStored';
    // A line that breaks after a good look is nothing to tell; that it cannot be had again would be.
    const passing = isPassing(error) || (this.hasLooked && code === 'connectionLost');
    await this.release(passing ? mailboxWork.retryMs.least : this.retryMs(), passing ? null : code);
  }

  /** Ends what is under way with the server, the connecting too. */
  async close(): Promise<void> {
    this.over.abort();
    await this.mailbox?.close();
  }

  /** Ends a look that takes too long: others wait for their turn. A mail that is being fetched is asked for last next time. */
  async callOff(): Promise<void> {
    this.calledOff = true;
    await this.close();
  }

  /** A token may be refused before its time: one time another is fetched. */
  private async signIn(): Promise<OpenMailbox> {
    const { servers, access, largestMail } = this.parts;
    const { imap } = this.leased.settings;
    const secret = await access.signIn(this.tenantId, this.leased, this.over.signal);
    return servers.open(imap, secret, largestMail, this.over.signal).catch(async (error: unknown) => {
      if (!imap.oauth || !(error instanceof MailboxFailure) || error.code !== 'tokenRefused') throw error;
      const another = await access.signIn(this.tenantId, this.leased, this.over.signal, secret);
      return servers.open(imap, another, largestMail, this.over.signal);
    });
  }

  private async begin(mailbox: OpenMailbox): Promise<Pass> {
    const { uid } = this.settledUpTo;
    const uids = await mailbox.uidsFrom(uid + 1);
    // One mail that breaks the line or cannot be stored must not keep back the others: it is asked for last.
    const suspected = uids.filter((one) => this.parts.suspects.has(one));
    const left = [...uids.filter((one) => !this.parts.suspects.has(one)), ...suspected];
    return { left, settled: uid, gap: suspected.length > 0, error: null, unstored: [] };
  }

  /** Mails of which the server told nothing, although they have not gone: they must not count as settled. */
  private async untold(
    mailbox: OpenMailbox,
    uids: readonly number[],
    found: readonly FoundMail[],
  ): Promise<readonly number[]> {
    const told = new Set(found.map(({ uid }) => uid));
    const missing = uids.filter((uid) => !told.has(uid));
    const there = new Set(await mailbox.uidsFrom(Math.min(...missing)));
    return missing.filter((uid) => there.has(uid));
  }

  private async takeIn(
    mailbox: OpenMailbox,
    mail: FoundMail,
    known: KnownMail | undefined,
  ): Promise<MailboxFailureCode | null> {
    try {
      if (!isSame(mail, known)) await this.fetch(mailbox, mail.uid);
      // Only now, after the commit, is the mailbox touched (invariant 1).
      if (!mail.isSettled) await mailbox.settle(mail.uid);
      return null;
    } catch (error) {
      if (error instanceof MailboxFailure && mailboxFailures[error.code].of === 'mail') return error.code;
      throw error;
    }
  }

  private async fetch(mailbox: OpenMailbox, uid: number): Promise<void> {
    const { suspects, takeMailIn } = this.parts;
    suspects.add(uid);
    const fetched = await mailbox.fetch(uid).catch((error: unknown) => {
      if (error instanceof MailboxFailure && mailboxFailures[error.code].of === 'mail') suspects.delete(uid);
      throw error;
    });
    suspects.delete(uid);
    if (fetched.kind === 'gone') return;
    const { uidValidity } = this.settledUpTo;
    const arrived = { tenantId: this.tenantId, mailbox: this.leased, place: { uidValidity, uid }, fetched };
    await takeMailIn.take(arrived).catch((error: unknown) => this.notStored(uid, error));
    this.unstoredInARow = 0;
  }

  /** What keeps one mail from being stored may lie in the mail. @throws MailboxFailure, or the error if it does not. */
  private notStored(uid: number, error: unknown): never {
    if (isPassing(error) || error instanceof LeaseLost) throw error;
    this.parts.suspects.add(uid);
    this.pass?.unstored.push(error);
    this.unstoredInARow += 1;
    if (this.unstoredInARow >= mailboxWork.unstoredInARow) throw error;
    throw new MailboxFailure('mailNotStored', { cause: error });
  }

  private async knownAt(uids: readonly number[]): Promise<ReadonlyMap<number, KnownMail>> {
    const { uidValidity } = this.settledUpTo;
    const known = await this.parts.door.inTenant(this.tenantId, (tenant) =>
      tenant.mailboxes.knownAt(this.leased.id, uidValidity, uids),
    );
    return new Map(known.map((mail) => [mail.uid, mail]));
  }

  private async note({ settled, error }: Pass): Promise<void> {
    const { id, lease } = this.leased;
    this.settledUpTo = { ...this.settledUpTo, uid: settled };
    const result = { at: this.parts.clock.now(), settledUpTo: this.settledUpTo, error };
    await this.parts.door.inTenant(this.tenantId, (tenant) => tenant.mailboxes.noteLook(id, lease, result));
  }

  private async release(pauseMs: number, failure: MailboxFailureCode | null): Promise<void> {
    const { id, lease } = this.leased;
    const now = this.parts.clock.now();
    const dueAt = new Date(now.getTime() + pauseMs);
    await this.parts.door.inTenant(this.tenantId, (tenant) => tenant.mailboxes.release(id, lease, now, dueAt, failure));
  }

  /** As long as it has been failing, within bounds: twice as long each time. */
  private retryMs(): number {
    const { least, most } = mailboxWork.retryMs;
    const since = this.leased.failingSince ?? this.parts.clock.now();
    return Math.min(most, Math.max(least, this.parts.clock.now().getTime() - since.getTime()));
  }

  private opened(): OpenMailbox {
    if (this.mailbox === null) throw new Error('the mailbox has not been opened');
    return this.mailbox;
  }
}

/** A UID alone proves nothing: servers were seen to give one out again. What differs, or bears no id, is fetched and compared. */
const isSame = (mail: FoundMail, known: KnownMail | undefined): boolean =>
  known !== undefined &&
  known.messageId !== null &&
  known.messageId === mail.messageId &&
  known.sizeBytes === mail.sizeBytes;
