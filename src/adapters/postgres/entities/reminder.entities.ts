import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReminderKind, ReminderMode } from '../../../domain/reminders/reminder-kinds.js';

@Entity('reminder_choice')
export class ReminderChoiceEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') personId!: string;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text') language!: 'de' | 'en';
  @Column('text') mode!: ReminderMode;
  @Column('integer') version!: number;
  @Column('timestamptz') changedAt!: Date;
}

@Entity('reminder_round')
export class ReminderRoundEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @Column('timestamptz', { nullable: true }) dueAt!: Date | null;
  @Column('date', { nullable: true }) day!: string | null;
  @Column('uuid', { nullable: true }) place!: string | null;
  @Column('date', { nullable: true }) heldOn!: string | null;
}

@Entity('reminder_mail')
export class ReminderMailEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('text') form!: 'single' | 'digest';
  @Column('date') day!: string;
  @Column('text') messageId!: string;
  @Column('timestamptz') plannedAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('text', { nullable: true }) outcome!: 'sent' | 'failed' | 'dropped' | null;
}

@Entity('reminder')
export class ReminderEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') invoiceId!: string;
  @Column('text') kind!: ReminderKind;
  @Column('date') day!: string;
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('uuid', { nullable: true }) onBehalfOf!: string | null;
  @Column('timestamptz') plannedAt!: Date;
  @Column('uuid', { nullable: true }) mailId!: string | null;
}
