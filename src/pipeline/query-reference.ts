import type { KeyedHash } from './ports/keyed-hash.js';

/** Without those that look alike; 32 of them, five bits each. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const length = 12;

/** What stands in the subject of the mail that asks: 60 bits that nobody guesses. */
export function queryReference(keyedHash: KeyedHash, queryId: string): string {
  const bits = BigInt(`0x${keyedHash.hex('answerQuery', queryId).slice(0, 15)}`);
  return Array.from({ length }, (_, at) => letters[Number((bits >> BigInt(5 * at)) & 31n)]).join('');
}

/** The reference in a subject, however mail programs have put words before it; null where there is none. */
export const referenceIn = (subject: string): string | null => /\[#([A-HJ-NP-Z2-9]{12})\]/.exec(subject)?.[1] ?? null;
