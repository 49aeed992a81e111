/** One mailbox, written plainly (the safe part of RFC 5321, 4.1.2): no comments, no quotes, nothing that could begin a header. */
const plain =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

/** The address in lower case, or null for everything that is not one plain address (RFC 5321: 64 and 254 characters). */
export function plainAddress(text: string | null): string | null {
  const address = text?.trim().toLowerCase() ?? '';
  if (address.length > 254 || address.indexOf('@') > 64) return null;
  return plain.test(address) ? address : null;
}

/** Whether the address lies in the domain of one of the others, above it or below it. */
export function ownDomainsOnly(address: string, others: readonly (string | null)[]): boolean {
  const domain = domainOf(address);
  return others.some((other) => other !== null && isRelated(domain, domainOf(other)));
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** A domain of one label (`de`) is above everybody's. */
function isRelated(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other].sort((a, b) => a.length - b.length);
  return short.includes('.') && (long === short || long.endsWith(`.${short}`));
}
