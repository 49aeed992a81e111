import { constants, inflateSync } from 'node:zlib';

/**
 * Object streams (ISO 32000-2, 7.5.7) are unpacked while a PDF is loaded, all of them and without a limit, so their
 * size is measured before. This looks for them the simple way, by name; one that hides itself from here meets the
 * limits of the process that reads it.
 */
export function measureObjectStreams(bytes: Uint8Array, limit: number): 'withinLimit' | 'tooLarge' {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = limit;
  for (const start of objectStreamStarts(file)) {
    const size = unpackedSize(file.subarray(start), left);
    if (size === null) return 'tooLarge';
    left -= size;
  }
  return 'withinLimit';
}

/** How far behind its type the content of an object stream begins, at most. */
const dictionaryBytes = 4096;

function* objectStreamStarts(file: Buffer): Generator<number> {
  for (const type of ['/ObjStm', '/XRef']) {
    for (let at = file.indexOf(type); at >= 0; at = file.indexOf(type, at + 1)) {
      const keyword = file.subarray(at, at + dictionaryBytes).indexOf('stream');
      if (keyword >= 0) yield firstContentByte(file, at + keyword + 'stream'.length);
    }
  }
}

function firstContentByte(file: Buffer, afterKeyword: number): number {
  let at = afterKeyword;
  if (file[at] === 0x0d) at += 1;
  if (file[at] === 0x0a) at += 1;
  return at;
}

/** Size in bytes; null beyond the limit; 0 for what does not unpack, which the PDF reader judges. */
function unpackedSize(packed: Buffer, limit: number): number | null {
  try {
    const options = { maxOutputLength: Math.max(limit, 1), finishFlush: constants.Z_SYNC_FLUSH };
    return inflateSync(packed, options).byteLength;
  } catch (error) {
    return isTooLarge(error) ? null : 0;
  }
}

function isTooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
