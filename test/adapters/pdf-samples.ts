import { PDFDocument } from '@cantoo/pdf-lib';
import { constants, deflateRawSync } from 'node:zlib';

/** A ZUGFeRD-like PDF with these files embedded, in the name tree and in AF, as pdf-lib writes them. */
export async function pdfWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  return (await documentWith(files)).save();
}

export async function encryptedPdfWith(
  files: Readonly<Record<string, string>>,
  passwords: { readonly userPassword?: string; readonly ownerPassword: string },
): Promise<Uint8Array> {
  const document = await documentWith(files);
  document.encrypt(passwords);
  return document.save();
}

async function documentWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<PDFDocument> {
  const document = await PDFDocument.create();
  document.addPage();
  for (const [name, content] of Object.entries(files)) {
    await document.attach(Buffer.from(content), name, { mimeType: name.endsWith('.xml') ? 'text/xml' : 'image/png' });
  }
  return document;
}

/** A PDF of these objects (numbered from 1, the first is the catalog) with a true cross-reference table. */
export function rawPdf(objects: readonly (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = 9;
  const add = (part: Buffer): void => {
    parts.push(part);
    length += part.byteLength;
  };
  for (const [at, object] of objects.entries()) {
    offsets.push(length);
    add(Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]));
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}`;
  const start = length;
  add(Buffer.from(`${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** A stream object; `entries` are further entries of its dictionary. */
export function stream(content: string | Uint8Array, entries = ''): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([
    Buffer.from(`<< /Length ${bytes.byteLength} ${entries} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

/** A zlib stream of zeros that unpacks to about that many mebibytes; making it costs one block of 32. */
export function packedZeros(mebibytes: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(32 * 1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH });
  const blocks = Array.from({ length: Math.ceil(mebibytes / 32) }, () => block);
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...blocks, Buffer.from([0x03, 0x00])]);
}

/** A PDF whose bookkeeping unpacks to that size, its type written so that a search by name does not find it. */
export function hiddenBomb(mebibytes: number): Buffer {
  return rawPdf([
    '<< /Type /Catalog >>',
    stream(packedZeros(mebibytes), '/Type /Obj#53tm /N 1 /First 4 /Filter /FlateDecode'),
  ]);
}

/** A PDF of one name as long as a book: it is taken letter by letter, so that it keeps a reader for many seconds. */
export function slowPdf(): Buffer {
  return Buffer.from(`%PDF-1.7\n1 0 obj /${'a'.repeat(30_000_000)}`);
}
