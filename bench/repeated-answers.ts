import type { TakenAnswer } from './answer-sink.js';
import type { Kill } from './kill-at-random.js';

/** What the database tells of an answer. */
export interface PlannedAnswer {
  readonly messageId: string;
  readonly sentAt: Date | null;
  readonly attempts: number;
}

/** An answer that came twice, and the kill that explains it. */
export interface ExplainedRepeat {
  /** From the server's 250 to the kill. */
  readonly killedAfterMs: number;
  readonly againAfterSeconds: number;
}

/** Later than this after the server's 250 the service would have committed long ago. */
const explainsMs = 5_000;

/**
 * Explains every answer that came more than once: it must be the same mail (Message-ID and Date), the service must have
 * been killed between the server's 250 and its own commit, and the commit must have come with the last copy only.
 */
export function explainRepeats(
  taken: readonly TakenAnswer[],
  planned: readonly PlannedAnswer[],
  kills: readonly Kill[],
): { readonly explained: readonly ExplainedRepeat[]; readonly wrong: readonly string[] } {
  const explained: ExplainedRepeat[] = [];
  const wrong: string[] = [];
  for (const { messageId, sentAt, attempts } of planned) {
    const all = taken.filter((copy) => copy.messageId === messageId);
    const [last] = all.slice(-1);
    if (!last || sentAt === null) wrong.push(`${messageId} has not been sent`);
    else if (sentAt.getTime() < last.at) wrong.push(`${messageId} came once more after it had been noted as sent`);
    if (new Set(all.map(({ date }) => date)).size > 1) wrong.push(`the copies of ${messageId} bear different dates`);
    if (attempts < all.length) wrong.push(`${messageId} came more often than was tried`);
    for (const [number, copy] of all.slice(1).entries()) {
      const before = all[number]?.at ?? copy.at;
      const kill = kills.find(({ at }) => at >= before && at < copy.at && at - before <= explainsMs);
      if (kill) explained.push({ killedAfterMs: kill.at - before, againAfterSeconds: seconds(copy.at - before) });
      else wrong.push(`no kill explains why ${messageId} came again`);
    }
  }
  const known = new Set(planned.map(({ messageId }) => messageId));
  for (const { messageId } of taken)
    if (!known.has(messageId)) wrong.push(`nobody had planned ${messageId || 'a mail without Message-ID'}`);
  return { explained, wrong };
}

const seconds = (ms: number): number => Math.round(ms / 1000);
