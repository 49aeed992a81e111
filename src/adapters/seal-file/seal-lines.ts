import { createHash } from 'node:crypto';
import type { Seal } from '../../domain/audit/seal.js';

/** A seal as one line of JSON with its line feed. The same seal always gives the same line. */
export const lineOf = ({ number, hash, body, signature, keyId }: Seal): string =>
  `${JSON.stringify({ number, hash, body, signature, keyId })}\n`;

/** What a line says of its seal; one that cannot be read counts as number 0, which no database holds: that will be told. */
export function readLine(line: string): { readonly number: number; readonly hash: string } {
  const unreadable = { number: 0, hash: createHash('sha256').update(line).digest('hex') };
  try {
    const json: unknown = JSON.parse(line);
    if (typeof json !== 'object' || json === null || !('number' in json) || !('hash' in json)) return unreadable;
    const { number, hash } = json;
    return typeof number === 'number' && typeof hash === 'string' ? { number, hash } : unreadable;
  } catch {
    return unreadable;
  }
}
