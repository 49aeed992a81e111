import { BlockList, isIP } from 'node:net';

/**
 * Addresses that are not the public internet's (IANA's registries of special-purpose addresses), or that carry an IPv4 address
 * in themselves and could lead to one of those.
 */
const ranges: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
  // Everything below 2000::/3 and above: unspecified, loopback, translated, unique local, link-local, multicast.
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2002::', 16],
];

/** A list for each family: a range of IPv6 that holds the mapped addresses would hold every IPv4 address for Node. */
const forbidden = { ipv4: new BlockList(), ipv6: new BlockList() } as const;
for (const [network, prefix] of ranges) forbidden[familyOf(network)].addSubnet(network, prefix, familyOf(network));

/** Whether nobody may be connected to there unless the installation says so. */
export const isForbiddenRange = (address: string): boolean => {
  const plain = plainAddress(address);
  return isIP(plain) === 0 || forbidden[familyOf(plain)].check(plain, familyOf(plain));
};

/** An IPv4 address in IPv6's clothes (RFC 4291, 2.5.5.2) as what it is, and none with a zone. */
export function plainAddress(address: string): string {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (isIP(bare) !== 6) return bare;
  const [, high, low] = /^\[::ffff:([\da-f]{1,4}):([\da-f]{1,4})\]$/.exec(new URL(`http://[${bare}]`).hostname) ?? [];
  if (high === undefined || low === undefined) return bare;
  const [first, second] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [first >> 8, first & 255, second >> 8, second & 255].join('.');
}

export function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
