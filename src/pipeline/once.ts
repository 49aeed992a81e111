import { done, refused, type Outcome } from './outcome.js';
import type { TenantRecords } from './ports/tenant-door.js';
import { sha256 } from './sha256.js';

/** A call that may be repeated: who calls, under which key, with what content. */
export interface Call {
  /** `person:ID` or `apiKey:ID`: keys are unique per tenant and caller. */
  readonly caller: string;
  /** The Idempotency-Key header. */
  readonly key: string;
  /** What makes two calls the same: method, path, and body or (for files) fields and SHA-256 of the parts. */
  readonly content: readonly string[];
}

/**
 * Does a change once, however often the call is repeated within 7 days: the answer is stored in the change's own
 * transaction and answered again. A refusal is not stored, because nothing has changed.
 * `read` turns the stored JSON back into the answer.
 */
export async function once<T>(
  tenant: TenantRecords,
  call: Call,
  at: Date,
  read: (stored: unknown) => T,
  work: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (!(await tenant.idempotency.tryLock(call.caller, call.key))) return refused('keyInUse');
  const requestHash = requestHashOf(call.content);
  const earlier = await tenant.idempotency.find(call.caller, call.key);
  if (earlier) return earlier.requestHash === requestHash ? done(read(earlier.answer)) : refused('keyReused');
  const outcome = await work();
  if (outcome.kind === 'done')
    await tenant.idempotency.add(call.caller, call.key, { requestHash, answer: outcome.value }, at);
  return outcome;
}

/** What a call's content is compared by. */
export const requestHashOf = (content: Call['content']): string => sha256(JSON.stringify(content));

/** Keys are kept this long. */
export const keyLifetimeMs = 7 * 24 * 60 * 60 * 1000;
