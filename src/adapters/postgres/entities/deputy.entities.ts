import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Holds } from '../../../domain/approval/deputies.js';
import type { Role } from '../../../domain/approval/roles.js';

@Entity('absence')
export class AbsenceEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('date') firstDay!: string;
  @Column('date') lastDay!: string;
  @Column('uuid') enteredBy!: string;
  @Column('timestamptz') enteredAt!: Date;
  @Column('uuid', { nullable: true }) withdrawnBy!: string | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
}

@Entity('deputyship')
export class DeputyshipEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') principalId!: string;
  @Column('uuid') deputyId!: string;
  @Column('text', { array: true, nullable: true }) roles!: Role[] | null;
  @Column('uuid', { nullable: true }) departmentId!: string | null;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
  @Column('text') holds!: Holds;
  @Column('uuid') proposedBy!: string;
  @Column('timestamptz') proposedAt!: Date;
  @Column('uuid', { nullable: true }) confirmedBy!: string | null;
  @Column('timestamptz', { nullable: true }) confirmedAt!: Date | null;
  @Column('uuid', { nullable: true }) endedBy!: string | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
}
