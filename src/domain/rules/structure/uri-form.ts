/**
 * xs:anyURI as the reference parser (Xerces) takes it: not free text. Blanks, control characters, non-ASCII and
 * <>"{}|\^` are escaped first and are never an error, except in a scheme; what follows are the errors that remain.
 */
export function isUri(value: string): boolean {
  if (value === '') return true;
  if (/%(?![0-9A-Fa-f]{2})/.test(value)) return false;
  const colon = value.search(/[:/?#]/);
  const scheme = colon >= 0 && value[colon] === ':' ? value.slice(0, colon) : null;
  if (scheme === null) return isRelative(value);
  if (!/^[A-Za-z][A-Za-z0-9+.-]*$/.test(scheme)) return false;
  const rest = value.slice(colon + 1);
  if (rest === '' || rest.startsWith('#')) return false;
  const hash = rest.indexOf('#');
  if (hash >= 0 && rest.indexOf('#', hash + 1) >= 0) return false;
  return rest.startsWith('/') ? isHierarchical(rest) : true;
}

function isRelative(value: string): boolean {
  const hash = value.indexOf('#');
  if (hash >= 0 && value.indexOf('#', hash + 1) >= 0) return false;
  return isHierarchical(value);
}

/** Authority and path: square brackets are allowed only in a query, a fragment, or around an IPv6 address. */
function isHierarchical(value: string): boolean {
  const end = value.search(/[?#]/);
  const part = end < 0 ? value : value.slice(0, end);
  if (!part.startsWith('//')) return !/[[\]]/.test(part);
  const slash = part.indexOf('/', 2);
  const authority = slash < 0 ? part.slice(2) : part.slice(2, slash);
  const path = slash < 0 ? '' : part.slice(slash);
  if (authority === '' && path === '' && end < 0) return false;
  return !/[[\]]/.test(path) && isAuthority(authority);
}

function isAuthority(authority: string): boolean {
  if (!/[[\]]/.test(authority)) return true;
  const match = /^(?:[^[\]@]*@)?\[([0-9A-Fa-f:.]+)\](?::[0-9]*)?$/.exec(authority);
  return match !== null && isIpv6(match[1] ?? '');
}

function isIpv6(address: string): boolean {
  const halves = address.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const dotted = last.includes('.');
  if (dotted && !/^(?:\d{1,3}\.){3}\d{1,3}$/.test(last)) return false;
  const plain = dotted ? groups.slice(0, -1) : groups;
  if (!plain.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))) return false;
  const count = plain.length + (dotted ? 2 : 0);
  return halves.length === 2 ? count <= 7 : count === 8;
}
