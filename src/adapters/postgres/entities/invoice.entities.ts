import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { State } from '../../../domain/approval/lifecycle.js';
import type { Invoice } from '../../../domain/invoice/invoice.js';
import type { Verdict } from '../../../domain/validation/examination.js';
import type { HandOverAnswer } from '../../../pipeline/ports/hand-over-records.js';
import { cents, storableJson } from '../column-types.js';

@Entity('supplier')
export class SupplierEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) vatId!: string | null;
  @Column('timestamptz') firstSeen!: Date;
}

@Entity('supplier_key')
export class SupplierKeyEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('text') matchKey!: string;
  @PrimaryColumn('uuid') supplierId!: string;
}

@Entity('supplier_account')
export class SupplierAccountEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') supplierId!: string;
  @PrimaryColumn('text') iban!: string;
  @Column('timestamptz') firstSeen!: Date;
  @Column('timestamptz') lastSeen!: Date;
  @Column('timestamptz', { nullable: true }) releasedAt!: Date | null;
}

@Entity('supplier_name_account')
export class SupplierNameAccountEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('text') nameKey!: string;
  @PrimaryColumn('text') iban!: string;
  @Column('timestamptz') firstSeen!: Date;
}

@Entity('invoice')
export class InvoiceEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') originalSha256!: string;
  @Column('timestamptz') receivedAt!: Date;
  @Column('text') state!: State;
  @Column('timestamptz') stateSince!: Date;
  @Column('integer') eventNumber!: number;
  @Column('integer', { default: 1 }) version!: number;
  @Column('text', { nullable: true }) clarificationReason!: string | null;
  @Column('uuid', { nullable: true }) departmentId!: string | null;
  @Column('jsonb', { nullable: true }) routedBy!: unknown;
  @Column('uuid', { nullable: true }) claimedBy!: string | null;
  @Column('timestamptz', { nullable: true }) workDueAt!: Date | null;
  @Column('integer', { default: 0 }) attempts!: number;
  @Column('integer', { default: 0 }) cutOff!: number;
  @Column('timestamptz', { nullable: true }) leaseUntil!: Date | null;
  @Column('text', { nullable: true }) lastError!: string | null;
  @Column('text', { nullable: true }) verdict!: Verdict | null;
  @Column('text', { nullable: true }) kind!: 'invoice' | 'creditNote' | null;
  @Column('text', { nullable: true }) number!: string | null;
  @Column('text', { nullable: true, select: false }) numberKey!: string | null;
  @Column('text', { nullable: true }) typeCode!: string | null;
  @Column('date', { nullable: true }) issueDate!: string | null;
  @Column('date', { nullable: true }) dueDate!: string | null;
  @Column('text', { nullable: true }) currency!: string | null;
  @Column('bigint', { nullable: true, transformer: cents }) grossCents!: bigint | null;
  @Column('bigint', { nullable: true, transformer: cents }) payableCents!: bigint | null;
  @Column('text', { nullable: true }) sellerName!: string | null;
  @Column('text', { nullable: true }) buyerReference!: string | null;
  @Column('text', { nullable: true }) orderReference!: string | null;
  @Column('date', { nullable: true }) skontoUntil!: string | null;
  @Column('date', { nullable: true }) nextLossOn!: string | null;
  @Column('bigint', { nullable: true, transformer: cents }) nextLossCents!: bigint | null;
  @Column('text', { nullable: true }) nextLossKind!: 'skonto' | 'default' | null;
  @Column('timestamptz', { nullable: true }) deadlinesDueAt!: Date | null;
  @Column('text', { nullable: true }) fileName!: string | null;
  @Column('text', { nullable: true }) sellerSort!: string | null;
  @Column('text', { nullable: true }) duplicateKey!: string | null;
  @Column('text', { array: true, default: [] }) sellerKeys!: string[];
  @Column('uuid', { nullable: true }) supplierId!: string | null;
  @Column('jsonb', { nullable: true, select: false, transformer: storableJson }) model!: Invoice | null;
  @Column({
    type: 'text',
    generatedType: 'STORED',
    asExpression: `'invoice'`,
    select: false,
    insert: false,
    update: false,
  })
  subjectKind!: string;
}

@Entity('invoice_search')
export class InvoiceSearchEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') invoiceId!: string;
  @Column('text') text!: string;
  @Column('integer', { array: true }) grams!: number[];
}

@Entity('invoice_distinction')
export class InvoiceDistinctionEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') invoiceId!: string;
  @PrimaryColumn('uuid') otherId!: string;
  @Column('uuid') decidedBy!: string;
  @Column('timestamptz') decidedAt!: Date;
}

@Entity('invoice_correction')
export class InvoiceCorrectionEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') invoiceId!: string;
  @PrimaryColumn('text') numberKey!: string;
}

@Entity('invoice_report')
export class InvoiceReportEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') invoiceId!: string;
  @PrimaryColumn('integer') number!: number;
  @Column('timestamptz') examinedAt!: Date;
  @Column('text') verdict!: Verdict;
  @Column('jsonb', { transformer: storableJson }) report!: unknown;
}

@Entity('payment_instruction')
export class PaymentInstructionEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') invoiceId!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('bigint', { transformer: cents }) amountCents!: bigint;
  @Column('text') currency!: string;
  @Column('text') payee!: string;
  @Column('text', { nullable: true }) iban!: string | null;
  @Column('text', { nullable: true }) bic!: string | null;
  @Column('date', { nullable: true }) dueDate!: string | null;
  @Column('text', { nullable: true }) purpose!: string | null;
  @Column('text', { nullable: true }) reducedBecause!: string | null;
  @Column('text', { default: 'transfer' }) means!: 'transfer' | 'directDebit' | 'other';
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { nullable: true }) setBy!: string | null;
  @Column('timestamptz') setAt!: Date;
  @Column('boolean', { default: false }) needsSecond!: boolean;
  @Column('uuid', { nullable: true }) confirmedBy!: string | null;
  @Column('timestamptz', { nullable: true }) confirmedAt!: Date | null;
}

@Entity('decision')
export class DecisionEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') invoiceId!: string;
  @Column('text') action!: string;
  @Column('uuid') personId!: string;
  @Column('uuid', { nullable: true }) onBehalfOf!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('integer') invoiceVersion!: number;
  @Column('integer') paymentVersion!: number;
  @Column('text') progress!: 'partial' | 'complete';
  @Column('timestamptz') decidedAt!: Date;
  @Column('timestamptz', { nullable: true }) voidedAt!: Date | null;
}

@Entity('hand_over')
export class HandOverEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') apiKeyId!: string;
  @Column('timestamptz') claimedAt!: Date;
  @Column('timestamptz') leaseUntil!: Date;
}

@Entity('hand_over_item')
export class HandOverItemEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') handOverId!: string;
  @PrimaryColumn('uuid') invoiceId!: string;
  @Column('jsonb', { transformer: storableJson }) record!: unknown;
  @Column('text', { nullable: true }) answer!: HandOverAnswer | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('text', { nullable: true }) reference!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('date', { nullable: true }) paidOn!: string | null;
  @Column('bigint', { nullable: true, transformer: cents }) paidCents!: bigint | null;
  @Column('text', { nullable: true }) paidReason!: string | null;
}

@Entity('capture')
export class CaptureEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') invoiceId!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('jsonb', { transformer: storableJson }) terms!: unknown;
  @Column('uuid') capturedBy!: string;
  @Column('timestamptz') capturedAt!: Date;
  @Column('uuid', { nullable: true }) confirmedBy!: string | null;
  @Column('timestamptz', { nullable: true }) confirmedAt!: Date | null;
}
