/**
 * Keeps what must be read again and never shown, such as a mailbox's password. `place` says where the sealed bytes lie:
 * sealed for one place, they cannot be opened at another.
 */
export abstract class Secrets {
  abstract seal(place: string, text: string): Uint8Array;
  /** null: sealed for another place or under another key, or changed since. */
  abstract open(place: string, sealed: Uint8Array): string | null;
}
