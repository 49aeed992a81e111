/** What a file is, by its bytes. `unknown` holds scans, office files, archives and everything else. */
export type FileKind = 'pdf' | 'xml' | 'empty' | 'unknown';

/**
 * @param fileName as the sender gave it. It decides nothing but this: text that is called `.xml` and does not look
 *   like it goes through the XML gate all the same, because "not well-formed, here" says more than "unknown".
 */
export function fileKindOf(bytes: Uint8Array, fileName: string): FileKind {
  if (bytes.byteLength === 0) return 'empty';
  if (beginsWithMarkup(bytes)) return 'xml';
  if (hasPdfHeader(bytes)) return 'pdf';
  return /\.xml$/i.test(fileName) ? 'xml' : 'unknown';
}

/** White space, byte order marks and the zero bytes of UTF-16 and UTF-32 may stand before the first `<`. */
const beforeMarkup: ReadonlySet<number> = new Set([0x00, 0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf, 0xfe, 0xff]);
const lessThan = 0x3c;
/** `<?xm` in EBCDIC (XML 1.0, appendix F). */
const ebcdicDeclaration = [0x4c, 0x6f, 0xa7, 0x94];
/** Readers of PDF have always looked for the header in the first 1,024 bytes (ISO 32000-1, annex H.3.4.1). */
const pdfHeaderBytes = 1024;

function beginsWithMarkup(bytes: Uint8Array): boolean {
  if (ebcdicDeclaration.every((byte, at) => bytes[at] === byte)) return true;
  return bytes.find((byte) => !beforeMarkup.has(byte)) === lessThan;
}

function hasPdfHeader(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, pdfHeaderBytes);
  return Buffer.from(head.buffer, head.byteOffset, head.byteLength).includes('%PDF-');
}
