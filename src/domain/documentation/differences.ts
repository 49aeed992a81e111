import { section, table, text, type Block, type Document, type Section } from './document.js';

/** What has changed at one place of a document; a changed row went and came. */
export interface Difference {
  readonly place: string;
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** What another version of a document says differently, place by place; none: it says the same. Order alone says nothing. */
export function differencesOf(before: Document, after: Document): readonly Difference[] {
  const [was, is] = [linesOf(before), linesOf(after)];
  const places = [...new Set([...was.keys(), ...is.keys()])];
  return places.flatMap((place) => {
    const [old, now] = [was.get(place) ?? [], is.get(place) ?? []];
    const [gone, come] = [without(old, now), without(now, old)];
    return gone.length + come.length === 0 ? [] : [{ place, gone, come }];
  });
}

/** The differences as a part of the document that has them. */
export const differencesSection = (heading: string, differences: readonly Difference[]): Section =>
  section(
    heading,
    differences.length === 0
      ? text('Der Inhalt ist unverändert.')
      : table(
          heading,
          ['Stelle', 'Bisher', 'Jetzt'],
          differences.flatMap(({ place, gone, come }) => [
            ...gone.map((line) => [place, line, '–']),
            ...come.map((line) => [place, '–', line]),
          ]),
        ),
  );

/** Every sentence, item and row by the headings under which it stands. */
function linesOf({ sections }: Document): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const walk = (within: readonly Section[], above: string): void => {
    for (const { heading, blocks, sections: inner } of within) {
      const place = above === '' ? heading : `${above} › ${heading}`;
      for (const block of blocks) {
        const at = block.kind === 'table' ? `${place} › ${block.caption}` : place;
        found.set(at, [...(found.get(at) ?? []), ...linesOfBlock(block)]);
      }
      walk(inner, place);
    }
  };
  walk(sections, '');
  return found;
}

function linesOfBlock(block: Block): readonly string[] {
  if (block.kind === 'text') return [block.text];
  return block.kind === 'list' ? block.items : block.rows.map((row) => row.join(' · '));
}

/** Lines of the one that the other does not have as often. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}
