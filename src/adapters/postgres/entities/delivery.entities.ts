import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PartFate } from '../../../domain/mail/part-fates.table.js';
import type { PartReason } from '../../../domain/mail/part-reasons.js';
import type { InvoiceForm } from '../../../domain/mail/piece.js';
import type { Verdict } from '../../../domain/validation/examination.js';
import { size, storableJson } from '../column-types.js';

@Entity('original')
export class OriginalEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('text') sha256!: string;
  @Column('bigint', { transformer: size }) sizeBytes!: number;
  @Column('timestamptz') keptAt!: Date;
  /** Nothing needs the bytes any more, and from when they are gone. */
  @Column('timestamptz', { nullable: true }) releasedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
}

@Entity('original_bytes')
export class OriginalBytesEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('text') sha256!: string;
  @Column('bytea') bytes!: Buffer;
}

@Entity('delivery')
export class DeliveryEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') number!: string;
  @Column('uuid') channelId!: string;
  @Column('text', { nullable: true }) sender!: string | null;
  @Column('timestamptz') receivedAt!: Date;
  @Column('timestamptz', { nullable: true }) portalReceivedAt!: Date | null;
  @Column('date') accessDate!: string;
  @Column('text') trackingHash!: string;
  @Column('timestamptz') trackingExpiresAt!: Date;
  @Column('timestamptz', { nullable: true }) workDueAt!: Date | null;
  @Column('integer', { default: 0 }) attempts!: number;
  @Column('integer', { default: 0 }) cutOff!: number;
  @Column('timestamptz', { nullable: true }) leaseUntil!: Date | null;
  @Column('text', { nullable: true }) lastError!: string | null;
  @Column('timestamptz', { nullable: true }) sortedAt!: Date | null;
  @Column('uuid', { nullable: true }) answersQuery!: string | null;
}

@Entity('delivery_part')
export class DeliveryPartEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') deliveryId!: string;
  @Column('integer') position!: number;
  @Column('text') fileName!: string;
  @Column('text') mediaType!: string;
  @Column('bigint', { transformer: size }) sizeBytes!: number;
  @Column('text', { nullable: true }) sha256!: string | null;
  @Column('uuid', { nullable: true }) parentId!: string | null;
  @Column('text') fate!: PartFate;
  @Column('text', { nullable: true }) reason!: PartReason | null;
  @Column('uuid', { nullable: true }) invoiceId!: string | null;
  @Column('text', { nullable: true }) form!: InvoiceForm | null;
}

@Entity('part_report')
export class PartReportEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') partId!: string;
  @Column('timestamptz') examinedAt!: Date;
  @Column('text') verdict!: Verdict;
  @Column('jsonb', { transformer: storableJson }) report!: unknown;
}

@Entity('idempotency_key')
export class IdempotencyKeyEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('text') caller!: string;
  @PrimaryColumn('text') key!: string;
  @Column('text') requestHash!: string;
  @Column('jsonb', { transformer: storableJson }) answer!: unknown;
  @Column('timestamptz') createdAt!: Date;
}

@Entity('outbox')
export class OutboxEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') effect!: string;
  @Column('jsonb') payload!: unknown;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) workDueAt!: Date | null;
  @Column('integer', { default: 0 }) attempts!: number;
  @Column('timestamptz', { nullable: true }) leaseUntil!: Date | null;
  @Column('text', { nullable: true }) lastError!: string | null;
  @Column('timestamptz', { nullable: true }) doneAt!: Date | null;
}
