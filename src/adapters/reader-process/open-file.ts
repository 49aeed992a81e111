import { createHash } from 'node:crypto';
import type { Invoice } from '../../domain/invoice/invoice.js';
import { attachmentsOf } from '../../domain/reading/attachments.js';
import { readInvoice } from '../../domain/reading/read-invoice.js';
import type { ParsedDocument } from '../../domain/validation/examine-document.js';
import { headBytes } from '../../pipeline/viewable-kind.js';
import { isInvoice, type OpenedFile } from './examine-file.js';
import { fileKindOf } from './file-kind.js';
import type { OpeningOrder } from './opening-order.js';

/** A file embedded in a PDF with its bytes. */
interface UnpackedFile extends OpenedFile {
  readonly bytes: Uint8Array | null;
}

/** The adapters that open files; the composition root hands them in, because adapters do not know each other. */
export interface OpeningTools {
  readonly parseXml: (bytes: Uint8Array) => ParsedDocument | Promise<ParsedDocument>;
  readonly readPdf: (
    bytes: Uint8Array,
  ) => Promise<{ readonly ok: true; readonly files: readonly UnpackedFile[] } | { readonly ok: false }>;
  /** The lines of an XML file as findings count them. */
  readonly sourceLines: (xml: Uint8Array) => object | null;
}

/** Does what the order says; the answer is JSON. */
export type FileOpener = (bytes: Uint8Array, fileName: string, order: OpeningOrder) => Promise<unknown>;

/** A document with what lies in it, in the order in which its report names the attachments. */
interface OpenedDocument {
  readonly xml: Uint8Array | null;
  readonly contained: readonly { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }[];
}

/** Opens documents that were judged before, in the same process and within the same limits as judging them. */
export function createFileOpener(tools: OpeningTools): FileOpener {
  return async (bytes, fileName, order) => {
    const document = await openDocument(tools, bytes, fileName, order.embeddedSha256);
    if (order.kind === 'source') return document.xml && tools.sourceLines(document.xml);
    if (order.kind === 'contained') return document.contained.map(listed);
    const wanted = document.contained[order.index];
    return wanted ? { base64: base64Of(wanted.bytes) } : null;
  };
}

const listed = ({ name, mediaType, bytes }: OpenedDocument['contained'][number]) => ({
  name,
  mediaType,
  sizeBytes: bytes.byteLength,
  head: base64Of(bytes.subarray(0, headBytes)),
});

async function openDocument(
  tools: OpeningTools,
  bytes: Uint8Array,
  fileName: string,
  embeddedSha256: string | null,
): Promise<OpenedDocument> {
  const kind = fileKindOf(bytes, fileName);
  if (kind === 'xml') return { xml: bytes, contained: await attached(tools, bytes) };
  if (kind !== 'pdf') return { xml: null, contained: [] };
  const pdf = await tools.readPdf(bytes);
  if (!pdf.ok) return { xml: null, contained: [] };
  const invoice = pdf.files.find(({ xml }) => xml !== null && sha256Of(xml) === embeddedSha256)?.xml ?? null;
  const others: UnpackedFile[] = [];
  for (const file of pdf.files) {
    const parsed = file.xml && (await tools.parseXml(file.xml));
    if (!parsed || !isInvoice(file.name, parsed)) others.push(file);
  }
  const besides = others.map(({ name, mediaType, bytes: own }) => ({ name, mediaType, bytes: own ?? nothing }));
  return { xml: invoice, contained: [...(invoice ? await attached(tools, invoice) : []), ...besides] };
}

/** The supporting documents (BG-24) in an XML, by their places in its bytes. */
async function attached(tools: OpeningTools, xml: Uint8Array): Promise<OpenedDocument['contained']> {
  const parsed = await tools.parseXml(xml);
  const invoice = parsed.ok ? readInvoice(parsed.root).invoice : null;
  if (!invoice) return [];
  const contents = contentsOf(invoice, xml);
  return attachmentsOf(invoice).map(({ name, mediaType }, index) => ({
    ...{ name, mediaType },
    bytes: contents[index] ?? nothing,
  }));
}

const contentsOf = (invoice: Invoice, xml: Uint8Array): readonly Uint8Array[] =>
  (invoice.supportingDocuments ?? []).flatMap(({ attachment }) => {
    if (attachment === undefined) return [];
    const { base64At, base64 = '' } = attachment;
    const text = base64At ? asBuffer(xml).toString('latin1', base64At.start, base64At.end) : base64;
    return [Buffer.from(text, 'base64')];
  });

const nothing = new Uint8Array();

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const base64Of = (bytes: Uint8Array): string => asBuffer(bytes).toString('base64');

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
