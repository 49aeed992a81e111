/** What may be hashed: JSON without fractions, so that every implementation writes it the same. */
export type CanonicalValue =
  | string
  | number
  | boolean
  | null
  | readonly CanonicalValue[]
  | { readonly [name: string]: CanonicalValue | undefined };

/**
 * The one text of a value: RFC 8785 for strings, safe integers, booleans, null, lists and objects (names sorted by
 * UTF-16 code units, no blanks). Absent members are left out.
 * @throws RangeError for a number that is no safe integer and for a string with a lone surrogate: neither has one text.
 */
export function canonicalJson(value: CanonicalValue): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${value}`);
  if (typeof value === 'string' && hasLoneSurrogate(value))
    throw new RangeError('a string holds half a character (lone surrogate)');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .flatMap((name) => {
      const member = value[name];
      return member === undefined ? [] : [`${canonicalJson(name)}:${canonicalJson(member)}`];
    });
  return `{${members.join(',')}}`;
}

const isList = (value: object): value is readonly CanonicalValue[] => Array.isArray(value);

const hasLoneSurrogate = (text: string): boolean => /\p{Surrogate}/u.test(text);
