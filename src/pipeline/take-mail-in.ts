import { threadKeyOf, type MailEnvelope } from '../domain/mail/envelope.js';
import { deliveryRow } from './delivery-row.js';
import { planReceipt, wakesOf } from './plan-answers.js';
import { queryAnsweredBy } from './take-answer.js';
import { noteOriginal } from './note-original.js';
import type { Clock } from './ports/clock.js';
import type { DeliveryPart } from './ports/delivery-records.js';
import type { DocumentStore } from './ports/document-store.js';
import type { Ids } from './ports/ids.js';
import type { KeyedHash } from './ports/keyed-hash.js';
import type { FetchedMail, MailHeaders } from './ports/mailbox.js';
import type { FolderPlace, LeasedMailbox } from './ports/mailbox-records.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import type { Wake, WakeQueue } from './ports/wake-queue.js';
import { receiveInvoice } from './receive-invoice.js';
import { sha256 as sha256Of } from './sha256.js';

/** Somebody else holds the mailbox by now, or it was changed: nothing of what was under way has been written. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** A mail as it came out of a mailbox. */
export interface ArrivedMail {
  readonly tenantId: string;
  readonly mailbox: Pick<LeasedMailbox, 'id' | 'lease'>;
  readonly place: FolderPlace;
  readonly fetched: Exclude<FetchedMail, { readonly kind: 'gone' }>;
}

/** What is kept of a mail, and as what. */
interface KeptMail {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly envelope: MailEnvelope;
  readonly part: Pick<DeliveryPart, 'fileName' | 'mediaType' | 'sizeBytes' | 'fate' | 'reason'>;
}

/**
 * Takes a mail in: keeps its bytes, then commits delivery, mail, place, part and event in one transaction. Bytes that
 * are known in this mailbox, because it was moved or rebuilt, only get a further place. The mailbox itself is not touched.
 */
export class TakeMailIn {
  constructor(
    private readonly door: TenantDoor,
    private readonly documents: DocumentStore,
    private readonly headers: MailHeaders,
    private readonly queue: WakeQueue,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly keyedHash: KeyedHash,
  ) {}

  /** @throws LeaseLost */
  async take(arrived: ArrivedMail): Promise<void> {
    const { tenantId, mailbox, place } = arrived;
    const kept = await this.keep(arrived);
    const at = this.clock.now();
    const wakes = await this.door.inTenant(tenantId, async (tenant) => {
      if (!(await tenant.mailboxes.lockForIntake(mailbox.id, mailbox.lease))) throw new LeaseLost();
      const known = await tenant.mailboxes.findMail(mailbox.id, kept.sha256);
      const written =
        known === null ? await this.write(tenant, mailbox.id, kept, at) : { deliveryId: known, wakes: [] };
      await tenant.mailboxes.addPlace(mailbox.id, place, written.deliveryId, at);
      return written.wakes;
    });
    for (const wake of wakes) await this.queue.wake(wake);
  }

  /** Of a mail beyond the limit only the header is kept, by which it is recognised and by which a person can look for it. */
  private async keep({ tenantId, fetched }: ArrivedMail): Promise<KeptMail> {
    const whole = fetched.kind === 'whole';
    const bytes = whole ? fetched.bytes : fetched.head;
    const sha256 = sha256Of(bytes);
    await this.documents.keep(tenantId, sha256, bytes);
    const sizeBytes = whole ? bytes.byteLength : fetched.sizeBytes;
    return {
      bytes,
      sha256,
      envelope: await this.headers.read(bytes),
      part: whole
        ? { fileName: 'mail.eml', mediaType: 'message/rfc822', sizeBytes, fate: 'waiting', reason: null }
        : {
            fileName: 'mail.eml',
            mediaType: 'text/rfc822-headers',
            sizeBytes,
            fate: 'otherInvoice',
            reason: 'mailTooLarge',
          },
    };
  }

  private async write(tenant: TenantRecords, mailboxId: string, kept: KeptMail, at: Date): Promise<WrittenMail> {
    const { bytes, sha256, envelope, part } = kept;
    const { messageId, subject, from: sender } = envelope;
    const deliveryId = this.ids.next();
    const workDueAt = part.fate === 'waiting' ? at : null;
    const answersQuery = workDueAt === null ? null : await queryAnsweredBy(tenant, envelope);
    const times = { receivedAt: at, portalReceivedAt: null, workDueAt };
    const arrival = { id: deliveryId, channelId: mailboxId, sender, ...times, answersQuery };
    await tenant.deliveries.add(deliveryRow(arrival, this.keyedHash));
    await noteOriginal(tenant, this.documents, { sha256, sizeBytes: bytes.byteLength }, at);
    // A hash: an index holds no more than 2,704 bytes of a row, and whoever writes to us chooses the Message-ID.
    const threadKey = sha256Of(threadKeyOf(envelope, sha256));
    await tenant.mailboxes.addMail({
      deliveryId,
      mailboxId,
      rawSha256: sha256,
      messageId,
      threadKey,
      subject,
      envelope,
    });
    const invoiceId = part.fate === 'otherInvoice' ? this.ids.next() : null;
    if (invoiceId !== null) {
      const received = { id: invoiceId, deliveryId, sha256, fileName: part.fileName, actor: worker };
      await receiveInvoice(tenant, { ...received, receivedAt: at, at });
    }
    const row = { id: this.ids.next(), position: 1, sha256, parentId: null, invoiceId, form: null, ...part };
    await tenant.deliveries.addPart(deliveryId, row);
    await tenant.audit.append(
      {
        subject: { kind: 'delivery', id: deliveryId },
        event: 'delivery.accepted',
        actor: worker,
        facts: { channel: mailboxId, parts: [{ position: 1, sha256, fate: part.fate, invoice: invoiceId }] },
        payload: { sender, fileNames: [part.fileName] },
      },
      at,
    );
    const { tenantId } = tenant;
    if (invoiceId === null) return { deliveryId, wakes: [{ kind: 'delivery', tenantId, id: deliveryId }] };
    // Nothing will be sorted, so its sender is told now.
    const receipt = wakesOf(await planReceipt(tenant, deliveryId, at));
    return { deliveryId, wakes: [{ kind: 'invoice', tenantId, id: invoiceId }, ...receipt] };
  }
}

interface WrittenMail {
  readonly deliveryId: string;
  readonly wakes: readonly Wake[];
}

const worker = { kind: 'system', id: 'worker' } as const;
