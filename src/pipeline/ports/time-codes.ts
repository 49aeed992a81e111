/** One-time passwords by time (RFC 6238), as authenticator apps show them. */
export abstract class TimeCodes {
  /** A new key, as people would type it into an app (RFC 4648, base32). */
  abstract newSecret(): string;
  /** The key in the form that apps take from a QR code (`otpauth://`). */
  abstract address(secret: string, named: { readonly issuer: string; readonly account: string }): string;
  /** The step of time to which the code belongs: this one, the one before or the one after; null: to none of them. */
  abstract stepOf(secret: string, code: string, at: Date): number | null;
}
