/** Ids and secrets, so that nothing else asks the machine for randomness. */
export abstract class Ids {
  /** A UUID version 7: unique, and in the order of its making. */
  abstract next(): string;
  /** A secret of 256 bits, base64url. */
  abstract secret(): string;
}
