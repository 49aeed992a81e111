import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChartKind } from '../../../domain/coding/chart.js';
import type { BudgetAnswer } from '../../../domain/coding/order-needs.js';
import { cents, storableJson } from '../column-types.js';

@Entity('chart_entry')
export class ChartEntryEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('integer') fiscalYear!: number;
  @PrimaryColumn('text') kind!: ChartKind;
  @PrimaryColumn('text') number!: string;
  @Column('text') name!: string;
  @Column('timestamptz') changedAt!: Date;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
}

@Entity('coding')
export class CodingEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') invoiceId!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('integer') fiscalYear!: number;
  @Column('bigint', { transformer: cents }) totalCents!: bigint;
  @Column('text') currency!: string;
  @Column('jsonb', { transformer: storableJson }) splits!: unknown;
  @Column('uuid', { nullable: true }) supplierId!: string | null;
  @Column('uuid') setBy!: string;
  @Column('timestamptz') setAt!: Date;
}

@Entity('budget_answer')
export class BudgetAnswerEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') invoiceId!: string;
  @PrimaryColumn('integer') codingVersion!: number;
  @PrimaryColumn('integer') number!: number;
  @Column('text') answer!: BudgetAnswer;
  @Column('text', { nullable: true }) message!: string | null;
  @Column('uuid') askedBy!: string;
  @Column('timestamptz') askedAt!: Date;
}
