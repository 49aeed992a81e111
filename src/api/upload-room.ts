import { Problem } from './problem.js';

/** Bytes of deliveries that may be held in memory at the same time, beside one delivery of any allowed size. */
const roomBytes = 256 * 1024 * 1024;

/** Keeps many large deliveries at once from filling the memory: who finds no room is asked to come again. */
export class UploadRoom {
  private taken = 0;

  /** Runs the work with that much room taken. */
  async within<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    if (this.taken > 0 && this.taken + bytes > roomBytes)
      throw Problem.atTheDoor('busy', {}, { headers: { 'retry-after': '5' } });
    this.taken += bytes;
    try {
      return await work();
    } finally {
      this.taken -= bytes;
    }
  }
}
