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
  /** Requests of any kind at the counters from one address, before what a tenant allows is looked up. */
  counterByAddress: { points: 120, duration: 60 },
  /** Files checked without being sent, by tenant and address; how many, the tenant says. */
  checksByAddress: { points: Number.MAX_SAFE_INTEGER, duration: 60 * 60 },
  /** Notifications asked for from one address: each may send a mail to somebody. */
  notificationsByAddress: { points: 20, duration: 60 * 60 },
} as const;

export type RateLimit = keyof typeof limits;

/** Counts in this process. Several instances each count for themselves, which multiplies the limits by their number. */
export class RateLimits {
  private readonly limiters = {
    signInByAddress: limiterOf('signInByAddress'),
    signInByLogin: limiterOf('signInByLogin'),
    passwordByPerson: limiterOf('passwordByPerson'),
    trackingByAddress: limiterOf('trackingByAddress'),
    counterByAddress: limiterOf('counterByAddress'),
    checksByAddress: limiterOf('checksByAddress'),
    notificationsByAddress: limiterOf('notificationsByAddress'),
  } satisfies Record<RateLimit, RateLimiterMemory>;

  /** Takes a point, or throws the problem that says when there will be one again. */
  async take(limit: RateLimit, key: string): Promise<void> {
    await this.takeOf(limit, key, limits[limit].points);
  }

  /** The same where somebody else says how many points there are, at most those of the table. */
  async takeOf(limit: RateLimit, key: string, points: number): Promise<void> {
    const taken = await this.consume(limit, key.slice(0, longestKey));
    if (taken.consumedPoints <= points) return;
    const seconds = String(Math.ceil(taken.msBeforeNext / 1000));
    throw Problem.atTheDoor('tooManyRequests', { seconds }, { headers: { 'retry-after': seconds } });
  }

  private async consume(limit: RateLimit, key: string): Promise<RateLimiterRes> {
    try {
      return await this.limiters[limit].consume(key);
    } catch (error) {
      if (error instanceof RateLimiterRes) return error;
      throw error;
    }
  }

  /** Gives the point back: only failures count. */
  async giveBack(limit: RateLimit, key: string): Promise<void> {
    await this.limiters[limit].reward(key.slice(0, longestKey));
  }
}

const longestKey = 300;

const limiterOf = (name: RateLimit): RateLimiterMemory => new RateLimiterMemory({ keyPrefix: name, ...limits[name] });
