import type { PDFCatalog, PDFDict as Dictionary, PDFObject, PDFStream as Stream } from '@cantoo/pdf-lib';
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFStream, PDFString } from './pdf-lib.js';

/** A file specification dictionary with an embedded file stream (ISO 32000-2, 7.11.3 and 7.11.4). */
export interface FileSpecification {
  readonly name: string;
  readonly mediaType: string;
  readonly relationship: string | null;
  readonly stream: Stream;
}

/**
 * Walks the name tree of embedded files (7.7.4, 7.9.6) and the catalog's associated files (14.13). A PDF/A-3 names
 * its invoice in both; some programs write only one of them. Each stream comes once. Stops one beyond the limit.
 */
export function listFileSpecifications(
  catalog: PDFCatalog,
  limits: { readonly files: number; readonly treeDepth: number },
): readonly FileSpecification[] {
  const found = new Map<Stream, FileSpecification>();
  for (const [key, dictionary] of candidates(catalog, limits.treeDepth)) {
    const specification = specificationOf(key, dictionary);
    if (specification && !found.has(specification.stream)) found.set(specification.stream, specification);
    if (found.size > limits.files) break;
  }
  return [...found.values()];
}

type Candidate = readonly [key: PDFObject | undefined, dictionary: Dictionary];

function* candidates(catalog: Dictionary, depth: number): Generator<Candidate> {
  const embeddedFiles = dictionaryAt(dictionaryAt(catalog, 'Names'), 'EmbeddedFiles');
  if (embeddedFiles) yield* namesBelow(embeddedFiles, depth, new Set());
  const associated = catalog.lookup(PDFName.of('AF'));
  for (const dictionary of dictionariesIn(associated)) yield [undefined, dictionary];
}

/** A node holds names or further nodes; a node seen before would be a loop. */
function* namesBelow(node: Dictionary, depth: number, seen: Set<Dictionary>): Generator<Candidate> {
  if (depth === 0 || seen.has(node)) return;
  seen.add(node);
  const names = node.lookup(PDFName.of('Names'));
  if (names instanceof PDFArray) {
    for (let at = 0; at + 1 < names.size(); at += 2) {
      const value = names.lookup(at + 1);
      if (value instanceof PDFDict) yield [names.lookup(at), value];
    }
  }
  for (const kid of dictionariesIn(node.lookup(PDFName.of('Kids')))) yield* namesBelow(kid, depth - 1, seen);
}

function* dictionariesIn(list: PDFObject | undefined): Generator<Dictionary> {
  if (list instanceof PDFDict) yield list;
  if (!(list instanceof PDFArray)) return;
  for (let at = 0; at < list.size(); at += 1) {
    const entry = list.lookup(at);
    if (entry instanceof PDFDict) yield entry;
  }
}

function specificationOf(key: PDFObject | undefined, dictionary: Dictionary): FileSpecification | null {
  const embedded = dictionaryAt(dictionary, 'EF');
  const stream = embedded && (streamAt(embedded, 'UF') ?? streamAt(embedded, 'F'));
  if (!stream) return null;
  const name = textAt(dictionary, 'UF') || textAt(dictionary, 'F') || textOf(key);
  return {
    name: plainName(name),
    mediaType: textAt(stream.dict, 'Subtype'),
    relationship: textAt(dictionary, 'AFRelationship') || null,
    stream,
  };
}

/** The part after the last slash, without control characters and within 255 bytes: the sender may have written `../`. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  let plain = last.replace(/\p{Cc}/gu, '').trim();
  while (Buffer.byteLength(plain) > 255) plain = plain.slice(0, -1);
  return plain || 'unnamed';
}

function dictionaryAt(dictionary: Dictionary | null, key: string): Dictionary | null {
  const value = dictionary?.lookup(PDFName.of(key));
  return value instanceof PDFDict ? value : null;
}

function streamAt(dictionary: Dictionary, key: string): Stream | null {
  const value = dictionary.lookup(PDFName.of(key));
  return value instanceof PDFStream ? value : null;
}

function textAt(dictionary: Dictionary, key: string): string {
  return textOf(dictionary.lookup(PDFName.of(key)));
}

function textOf(value: PDFObject | undefined): string {
  if (value instanceof PDFName) return value.decodeText();
  if (value instanceof PDFString || value instanceof PDFHexString) return value.decodeText();
  return '';
}
