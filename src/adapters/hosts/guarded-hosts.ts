import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { Hosts, type HostAnswer, type HostUse } from '../../pipeline/ports/hosts.js';
import { familyOf, isForbiddenRange, plainAddress } from './forbidden-ranges.js';

/** A server that the installation allows: a name, an address or a range (CIDR), at one port or at those of its use. */
export interface AllowedHost {
  /** Lower case. */
  readonly host: string;
  readonly port: number | null;
}

/** Every address of a name. @throws whatever the resolver throws. */
export type Resolve = (host: string) => Promise<readonly string[]>;

const ports: Readonly<Record<HostUse, readonly number[]>> = { mail: [25, 143, 465, 587, 993], https: [443] };

const bySystem: Resolve = async (host) => (await lookup(host, { all: true })).map(({ address }) => address);

/**
 * Lets connections out to public addresses at the ports of their use only. What lies in the house (loopback, private ranges,
 * this machine's own addresses) is reached only where the installation lists it.
 */
export class GuardedHosts extends Hosts {
  constructor(
    private readonly allowed: readonly AllowedHost[],
    private readonly resolve: Resolve = bySystem,
  ) {
    super();
  }

  async find(host: string, port: number, use: HostUse): Promise<HostAnswer> {
    const name = host.replace(/^\[|\]$/g, '').toLowerCase();
    const isUsual = ports[use].includes(port);
    const opened = this.allowed.filter((one) => (one.port === null ? isUsual : one.port === port));
    if (!isUsual && opened.length === 0) return { kind: 'refused', because: 'portForbidden' };
    const addresses = isIP(name) > 0 ? [name] : await this.resolve(name).catch(() => []);
    if (addresses.length === 0) return { kind: 'refused', because: 'hostUnknown' };
    const listed = (address: string) => opened.some((one) => fits(one.host, name, plainAddress(address)));
    const address =
      addresses.find(listed) ??
      (isUsual ? addresses.find((one) => !isForbiddenRange(one) && !isOwn(plainAddress(one))) : undefined);
    if (address !== undefined) return { kind: 'place', address, servername: isIP(name) > 0 ? null : name };
    return { kind: 'refused', because: isUsual ? 'hostForbidden' : 'portForbidden' };
  }
}

/** Whether an entry of the list names this host or a range with its address. */
function fits(entry: string, name: string, address: string): boolean {
  const [network = '', prefix] = entry.split('/');
  if (isIP(network) === 0) return entry === name;
  const range = new BlockList();
  range.addSubnet(network, Number(prefix ?? (isIP(network) === 6 ? 128 : 32)), familyOf(network));
  return familyOf(network) === familyOf(address) && range.check(address, familyOf(address));
}

/** A public address of this machine leads to services that only trust this machine. */
const isOwn = (address: string): boolean =>
  Object.values(networkInterfaces()).some((of) => of?.some((one) => plainAddress(one.address) === address));
