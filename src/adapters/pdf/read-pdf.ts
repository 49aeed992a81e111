import type { PDFDict, PDFDocument as Document, PDFStream as Stream } from '@cantoo/pdf-lib';
import { hasTrueCrossReference, untilEndMark } from './damaged-lengths.js';
import { decodePDFRawStream, ParseSpeeds, PDFDocument, PDFName, PDFRawStream, PDFStream } from './pdf-lib.js';
import { listFileSpecifications, type FileSpecification } from './file-specifications.js';
import { measureObjectStreams } from './object-streams.js';
import { pdfLimits, type PdfLimits } from './pdf-limits.js';

/** Why nothing can be said about a PDF's embedded files. */
export type PdfRefusal =
  'pdfEncrypted' | 'pdfDamaged' | 'pdfUnpacksTooLarge' | 'pdfTooManyFiles' | 'pdfEmbeddedFileTooLarge';

export interface EmbeddedFile {
  /** The file name alone, at most 255 bytes; made by the sender, to be shown and never opened. */
  readonly name: string;
  /** As the PDF says; '' if it says nothing. */
  readonly mediaType: string;
  /** AFRelationship (ISO 32000-2, 14.13): Alternative, Data, Source, Supplement; null if none. */
  readonly relationship: string | null;
  /** The unpacked bytes of a file that may be XML by name or media type; null for any other, which is not unpacked. */
  readonly xml: Uint8Array | null;
  /** The unpacked bytes of every file where they were asked for, and of XML. */
  readonly bytes: Uint8Array | null;
}

export type PdfContents =
  | {
      readonly ok: true;
      readonly files: readonly EmbeddedFile[];
      /** fx:ConformanceLevel of the XMP metadata (Factur-X 1.0, ZUGFeRD 1 and 2): what the PDF claims, unchecked. */
      readonly conformanceLevel: string | null;
      /** The file has no end mark: it was cut off or something was added, and files may be missing. */
      readonly cutOff: boolean;
    }
  | { readonly ok: false; readonly reason: PdfRefusal };

/**
 * Lists the files embedded in a PDF (EmbeddedFiles and AF). Never throws on content; answers a reason instead.
 * @param unpacking whether files that are no XML are unpacked too.
 */
export async function readPdf(
  bytes: Uint8Array,
  limits: PdfLimits = pdfLimits,
  unpacking: 'xml' | 'everything' = 'xml',
): Promise<PdfContents> {
  const measured = measureObjectStreams(bytes, limits.objectStreamBytes);
  if (measured === 'tooLarge') return { ok: false, reason: 'pdfUnpacksTooLarge' };
  try {
    const document = await PDFDocument.load(bytes, {
      updateMetadata: false,
      password: '',
      parseSpeed: ParseSpeeds.Fastest,
      throwOnInvalidObject: false,
    });
    return contentsOf(document, asBuffer(bytes), limits, unpacking);
  } catch (error) {
    if (error instanceof LimitExceeded) return { ok: false, reason: error.reason };
    return { ok: false, reason: saysEncrypted(bytes) ? 'pdfEncrypted' : 'pdfDamaged' };
  }
}

class LimitExceeded extends Error {
  constructor(readonly reason: PdfRefusal) {
    super(reason);
  }
}

function contentsOf(document: Document, file: Buffer, limits: PdfLimits, unpacking: 'xml' | 'everything'): PdfContents {
  const specifications = listFileSpecifications(document.catalog, limits);
  if (specifications.length > limits.files) return { ok: false, reason: 'pdfTooManyFiles' };
  const trustLengths = hasTrueCrossReference(file);
  let left = limits.totalBytes;
  const files = specifications.map((specification) => {
    const { name, mediaType, relationship, stream } = specification;
    const isXml = mayBeXml(specification);
    if (!isXml && unpacking === 'xml') return { name, mediaType, relationship, xml: null, bytes: null };
    const unpacked = unpack(stream, Math.min(left, limits.embeddedBytes));
    const whole = trustLengths || isPacked(stream) ? unpacked : untilEndMark(unpacked, file);
    left -= whole.byteLength;
    return { name, mediaType, relationship, xml: isXml ? whole : null, bytes: whole };
  });
  return { ok: true, files, conformanceLevel: conformanceLevelOf(document.catalog), cutOff: isCutOff(file) };
}

function mayBeXml({ name, mediaType }: FileSpecification): boolean {
  return /\.xml$/i.test(name) || /[/+]xml\b/i.test(mediaType);
}

function isPacked(stream: Stream): boolean {
  return stream.dict.has(PDFName.of('Filter'));
}

const chunkBytes = 64 * 1024;

/** Unpacks piece by piece, so that a bomb is noticed at the limit and not at its end. */
function unpack(stream: Stream, limit: number): Uint8Array {
  const chunks = [...unpackedChunks(stream, limit)];
  return new Uint8Array(Buffer.concat(chunks));
}

function* unpackedChunks(stream: Stream, limit: number): Generator<Uint8Array> {
  if (!(stream instanceof PDFRawStream)) {
    yield stream.getContents();
    return;
  }
  const source = decodePDFRawStream(stream);
  let total = 0;
  for (;;) {
    const chunk = source.getBytes(chunkBytes);
    if (chunk.length === 0) return;
    total += chunk.length;
    if (total > limit) throw new LimitExceeded('pdfEmbeddedFileTooLarge');
    yield Uint8Array.from(chunk);
  }
}

const metadataBytes = 1024 * 1024;

/** The metadata is a hint for people: where it cannot be read, nothing is lost. */
function conformanceLevelOf(catalog: PDFDict): string | null {
  try {
    const metadata = catalog.lookup(PDFName.of('Metadata'));
    if (!(metadata instanceof PDFStream)) return null;
    const text = Buffer.from(unpack(metadata, metadataBytes)).toString('utf8');
    const level = /:ConformanceLevel(?:>|\s{0,9}=\s{0,9}["'])\s{0,99}([^\s<"'][^<"']{0,99})[<"']/.exec(text);
    return level?.[1]?.trimEnd() ?? null;
  } catch {
    return null;
  }
}

function saysEncrypted(bytes: Uint8Array): boolean {
  return asBuffer(bytes).includes('/Encrypt');
}

function isCutOff(file: Buffer): boolean {
  return !file.includes('%%EOF', Math.max(0, file.byteLength - 2048));
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
