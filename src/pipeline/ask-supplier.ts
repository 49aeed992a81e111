import { silenceOfQuery } from './plan-answers.js';
import type { Ids } from './ports/ids.js';
import type { KeyedHash } from './ports/keyed-hash.js';
import type { TenantRecords } from './ports/tenant-door.js';
import { queryReference } from './query-reference.js';

interface Asked {
  readonly invoiceId: string;
  readonly personId: string;
  readonly question: string;
  readonly at: Date;
}

/**
 * Notes the query that has just been decided, and the mail that was planned with the change of state; where none was, why
 * not, so that whoever asked knows that they have to ask in another way.
 */
export async function askSupplier(
  tenant: TenantRecords,
  { invoiceId, personId: askedBy, question, at: askedAt }: Asked,
  { ids, keyedHash }: { readonly ids: Ids; readonly keyedHash: KeyedHash },
): Promise<void> {
  const id = ids.next();
  await tenant.queries.add({ id, invoiceId, reference: queryReference(keyedHash, id), question, askedBy, askedAt });
  const answerId = await tenant.answers.findQuery(invoiceId, askedAt);
  const silence = answerId === null ? await silenceOfQuery(tenant, invoiceId, askedAt) : null;
  await tenant.queries.noteMail(id, { answerId, silence });
}

/** What staff have been told, by telephone or otherwise. */
export async function noteAnswer(
  tenant: TenantRecords,
  { invoiceId, personId, question: note, at }: Asked,
): Promise<void> {
  const latest = await tenant.queries.latest(invoiceId);
  if (latest) await tenant.queries.answer(latest.id, { answeredAt: at, answeredBy: 'staff', note, notedBy: personId });
}
