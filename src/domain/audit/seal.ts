import { canonicalJson } from './canonical-json.js';
import type { ChainHead, Sha256, Subject } from './chain.js';

/** The head of one chain as a seal has seen it. */
export interface SealedHead extends ChainHead {
  readonly tenantId: string;
  readonly subject: Subject;
}

/** A seal before it is signed: `body` is what is hashed and signed (Ed25519). */
export interface UnsignedSeal {
  readonly number: number;
  readonly body: string;
  readonly hash: string;
}

export interface Seal extends UnsignedSeal {
  readonly sealedAt: string;
  /** Ed25519 over the UTF-8 bytes of `body`, base64. */
  readonly signature: string;
  /** SHA-256 of the public key (SPKI, DER), hexadecimal: which key signed. */
  readonly keyId: string;
}

/** A seal is due after so many events or so much time, whichever comes first (invariant 4). */
export const sealLimits = { maxEvents: 1000, maxAgeMs: 5 * 60 * 1000 } as const;

/** Makes the next seal over the heads seen, linked to the seal before. */
export function nextSeal(
  heads: readonly SealedHead[],
  previous: ChainHead | null,
  at: string,
  sha256: Sha256,
): UnsignedSeal {
  const number = (previous?.number ?? 0) + 1;
  const body = canonicalJson({
    v: 1,
    seal: number,
    previous: previous?.hash ?? null,
    at,
    heads: heads.length,
    digest: headsDigest(heads, sha256),
  });
  return { number, body, hash: sha256(body) };
}

/** SHA-256 over the heads, one line each: `tenant kind id number hash` and a line feed, lines sorted by code units. */
export function headsDigest(heads: readonly SealedHead[], sha256: Sha256): string {
  const lines = heads.map(
    (head) => `${head.tenantId} ${head.subject.kind} ${head.subject.id} ${head.number} ${head.hash}\n`,
  );
  return sha256(lines.sort().join(''));
}
