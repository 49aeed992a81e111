import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { setTimeout } from 'node:timers/promises';
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

/** Bounds on a look-up: the system's own resolver may take half a minute, and a name may lead anywhere. */
const lookUpLimits = { wholeMs: 5_000, addresses: 4 } as const;

const bySystem: Resolve = async (host) => (await lookup(host, { all: true })).map(({ address }) => address);

/**
 * Lets connections out to public addresses at the ports of their use only. What lies in the house (loopback, private ranges,
 * this machine's own addresses) is reached only where the installation lists it.
 */
export class GuardedHosts extends Hosts {
  constructor(
    private readonly allowed: readonly AllowedHost[],
    private readonly resolve: Resolve = bySystem,
    private readonly lookUpMs: number = lookUpLimits.wholeMs,
  ) {
    super();
  }

  async find(host: string, port: number, use: HostUse): Promise<HostAnswer> {
    const name = host.replace(/^\[|\]$/g, '').toLowerCase();
    const isUsual = ports[use].includes(port);
    const opened = this.allowed.filter((one) => (one.port === null ? isUsual : one.port === port));
    if (!isUsual && opened.length === 0) return { kind: 'refused', because: 'portForbidden' };
    const addresses = isIP(name) > 0 ? [name] : await this.lookUp(name);
    if (addresses.length === 0) return { kind: 'refused', because: 'hostUnknown' };
    const isListed = (address: string) => opened.some((one) => fits(one.host, name, plainAddress(address)));
    const isOpen = (one: string) => isUsual && !isForbiddenRange(one) && !isOwn(plainAddress(one));
    const [listed, open] = [addresses.filter(isListed), addresses.filter((one) => !isListed(one) && isOpen(one))];
    const [address, ...others] = [...listed, ...open].slice(0, lookUpLimits.addresses);
    if (address !== undefined) return { kind: 'place', address, others, servername: isIP(name) > 0 ? null : name };
    return { kind: 'refused', because: isUsual ? 'hostForbidden' : 'portForbidden' };
  }

  /** Nobody waits for a resolver longer than this; who does not answer in time is not known now. */
  private async lookUp(name: string): Promise<readonly string[]> {
    const over = new AbortController();
    const late = setTimeout(this.lookUpMs, [], { signal: over.signal, ref: false }).catch(() => []);
    try {
      return await Promise.race([this.resolve(name), late]);
    } catch {
      return [];
    } finally {
      over.abort();
    }
  }
}

/** Whether an entry of the list names this host or a range with its address. */
function fits(entry: string, name: string, address: string): boolean {
  const range = rangeOf(entry);
  if (range === null) return entry === name;
  const { network, prefix } = range;
  // Wider than all that is mapped (::ffff:0.0.0.0/90) it would open this machine's own ::1 too: it opens nothing.
  if (prefix < 0) return false;
  const family = familyOf(network);
  const list = new BlockList();
  list.addSubnet(network, prefix, family);
  return family === familyOf(address) && list.check(address, family);
}

const bits = { ipv4: 32, ipv6: 128 } as const;

/** null: the entry is a name. An IPv4 range in IPv6's clothes (::ffff:10.0.0.0/104) means what it holds, as addresses do. */
function rangeOf(entry: string): { readonly network: string; readonly prefix: number } | null {
  const [written = '', length] = entry.split('/');
  if (isIP(written) === 0) return null;
  const network = plainAddress(written);
  const [before, after] = [bits[familyOf(written)], bits[familyOf(network)]];
  const prefix = (length === undefined ? before : Number(length)) - (before - after);
  return { network, prefix };
}

/** A public address of this machine leads to services that only trust this machine. */
const isOwn = (address: string): boolean =>
  Object.values(networkInterfaces()).some((of) => of?.some((one) => plainAddress(one.address) === address));
