import { decodeXml, type DecodedXml } from './decode-xml.js';
import { GateRefusal } from './gate-refusal.js';

/** How much of a file's text people are shown. An invoice of 20,000 lines has about a million lines of XML. */
export const sourceLimits = { lines: 20_000, lineCharacters: 20_000, characters: 4_000_000 } as const;

/** The text of an XML file by lines, as findings count them. */
export interface SourceLines {
  readonly lines: readonly string[];
  /** Whether lines or ends of lines were left out. */
  readonly truncated: boolean;
}

/**
 * Decodes the file as the gate does. Long base64 values are replaced by a note of their length; the line ends within
 * them stay, so that every line keeps its number. null: the encoding is not taken.
 */
export function sourceLines(bytes: Uint8Array): SourceLines | null {
  try {
    return bounded(withNotes(decodeXml(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), true)));
  } catch (error) {
    if (error instanceof GateRefusal) return null;
    throw error;
  }
}

function withNotes({ text, cuts }: DecodedXml): string {
  let from = 0;
  const pieces = cuts.flatMap(({ at, cut }) => {
    const before = text.slice(from, at);
    from = at;
    return [before, `…${String(cut.end - cut.start)} × base64…`, '\n'.repeat(cut.lines)];
  });
  return [...pieces, text.slice(from)].join('');
}

function bounded(text: string): SourceLines {
  const all = text.split('\n');
  let left: number = sourceLimits.characters;
  let truncated = false;
  const lines: string[] = [];
  for (const line of all) {
    const most = Math.min(sourceLimits.lineCharacters, left);
    if (lines.length >= sourceLimits.lines || most === 0) return { lines, truncated: true };
    truncated ||= line.length > most;
    lines.push(line.slice(0, most));
    left -= Math.min(line.length, most);
  }
  return { lines, truncated };
}
