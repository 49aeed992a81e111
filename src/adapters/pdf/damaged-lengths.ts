/**
 * Whether the file's last cross-reference offset points at a cross-reference (ISO 32000-2, 7.5.4, 7.5.5 and 7.5.8).
 * Where it does not, somebody changed the file with a text editor, and the lengths in it are no more to be trusted
 * than the offsets.
 */
export function hasTrueCrossReference(file: Buffer): boolean {
  const at = file.lastIndexOf('startxref');
  if (at < 0) return false;
  const offset = /^startxref\s+(\d{1,10})/.exec(file.toString('latin1', at, at + 40))?.[1];
  if (offset === undefined) return false;
  const target = file.toString('latin1', Number(offset), Number(offset) + 30);
  return /^\s*(?:xref\b|\d+\s+\d+\s+obj\b)/.test(target);
}

/** An unpacked stream of such a file reaches up to its end mark, whatever its length entry says. */
export function untilEndMark(content: Uint8Array, file: Buffer): Uint8Array {
  const start = file.indexOf(content);
  const end = start < 0 ? -1 : file.indexOf('endstream', start + content.byteLength);
  return end < 0 ? content : file.subarray(start, end);
}
