import { Column, Entity, PrimaryColumn } from 'typeorm';
import { size, storableJson } from '../column-types.js';

@Entity('mailbox')
export class MailboxEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') channelId!: string;
  @Column('text') address!: string;
  @Column('jsonb', { transformer: storableJson }) settings!: unknown;
  @Column('bytea', { nullable: true }) secret!: Buffer | null;
  @Column('timestamptz', { nullable: true }) renewalUntil!: Date | null;
  @Column('boolean', { default: false }) isRelay!: boolean;
  @Column('boolean', { default: true }) answers!: boolean;
  @Column('integer', { default: 1 }) version!: number;
  @Column('timestamptz', { nullable: true }) workDueAt!: Date | null;
  @Column('integer', { default: 0 }) attempts!: number;
  @Column('timestamptz', { nullable: true }) leaseUntil!: Date | null;
  @Column('text', { nullable: true }) lastError!: string | null;
  @Column('timestamptz', { nullable: true }) lookedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) failingSince!: Date | null;
  @Column('text', { nullable: true }) sendingError!: string | null;
  @Column('timestamptz', { nullable: true }) sendingFailingSince!: Date | null;
  @Column('bigint', { nullable: true, transformer: size }) uidValidity!: number | null;
  @Column('bigint', { nullable: true, transformer: size }) lastUid!: number | null;
}

@Entity('mail')
export class MailEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') deliveryId!: string;
  @Column('uuid') channelId!: string;
  @Column('text') rawSha256!: string;
  @Column('text', { nullable: true }) messageId!: string | null;
  @Column('text') threadKey!: string;
  @Column('text', { nullable: true }) subject!: string | null;
  @Column('jsonb', { transformer: storableJson }) envelope!: unknown;
}

@Entity('mail_place')
export class MailPlaceEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') channelId!: string;
  @PrimaryColumn('bigint', { transformer: size }) uidValidity!: number;
  @PrimaryColumn('bigint', { transformer: size }) uid!: number;
  @Column('uuid') deliveryId!: string;
  @Column('timestamptz') foundAt!: Date;
}

@Entity('answer')
export class AnswerEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: string;
  @Column('uuid') deliveryId!: string;
  @Column('uuid', { nullable: true }) invoiceId!: string | null;
  @Column('text') threadKey!: string;
  @Column('text') addressHash!: string;
  @Column('text') messageId!: string;
  @Column('date') plannedOn!: string;
  @Column('timestamptz') plannedAt!: Date;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
}

@Entity('subscription')
export class SubscriptionEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') deliveryId!: string;
  @Column('text') address!: string;
  @Column('text') language!: 'de' | 'en';
  @Column('timestamptz') askedAt!: Date;
  @Column('timestamptz', { nullable: true }) confirmedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
}
