import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('supplier_query')
export class SupplierQueryEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') invoiceId!: string;
  @Column('text') reference!: string;
  @Column('text') question!: string;
  @Column('uuid') askedBy!: string;
  @Column('timestamptz') askedAt!: Date;
  @Column('uuid', { nullable: true }) answerId!: string | null;
  @Column('text', { nullable: true }) silence!: string | null;
  @Column('text', { nullable: true }) mailError!: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('text', { nullable: true }) answeredBy!: 'mail' | 'link' | 'staff' | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('uuid', { nullable: true }) notedBy!: string | null;
}
