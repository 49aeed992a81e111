const signals = ['SIGINT', 'SIGTERM'] as const;

/** Ends a run before its time: told so by a signal, by the clock, or by a part of the run that has failed. */
export class BreakOff {
  private readonly controller = new AbortController();
  private readonly clock: NodeJS.Timeout;
  private readonly interrupted = (): void => this.because(new Error('the run was interrupted'));

  constructor(minutes: number) {
    this.clock = setTimeout(
      () => this.because(new Error(`the run has not ended in ${minutes} minutes`)),
      minutes * 60_000,
    );
    for (const signal of signals) process.once(signal, this.interrupted);
  }

  /** For the waits of the run. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  because(error: unknown): void {
    this.controller.abort(error);
  }

  /** What the work comes to, or why it was broken off. */
  async orResultOf<T>(work: Promise<T>): Promise<T> {
    const brokenOff = new Promise<never>((_, reject) => {
      if (this.signal.aborted) reject(this.signal.reason);
      this.signal.addEventListener('abort', () => reject(this.signal.reason), { once: true });
    });
    try {
      return await Promise.race([work, brokenOff]);
    } finally {
      clearTimeout(this.clock);
      for (const signal of signals) process.removeListener(signal, this.interrupted);
    }
  }
}
