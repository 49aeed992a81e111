export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** Paragraphs are parted by blank lines; "# " and "## " begin headings, "- " the lines of a list. */
export const blocksOf = (text: string): readonly Block[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(/\n[^\S\n]*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .flatMap(blocksIn);

/** A heading may have its paragraph right below it. */
function blocksIn(block: string): readonly Block[] {
  const [first = '', ...rest] = block.split('\n');
  const [, marks, title] = /^(##?) +(.+)$/.exec(first) ?? [];
  if (title !== undefined) {
    const below = rest.join('\n').trim();
    const heading: Block = { kind: 'heading', level: marks === '#' ? 2 : 3, text: title.trim() };
    return below === '' ? [heading] : [heading, ...blocksIn(below)];
  }
  const lines = [first, ...rest];
  if (lines.every((line) => /^\s*[-*•] /.test(line)))
    return [{ kind: 'list', items: lines.map((line) => line.replace(/^\s*[-*•] +/, '')) }];
  return [{ kind: 'paragraph', text: block }];
}

/** A piece of a paragraph; href only where it is an address of the web or of mail. */
export interface Piece {
  readonly text: string;
  readonly href: string | null;
}

const ADDRESS = /https?:\/\/[^\s<>"']+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;
/** A sentence's own sign at the end of an address does not belong to it. */
const SENTENCE_END = /[.,;:!?)\]]+$/;

export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(SENTENCE_END, '');
    pieces.push({ text: text.slice(at, match.index), href: null });
    pieces.push({ text: address, href: /^https?:/i.test(address) ? address : `mailto:${address}` });
    at = match.index + address.length;
  }
  pieces.push({ text: text.slice(at), href: null });
  return pieces.filter((piece) => piece.text !== '');
}
