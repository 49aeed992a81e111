import { Column, Entity, PrimaryColumn } from 'typeorm';
import { size } from '../column-types.js';

@Entity('second_factor')
export class SecondFactorEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') personId!: string;
  @Column('bytea', { nullable: true }) secret!: Uint8Array | null;
  @Column('timestamptz', { nullable: true }) confirmedAt!: Date | null;
  @Column('bytea', { nullable: true }) pending!: Uint8Array | null;
  @Column('bigint', { default: 0, transformer: size }) lastStep!: number;
  @Column('integer', { default: 0 }) failures!: number;
  @Column('timestamptz', { nullable: true }) lockedUntil!: Date | null;
  @Column('timestamptz', { nullable: true }) resetAt!: Date | null;
}

@Entity('recovery_code')
export class RecoveryCodeEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') personId!: string;
  @PrimaryColumn('text') codeHash!: string;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
}
