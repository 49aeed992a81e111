export type CsvEncoding = 'utf-8' | 'windows-1252';

/** 0x80 to 0x9F of windows-1252; the five places it leaves open are U+FFFD, which no name may hold. */
const UPPER_CONTROLS = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

/**
 * The text of a file that a spreadsheet or an older mail program has written: UTF-8, with or without its mark, or else windows-1252, which older
 * German Excel writes. Bytes beyond ASCII that are valid UTF-8 are practically never meant as anything else.
 */
export function csvText(bytes: Uint8Array): { readonly encoding: CsvEncoding; readonly text: string } {
  try {
    return { encoding: 'utf-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { encoding: 'windows-1252', text: Array.from(bytes, characterOf).join('') };
  }
}

/** Not by TextDecoder, which in Node 20 takes windows-1252 for ISO-8859-1. */
const characterOf = (byte: number): string =>
  byte < 0x80 || byte > 0x9f ? String.fromCharCode(byte) : (UPPER_CONTROLS[byte - 0x80] ?? '\ufffd');
