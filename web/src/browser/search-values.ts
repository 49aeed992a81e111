/** Values of the address's search part, which anybody may have written: what does not fit is left out. */
export type RawSearch = Readonly<Record<string, unknown>>;

const LONGEST = 200;

export function textIn(raw: RawSearch, name: string): string | undefined {
  const value = raw[name];
  return typeof value === 'string' && value !== '' ? value.slice(0, LONGEST) : undefined;
}

export const oneOf = <Value extends string>(
  values: readonly Value[],
  raw: RawSearch,
  name: string,
): Value | undefined => values.find((value) => value === raw[name]);
