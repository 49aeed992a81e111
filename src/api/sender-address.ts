import { isIPv6 } from 'node:net';

/**
 * A network address as it is counted: an IPv6 customer mostly has a /56 to choose from (RIPE-690), so that counts; an
 * IPv4 address counts as it is, also where it comes in IPv6's dress (RFC 4291, 2.5.5.2).
 */
export function countedAddress(address: string): string {
  const [plain = ''] = address.split('%');
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain) ?? [];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(plain)) return plain;
  const [left = '', right] = plain.toLowerCase().split('::');
  const [before, after] = [groupsOf(left), groupsOf(right ?? '')];
  const zeros = right === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  const [first = 0, second = 0, third = 0, fourth = 0] = groups.map((group) => parseInt(group, 16));
  return `${[first, second, third, fourth & 0xff00].map((group) => group.toString(16)).join(':')}::/56`;
}

/** Groups of 16 bits; a dotted end stands for two of them. */
const groupsOf = (text: string): readonly string[] =>
  text === '' ? [] : text.split(':').flatMap((group) => (group.includes('.') ? ['0', '0'] : [group]));

/** An address as its owner recognises it, without naming a machine: the last part of an IPv4 address is left out. */
export const shortenedAddress = (address: string): string =>
  countedAddress(address).replace(/^(\d+\.\d+\.\d+)\.\d+$/, '$1.x');
