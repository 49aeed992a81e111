/**
 * Names of elements as small numbers, so that comparing two or looking one up costs an index and no hash. The names
 * that paths and tables use are always numbered; documents may add others, so the numbers are bounded.
 */
const numbers = new Map<string, number>();

/** The number of names that nobody asks for: it is never a path's. */
export const unnamed = 0;

/** Documents cannot add more than this: tables know some three thousand. */
const mostNames = 8000;

/** The number of a name that the program itself uses, `cbc:ID`. */
export function numberOf(name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  const number = numbers.size + 1;
  numbers.set(name, number);
  return number;
}

/** Names that the program has not asked for yet, but may when the next document comes. */
const announced: (() => Iterable<string>)[] = [];

/** Keeps numbers for names that are asked for only on demand: no document can use them up. */
export function announceNames(names: () => Iterable<string>): void {
  announced.push(names);
}

/** The number of a name that stands in a document. */
export function numberInDocument(name: string): number {
  if (numbers.size < mostNames) return numberOf(name);
  for (const names of announced.splice(0)) for (const each of names()) numberOf(each);
  return numbers.get(name) ?? unnamed;
}

export function highestNumber(): number {
  return numbers.size;
}
