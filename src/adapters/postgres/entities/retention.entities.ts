import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('legal_hold')
export class LegalHoldEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') invoiceId!: string;
  @Column('text') reason!: string;
  @Column('uuid') setBy!: string;
  @Column('timestamptz') setAt!: Date;
  @Column('text', { nullable: true }) liftReason!: string | null;
  @Column('uuid', { nullable: true }) liftAskedBy!: string | null;
  @Column('timestamptz', { nullable: true }) liftAskedAt!: Date | null;
  @Column('uuid', { nullable: true }) liftedBy!: string | null;
  @Column('timestamptz', { nullable: true }) liftedAt!: Date | null;
}

@Entity('disposal')
export class DisposalEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') reason!: string;
  @Column('jsonb') scope!: unknown;
  @Column('uuid') proposedBy!: string;
  @Column('timestamptz') proposedAt!: Date;
  @Column('uuid', { nullable: true }) confirmedBy!: string | null;
  @Column('timestamptz', { nullable: true }) confirmedAt!: Date | null;
  @Column('uuid', { nullable: true }) withdrawnBy!: string | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
  @Column('uuid', { nullable: true }) place!: string | null;
  @Column('integer', { default: 0 }) documents!: number;
  @Column('integer', { default: 0 }) people!: number;
  @Column('timestamptz', { nullable: true }) doneAt!: Date | null;
  @Column('text', { nullable: true }) digest!: string | null;
}

@Entity('disposal_item')
export class DisposalItemEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') disposalId!: string;
  @PrimaryColumn('text') subjectKind!: 'invoice' | 'person';
  @PrimaryColumn('uuid') subjectId!: string;
  @Column('text') class!: string;
  @Column('integer') year!: number;
  @Column('text', { array: true }) originals!: string[];
  @Column('timestamptz') disposedAt!: Date;
}
