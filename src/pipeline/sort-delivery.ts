import type { DeliveryRoom } from '../domain/mail/piece.js';
import { noteOriginal } from './note-original.js';
import { isTriedOut, sortingTime, work } from './limits.js';
import { planReceipt, wakesOf } from './plan-answers.js';
import type { Clock } from './ports/clock.js';
import type { DeliveryPart } from './ports/delivery-records.js';
import type { Dismantler, DismantlerAnswer, Dismantling, TakenPiece } from './ports/dismantler.js';
import type { DocumentStore } from './ports/document-store.js';
import type { Ids } from './ports/ids.js';
import type { LeasedDelivery } from './ports/sorting-records.js';
import { isPassing, type TenantDoor } from './ports/tenant-door.js';
import type { Wake, WakeQueue } from './ports/wake-queue.js';
import { keptPieces, placesOf, roomLeft, shaOf, type KeptPiece, type OpenedPart } from './sorted-parts.js';
import { queryOf, takeAnswer } from './take-answer.js';
import { townDay } from './town-day.js';
import { writeSortedParts } from './write-sorted-parts.js';

type Opened =
  | { readonly kind: 'pieces'; readonly pieces: OpenedPart['pieces'] }
  | { readonly kind: 'again'; readonly delayMs: number; readonly error: string; readonly counts: boolean };

/**
 * Finds out what each part of a delivery is: takes mails and archives apart, gives every part its fate and makes invoices
 * of those that are some. The attempt is committed before the work begins and everything at once at its end, so that it
 * can be killed at any line and run any number of times.
 */
export class SortDelivery {
  constructor(
    private readonly door: TenantDoor,
    private readonly documents: DocumentStore,
    private readonly dismantler: Dismantler,
    private readonly queue: WakeQueue,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async sort(tenantId: string, deliveryId: string): Promise<void> {
    const now = this.clock.now();
    const lease = await this.door.inTenant(tenantId, (tenant) =>
      tenant.sorting.lease(deliveryId, now, new Date(now.getTime() + work.leaseMs)),
    );
    if (lease === null) return;
    try {
      const opened: OpenedPart[] = [];
      for (const part of lease.waiting) {
        if (opened.length > 0 && !(await this.holdOn(tenantId, lease))) return;
        const spentMs = this.clock.now().getTime() - now.getTime();
        const one = await this.open(tenantId, lease, part, { room: roomLeft(lease.waiting.length, opened), spentMs });
        if (one.kind === 'again') return await this.postpone(tenantId, lease, one.delayMs, one.error, one.counts);
        opened.push({ part, pieces: one.pieces });
      }
      const wakes = await this.conclude(tenantId, lease, opened);
      await Promise.all(wakes.map((wake) => this.queue.wake(wake)));
    } catch (error) {
      // The database's failures are no attempts of the delivery's; this program's own are, so that it cannot loop.
      const passing = isPassing(error);
      await this.postpone(tenantId, lease, passing ? work.unavailableMs : work.retryMs, 'notConcluded', !passing);
      throw error;
    }
  }

  /**
   * What cannot be opened three times is opened no more (`pieces` null): a person looks at it as it came. After a failure,
   * or where the process keeps dying, no PDF is looked into: one that breaks the reader would take everything beside it along.
   */
  private async open(
    tenantId: string,
    lease: LeasedDelivery,
    part: DeliveryPart,
    { room, spentMs }: { readonly room: DeliveryRoom; readonly spentMs: number },
  ): Promise<Opened> {
    if (isTriedOut(lease) || spentMs >= sortingTime.wholeMs) return { kind: 'pieces', pieces: null };
    const { failed, cutOff } = lease;
    const thorough = failed === 0 && cutOff < work.attempts && spentMs < sortingTime.thoroughMs;
    const answer = await this.takeApart(tenantId, part, { thorough, room, withTexts: lease.answersQuery !== null });
    if (answer.kind === 'takenApart') return { kind: 'pieces', pieces: await this.keep(tenantId, answer.pieces) };
    if (answer.kind === 'unavailable')
      return { kind: 'again', delayMs: work.unavailableMs, error: answer.cause, counts: false };
    if (failed + 1 >= work.attempts) return { kind: 'pieces', pieces: null };
    return { kind: 'again', delayMs: work.retryMs, error: answer.cause, counts: true };
  }

  /** A store that does not answer is no attempt; bytes that it does not hold are, so that a person looks in the end. */
  private async takeApart(
    tenantId: string,
    { sha256, fileName, mediaType }: DeliveryPart,
    how: Dismantling,
  ): Promise<DismantlerAnswer | { readonly kind: 'broke'; readonly cause: 'originalMissing' }> {
    let bytes: Uint8Array | null;
    try {
      bytes = sha256 === null ? null : await this.documents.read(tenantId, sha256);
    } catch (error) {
      return { kind: 'unavailable', cause: `the document store does not answer: ${String(error)}` };
    }
    if (bytes === null) return { kind: 'broke', cause: 'originalMissing' };
    return this.dismantler.takeApart({ bytes, fileName, mediaType }, how);
  }

  /** Part by part, so that no more than the contents of one are ever held; and before any row names them (invariant 1). */
  private async keep(tenantId: string, pieces: readonly TakenPiece[]): Promise<readonly KeptPiece[]> {
    const kept: KeptPiece[] = [];
    for (const { piece, bytes } of pieces) {
      if (bytes !== null) await this.documents.keep(tenantId, piece.sha256, bytes);
      kept.push({ piece, isKept: bytes !== null });
    }
    return kept;
  }

  /** Writes everything in one transaction; returns whom to wake. */
  private async conclude(
    tenantId: string,
    lease: LeasedDelivery,
    opened: readonly OpenedPart[],
  ): Promise<readonly Wake[]> {
    const kept = keptPieces(opened);
    const bytes = kept.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    // What strangers pack small counts as much as what they send plain.
    if (lease.channelKind === 'upload' && bytes > 0) await this.chargeCounter(tenantId, lease.id, bytes);
    return this.door.inTenant(tenantId, async (tenant) => {
      if (!(await tenant.sorting.isStillLeased(lease))) return [];
      const at = this.clock.now();
      await tenant.deliveries.lockBytes(placesOf(opened).flatMap((part) => shaOf(part) ?? []));
      const query = await queryOf(tenant, lease);
      const sorted = placesOf(opened, query !== null);
      for (const piece of kept) await noteOriginal(tenant, this.documents, piece, at);
      const invoices = await writeSortedParts(tenant, { ...lease, query }, sorted, this.ids, at);
      if (query) await takeAnswer(tenant, query, lease, at);
      await tenant.sorting.finish(lease.id, at);
      return [
        ...invoices.map((id) => ({ kind: 'invoice' as const, tenantId, id })),
        ...wakesOf(await planReceipt(tenant, lease.id, at)),
      ];
    });
  }

  /** In a transaction of its own: everybody at the counter waits for whoever holds the day's row. */
  private async chargeCounter(tenantId: string, deliveryId: string, bytes: number): Promise<void> {
    const day = townDay(this.clock.now());
    await this.door.inTenant(tenantId, (tenant) => tenant.counter.noteUnpacked(deliveryId, day, bytes));
  }

  /** Before each further part: one part fits into a lease, a delivery of many does not. */
  private holdOn(tenantId: string, lease: LeasedDelivery): Promise<boolean> {
    const leaseUntil = new Date(this.clock.now().getTime() + work.leaseMs);
    return this.door.inTenant(tenantId, (tenant) => tenant.sorting.holdOn(lease, leaseUntil));
  }

  private async postpone(
    tenantId: string,
    lease: LeasedDelivery,
    delayMs: number,
    error: string,
    counts: boolean,
  ): Promise<void> {
    const dueAt = new Date(this.clock.now().getTime() + delayMs);
    await this.door.inTenant(tenantId, (tenant) => tenant.sorting.postpone(lease, dueAt, error, counts));
  }
}
