/** Where a server is to be connected to; only there has somebody looked whether it may be. */
export interface HostPlace {
  readonly kind: 'place';
  readonly address: string;
  /** What the certificate must be for; null: `address`. */
  readonly servername: string | null;
}

export type HostAnswer =
  HostPlace | { readonly kind: 'refused'; readonly because: 'hostForbidden' | 'portForbidden' | 'hostUnknown' };

/** Ports of mail (RFC 8314 and before) and of HTTPS, for the servers that renew access tokens. */
export type HostUse = 'mail' | 'https';

/**
 * Which servers the settings of a tenant may lead this service to. A tenant's administrator may name any: without a look, the
 * service would open doors to its own network for them.
 */
export abstract class Hosts {
  /** To be asked before each connection: a name may lead elsewhere by then. Never rejects. */
  abstract find(host: string, port: number, use: HostUse): Promise<HostAnswer>;
}
