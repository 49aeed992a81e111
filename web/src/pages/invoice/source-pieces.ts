/** Lines that belong together on screen: a stretch of them, or one that is marked. */
export interface Piece {
  /** Number of its first line, counted from 1. */
  readonly first: number;
  readonly lines: readonly string[];
  readonly marked: boolean;
}

/** Short enough for a browser to lay out only those that are seen. */
const LONGEST = 200;

/** Cuts a text into pieces so that twenty thousand lines stay a few hundred elements. */
export function pieces(lines: readonly string[], marked: ReadonlySet<number>): readonly Piece[] {
  const ends = [...marked].filter((line) => line >= 1 && line <= lines.length).sort((a, b) => a - b);
  const cut: Piece[] = [];
  let next = 1;
  for (const line of ends) {
    cut.push(...stretches(lines, next, line - 1), { first: line, lines: lines.slice(line - 1, line), marked: true });
    next = line + 1;
  }
  return [...cut, ...stretches(lines, next, lines.length)];
}

function stretches(lines: readonly string[], first: number, last: number): readonly Piece[] {
  const count = Math.max(0, Math.ceil((last - first + 1) / LONGEST));
  return Array.from({ length: count }, (_, index) => {
    const begin = first + index * LONGEST;
    return { first: begin, lines: lines.slice(begin - 1, Math.min(begin - 1 + LONGEST, last)), marked: false };
  });
}
