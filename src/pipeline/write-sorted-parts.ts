import type { DeliveryPart } from './ports/delivery-records.js';
import type { Ids } from './ports/ids.js';
import type { QueryRecord } from './ports/query-records.js';
import type { LeasedDelivery } from './ports/sorting-records.js';
import type { TenantRecords } from './ports/tenant-door.js';
import { receiveInvoice } from './receive-invoice.js';
import { shaOf, type SortedPart } from './sorted-parts.js';

/** What a part's row says of its fate. */
type Decided = Pick<DeliveryPart, 'fate' | 'reason' | 'invoiceId' | 'form'>;

const actor = { kind: 'system', id: 'worker' } as const;

/**
 * Writes the parts of a sorted delivery, its new invoices and the event that tells it, in the caller's transaction;
 * returns the ids of the new invoices.
 */
export async function writeSortedParts(
  tenant: TenantRecords,
  lease: LeasedDelivery & { readonly query: QueryRecord | null },
  parts: readonly SortedPart[],
  ids: Ids,
  at: Date,
): Promise<readonly string[]> {
  const invoices = await invoicesOf(tenant, lease, parts, ids, at);
  const written: DeliveryPart[] = [];
  let position = lease.lastPosition;
  for (const [index, part] of parts.entries()) {
    const decided = await decide(tenant, part, { own: invoices.get(index), invoices, query: lease.query });
    const row = part.row === null ? rowOf(part, written, ids.next(), (position += 1)) : part.row;
    const whole = { ...row, ...decided };
    if (part.row === null) await tenant.deliveries.addPart(lease.id, whole);
    else await tenant.sorting.decidePart(row.id, decided);
    written.push(whole);
  }
  await tenant.audit.append(
    {
      subject: { kind: 'delivery', id: lease.id },
      event: 'delivery.sorted',
      actor,
      facts: { attempt: lease.attempt, parts: written.map(factsOf) },
      payload: { fileNames: written.map(({ fileName }) => fileName) },
    },
    at,
  );
  await tellOfLaterPapers(tenant, lease.id, written, at);
  return [...invoices.values()].filter(({ isNew }) => isNew).map(({ id }) => id);
}

/** Papers beside bytes that came before are not put beside that invoice: its history says where they lie. */
async function tellOfLaterPapers(
  tenant: TenantRecords,
  deliveryId: string,
  written: readonly DeliveryPart[],
  at: Date,
): Promise<void> {
  const papersOf = (id: string): readonly DeliveryPart[] =>
    written.filter(({ fate, invoiceId }) => invoiceId === id && (fate === 'twin' || fate === 'supporting'));
  const isNew = (id: string): boolean =>
    written.some(({ fate, invoiceId }) => invoiceId === id && (fate === 'invoice' || fate === 'otherInvoice'));
  const known = [...new Set(written.flatMap(({ invoiceId }) => invoiceId ?? []))].filter((id) => !isNew(id)).sort();
  for (const id of known) {
    const papers = papersOf(id);
    if (papers.length === 0) continue;
    await tenant.audit.append(
      {
        subject: { kind: 'invoice', id },
        event: 'invoice.papersCameLater',
        actor,
        facts: { delivery: deliveryId, parts: papers.map((part) => part.id) },
        payload: { fileNames: papers.map(({ fileName }) => fileName) },
      },
      at,
    );
  }
}

interface FoundInvoice {
  readonly id: string;
  readonly isNew: boolean;
  /** The new invoice that another form has become, and that everything beside it belongs to. */
  readonly successorId?: string;
}

/**
 * The invoice of each part that is one, by its index: a new one, or the one that the same bytes have become before. Forms
 * that come beside the bytes of an invoice which may not be paid are an invoice of their own, the first of them by its
 * index: a corrected invoice after a rejected one is no paper of that.
 */
async function invoicesOf(
  tenant: TenantRecords,
  lease: LeasedDelivery,
  parts: readonly SortedPart[],
  ids: Ids,
  at: Date,
): Promise<ReadonlyMap<number, FoundInvoice>> {
  const invoices = new Map<number, FoundInvoice>();
  for (const [index, part] of parts.entries()) {
    const sha256 = shaOf(part);
    if (sha256 === null || (part.fate.fate !== 'invoice' && part.fate.fate !== 'otherInvoice')) continue;
    const known = await tenant.sorting.findInvoiceOfBytes(sha256);
    if (known !== null) {
      const successor = (await mayBePaid(tenant, known)) ? null : await newForm(tenant, parts, index);
      const successorId = successor === null ? null : ids.next();
      invoices.set(index, { id: known, isNew: false, ...(successorId === null ? {} : { successorId }) });
      if (successor === null || successorId === null) continue;
      await receive(tenant, lease, successor.part, { id: successorId, at, follows: known });
      invoices.set(successor.index, { id: successorId, isNew: true });
      continue;
    }
    const id = ids.next();
    await receive(tenant, lease, part, { id, at });
    invoices.set(index, { id, isNew: true });
  }
  return invoices;
}

async function receive(
  tenant: TenantRecords,
  { id: deliveryId, receivedAt }: LeasedDelivery,
  part: SortedPart,
  { id, at, follows }: { readonly id: string; readonly at: Date; readonly follows?: string },
): Promise<void> {
  const fileName = part.taken?.piece.fileName ?? part.row?.fileName ?? '';
  const linked = follows === undefined ? {} : { follows };
  const received = { id, deliveryId, sha256: shaOf(part) ?? '', fileName, actor, receivedAt, at };
  await receiveInvoice(tenant, { ...received, ...linked });
  if (follows === undefined) return;
  await tenant.audit.append(
    {
      subject: { kind: 'invoice', id: follows },
      event: 'invoice.followed',
      actor,
      facts: { delivery: deliveryId, otherInvoice: id },
    },
    at,
  );
}

/** Whether another form of the invoice is but a paper beside it: it was accepted, and nobody has refused it since. */
async function mayBePaid(tenant: TenantRecords, id: string): Promise<boolean> {
  const { state, verdict } = await tenant.invoices.get(id);
  const isAccepted = verdict === 'accepted' || verdict === 'acceptedWithRemarks';
  return isAccepted && state !== 'rejected' && state !== 'declined' && state !== 'dismissed';
}

/** The first form of the same invoice that has never come before. */
async function newForm(
  tenant: TenantRecords,
  parts: readonly SortedPart[],
  of: number,
): Promise<{ readonly index: number; readonly part: SortedPart } | null> {
  for (const [index, part] of parts.entries()) {
    const isForm = part.fate.fate === 'twin' && part.fate.of === of && part.taken?.piece.invoice;
    const sha256 = shaOf(part);
    if (!isForm || sha256 === null) continue;
    if ((await tenant.sorting.findInvoiceOfBytes(sha256)) === null) return { index, part };
  }
  return null;
}

/** What a part's fate depends on beside itself. */
interface Surroundings {
  readonly own: FoundInvoice | undefined;
  readonly invoices: ReadonlyMap<number, FoundInvoice>;
  readonly query: QueryRecord | null;
}

async function decide(
  tenant: TenantRecords,
  part: SortedPart,
  { own, invoices, query }: Surroundings,
): Promise<Decided> {
  const { fate } = part;
  const form = part.taken?.piece.invoice?.form ?? null;
  const reason = 'reason' in fate ? fate.reason : null;
  if (own) return { fate: own.isNew ? newFate(fate) : 'repeat', reason, form, invoiceId: own.id };
  if (fate.fate === 'answer' && query) return { fate: 'answer', reason, form, invoiceId: query.invoiceId };
  if (!('of' in fate)) return { fate: fate.fate, reason, form, invoiceId: null };
  const owner = fate.of === null ? undefined : invoices.get(fate.of);
  const invoiceId = owner?.successorId ?? owner?.id ?? null;
  const sha256 = shaOf(part);
  if (fate.fate === 'supporting' || sha256 === null) return { fate: fate.fate, reason, form, invoiceId };
  const before = await tenant.sorting.findInvoiceOfBytes(sha256);
  const cameBefore = before !== null && (before === owner?.id || before === invoiceId);
  return cameBefore
    ? { fate: 'repeat', reason, form, invoiceId: before }
    : { fate: fate.fate, reason, form, invoiceId };
}

/** Another form of an invoice that may not be paid is no twin of it. */
const newFate = ({ fate }: SortedPart['fate']): DeliveryPart['fate'] => (fate === 'twin' ? 'invoice' : fate);
/** The row of a part that was found in another one. Only what is kept apart has bytes of its own. */
function rowOf(part: SortedPart, written: readonly DeliveryPart[], id: string, position: number): NewRow {
  const { taken, parent } = part;
  if (taken === null) throw new Error('a part that was not opened has its row already');
  const { fileName, mediaType, sizeBytes, sha256 } = taken.piece;
  return {
    ...{ id, position, fileName, mediaType, sizeBytes },
    sha256: taken.isKept ? sha256 : null,
    parentId: parent === null ? null : (written[parent]?.id ?? null),
  };
}

type NewRow = Omit<DeliveryPart, keyof Decided>;

/** Ids and codes only: names are payload. */
const factsOf = ({ id, position, parentId, sha256, fate, reason, invoiceId }: DeliveryPart) => ({
  ...{ id, position, sha256, fate, reason },
  parent: parentId,
  invoice: invoiceId,
});
