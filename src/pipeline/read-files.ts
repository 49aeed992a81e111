import { done, refused, type Outcome } from './outcome.js';
import type { DeliveryPart } from './ports/delivery-records.js';
import type { ContainedFile, DocumentOpener, Opened, OpenedDocument, SourceText } from './ports/document-opener.js';
import type { DocumentStore } from './ports/document-store.js';
import type { StoredReport } from './ports/invoice-records.js';
import type { Reader, ReadInvoices } from './read-invoices.js';
import { headBytes, viewableKindOf, viewableTypeOf, type ViewableKind, type ViewableType } from './viewable-kind.js';

/** A file that belongs to an invoice, by the id under which its bytes can be had. */
export interface InvoiceFile {
  readonly id: string;
  readonly kind: 'original' | 'twin' | 'supporting' | 'embedded';
  readonly fileName: string;
  /** As the sender calls it; it decides nothing. */
  readonly mediaType: string;
  /** null: the file that holds it cannot be opened (just now). */
  readonly sizeBytes: number | null;
  readonly viewable: ViewableKind | null;
}

export interface FileBytes {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** What it may be shown as, by its bytes; null: as nothing. */
  readonly type: ViewableType | null;
}

/** Ids of embedded files say their place: the document that holds them never changes. */
const embeddedId = /^embedded-(\d{1,4})$/;

/** The files around an invoice: as they were received, and what lies in them. */
export class ReadFiles {
  constructor(
    private readonly invoices: ReadInvoices,
    private readonly documents: DocumentStore,
    private readonly opener: DocumentOpener,
  ) {}

  async list(reader: Reader, invoiceId: string): Promise<Outcome<readonly InvoiceFile[]>> {
    const found = await this.papersOf(reader, invoiceId);
    if (found.kind === 'refused') return found;
    const { tenantId } = reader;
    const files = await Promise.all(found.value.parts.map((part) => this.partFile(tenantId, part)));
    return done([...files, ...(await this.embedded(tenantId, found.value))]);
  }

  async file(reader: Reader, invoiceId: string, fileId: string): Promise<Outcome<FileBytes>> {
    const found = await this.papersOf(reader, invoiceId);
    if (found.kind === 'refused') return found;
    const { tenantId } = reader;
    const [, index] = embeddedId.exec(fileId) ?? [];
    if (index !== undefined) return this.embeddedFile(tenantId, found.value, Number(index));
    const part = found.value.parts.find(({ id }) => id === fileId);
    const bytes = part ? await this.documents.read(tenantId, part.sha256) : null;
    return part && bytes ? done(withType(part.fileName, bytes)) : refused('notFound');
  }

  /** The XML that was judged; null where there is none. */
  async source(
    reader: Reader,
    invoiceId: string,
  ): Promise<Outcome<(SourceText & { readonly fileName: string }) | null>> {
    const found = await this.papersOf(reader, invoiceId);
    if (found.kind === 'refused') return found;
    const judged = await this.judged(reader.tenantId, found.value);
    if (judged === null) return refused('notFound');
    const source = openedValue(await this.opener.source(judged.document));
    return source.kind === 'refused' ? source : done(source.value && { ...source.value, fileName: judged.name });
  }

  private papersOf(reader: Reader, invoiceId: string): Promise<Outcome<Papers>> {
    return this.invoices.withInvoice(reader, invoiceId, async (tenant, { originalSha256, fileName }) => {
      const parts = (await tenant.deliveries.partsOfInvoice(invoiceId)).flatMap(keptPart);
      return {
        original: { sha256: originalSha256, fileName: fileName ?? originalSha256 },
        parts: [...parts.filter(isOriginal), ...parts.filter((part) => !isOriginal(part))],
        stored: await tenant.invoices.findReport(invoiceId),
      };
    });
  }

  private async partFile(tenantId: string, { sha256, ...part }: KeptPart): Promise<InvoiceFile> {
    const head = await this.documents.head(tenantId, sha256, headBytes);
    return { ...part, viewable: head && viewableKindOf(head) };
  }

  private async embedded(tenantId: string, papers: Papers): Promise<readonly InvoiceFile[]> {
    const expected = papers.stored?.report.attachments ?? [];
    const judged = expected.length > 0 ? await this.judged(tenantId, papers) : null;
    if (judged === null) return [];
    const opened = await this.opener.contained(judged.document);
    const files = opened.kind === 'opened' ? opened.value.map(seenInside) : judged.attachments.map(unseen);
    return files.map((file, index) => ({ id: `embedded-${String(index)}`, kind: 'embedded', ...file }));
  }

  private async embeddedFile(tenantId: string, papers: Papers, index: number): Promise<Outcome<FileBytes>> {
    const judged = await this.judged(tenantId, papers);
    const attachment = judged?.attachments[index];
    if (!judged || !attachment) return refused('notFound');
    const bytes = openedValue(await this.opener.containedBytes(judged.document, index));
    if (bytes.kind === 'refused') return bytes;
    return bytes.value === null ? refused('notFound') : done(withType(attachment.name, bytes.value));
  }

  /** The document that the latest report speaks of; null where nobody has judged one, or its bytes are gone. */
  private async judged(tenantId: string, { original, stored }: Papers): Promise<JudgedDocument | null> {
    const bytes = stored && (await this.documents.read(tenantId, original.sha256));
    if (!stored || !bytes) return null;
    const { embedded, attachments } = stored.report;
    const { fileName } = original;
    return {
      document: { bytes, fileName, embeddedSha256: embedded?.sha256 ?? null },
      name: embedded?.name ?? fileName,
      attachments,
    };
  }
}

/** What there is of an invoice, the original first, and the report about it. */
interface Papers {
  readonly original: { readonly sha256: string; readonly fileName: string };
  readonly parts: readonly KeptPart[];
  readonly stored: StoredReport | null;
}

type KeptPart = Omit<InvoiceFile, 'viewable'> & { readonly sha256: string };

interface JudgedDocument {
  readonly document: OpenedDocument;
  readonly name: string;
  readonly attachments: readonly { readonly name: string; readonly mediaType: string }[];
}

/** What the parts of a delivery are to the invoice; a fate that is left out stands beside none. */
const kinds: Readonly<Partial<Record<DeliveryPart['fate'], 'original' | 'twin' | 'supporting'>>> = {
  invoice: 'original',
  otherInvoice: 'original',
  twin: 'twin',
  supporting: 'supporting',
};

function keptPart({ id, fate, sha256, fileName, mediaType, sizeBytes }: DeliveryPart): readonly KeptPart[] {
  const kind = kinds[fate];
  if (kind === undefined || sha256 === null) return [];
  return [{ id: kind === 'original' ? 'original' : id, kind, sha256, fileName, mediaType, sizeBytes }];
}

const isOriginal = ({ kind }: KeptPart): boolean => kind === 'original';

type Inside = Pick<InvoiceFile, 'fileName' | 'mediaType' | 'sizeBytes' | 'viewable'>;

const seenInside = ({ name, mediaType, sizeBytes, head }: ContainedFile): Inside => ({
  ...{ fileName: name, mediaType, sizeBytes },
  viewable: viewableKindOf(head),
});

/** As the report names it, where the document cannot be opened just now. */
const unseen = ({ name, mediaType }: JudgedDocument['attachments'][number]): Inside => ({
  ...{ fileName: name, mediaType },
  ...{ sizeBytes: null, viewable: null },
});

const withType = (fileName: string, bytes: Uint8Array): FileBytes => ({
  ...{ fileName, bytes },
  type: viewableTypeOf(bytes.subarray(0, headBytes)),
});

function openedValue<T>(opened: Opened<T>): Outcome<T> {
  if (opened.kind === 'opened') return done(opened.value);
  return refused(opened.kind === 'broke' ? 'cannotBeOpened' : 'openerBusy');
}
