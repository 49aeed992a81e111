import type { Limits } from '../pipeline/limits.js';

/** What the doors of HTTP need to know of the installation. */
export class ApiSettings {
  /** The address that people and machines see; known at the latest once the port is open. Without a slash at the end. */
  publicUrl: string;
  /** Cookies go over TLS only. */
  readonly secure: boolean;

  constructor(
    publicUrl: string | undefined,
    readonly limits: Limits,
    /** Addresses and ranges that are believed when they tell whom they speak for, as Express takes them. */
    readonly trustedProxies: readonly string[],
  ) {
    this.publicUrl = publicUrl ?? '';
    this.secure = publicUrl?.startsWith('https:') ?? false;
  }

  /** With the prefix, browsers refuse a cookie of this name from any other host or path (RFC 6265bis, 4.1.3.2). */
  get cookieName(): string {
    return this.secure ? '__Host-eingang' : 'eingang';
  }
}
