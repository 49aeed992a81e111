import { numberOf } from '../names.js';
import type { DocumentIndex, DocumentNode } from '../document-index.js';

/** A path as conditions ask it. */
export interface AskedPath {
  exists(from: DocumentNode, document: DocumentIndex): boolean;
  some(from: DocumentNode, document: DocumentIndex, accepts: (value: string) => boolean): boolean;
}

/** What must hold at an element; for a comparison also what it asks for, so that it can be ruled out beforehand. */
export interface Condition {
  holds(node: DocumentNode, document: DocumentIndex): boolean;
  /** The steps of a path that must lead somewhere; empty where the condition asks for nothing. */
  readonly needs: readonly Step[];
  /** The texts of which the last of those steps must find one; null where any will do. */
  readonly texts: WantedTexts | null;
}

export interface WantedTexts {
  readonly literals: ReadonlySet<string>;
  readonly treat: Treatment;
}

/** How a text is treated before it is compared; one function for each way. */
export type Treatment = (value: string) => string;

/** One step of a path. */
export class Step {
  readonly kind: 'child' | 'parent' | 'self';
  /** The numbers of the names it takes; null for every name. */
  readonly numbers: readonly number[] | null;
  private readonly only: number | null;
  private readonly taken: readonly (boolean | undefined)[];

  constructor(
    names: readonly string[],
    readonly conditions: readonly Condition[],
    /** Only the first one below each parent. */
    readonly first: boolean,
  ) {
    this.kind = names[0] === '..' ? 'parent' : names[0] === '.' ? 'self' : 'child';
    this.numbers = names[0] === '*' || this.kind !== 'child' ? null : names.map(numberOf);
    this.only = this.numbers?.length === 1 ? (this.numbers[0] ?? null) : null;
    this.taken = this.only === null ? asTable(this.numbers ?? []) : nothing;
  }

  /** Whether a child is one that this step leads to. */
  takes(child: DocumentNode, document: DocumentIndex): boolean {
    const { number } = child;
    const named = this.only !== null ? number === this.only : this.numbers === null || this.taken[number] === true;
    return named && (this.conditions.length === 0 || this.holds(child, document));
  }

  holds(node: DocumentNode, document: DocumentIndex): boolean {
    for (const condition of this.conditions) if (!condition.holds(node, document)) return false;
    return true;
  }

  /** Whether it leads to children of certain names, to all of them that meet its conditions. */
  get isByName(): boolean {
    return this.kind === 'child' && this.numbers !== null && !this.first;
  }

  /** Every element in the document of one of its names, conditions not looked at. */
  candidates(document: DocumentIndex): readonly DocumentNode[] {
    if (this.numbers === null) return document.all;
    if (this.only !== null) return document.numbered(this.only);
    const [present, ...others] = this.numbers.filter((number) => document.has(number));
    if (present === undefined) return [];
    if (others.length === 0) return document.numbered(present);
    return document.all.filter((node) => this.taken[node.number] === true);
  }
}

const nothing: readonly (boolean | undefined)[] = [];

function asTable(numbers: readonly number[]): readonly (boolean | undefined)[] {
  const table: (boolean | undefined)[] = new Array<boolean | undefined>(Math.max(0, ...numbers) + 1);
  for (const number of numbers) table[number] = true;
  return table;
}

/** Normalises white space as XPath's normalize-space does: blank, tab, line feed, carriage return. */
export function normalized(text: string): string {
  return unusualSpace.test(text) ? text.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, '') : text;
}

const unusualSpace = /[\t\n\r]|^ | $| {2}/;

const asItStands: Treatment = (value) => value;
const upperCased: Treatment = (value) => value.toUpperCase();
const normalizedUpper: Treatment = (value) => normalized(value.toUpperCase());

/** The signs of comparison. */
export const comparisons: readonly (readonly [sign: string, treat: Treatment])[] = [
  ['=', asItStands],
  ['~', normalized],
  ['%', upperCased],
  ['^', normalizedUpper],
  ['?', normalized],
];

export function compares(path: AskedPath, steps: readonly Step[], texts: WantedTexts): Condition {
  const accepts = (value: string): boolean => texts.literals.has(texts.treat(value));
  return { needs: steps, texts, holds: (node, document) => path.some(node, document, accepts) };
}

export function leadsSomewhere(path: AskedPath, steps: readonly Step[]): Condition {
  return { needs: steps, texts: null, holds: (node, document) => path.exists(node, document) };
}

export function negated(inner: Condition): Condition {
  return { needs: [], texts: null, holds: (node, document) => !inner.holds(node, document) };
}

export function below(name: string): Condition {
  const number = numberOf(name);
  return {
    needs: [],
    texts: null,
    holds: (node) => {
      for (let at = node.parent; at !== null; at = at.parent) if (at.number === number) return true;
      return false;
    },
  };
}

export function childOf(name: string): Condition {
  const number = numberOf(name);
  return { needs: [], texts: null, holds: (node) => node.parent?.number === number };
}
