import { Problem } from './problem.js';

/** Bytes of deliveries that may be held in memory at the same time, beside one delivery of any allowed size. */
const roomBytes = 256 * 1024 * 1024;

/** What one tenant may take of it, so that its senders, however slow, leave room for the others. */
const tenantBytes = 192 * 1024 * 1024;

/** Keeps many large deliveries at once from filling the memory: who finds no room is asked to come again. */
export class UploadRoom {
  private taken = 0;
  private readonly takenBy = new Map<string, number>();

  /** Runs the work with that much room taken. */
  async within<T>(tenantId: string, bytes: number, work: () => Promise<T>): Promise<T> {
    const own = this.takenBy.get(tenantId) ?? 0;
    if (!fits(this.taken, bytes, roomBytes) || !fits(own, bytes, tenantBytes))
      throw Problem.atTheDoor('busy', {}, { headers: { 'retry-after': '5' } });
    this.take(tenantId, bytes);
    try {
      return await work();
    } finally {
      this.take(tenantId, -bytes);
    }
  }

  private take(tenantId: string, bytes: number): void {
    const own = (this.takenBy.get(tenantId) ?? 0) + bytes;
    this.taken += bytes;
    if (own === 0) this.takenBy.delete(tenantId);
    else this.takenBy.set(tenantId, own);
  }
}

const fits = (taken: number, bytes: number, most: number): boolean => taken === 0 || taken + bytes <= most;
