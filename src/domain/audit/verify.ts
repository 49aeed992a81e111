import { bodyVersion, payloadDigest, type ChainHead, type Sha256, type Subject } from './chain.js';
import { isAuditEventName } from './events.js';
import { headsDigest, type Seal, type SealedHead } from './seal.js';

/** What is wrong with the log, by name, so that a report can say it in words. */
export type ProblemCode =
  | 'bodyUnreadable'
  | 'bodyAltered'
  | 'columnsDiffer'
  | 'eventMissing'
  | 'eventMisplaced'
  | 'chainBroken'
  | 'payloadAltered'
  | 'payloadMissing'
  | 'tailCut'
  | 'headDiffers'
  | 'sealedEventMissing'
  | 'sealedEventDiffers'
  | 'sealMissing'
  | 'sealAltered'
  | 'sealChainBroken'
  | 'sealMembersAltered'
  | 'sealSignatureWrong'
  | 'sealKeyUnknown'
  | 'sealKeyUnannounced'
  | 'anchorDiffers'
  | 'stateDiffers'
  | 'originalDiffers'
  | 'originalMissing'
  | 'originalAltered';

export interface Problem {
  readonly code: ProblemCode;
  readonly tenantId: string | null;
  readonly subject: Subject | null;
  /** Number of the event in its chain, or of the seal. */
  readonly number: number | null;
}

/** A stored event with everything that lies beside its hashed bytes. */
export interface StoredEvent {
  readonly tenantId: string;
  readonly subject: Subject;
  readonly number: number;
  readonly event: string;
  readonly occurredAt: string;
  readonly body: string;
  readonly hash: string;
  readonly payload: { readonly salt: string; readonly text: string } | null;
}

/** What a chain's walk has found, for the comparison with head, seals and the stored state. */
export interface ChainReading {
  readonly problems: readonly Problem[];
  /** Hash of each event by its number: what the seals are compared with. */
  readonly hashes: ReadonlyMap<number, string>;
  readonly last: ChainHead | null;
  /** The state that the events lead to (`facts.to` of the last event that has one). */
  readonly state: string | null;
  /** SHA-256 names of the originals that the events speak of. */
  readonly originals: readonly string[];
}

interface Body {
  readonly v: number;
  readonly tenant: string;
  readonly subject: Subject;
  readonly number: number;
  readonly previous: string | null;
  readonly event: string;
  readonly at: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly payload: string | null;
}

/** Walks one chain in the order of its numbers. Total: whatever the rows hold, it answers with problems, it never throws. */
export function readChain(events: readonly StoredEvent[], sha256: Sha256): ChainReading {
  const bodies = events.map((stored) => parseBody(stored.body));
  const disposed = new Map(
    bodies.flatMap((body) =>
      body?.event === 'payload.disposed' ? [[String(body.facts['number']), body.number] as const] : [],
    ),
  );
  const problems = events.flatMap((stored, at) => {
    const before = at === 0 ? null : (events[at - 1] ?? null);
    return checkEvent(stored, bodies[at] ?? null, before, disposed, sha256).map((code) => problemAt(code, stored));
  });
  const last = events.at(-1);
  return {
    problems,
    hashes: new Map(events.map((stored) => [stored.number, stored.hash])),
    last: last === undefined ? null : { number: last.number, hash: last.hash },
    state: lastText(bodies, 'to'),
    originals: bodies.flatMap((body) => (typeof body?.facts['sha256'] === 'string' ? [body.facts['sha256']] : [])),
  };
}

/** Compares a chain with its head row and with what the seals have seen of it. */
export function compareChain(
  tenantId: string,
  subject: Subject,
  chain: ChainReading,
  head: ChainHead | null,
  sealed: readonly ChainHead[],
): readonly Problem[] {
  const at = (code: ProblemCode, number: number): Problem => ({ code, tenantId, subject, number });
  const lastNumber = chain.last?.number ?? 0;
  const fromSeals = sealed.flatMap((seen) => {
    const hash = chain.hashes.get(seen.number);
    if (hash === undefined) return [at('sealedEventMissing', seen.number)];
    return hash === seen.hash ? [] : [at('sealedEventDiffers', seen.number)];
  });
  if (head === null) return [...fromSeals, at('headDiffers', lastNumber)];
  if (head.number > lastNumber) return [...fromSeals, at('tailCut', head.number)];
  return head.number === lastNumber && head.hash === chain.last?.hash
    ? fromSeals
    : [...fromSeals, at('headDiffers', lastNumber)];
}

/** Checks one seal: its bytes, its link to the seal before, its members; the signature is checked by the caller's `signed`. */
export function checkSeal(
  seal: Seal,
  previous: Seal | null,
  members: readonly SealedHead[],
  signed: (seal: Seal) => 'valid' | 'wrong' | 'unknownKey',
  sha256: Sha256,
): readonly Problem[] {
  const body = parseJson(seal.body);
  const signature = signed(seal);
  const checks: readonly (readonly [ProblemCode, boolean])[] = [
    ['sealAltered', sha256(seal.body) === seal.hash && body?.['seal'] === seal.number && body['at'] === seal.sealedAt],
    ['sealChainBroken', body?.['previous'] === (previous?.hash ?? null)],
    ['sealMissing', seal.number === (previous?.number ?? 0) + 1],
    ['sealMembersAltered', body?.['digest'] === headsDigest(members, sha256)],
    ['sealSignatureWrong', signature !== 'wrong'],
    ['sealKeyUnknown', signature !== 'unknownKey'],
    ['sealKeyUnannounced', previous === null || seal.keyId === keyAfter(previous)],
  ];
  return checks.flatMap(([code, holds]) =>
    holds ? [] : [{ code, tenantId: null, subject: null, number: seal.number }],
  );
}

/** Which key signs the seal after this one: the one that it announces, or the same again. */
export function keyAfter(seal: Seal): string {
  const next = parseJson(seal.body)?.['nextKey'];
  return typeof next === 'string' ? next : seal.keyId;
}

/** Compares the seals of the database with those that have left it (the anchor). */
export function compareAnchor(
  seals: readonly Seal[],
  anchored: readonly { number: number; hash: string }[],
): readonly Problem[] {
  const hashes = new Map(seals.map((seal) => [seal.number, seal.hash]));
  return anchored.flatMap(({ number, hash }) => {
    const found = hashes.get(number);
    if (found === hash) return [];
    return [
      { code: found === undefined ? 'sealMissing' : 'anchorDiffers', tenantId: null, subject: null, number } as const,
    ];
  });
}

function checkEvent(
  stored: StoredEvent,
  body: Body | null,
  before: StoredEvent | null,
  disposed: ReadonlyMap<string, number>,
  sha256: Sha256,
): readonly ProblemCode[] {
  if (body === null) return ['bodyUnreadable'];
  const expectedNumber = (before?.number ?? 0) + 1;
  const checks: readonly (readonly [ProblemCode, boolean])[] = [
    ['bodyAltered', sha256(stored.body) === stored.hash],
    ['columnsDiffer', columnsAgree(stored, body)],
    ['eventMissing', stored.number <= expectedNumber],
    ['eventMisplaced', stored.number >= expectedNumber],
    ['chainBroken', stored.number !== expectedNumber || body.previous === (before?.hash ?? null)],
    [
      'payloadAltered',
      stored.payload === null || payloadDigest(stored.payload.salt, stored.payload.text, sha256) === body.payload,
    ],
    [
      'payloadMissing',
      stored.payload !== null || body.payload === null || (disposed.get(String(stored.number)) ?? 0) > stored.number,
    ],
  ];
  return checks.flatMap(([code, holds]) => (holds ? [] : [code]));
}

const columnsAgree = (stored: StoredEvent, body: Body): boolean =>
  body.v === bodyVersion &&
  body.tenant === stored.tenantId &&
  body.subject.kind === stored.subject.kind &&
  body.subject.id === stored.subject.id &&
  body.number === stored.number &&
  body.event === stored.event &&
  isAuditEventName(body.event) &&
  body.at === stored.occurredAt;

const problemAt = (code: ProblemCode, stored: StoredEvent): Problem => ({
  code,
  tenantId: stored.tenantId,
  subject: stored.subject,
  number: stored.number,
});

/** The SHA-256 that an event names its original by; null where it speaks of none. */
export function originalNamed(bodyText: string): string | null {
  const name = parseBody(bodyText)?.facts['sha256'];
  return typeof name === 'string' ? name : null;
}

function lastText(bodies: readonly (Body | null)[], fact: string): string | null {
  const found = bodies.findLast((body) => typeof body?.facts[fact] === 'string')?.facts[fact];
  return typeof found === 'string' ? found : null;
}

function parseBody(text: string): Body | null {
  const body = parseJson(text);
  const subject = body?.['subject'];
  const facts = body?.['facts'];
  if (body === null || !isRecord(subject) || !isRecord(facts)) return null;
  const { kind, id } = subject;
  if (!isSubjectKind(kind) || typeof id !== 'string') return null;
  const { v, tenant, number, previous, event, at, payload } = body;
  if (typeof v !== 'number' || typeof tenant !== 'string' || typeof number !== 'number' || typeof event !== 'string')
    return null;
  if (typeof at !== 'string' || !isTextOrNull(previous) || !isTextOrNull(payload)) return null;
  return { v, tenant, subject: { kind, id }, number, previous, event, at, facts, payload };
}

function parseJson(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string';

const isSubjectKind = (value: unknown): value is Subject['kind'] =>
  value === 'invoice' || value === 'delivery' || value === 'person' || value === 'tenant';
