import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../../../domain/approval/roles.js';
import type { ChannelKind } from '../../../pipeline/ports/town-records.js';
import { cents, size, storableJson } from '../column-types.js';

@Entity('tenant')
export class TenantEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('integer', { default: 0 }) rulesVersion!: number;
}

@Entity('department')
export class DepartmentEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('integer', { default: 1 }) version!: number;
}

@Entity('leitweg_id')
export class LeitwegIdEntity {
  @PrimaryColumn('text') leitwegId!: string;
  @Column('uuid') tenantId!: string;
  @Column('uuid', { nullable: true }) departmentId!: string | null;
}

@Entity('person')
export class PersonEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') login!: string;
  @Column('text') displayName!: string;
  @Column('text') passwordHash!: string;
  @Column('boolean', { default: false }) passwordOneTime!: boolean;
  @Column('integer', { default: 0 }) failedSignIns!: number;
  @Column('timestamptz', { nullable: true }) lockedUntil!: Date | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) leftAt!: Date | null;
  @Column('uuid', { nullable: true }) renewalAskedBy!: string | null;
  @Column('timestamptz', { nullable: true }) renewalAskedAt!: Date | null;
}

@Entity('person_account')
export class PersonAccountEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') personId!: string;
  @PrimaryColumn('text') accountHash!: string;
}

@Entity('person_grant')
export class PersonGrantEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('text') role!: Role;
  @Column('uuid', { nullable: true }) departmentId!: string | null;
  @Column('bigint', { nullable: true, transformer: cents }) limitCents!: bigint | null;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
  @Column('uuid', { nullable: true }) proposedBy!: string | null;
  @Column('timestamptz') proposedAt!: Date;
  @Column('uuid', { nullable: true }) confirmedBy!: string | null;
  @Column('timestamptz', { nullable: true }) confirmedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
}

@Entity('session')
export class SessionEntity {
  @PrimaryColumn('text') tokenHash!: string;
  @Column('uuid') tenantId!: string;
  @Column('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('text') device!: string;
  @Column('text') address!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') lastSeenAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) factorAt!: Date | null;
}

@Entity('routing_rule')
export class RoutingRuleEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('integer') position!: number;
  @Column('text') name!: string;
  @Column('jsonb') conditions!: unknown;
  @Column('uuid') departmentId!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) retiredAt!: Date | null;
}

@Entity('routing_version')
export class RoutingVersionEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('jsonb') rules!: unknown;
  @Column('uuid') setBy!: string;
  @Column('timestamptz') setAt!: Date;
}

@Entity('channel')
export class ChannelEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: ChannelKind;
  @Column('text') name!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
}

@Entity('api_key')
export class ApiKeyEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text', { array: true }) scopes!: string[];
  @Column('text') keyHash!: string;
  @Column('uuid', { nullable: true }) channelId!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
}

@Entity('tenant_setting')
export class TenantSettingEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('text') name!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('jsonb', { transformer: storableJson }) value!: unknown;
  @Column('bytea', { nullable: true }) secret!: Buffer | null;
  @Column('uuid', { nullable: true }) proposedBy!: string | null;
  @Column('uuid', { nullable: true }) setBy!: string | null;
  @Column('timestamptz') setAt!: Date;
}

@Entity('setting_proposal')
export class SettingProposalEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('integer') restsOn!: number;
  @Column('jsonb', { transformer: storableJson }) value!: unknown;
  @Column('bytea', { nullable: true }) secret!: Buffer | null;
  @Column('uuid') proposedBy!: string;
  @Column('timestamptz') proposedAt!: Date;
  @Column('uuid', { nullable: true }) confirmedBy!: string | null;
  @Column('timestamptz', { nullable: true }) confirmedAt!: Date | null;
  @Column('uuid', { nullable: true }) withdrawnBy!: string | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
}

@Entity('counter_use')
export class CounterUseEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('date') day!: string;
  @PrimaryColumn('text') address!: string;
  @Column('integer') deliveries!: number;
  @Column('bigint', { transformer: size }) bytes!: number;
}

@Entity('counter_hold')
export class CounterHoldEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('date') day!: string;
  @Column('text') address!: string;
  @Column('bigint', { transformer: size }) bytes!: number;
  @Column('timestamptz', { nullable: true }) heldUntil!: Date | null;
  @Column('uuid', { nullable: true }) deliveryId!: string | null;
}
