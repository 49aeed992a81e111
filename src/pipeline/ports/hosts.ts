/** Where a server is to be connected to; only there has somebody looked whether it may be. */
export interface HostPlace {
  readonly kind: 'place';
  readonly address: string;
  /** Where it can be had too, if nobody answers there. */
  readonly others: readonly string[];
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

/**
 * Does something at the address of a place, and where that cannot be connected to at its others, one after the other.
 * @param isUnreached whether a failure says that nothing was reached, so that nothing has been done there.
 */
export async function atAnyAddress<T>(
  { address, others }: HostPlace,
  attempt: (address: string) => Promise<T>,
  isUnreached: (error: unknown) => boolean,
): Promise<T> {
  try {
    return await attempt(address);
  } catch (error) {
    const [next, ...rest] = others;
    if (next === undefined || !isUnreached(error)) throw error;
    return atAnyAddress({ kind: 'place', address: next, others: rest, servername: null }, attempt, isUnreached);
  }
}

/** Whether a failure of HTTP says that nobody listened there, so that nothing has been shown to anybody. */
export const nobodyListened = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL'].includes(String(error.code));
