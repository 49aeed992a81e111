import type { Ports } from '../src/modules/open-ports.js';
import type { Days } from './days.js';
import type { PostOffice } from './mail/post-office.js';

/** What the demonstration plays on. */
export interface Stage {
  readonly dataFolder: string;
  /** The service's address. */
  readonly url: string;
  readonly ports: Ports;
  readonly post: PostOffice;
  /** Of the invoices: they are written for today. */
  readonly days: Days;
  /** Somebody wants the demonstration to end. */
  readonly stop: AbortSignal;
  readonly tell: (sentence: string) => void;
}

/** Longer than anything should take on a slow machine. */
export const longestWaitMs = 180_000;

/** Asks again and again until there is an answer. @throws Error naming what never came. */
export async function until<T>(what: string, ask: () => Promise<T | null>, pauseMs = 100): Promise<T> {
  const giveUpAt = Date.now() + longestWaitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > giveUpAt) throw new Error(`${what}: nothing after ${longestWaitMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
