import { pieces } from '../../web/src/pages/invoice/source-pieces.js';

const lines = Array.from({ length: 1000 }, (_, index) => `line ${String(index + 1)}`);

describe('a source cut into pieces', () => {
  it.each([[[]], [[1]], [[1000]], [[1, 2, 3]], [[7, 400, 401]], [[0, -3, 1001, 500]]])(
    'keeps every line in its place, marked at %j',
    (marked) => {
      const cut = pieces(lines, new Set(marked));
      expect(cut.flatMap((piece) => piece.lines)).toEqual(lines);
      for (const piece of cut) expect(piece.lines[0]).toBe(`line ${String(piece.first)}`);
      const expected = marked.filter((line) => line >= 1 && line <= lines.length).sort((a, b) => a - b);
      expect(cut.filter((piece) => piece.marked).map(({ first, lines: { length } }) => [first, length])).toEqual(
        expected.map((line) => [line, 1]),
      );
    },
  );

  it('has no piece longer than a browser lays out at once, and none without lines', () => {
    const lengths = pieces(lines, new Set([1, 500])).map((piece) => piece.lines.length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(200);
    expect(Math.min(...lengths)).toBe(1);
    expect(pieces([], new Set([1]))).toEqual([]);
  });
});
