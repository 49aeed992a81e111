import { attributeOf, reservePlace, textOf, type DocumentIndex, type DocumentNode } from '../document-index.js';
import { parsePath, type ParsedPath } from './path-parser.js';
import { placeBelow, rootPlace } from '../places.js';
import { Requirements, type TextRequirement } from './requirements.js';
import type { Step } from './step.js';

export { normalized } from './step.js';

/**
 * A compiled way through the tree. The language is small and always relative to an element:
 *
 * - `cac:Party/cbc:Name` children; `cac:InvoiceLine|cac:CreditNoteLine` either; `..` the parent; `.` the element itself
 * - `@schemeID` an attribute, last
 * - `/…` from the root element, `//…` from anywhere in the document, `//*` every element
 * - `[cbc:ID]` where it exists, `[!cbc:ID]` where not, `[cbc:ID='S|Z']` where the text is exactly one of these,
 *   `[cbc:ID~'VAT']` white space normalised,
 *   `[cbc:ID%'VAT']` upper-cased, `[cbc:ID^'VAT']` both, `[cbc:X?true]` an xs:boolean,
 *   `[^cac:Price]` a child of such an element, `[<cac:Price]` anywhere below one, `[!<cac:Price]` not below;
 *   `[1]` only the first below each parent
 *
 * Several paths may be joined by `, `. As in XPath a comparison holds if any of several nodes satisfies it.
 *
 * What makes asking cheap: names are numbers (names.ts), and so are ways from the root (places.ts); asking whether
 * something is there, or for the first, makes no list; a path from the root or from anywhere is walked once per
 * document, and not at all where the document lacks a name or a code that it asks for (requirements.ts).
 */
export interface Path {
  readonly text: string;
  /** The elements (for an attribute: those that carry it), in document order. */
  nodes(from: DocumentNode, document: DocumentIndex): readonly DocumentNode[];
  /** Their texts, untrimmed; for an attribute its values. */
  values(from: DocumentNode, document: DocumentIndex): readonly string[];
  exists(from: DocumentNode, document: DocumentIndex): boolean;
  /** Whether any of the values is accepted. */
  some(from: DocumentNode, document: DocumentIndex, accepts: (value: string) => boolean): boolean;
  /** The first of the values. */
  first(from: DocumentNode, document: DocumentIndex): string | undefined;
  /** Without which it leads nowhere; null where that is not known. */
  readonly entry: Entry | null;
}

/** What a document must hold for a path: an element of one of these names and, unless null, one of these texts. */
export interface Entry {
  readonly numbers: readonly number[];
  readonly text: TextRequirement | null;
}

const compiled = new Map<string, Path>();

/** Compiles a path once. Throws on a path that is not in the language: paths are part of the program. */
export function pathOf(text: string): Path {
  const known = compiled.get(text);
  if (known) return known;
  const parts = text.split(', ');
  const path = parts.length > 1 ? new Union(text, parts.map(pathOf)) : compileOne(text);
  compiled.set(text, path);
  return path;
}

function compileOne(text: string): Path {
  const parsed = parsePath(text, pathOf);
  return parsed.start === 'here' ? new Way(text, parsed) : new WayFromAbove(text, parsed, reservePlace());
}

class Union implements Path {
  readonly entry = null;

  constructor(
    readonly text: string,
    private readonly paths: readonly Path[],
  ) {}

  nodes(from: DocumentNode, document: DocumentIndex): readonly DocumentNode[] {
    return [...new Set(this.paths.flatMap((path) => path.nodes(from, document)))];
  }

  values(from: DocumentNode, document: DocumentIndex): readonly string[] {
    return this.paths.flatMap((path) => path.values(from, document));
  }

  exists(from: DocumentNode, document: DocumentIndex): boolean {
    return this.paths.some((path) => path.exists(from, document));
  }

  some(from: DocumentNode, document: DocumentIndex, accepts: (value: string) => boolean): boolean {
    return this.paths.some((path) => path.some(from, document, accepts));
  }

  first(from: DocumentNode, document: DocumentIndex): string | undefined {
    return this.values(from, document)[0];
  }
}

/** A path from the element it is asked from. */
class Way implements Path {
  readonly entry = null;
  private readonly steps: readonly Step[];
  private readonly attribute: string | null;
  /** Whether two ways may lead to one element: up from one of several. */
  private readonly mayMeet: boolean;

  constructor(
    readonly text: string,
    { steps, attribute }: ParsedPath,
  ) {
    this.steps = steps;
    this.attribute = attribute;
    this.mayMeet = steps.some(({ kind }, index) => kind === 'parent' && steps[index - 1]?.kind === 'child');
  }

  nodes(from: DocumentNode, document: DocumentIndex): readonly DocumentNode[] {
    const found: DocumentNode[] = [];
    this.collect(from, 0, document, found);
    return this.mayMeet && found.length > 1 ? [...new Set(found)] : found;
  }

  values(from: DocumentNode, document: DocumentIndex): readonly string[] {
    return this.valuesOf(this.nodes(from, document));
  }

  exists(from: DocumentNode, document: DocumentIndex): boolean {
    return this.find(from, 0, document, null) !== null;
  }

  some(from: DocumentNode, document: DocumentIndex, accepts: (value: string) => boolean): boolean {
    return this.find(from, 0, document, accepts) !== null;
  }

  first(from: DocumentNode, document: DocumentIndex): string | undefined {
    const node = this.find(from, 0, document, null);
    return node === null ? undefined : this.valueOf(node);
  }

  valuesOf(nodes: readonly DocumentNode[]): readonly string[] {
    const values: string[] = [];
    for (const node of nodes) values.push(this.valueOf(node));
    return values;
  }

  /** The value of an element that was found. */
  valueOf(node: DocumentNode): string {
    return this.attribute === null ? textOf(node) : (attributeOf(node, this.attribute) ?? '');
  }

  /** Adds what the steps from `at` on lead to. */
  collect(node: DocumentNode, at: number, document: DocumentIndex, found: DocumentNode[]): void {
    const step = this.steps[at];
    if (step === undefined) {
      if (this.attribute === null || attributeOf(node, this.attribute) !== null) found.push(node);
    } else if (step.kind === 'child') {
      for (const child of node.children) {
        if (!step.takes(child, document)) continue;
        this.collect(child, at + 1, document, found);
        if (step.first) return;
      }
    } else {
      const target = step.kind === 'self' ? node : node.parent;
      if (target && step.holds(target, document)) this.collect(target, at + 1, document, found);
    }
  }

  /** The first element that the steps lead to and whose value is accepted; null accepts any. */
  private find(
    node: DocumentNode,
    at: number,
    document: DocumentIndex,
    accepts: ((value: string) => boolean) | null,
  ): DocumentNode | null {
    const step = this.steps[at];
    if (step === undefined) {
      if (this.attribute !== null && attributeOf(node, this.attribute) === null) return null;
      return accepts === null || accepts(this.valueOf(node)) ? node : null;
    }
    if (step.kind !== 'child') {
      const target = step.kind === 'self' ? node : node.parent;
      return target && step.holds(target, document) ? this.find(target, at + 1, document, accepts) : null;
    }
    for (const child of node.children) {
      if (!step.takes(child, document)) continue;
      const found = this.find(child, at + 1, document, accepts);
      if (found !== null || step.first) return found;
    }
    return null;
  }
}

/** A path from the root or from anywhere: found once per document. */
class WayFromAbove implements Path {
  private readonly way: Way;
  /** The step whose elements the document finds by name or place; null where the way begins at the root itself. */
  private readonly head: Step | null;
  /** Where its elements may stand; null for a way from anywhere. */
  private readonly places: readonly number[] | null;
  /** Whether nothing is asked beside where they stand. */
  private readonly isPlain: boolean;
  private readonly requirements: Requirements;
  private readonly mayMeet: boolean;
  readonly entry: Entry | null;

  constructor(
    readonly text: string,
    parsed: ParsedPath,
    private readonly place: number,
  ) {
    const leading = parsed.start === 'root' ? leadingSteps(parsed.steps) : parsed.steps.slice(0, 1);
    const rest = parsed.steps.slice(leading.length);
    this.head = leading.at(-1) ?? null;
    this.places = parsed.start === 'root' ? placesOf(leading) : null;
    this.way = new Way(text, { ...parsed, steps: rest });
    this.isPlain = rest.length === 0 && parsed.attribute === null && !this.head?.conditions.length;
    this.requirements = new Requirements(parsed.steps);
    this.mayMeet = parsed.steps.some(({ kind }) => kind === 'parent');
    const last = parsed.steps.at(-1);
    // The codes asked for last are those of the element itself, and tell most.
    const [codes = null] = new Requirements(last ? [last] : []).texts;
    this.entry = last?.numbers ? { numbers: last.numbers, text: codes } : null;
  }

  nodes(_: DocumentNode, document: DocumentIndex): readonly DocumentNode[] {
    return (document.found[this.place] ??= this.search(document));
  }

  values(from: DocumentNode, document: DocumentIndex): readonly string[] {
    return this.way.valuesOf(this.nodes(from, document));
  }

  exists(from: DocumentNode, document: DocumentIndex): boolean {
    return this.nodes(from, document).length > 0;
  }

  some(from: DocumentNode, document: DocumentIndex, accepts: (value: string) => boolean): boolean {
    for (const node of this.nodes(from, document)) if (accepts(this.way.valueOf(node))) return true;
    return false;
  }

  first(from: DocumentNode, document: DocumentIndex): string | undefined {
    const node = this.nodes(from, document)[0];
    return node && this.way.valueOf(node);
  }

  private search(document: DocumentIndex): readonly DocumentNode[] {
    const { head, places } = this;
    const candidates = places === null ? (head?.candidates(document) ?? nothing) : standingAt(places, document);
    if (this.isPlain || candidates.length === 0) return candidates;
    if (!this.requirements.areMet(document)) return nothing;
    const found: DocumentNode[] = [];
    for (const node of candidates) {
      if (head === null || head.holds(node, document)) this.way.collect(node, 0, document, found);
    }
    return this.mayMeet && found.length > 1 ? [...new Set(found)] : found;
  }
}

/** The steps from the root on that names alone decide; the last of them may have conditions. */
function leadingSteps(steps: readonly Step[]): readonly Step[] {
  const end = steps.findIndex((step) => !step.isByName || step.conditions.length > 0);
  if (end < 0) return steps;
  return steps.slice(0, steps[end]?.isByName ? end + 1 : end);
}

/** One place, or several where steps take several names. */
function placesOf(steps: readonly Step[]): readonly number[] {
  return steps.reduce(
    (places, { numbers }) => places.flatMap((place) => (numbers ?? []).map((name) => placeBelow(place, name))),
    [rootPlace],
  );
}

function standingAt(places: readonly number[], document: DocumentIndex): readonly DocumentNode[] {
  const [place = rootPlace] = places;
  if (places.length === 1) return document.at(place);
  const [only = nothing, ...others] = places.map((place) => document.at(place)).filter(({ length }) => length > 0);
  if (others.length === 0) return only;
  const all = new Set([only, ...others].flat());
  return document.all.filter((node) => all.has(node));
}

const nothing: readonly DocumentNode[] = [];
