/**
 * Names of elements as small numbers, so that comparing two or looking one up costs an index and no hash. The names
 * that paths and tables use are always numbered; documents may add others, so the numbers are bounded.
 */
const numbers = new Map<string, number>();

/** The number of names that nobody asks for: it is never a path's. */
export const unnamed = 0;

/** Documents cannot add more than this: tables know some three thousand. */
const mostNames = 20_000;

/** The number of a name that the program itself uses, `cbc:ID`. */
export function numberOf(name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  const number = numbers.size + 1;
  numbers.set(name, number);
  return number;
}

/** The number of a name that stands in a document. */
export function numberInDocument(name: string): number {
  return numbers.size < mostNames ? numberOf(name) : (numbers.get(name) ?? unnamed);
}

export function highestNumber(): number {
  return numbers.size;
}
