import { z } from 'zod';
import type { EntityManager } from 'typeorm';
import type { Document, Section } from '../../../domain/documentation/document.js';
import type {
  DocumentationRecords,
  DocumentKind,
  IssuedContent,
  IssuedDocument,
} from '../../../pipeline/ports/documentation-records.js';
import { storable, storableText } from '../column-types.js';
import { IssuedDocumentEntity } from '../entities/documentation.entities.js';

export class PostgresDocumentationRecords implements DocumentationRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  async lock(): Promise<void> {
    await this.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `${this.tenantId} documentation`,
    ]);
  }

  async add({ content, html, markdown, ...row }: IssuedDocument & IssuedContent): Promise<void> {
    const texts = { html: storableText(html), markdown: storableText(markdown), content: storable(content) as object };
    await this.manager.insert(IssuedDocumentEntity, { ...row, ...texts, tenantId: this.tenantId });
  }

  async latest(kind: DocumentKind): Promise<(IssuedDocument & IssuedContent) | null> {
    const row = await this.manager.findOne(IssuedDocumentEntity, {
      where: { tenantId: this.tenantId, kind },
      order: { version: 'DESC' },
    });
    return row && rowOf(row);
  }

  list(limit: number): Promise<readonly IssuedDocument[]> {
    return this.manager.find(IssuedDocumentEntity, {
      select: {
        ...{ id: true, kind: true, version: true, issuedBy: true, issuedAt: true },
        ...{ htmlSha256: true, markdownSha256: true },
      },
      where: { tenantId: this.tenantId },
      order: { issuedAt: 'DESC', version: 'DESC', kind: 'ASC' },
      take: limit,
    });
  }

  async find(id: string): Promise<(IssuedDocument & IssuedContent) | null> {
    const row = await this.manager.findOneBy(IssuedDocumentEntity, { tenantId: this.tenantId, id });
    return row && rowOf(row);
  }
}

const rowOf = (row: IssuedDocumentEntity): IssuedDocument & IssuedContent => ({
  ...row,
  content: storedDocument.parse(row.content),
});

const line = z.string();
const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: line }),
  z.object({ kind: z.literal('list'), items: z.array(line) }),
  z.object({
    kind: z.literal('table'),
    caption: line,
    columns: z.array(line),
    rows: z.array(z.array(line)),
  }),
]);
const section: z.ZodType<Section> = z.lazy(() =>
  z.object({ heading: line, blocks: z.array(block), sections: z.array(section) }),
);
const storedDocument: z.ZodType<Document> = z.object({ title: line, sections: z.array(section) });
