import { done, refused, type Outcome } from './outcome.js';
import type { DeliveryPart } from './ports/delivery-records.js';
import type { ContainedFile, DocumentOpener, Opened, OpenedDocument, SourceText } from './ports/document-opener.js';
import type { DocumentStore } from './ports/document-store.js';
import type { TenantDoor } from './ports/tenant-door.js';
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
    private readonly door: TenantDoor,
    private readonly documents: DocumentStore,
    private readonly opener: DocumentOpener,
  ) {}

  async list(reader: Reader, invoiceId: string): Promise<Outcome<readonly InvoiceFile[]>> {
    const found = await this.partsOf(reader, invoiceId);
    if (found.kind === 'refused') return found;
    const files = await Promise.all(found.value.map((part) => this.partFile(reader.tenantId, part)));
    return done([...files, ...(await this.embedded(reader, invoiceId))]);
  }

  async file(reader: Reader, invoiceId: string, fileId: string): Promise<Outcome<FileBytes>> {
    const [, index] = embeddedId.exec(fileId) ?? [];
    if (index !== undefined) return this.embeddedFile(reader, invoiceId, Number(index));
    const found = await this.partsOf(reader, invoiceId);
    if (found.kind === 'refused') return found;
    const part = found.value.find(({ id }) => id === fileId);
    const bytes = part ? await this.documents.read(reader.tenantId, part.sha256) : null;
    return part && bytes ? done(withType(part.fileName, bytes)) : refused('notFound');
  }

  /** The XML that was judged; null where there is none. */
  async source(
    reader: Reader,
    invoiceId: string,
  ): Promise<Outcome<(SourceText & { readonly fileName: string }) | null>> {
    const found = await this.judged(reader, invoiceId);
    if (found.kind === 'refused') return found;
    const source = openedValue(await this.opener.source(found.value.document));
    if (source.kind === 'refused') return source;
    return done(source.value && { ...source.value, fileName: found.value.name });
  }

  private async partsOf(reader: Reader, invoiceId: string): Promise<Outcome<readonly KeptPart[]>> {
    const invoice = await this.invoices.get(reader, invoiceId);
    if (invoice.kind === 'refused') return invoice;
    const { originalSha256 } = invoice.value.invoice;
    const parts = await this.door.inTenant(reader.tenantId, (tenant) => tenant.deliveries.partsOfInvoice(invoiceId));
    const kept = parts.flatMap((part) => (part.sha256 === null ? [] : [{ ...part, sha256: part.sha256 }]));
    const original = kept.find(({ sha256 }) => sha256 === originalSha256);
    const others = kept.filter(({ sha256, fate }) => sha256 !== originalSha256 && Object.hasOwn(kinds, fate));
    return done([
      {
        id: 'original',
        sha256: originalSha256,
        kind: 'original',
        fileName: original?.fileName ?? originalSha256,
        mediaType: original?.mediaType ?? 'application/octet-stream',
        sizeBytes: original?.sizeBytes ?? null,
      },
      ...others.map(({ id, sha256, fate, fileName: name, mediaType, sizeBytes }) => ({
        ...{ id, sha256, mediaType, sizeBytes, fileName: name },
        kind: fate === 'twin' ? ('twin' as const) : ('supporting' as const),
      })),
    ]);
  }

  private async partFile(tenantId: string, { sha256, ...part }: KeptPart): Promise<InvoiceFile> {
    const head = await this.documents.head(tenantId, sha256, headBytes);
    return { ...part, viewable: head && viewableKindOf(head) };
  }

  private async embedded(reader: Reader, invoiceId: string): Promise<readonly InvoiceFile[]> {
    const found = await this.judged(reader, invoiceId);
    if (found.kind === 'refused' || found.value.attachments.length === 0) return [];
    const opened = await this.opener.contained(found.value.document);
    const files: readonly (Omit<ContainedFile, 'head' | 'sizeBytes'> & Partial<ContainedFile>)[] =
      opened.kind === 'opened' ? opened.value : found.value.attachments;
    return files.map(({ name, mediaType, sizeBytes, head }, index) => ({
      id: `embedded-${String(index)}`,
      kind: 'embedded',
      fileName: name,
      mediaType,
      sizeBytes: sizeBytes ?? null,
      viewable: head === undefined ? null : viewableKindOf(head),
    }));
  }

  private async embeddedFile(reader: Reader, invoiceId: string, index: number): Promise<Outcome<FileBytes>> {
    const found = await this.judged(reader, invoiceId);
    if (found.kind === 'refused') return found;
    const attachment = found.value.attachments[index];
    if (!attachment) return refused('notFound');
    const bytes = openedValue(await this.opener.containedBytes(found.value.document, index));
    if (bytes.kind === 'refused') return bytes;
    return bytes.value === null ? refused('notFound') : done(withType(attachment.name, bytes.value));
  }

  /** The document that the latest report speaks of. */
  private async judged(reader: Reader, invoiceId: string): Promise<Outcome<JudgedDocument>> {
    const parts = await this.partsOf(reader, invoiceId);
    if (parts.kind === 'refused') return parts;
    const report = await this.invoices.report(reader, invoiceId);
    const [original] = parts.value;
    if (report.kind === 'refused' || report.value === null || !original) return refused('notFound');
    const bytes = await this.documents.read(reader.tenantId, original.sha256);
    if (bytes === null) return refused('notFound');
    const { embedded, attachments } = report.value.report;
    const { fileName } = original;
    return done({
      document: { bytes, fileName, embeddedSha256: embedded?.sha256 ?? null },
      name: embedded?.name ?? fileName,
      attachments,
    });
  }
}

type KeptPart = Omit<InvoiceFile, 'viewable'> & { readonly sha256: string };

interface JudgedDocument {
  readonly document: OpenedDocument;
  readonly name: string;
  readonly attachments: readonly { readonly name: string; readonly mediaType: string }[];
}

/** Fates that stand beside an invoice. */
const kinds: Readonly<Partial<Record<DeliveryPart['fate'], true>>> = { twin: true, supporting: true };

const withType = (fileName: string, bytes: Uint8Array): FileBytes => ({
  ...{ fileName, bytes },
  type: viewableTypeOf(bytes.subarray(0, headBytes)),
});

function openedValue<T>(opened: Opened<T>): Outcome<T> {
  if (opened.kind === 'opened') return done(opened.value);
  return refused(opened.kind === 'broke' ? 'cannotBeOpened' : 'openerBusy');
}
