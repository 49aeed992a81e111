/**
 * Does something again and again, `pauseMs` after it has ended, so that two rounds never overlap; a round that fails is
 * told and does not end the repetition.
 */
export class Repetition {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly round: () => Promise<unknown>,
    private readonly pauseMs: number,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** @param firstPauseMs how long the first round waits. */
  start(firstPauseMs = this.pauseMs): this {
    this.timer = setTimeout(() => (this.running = this.once()), firstPauseMs);
    return this;
  }

  /** Begins no further round and waits for the one that runs. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async once(): Promise<void> {
    try {
      await this.round();
    } catch (error) {
      this.onError(error);
    }
    if (!this.stopped) this.start();
  }
}
