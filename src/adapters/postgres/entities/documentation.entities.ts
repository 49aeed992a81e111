import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('issued_document')
export class IssuedDocumentEntity {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: 'procedure' | 'processing';
  @Column('integer') version!: number;
  @Column('uuid') issuedBy!: string;
  @Column('timestamptz') issuedAt!: Date;
  @Column('jsonb') content!: unknown;
  @Column('text') html!: string;
  @Column('text') markdown!: string;
  @Column('text') htmlSha256!: string;
  @Column('text') markdownSha256!: string;
}
