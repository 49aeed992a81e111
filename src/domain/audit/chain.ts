import { canonicalJson, type CanonicalValue } from './canonical-json.js';
import type { AuditEventName, SubjectKind } from './events.js';

/** SHA-256 of a text's UTF-8 bytes, as 64 lower-case hexadecimal digits. */
export type Sha256 = (text: string) => string;

export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** Who did it. A deputy's event names both: who acted (`id`) and for whom. */
export type Actor =
  | { readonly kind: 'person'; readonly id: string; readonly onBehalfOf?: string }
  | { readonly kind: 'apiKey'; readonly id: string }
  | { readonly kind: 'system'; readonly id: 'worker' | 'commandLine' | 'counter' | 'supplier' };

/** One event before it is put into its chain. */
export interface AuditEntry {
  readonly subject: Subject;
  readonly event: AuditEventName;
  readonly actor: Actor;
  /** Ids and codes only: they are hashed as they stand and can never be disposed of. */
  readonly facts: Readonly<Record<string, CanonicalValue>>;
  /** Names, accounts, reasons: hashed as a salted digest, disposable. */
  readonly payload?: Readonly<Record<string, CanonicalValue>>;
}

/** The last link of a chain. */
export interface ChainHead {
  readonly number: number;
  readonly hash: string;
}

/** A link as it is stored: `hash` is the SHA-256 of `body`, and `body` names the hash before it. */
export interface ChainLink extends ChainHead {
  readonly body: string;
  /** The payload's canonical text and its salt; null where the event has none. */
  readonly payload: { readonly salt: string; readonly text: string } | null;
}

/** Version of the body's format; a verifier refuses one it does not know. */
export const bodyVersion = 1;

/**
 * Links an entry to its chain.
 * @param salt 64 hexadecimal digits from a random source, fresh for each event.
 * @param at UTC with milliseconds, ISO 8601.
 */
export function link(
  tenantId: string,
  entry: AuditEntry,
  previous: ChainHead | null,
  at: string,
  salt: string,
  sha256: Sha256,
): ChainLink {
  const payloadText = entry.payload === undefined ? null : canonicalJson(entry.payload);
  const body = canonicalJson({
    v: bodyVersion,
    tenant: tenantId,
    subject: { kind: entry.subject.kind, id: entry.subject.id },
    number: (previous?.number ?? 0) + 1,
    previous: previous?.hash ?? null,
    event: entry.event,
    at,
    actor: { ...entry.actor },
    facts: { ...entry.facts },
    payload: payloadText === null ? null : payloadDigest(salt, payloadText, sha256),
  });
  return {
    number: (previous?.number ?? 0) + 1,
    hash: sha256(body),
    body,
    payload: payloadText === null ? null : { salt, text: payloadText },
  };
}

/** Salt, a line feed, the payload's canonical text: SHA-256 of these. Without the salt a short payload could be guessed. */
export const payloadDigest = (salt: string, text: string, sha256: Sha256): string => sha256(`${salt}\n${text}`);
