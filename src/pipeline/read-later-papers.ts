import { done, refused, type Outcome } from './outcome.js';
import type { LaterPaper, PaperPlace } from './ports/delivery-records.js';
import type { DocumentStore } from './ports/document-store.js';
import type { FileBytes } from './read-files.js';
import type { Reader, ReadInvoices } from './read-invoices.js';
import { headBytes, viewableTypeOf } from './viewable-kind.js';

/** Papers that came beside the bytes of an invoice which was there already. They stand apart: nobody has judged them. */
export class ReadLaterPapers {
  constructor(
    private readonly invoices: ReadInvoices,
    private readonly documents: DocumentStore,
  ) {}

  /** At most `limit`, beginning behind a place. */
  list(
    reader: Reader,
    invoiceId: string,
    after: PaperPlace | null,
    limit: number,
  ): Promise<Outcome<readonly LaterPaper[]>> {
    return this.invoices.withInvoice(reader, invoiceId, (tenant) =>
      tenant.deliveries.laterPapers(invoiceId, after, limit),
    );
  }

  async file(reader: Reader, invoiceId: string, partId: string): Promise<Outcome<FileBytes>> {
    const found = await this.invoices.withInvoice(reader, invoiceId, (tenant) =>
      tenant.deliveries.findLaterPaper(invoiceId, partId),
    );
    if (found.kind === 'refused') return found;
    const paper = found.value;
    const bytes = paper && (await this.documents.read(reader.tenantId, paper.sha256));
    if (!bytes) return refused('notFound');
    return done({ fileName: paper.fileName, bytes, type: viewableTypeOf(bytes.subarray(0, headBytes)) });
  }
}
