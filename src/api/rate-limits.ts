import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from './problem.js';

/** How often something may be tried: points within a time, by address or by name. */
const limits = {
  /** Failed sign-ins from one address; a whole town hall may share one. */
  signInByAddress: { points: 50, duration: 15 * 60 },
  /** Failed sign-ins under one login, known or not, before the lock of the account itself. */
  signInByLogin: { points: 15, duration: 15 * 60 },
  /** Wrong current passwords of one signed-in person. */
  passwordByPerson: { points: 10, duration: 15 * 60 },
  /** Looks at tracking links from one address. */
  trackingByAddress: { points: 120, duration: 60 },
} as const;

export type RateLimit = keyof typeof limits;

/** Counts in this process. Several instances each count for themselves, which multiplies the limits by their number. */
export class RateLimits {
  private readonly limiters = new Map(
    Object.entries(limits).map(([name, limit]) => [name, new RateLimiterMemory({ keyPrefix: name, ...limit })]),
  );

  /** Takes a point, or throws the problem that says when there will be one again. */
  async take(limit: RateLimit, key: string): Promise<void> {
    try {
      await this.limiters.get(limit)?.consume(key.slice(0, longestKey));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const seconds = String(Math.ceil(error.msBeforeNext / 1000));
      throw Problem.atTheDoor('tooManyRequests', { seconds }, { headers: { 'retry-after': seconds } });
    }
  }

  /** Gives the point back: only failures count. */
  async giveBack(limit: RateLimit, key: string): Promise<void> {
    await this.limiters.get(limit)?.reward(key.slice(0, longestKey));
  }
}

const longestKey = 300;
