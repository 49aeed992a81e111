import { z } from 'zod';
import type { Actor } from '../domain/audit/chain.js';
import { deliveryRow } from './delivery-row.js';
import { noteOriginal } from './note-original.js';
import type { Limits } from './limits.js';
import { once, requestHashOf } from './once.js';
import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { DocumentStore } from './ports/document-store.js';
import type { DeliveryPart } from './ports/delivery-records.js';
import type { Ids } from './ports/ids.js';
import type { KeyedHash } from './ports/keyed-hash.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import type { Wake, WakeQueue } from './ports/wake-queue.js';
import { receiveInvoice } from './receive-invoice.js';
import { sha256 } from './sha256.js';

export interface SentPart {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface SentDelivery {
  readonly tenantId: string;
  readonly channelId: string;
  readonly actor: Actor;
  readonly caller: string;
  readonly idempotencyKey: string;
  /** What else the call said, part of "the same content". */
  readonly fields: Readonly<Record<string, string>>;
  readonly sender: string | null;
  readonly portalReceivedAt: Date | null;
  readonly parts: readonly SentPart[];
  /**
   * `direct` (left out): each file is an invoice at once, as machines send them. `waiting`: originals are kept, and what
   * each part is, mails and archives among them, is found out afterwards (SortDelivery).
   */
  readonly mode?: IntakeMode;
  /** The query that it answers. */
  readonly answersQuery?: string;
  /** Left out, nobody counts. */
  readonly room?: DeliveryRoom;
}

/** Room for a delivery, where there is not enough for everybody: refused, no byte is kept and nothing is written. */
export interface DeliveryRoom {
  /** Before any byte is kept. */
  take(tenant: TenantRecords, at: Date): Promise<Outcome<null>>;
  /** In the transaction that takes the delivery in. */
  settle(tenant: TenantRecords, deliveryId: string, at: Date): Promise<Outcome<null>>;
  /** If no delivery has followed. */
  giveBack(tenant: TenantRecords): Promise<void>;
}

export type IntakeMode = 'direct' | 'waiting';

/** The receipt (Eingangsbestätigung), as it is answered and stored for repeats. Times are ISO 8601 in UTC. */
export const receipt = z.object({
  deliveryId: z.string(),
  number: z.string(),
  receivedAt: z.string(),
  parts: z.array(
    z.object({
      position: z.number(),
      fileName: z.string(),
      sizeBytes: z.number(),
      sha256: z.string(),
      fate: z.enum(['invoice', 'repeat', 'waiting']).describe('`waiting`: what it is will be found out afterwards'),
      invoiceId: z.string().nullable().describe('null as long as the part is waiting'),
    }),
  ),
});
export type Receipt = z.infer<typeof receipt>;

/** The receipt with the tracking token, which is derived from the delivery's id and never stored. */
export type TrackedReceipt = Receipt & { readonly trackingToken: string };

interface HashedPart extends SentPart {
  readonly sha256: string;
}

const hashed = (part: SentPart): HashedPart => ({
  ...part,
  fileName: part.fileName.toWellFormed().replaceAll('\u0000', '\ufffd'),
  sha256: sha256(part.bytes),
});

const contentOf = (fields: SentDelivery['fields'], parts: readonly HashedPart[]): readonly string[] => [
  JSON.stringify(fields),
  ...parts.map((part) => `${part.fileName} ${part.sha256}`),
];

/** A part as it is written when it comes. */
type TakenPart = DeliveryPart & { readonly sha256: string; readonly fate: 'invoice' | 'repeat' | 'waiting' };

/**
 * Takes a delivery in: keeps every original, then commits delivery, parts, invoices and events in one transaction, and
 * only then answers (invariant 1). The workers are woken afterwards, at best effort.
 */
export class AcceptDelivery {
  constructor(
    private readonly door: TenantDoor,
    private readonly documents: DocumentStore,
    private readonly queue: WakeQueue,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly keyedHash: KeyedHash,
    private readonly limits: Limits,
  ) {}

  async accept(sent: SentDelivery): Promise<Outcome<TrackedReceipt>> {
    const refusal = overLimit(sent.parts, this.limits);
    if (refusal) return refusal;
    const parts = sent.parts.map(hashed);
    const content = contentOf(sent.fields, parts);
    const early = await this.beforeKeeping(sent, content);
    if (early.kind === 'refused') return early;
    const id = this.ids.next();
    const outcome = await this.keepAndWrite(sent, id, parts, content).catch(async (error: unknown) => {
      // What cannot be given back now ends by itself.
      await this.giveBack(sent).catch(() => undefined);
      throw error;
    });
    // The same call may have come twice at once: the delivery is the other's then.
    if (outcome.kind === 'refused' || outcome.value.deliveryId !== id) await this.giveBack(sent).catch(() => undefined);
    if (outcome.kind === 'refused') return outcome;
    await Promise.all(wakesOf(sent.tenantId, outcome.value).map((wake) => this.queue.wake(wake)));
    return {
      kind: 'done',
      value: { ...outcome.value, trackingToken: this.keyedHash.token('trackingToken', outcome.value.deliveryId) },
    };
  }

  /** Bytes are kept before the transaction that names them: what will be refused must not fill the store on the way. */
  private beforeKeeping(sent: SentDelivery, content: readonly string[]): Promise<Outcome<null>> {
    return this.door.inTenant(sent.tenantId, async (tenant) => {
      const earlier = await tenant.idempotency.find(sent.caller, sent.idempotencyKey);
      if (earlier) return earlier.requestHash === requestHashOf(content) ? done(null) : refused('keyReused');
      return (await sent.room?.take(tenant, this.clock.now())) ?? done(null);
    });
  }

  private async keepAndWrite(
    sent: SentDelivery,
    id: string,
    parts: readonly HashedPart[],
    content: readonly string[],
  ): Promise<Outcome<Receipt>> {
    for (const part of parts) await this.documents.keep(sent.tenantId, part.sha256, part.bytes);
    const at = this.clock.now();
    return this.door.inTenant(sent.tenantId, (tenant) =>
      once(
        tenant,
        { caller: sent.caller, key: sent.idempotencyKey, content },
        at,
        (stored) => receipt.parse(stored),
        async () => {
          const settled = (await sent.room?.settle(tenant, id, at)) ?? done(null);
          return settled.kind === 'refused' ? settled : done(await this.write(tenant, sent, { id, parts, at }));
        },
      ),
    );
  }

  private async giveBack({ tenantId, room }: SentDelivery): Promise<void> {
    if (room) await this.door.inTenant(tenantId, (tenant) => room.giveBack(tenant));
  }

  private async write(
    tenant: TenantRecords,
    sent: SentDelivery,
    { id, parts, at }: { readonly id: string; readonly parts: readonly HashedPart[]; readonly at: Date },
  ): Promise<Receipt> {
    const mode = sent.mode ?? 'direct';
    const { channelId, sender, portalReceivedAt, answersQuery = null } = sent;
    const workDueAt = mode === 'waiting' ? at : null;
    const arrival = { id, channelId, sender, receivedAt: at, portalReceivedAt, workDueAt, answersQuery };
    const delivery = deliveryRow(arrival, this.keyedHash);
    const { id: deliveryId, number } = delivery;
    await tenant.deliveries.add(delivery);
    if (mode === 'direct') await tenant.deliveries.lockBytes(parts.map(({ sha256 }) => sha256));
    // In the same order everywhere: two deliveries of the same files would wait for each other otherwise.
    for (const part of [...parts].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1)))
      await noteOriginal(tenant, this.documents, { sha256: part.sha256, sizeBytes: part.bytes.byteLength }, at);
    const written: TakenPart[] = [];
    for (const part of parts) {
      const fate = mode === 'waiting' ? waiting : await this.invoiceOf(tenant, sent.actor, deliveryId, part, at);
      const row = this.rowOf(part, written.length + 1, fate);
      await tenant.deliveries.addPart(deliveryId, row);
      written.push(row);
    }
    await tenant.audit.append(
      {
        subject: { kind: 'delivery', id: deliveryId },
        event: 'delivery.accepted',
        actor: sent.actor,
        facts: {
          channel: sent.channelId,
          parts: written.map(({ position, sha256, fate, invoiceId }) => ({
            position,
            sha256,
            fate,
            invoice: invoiceId,
          })),
        },
        payload: { sender: sent.sender, fileNames: written.map((part) => part.fileName) },
      },
      at,
    );
    return { deliveryId, number, receivedAt: at.toISOString(), parts: written.map(lineOf) };
  }

  /** The same bytes again are no second invoice: the new part points to the first one. */
  private async invoiceOf(
    tenant: TenantRecords,
    actor: Actor,
    deliveryId: string,
    { sha256, fileName }: HashedPart,
    at: Date,
  ): Promise<TakenFate> {
    const known = await tenant.invoices.findByOriginal(sha256);
    if (known !== null) return { fate: 'repeat', invoiceId: known };
    const invoiceId = this.ids.next();
    await receiveInvoice(tenant, { id: invoiceId, deliveryId, sha256, fileName, actor, receivedAt: at, at });
    return { fate: 'invoice', invoiceId };
  }

  private rowOf(part: HashedPart, position: number, taken: TakenFate): TakenPart {
    const { fileName, mediaType, sha256, bytes } = part;
    const sizeBytes = bytes.byteLength;
    return {
      id: this.ids.next(),
      ...{ position, fileName, mediaType, sizeBytes, sha256 },
      ...{ parentId: null, reason: null, form: null },
      ...taken,
    };
  }
}

type TakenFate = Pick<TakenPart, 'fate' | 'invoiceId'>;

const waiting: TakenFate = { fate: 'waiting', invoiceId: null };

/** Invoices to be processed, or the delivery to be sorted first. */
function wakesOf(tenantId: string, { deliveryId, parts }: Receipt): readonly Wake[] {
  if (parts.some((part) => part.fate === 'waiting')) return [{ kind: 'delivery', tenantId, id: deliveryId }];
  return parts.flatMap(({ fate, invoiceId }) =>
    fate === 'invoice' && invoiceId !== null ? [{ kind: 'invoice', tenantId, id: invoiceId }] : [],
  );
}

const lineOf = ({ position, fileName, sizeBytes, sha256, fate, invoiceId }: TakenPart): Receipt['parts'][number] => ({
  position,
  fileName,
  sizeBytes,
  sha256,
  fate,
  invoiceId,
});

function overLimit(parts: readonly SentPart[], limits: Limits): ReturnType<typeof refused> | null {
  const total = parts.reduce((sum, part) => sum + part.bytes.byteLength, 0);
  const tooLarge = parts.find((part) => part.bytes.byteLength > limits.fileBytes);
  const empty = parts.find((part) => part.bytes.byteLength === 0);
  if (parts.length === 0) return refused('nothingSent');
  if (parts.length > limits.parts) return refused('tooManyParts', { limit: String(limits.parts) });
  if (tooLarge) return refused('fileTooLarge', { fileName: tooLarge.fileName, limit: inMegabytes(limits.fileBytes) });
  if (total > limits.deliveryBytes) return refused('deliveryTooLarge', { limit: inMegabytes(limits.deliveryBytes) });
  if (empty) return refused('emptyFile', { fileName: empty.fileName });
  if (parts.some((part) => Buffer.byteLength(part.fileName) > limits.nameBytes)) return refused('nameTooLong');
  return null;
}

const inMegabytes = (bytes: number): string => `${bytes / 1024 / 1024} MB`;
