/** Bytes of a part's body, or that they cannot be had. */
export type DecodedBody = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false };

/** Undoes a Content-Transfer-Encoding (RFC 2045, section 6); an unknown one cannot be undone. */
export function decodeBody(encoded: Buffer, encoding: string): DecodedBody {
  const decode = decoders[encoding.replace(/^"(.*)"$/, '$1')];
  return decode === undefined ? { ok: false } : decode(encoded);
}

const asItIs = (bytes: Buffer): DecodedBody => ({ ok: true, bytes });

const decoders: Readonly<Record<string, (encoded: Buffer) => DecodedBody>> = {
  '': asItIs,
  '7bit': asItIs,
  '8bit': asItIs,
  '7-bit': asItIs,
  '8-bit': asItIs,
  binary: asItIs,
  base64: decodeBase64,
  'quoted-printable': decodeQuotedPrintable,
};

/** More than this share of foreign characters is no base64 at all; less is what mail programs and lists add. */
const foreignShare = 0.05;

/** Stops at the end that padding marks: mailing lists write their footer behind it. */
function decodeBase64(encoded: Buffer): DecodedBody {
  const text = encoded.toString('latin1').replace(/[ \t\r\n]+/g, '');
  const padding = /={1,2}/.exec(text);
  const told = padding === null ? text : text.slice(0, padding.index);
  const digits = told.replace(/[^A-Za-z0-9+/]+/g, '');
  if (told.length - digits.length > told.length * foreignShare) return { ok: false };
  if (told.length === 0 && text.length > 0) return { ok: false };
  return { ok: true, bytes: Buffer.from(digits, 'base64') };
}

const equals = 0x3d;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Tolerant: an equals sign that begins no code stays what it is (RFC 2045, section 6.7, note). */
function decodeQuotedPrintable(encoded: Buffer): DecodedBody {
  const bytes = Buffer.alloc(encoded.byteLength);
  let written = 0;
  for (let at = 0; at < encoded.byteLength; at += 1) {
    const byte = encoded[at] ?? 0;
    const code = byte === equals ? codeAt(encoded, at + 1) : null;
    if (code !== null) {
      bytes[written++] = code;
      at += 2;
    } else if (byte === equals && softBreakAt(encoded, at + 1) > 0) at += softBreakAt(encoded, at + 1);
    else bytes[written++] = byte;
  }
  return { ok: true, bytes: bytes.subarray(0, written) };
}

function codeAt(encoded: Buffer, at: number): number | null {
  const digits = encoded.toString('latin1', at, at + 2);
  return /^[0-9A-Fa-f]{2}$/.test(digits) ? Number.parseInt(digits, 16) : null;
}

/** Length of a line end that an equals sign takes away; blanks may stand before it. 0 where there is none. */
function softBreakAt(encoded: Buffer, from: number): number {
  let at = from;
  while (encoded[at] === 0x20 || encoded[at] === 0x09) at += 1;
  if (encoded[at] === carriageReturn) at += 1;
  return encoded[at] === lineFeed ? at + 1 - from : 0;
}
