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

/**
 * Makes the next seal over the heads seen, linked to the seal before.
 * @param nextKey id of the key that signs from the seal after this one on: how a change of keys is announced.
 */
export function nextSeal(
  heads: readonly SealedHead[],
  previous: ChainHead | null,
  at: string,
  sha256: Sha256,
  nextKey?: string,
): UnsignedSeal {
  const number = (previous?.number ?? 0) + 1;
  const tenants = tenantDigests(heads, sha256);
  const body = canonicalJson({
    v: 1,
    seal: number,
    previous: previous?.hash ?? null,
    at,
    tenants: tenants.length,
    digest: digestOf(tenants, sha256),
    nextKey,
  });
  return { number, body, hash: sha256(body) };
}

/**
 * One digest for each tenant that has heads in the seal, sorted: SHA-256 over the tenant's heads, one line each
 * (`tenant kind id number hash` and a line feed), lines sorted by code units. So one tenant's part of a seal can be
 * shown to its auditor, and nothing of another tenant but a digest.
 */
export function tenantDigests(heads: readonly SealedHead[], sha256: Sha256): readonly string[] {
  const lines = new Map<string, string[]>();
  for (const head of heads) {
    const known = lines.get(head.tenantId);
    if (known) known.push(lineOf(head));
    else lines.set(head.tenantId, [lineOf(head)]);
  }
  return [...lines.values()].map((one) => sha256(one.sort().join(''))).sort();
}

/** SHA-256 over the tenants' digests, one a line. */
export const headsDigest = (heads: readonly SealedHead[], sha256: Sha256): string =>
  digestOf(tenantDigests(heads, sha256), sha256);

const digestOf = (tenants: readonly string[], sha256: Sha256): string =>
  sha256(tenants.map((digest) => `${digest}\n`).join(''));

const lineOf = ({ tenantId, subject, number, hash }: SealedHead): string =>
  `${tenantId} ${subject.kind} ${subject.id} ${number} ${hash}\n`;
