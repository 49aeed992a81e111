import type { Actor } from '../domain/audit/chain.js';
import type { TenantRecords } from './ports/tenant-door.js';

/** A file that is taken for an invoice, before anybody has read it. */
export interface ReceivedInvoice {
  readonly id: string;
  readonly deliveryId: string;
  /** Of the original, which has been noted before. */
  readonly sha256: string;
  /** What lists show as long as there is no number. */
  readonly fileName: string;
  readonly actor: Actor;
  /** When the delivery came; `at` is when it was found in it. */
  readonly receivedAt: Date;
  /** An invoice that was rejected or is in doubt, which came as the same claim in another form. */
  readonly follows?: string;
  readonly at: Date;
}

/** Begins an invoice's life: its first event, and its row, due for processing at once. */
export async function receiveInvoice(tenant: TenantRecords, received: ReceivedInvoice): Promise<void> {
  const { id, deliveryId, sha256, fileName, actor, receivedAt, at, follows } = received;
  const event = await tenant.audit.append(
    {
      subject: { kind: 'invoice', id },
      event: 'invoice.received',
      actor,
      facts: {
        ...{ delivery: deliveryId, sha256, to: 'received' },
        ...(follows === undefined ? {} : { otherInvoice: follows }),
      },
    },
    at,
  );
  await tenant.invoices.add({ id, originalSha256: sha256, fileName, receivedAt, eventNumber: event.number });
}
