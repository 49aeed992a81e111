import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SubjectKind } from '../../../domain/audit/events.js';

@Entity('audit_head')
export class AuditHeadEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('text') subjectKind!: SubjectKind;
  @PrimaryColumn('uuid') subjectId!: string;
  @Column('integer') number!: number;
  @Column('text') hash!: string;
  @Column('integer', { default: 0 }) sealedNumber!: number;
  @Column('timestamptz') changedAt!: Date;
}

@Entity('audit_event')
export class AuditEventEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('text') subjectKind!: SubjectKind;
  @PrimaryColumn('uuid') subjectId!: string;
  @PrimaryColumn('integer') number!: number;
  @Column('text') event!: string;
  @Column('timestamptz') occurredAt!: Date;
  @Column('text') body!: string;
  @Column('text') hash!: string;
}

@Entity('audit_payload')
export class AuditPayloadEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('text') subjectKind!: SubjectKind;
  @PrimaryColumn('uuid') subjectId!: string;
  @PrimaryColumn('integer') number!: number;
  @Column('text') salt!: string;
  @Column('text') payload!: string;
}

@Entity('seal')
export class SealEntity {
  @PrimaryColumn('integer') number!: number;
  @Column('timestamptz') sealedAt!: Date;
  @Column('text') body!: string;
  @Column('text') hash!: string;
  @Column('text') signature!: string;
  @Column('text') keyId!: string;
}

@Entity('seal_member')
export class SealMemberEntity {
  @PrimaryColumn('integer') sealNumber!: number;
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('text') subjectKind!: SubjectKind;
  @PrimaryColumn('uuid') subjectId!: string;
  @Column('integer') number!: number;
  @Column('text') hash!: string;
}
