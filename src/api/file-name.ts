/**
 * A sender's file name as it may be shown and stored: what cannot be printed, what turns the reading direction and what
 * separates paths becomes `_`. It stays a label; nothing is ever opened under it.
 */
export function printableFileName(given: string | undefined, position: number): string {
  const printable = (given ?? '').replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}/\\]/gu, '_').trim();
  return printable === '' ? `datei-${String(position)}` : printable;
}

/** A media type as sent, or the one that promises nothing. It is a label too; the bytes decide. */
export const usableMediaType = (given: string): string =>
  /^[a-z0-9][a-z0-9!#$&^_.+-]{0,62}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}$/i.test(given)
    ? given.toLowerCase()
    : 'application/octet-stream';
