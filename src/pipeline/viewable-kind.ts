/** What a browser may show, by the bytes: what a name or a sender calls it counts for nothing. */
export type ViewableKind = 'pdf' | 'image' | 'text';

/** Bytes that are looked at to tell what a file is. */
export const headBytes = 4096;

/** The exact media types under which a file may be shown; everything else goes out as bytes that mean nothing. */
export type ViewableType = 'application/pdf' | 'image/png' | 'image/jpeg' | 'text/plain; charset=utf-8';

const beginsWith = (head: Uint8Array, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, at) => head[at] === byte);

/** @param head the first bytes of a file, `headBytes` of them or all. */
export function viewableTypeOf(head: Uint8Array): ViewableType | null {
  if (beginsWith(head, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  if (beginsWith(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (beginsWith(head, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  return isPlainText(head) ? 'text/plain; charset=utf-8' : null;
}

const kinds: Readonly<Record<ViewableType, ViewableKind>> = {
  'application/pdf': 'pdf',
  'image/png': 'image',
  'image/jpeg': 'image',
  'text/plain; charset=utf-8': 'text',
};

export const viewableKindOf = (head: Uint8Array): ViewableKind | null => {
  const type = viewableTypeOf(head);
  return type && kinds[type];
};

/** UTF-8 without control characters, and nothing that any program would take for markup. */
function isPlainText(head: Uint8Array): boolean {
  if (head.byteLength === 0) return false;
  try {
    // A character that the end of the head cuts in two is no fault.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: head.byteLength >= headBytes });
    return !/[\p{Cc}]/u.test(text.replace(/[\t\n\r\f]/g, '')) && !text.trimStart().startsWith('<');
  } catch {
    return false;
  }
}
