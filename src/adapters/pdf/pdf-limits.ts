/** The limits within which a PDF is opened. What lies beyond is refused with a code, never a crash (invariant 12). */
export interface PdfLimits {
  /** Embedded files looked at, as many as a delivery may have parts. */
  readonly files: number;
  /** One embedded XML file, unpacked, in bytes: no more than a file that comes alone. */
  readonly embeddedBytes: number;
  /** All embedded XML files together, unpacked, in bytes. */
  readonly totalBytes: number;
  /** All object streams together, unpacked, in bytes: they hold the PDF's own bookkeeping, not its pictures. */
  readonly objectStreamBytes: number;
  /** Depth of the name tree of embedded files. */
  readonly treeDepth: number;
}

const mebibyte = 1024 * 1024;

export const pdfLimits: PdfLimits = {
  files: 200,
  embeddedBytes: 25 * mebibyte,
  totalBytes: 50 * mebibyte,
  objectStreamBytes: 64 * mebibyte,
  treeDepth: 20,
};
