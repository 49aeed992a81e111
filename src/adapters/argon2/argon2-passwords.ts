import { hash, verify } from '@node-rs/argon2';
import { Passwords } from '../../pipeline/ports/passwords.js';

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. */
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A longer password is refused unread: hashing is slow on purpose, not by the sender's choice. */
const longestPassword = 1024;

/** Passwords by argon2id, in the threads of libuv's pool. */
export class Argon2Passwords extends Passwords {
  /** What is compared where there is no such person: the same work, and never a match. */
  private readonly dummy = hash('nobody has this password', parameters);

  constructor() {
    super();
    // Somebody who never signs in never waits for it; its failure is told to whoever does.
    this.dummy.catch(() => undefined);
  }

  /** @throws RangeError for more than 1,024 characters. */
  hash(password: string): Promise<string> {
    if (password.length > longestPassword)
      return Promise.reject(new RangeError('The password is too long to be hashed.'));
    return hash(password, parameters);
  }

  async verify(stored: string | null, password: string): Promise<boolean> {
    const usable = password.length <= longestPassword;
    const matches = await this.compare(stored ?? (await this.dummy), usable ? password : '');
    return matches && stored !== null && usable;
  }

  private async compare(stored: string, password: string): Promise<boolean> {
    try {
      return await verify(stored, password);
    } catch {
      // The hash cannot be read: no answer sooner than for one that can.
      await verify(await this.dummy, password);
      return false;
    }
  }
}
