import { mailboxWork } from '../pipeline/mailbox-limits.js';
import type { MailboxSession } from '../pipeline/mailbox-session.js';
import type { PollMailbox } from '../pipeline/poll-mailbox.js';
import type { Wake } from '../pipeline/ports/wake-queue.js';
import { Repetition } from './repetition.js';
import { Turns, type TurnLimits } from './turns.js';

const turnLimits: TurnLimits = {
  atOnce: mailboxWork.looksAtOnce,
  slowAfterMs: mailboxWork.slowAfterMs,
  slowAtOnce: mailboxWork.slowLooksAtOnce,
  wholeMs: mailboxWork.lookMs,
};

/**
 * The mailboxes that this process looks into and waits at. A wake only begins that: it would hold up the others for as
 * long as a mailbox is watched.
 */
export class MailboxWatch {
  private readonly watched = new Map<string, WatchedMailbox>();
  private readonly turns: Turns;
  private stopping = false;

  constructor(
    private readonly pollMailbox: PollMailbox,
    private readonly onError: (error: unknown, wake: Wake) => void,
    private readonly limits: TurnLimits = turnLimits,
  ) {
    this.turns = new Turns(limits);
  }

  async wake(wake: Wake): Promise<void> {
    const watched = this.watched.get(wake.id);
    if (watched) return watched.holdOn();
    if (this.stopping) return;
    const session = await this.pollMailbox.lease(wake.tenantId, wake.id);
    if (session === null) return;
    const stays = this.watched.size < mailboxWork.watched;
    const turns = { of: this.turns, wholeMs: this.limits.wholeMs };
    const begun = new WatchedMailbox(session, turns, stays, (error) => this.onError(error, wake));
    this.watched.set(wake.id, begun);
    void begun.run().finally(() => this.watched.delete(wake.id));
    if (this.stopping) begun.stop();
  }

  /** Gives every mailbox back, so that another process can take it at once. */
  async stop(): Promise<void> {
    this.stopping = true;
    const all = [...this.watched.values()];
    for (const one of all) one.stop();
    await Promise.all(all.map((one) => one.ended));
  }
}

/** One mailbox, from the lease until it is given back. */
class WatchedMailbox {
  readonly ended: Promise<void>;
  private end: () => void = () => undefined;
  private stopped = false;
  private wakeUp: () => void = () => undefined;
  private askedFor = false;

  /** @param stays whether it waits for new mail after the first look. */
  constructor(
    private readonly session: MailboxSession,
    private readonly turns: { readonly of: Turns; readonly wholeMs: number },
    private readonly stays: boolean,
    private readonly onError: (error: unknown) => void,
  ) {
    this.ended = new Promise((resolve) => (this.end = resolve));
  }

  /** Never rejects. */
  async run(): Promise<void> {
    const lease = new Repetition(() => this.holdOn(), mailboxWork.holdMs, this.onError).start();
    try {
      await this.work().catch((error: unknown) => this.giveUp(error));
    } catch (error) {
      this.onError(error);
    } finally {
      await lease.stop();
      await this.session.close().catch(this.onError);
      this.end();
    }
  }

  /** Holds the lease; looks at once where somebody has asked for it, and ends where the lease is lost. */
  async holdOn(): Promise<void> {
    const standing = await this.session.holdOn();
    if (standing === 'lost') return this.stop();
    if (standing === 'lookAskedFor') {
      this.askedFor = true;
      this.wakeUp();
    }
  }

  /** Ends what is under way: a mail that is being fetched stays where it is. */
  stop(): void {
    this.stopped = true;
    this.wakeUp();
    void this.session.close().catch(this.onError);
  }

  private async work(): Promise<void> {
    const callOff = () => this.callOff();
    const late = setTimeout(callOff, this.turns.wholeMs);
    await this.session.open().finally(() => clearTimeout(late));
    while (!this.stopped) {
      this.askedFor = false;
      const { more, unstored } = await this.turns.of.take(() => this.session.look(), callOff);
      unstored.forEach(this.onError);
      if (more) continue;
      if (!this.stays) break;
      if (!this.askedFor && !this.stopped) await Promise.race([this.session.news(mailboxWork.pollMs), this.woken()]);
    }
    await this.session.leave(this.stopped ? 0 : mailboxWork.pollMs);
  }

  private callOff(): void {
    void this.session.callOff().catch(this.onError);
  }

  private woken(): Promise<void> {
    return new Promise((resolve) => (this.wakeUp = resolve));
  }

  private async giveUp(error: unknown): Promise<void> {
    await (this.stopped ? this.session.leave(0) : this.session.giveUp(error));
  }
}
