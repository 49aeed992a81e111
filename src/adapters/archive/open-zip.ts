import { fromBuffer, getFileNameLowLevel, type Entry, type ZipFile } from 'yauzl';
import { noPlace, type LooseItem, type OpenedContainer, type Room } from '../../domain/mail/piece.js';
import type { PartReason } from '../../domain/mail/part-reasons.js';
import { archiveLimits } from './archive-limits.js';

/**
 * Unpacks a ZIP archive. The directory is judged as a whole before anything is unpacked: encryption, sizes, ratio, number.
 * Office documents and programs that are archives by their form are told by their entries. Never throws on content.
 */
export async function openZip(bytes: Uint8Array, room: Room): Promise<OpenedContainer> {
  let zip: ZipFile | null = null;
  try {
    zip = await open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (zip.entryCount > archiveLimits.entries) return { ok: false, reason: 'tooManyParts' };
    const entries = await entriesOf(zip);
    const document = documentKind(entries.map(({ name }) => name));
    if (document !== null) return { ok: 'isDocument', kind: document };
    const files = entries.filter(({ name }) => !name.endsWith('/'));
    const refusal = refusalOf(files, room);
    if (refusal !== null) return { ok: false, reason: refusal };
    const items: LooseItem[] = [];
    for (const file of files) items.push(await unpack(zip, file));
    return { ok: true, items };
  } catch {
    return { ok: false, reason: 'damagedArchive' };
  } finally {
    zip?.close();
  }
}

interface NamedEntry {
  readonly entry: Entry;
  readonly name: string;
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    // Names are decoded here: yauzl refuses the whole archive for one that leads out of it, and none is ever a path here.
    fromBuffer(bytes, { lazyEntries: true, decodeStrings: false, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(error);
      else resolve(zip);
    });
  });
}

function entriesOf(zip: ZipFile): Promise<readonly NamedEntry[]> {
  return new Promise((resolve, reject) => {
    const entries: NamedEntry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push({ entry, name: nameOf(entry) });
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });
}

const nameOf = (entry: Entry): string =>
  getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);

/** Open Packaging Conventions, OpenDocument, Java; macros make a program of an office document. */
function documentKind(names: readonly string[]): 'office' | 'program' | null {
  if (names.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name))) return 'program';
  if (names.includes('META-INF/MANIFEST.MF') || names.includes('AndroidManifest.xml')) return 'program';
  return names.includes('[Content_Types].xml') || names[0] === 'mimetype' ? 'office' : null;
}

function refusalOf(files: readonly NamedEntry[], room: Room): PartReason | null {
  if (files.some(({ entry }) => entry.isEncrypted())) return 'encryptedArchive';
  if (files.length > room.parts) return 'tooManyParts';
  const total = sumOf(files, 'uncompressedSize');
  // Taken as a whole too: many entries that are small enough by themselves are as much of a bomb.
  if (isBomb({ uncompressedSize: total, compressedSize: sumOf(files, 'compressedSize') })) return 'archiveBomb';
  if (files.some(({ entry }) => isBomb(entry))) return 'archiveBomb';
  return total > room.totalBytes || files.some(({ entry }) => entry.uncompressedSize > room.partBytes)
    ? 'tooLarge'
    : null;
}

const sumOf = (files: readonly NamedEntry[], size: keyof Sizes): number =>
  files.reduce((sum, { entry }) => sum + entry[size], 0);

type Sizes = Pick<Entry, 'uncompressedSize' | 'compressedSize'>;

const isBomb = ({ uncompressedSize, compressedSize }: Sizes): boolean =>
  uncompressedSize > archiveLimits.harmlessBytes && uncompressedSize > compressedSize * archiveLimits.ratio;

/** What archive programs of other systems add. */
const auxiliary = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

async function unpack(zip: ZipFile, { entry, name }: NamedEntry): Promise<LooseItem> {
  const traits = { name, mediaType: '', place: noPlace };
  if (auxiliary.test(name)) return { ...traits, bytes: new Uint8Array(), refusal: 'systemFile' };
  try {
    return { ...traits, bytes: await contentOf(zip, entry), refusal: null };
  } catch {
    return { ...traits, bytes: new Uint8Array(), refusal: 'unreadable' };
  }
}

/** The stream ends with an error as soon as it yields more than the directory says. */
function contentOf(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => resolve(Buffer.concat(pieces)));
      stream.on('error', reject);
    });
  });
}
