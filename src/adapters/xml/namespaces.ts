import { GateRefusal, malformed } from './gate-refusal.js';

/** A name as it is written, split at its colon; prefix '' for none. */
export interface QualifiedName {
  readonly written: string;
  readonly prefix: string;
  readonly local: string;
}

const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';

type Bindings = ReadonlyMap<string, string>;

const initial: Bindings = new Map([['xml', XML]]);

/** The namespace declarations in force (Namespaces in XML 1.0), as elements open and close. */
export class Namespaces {
  private bindings = initial;
  private readonly outer: (Bindings | null)[] = [];

  /** Opens an element with its declarations, prefix ('' for the default) to namespace. */
  open(declarations: readonly (readonly [prefix: string, namespace: string])[] | null, offset: number): void {
    this.outer.push(declarations === null ? null : this.bindings);
    if (declarations === null) return;
    const bindings = new Map(this.bindings);
    for (const [prefix, namespace] of declarations) {
      checkDeclaration(prefix, namespace, offset);
      bindings.set(prefix, namespace);
    }
    this.bindings = bindings;
  }

  close(): void {
    this.bindings = this.outer.pop() ?? this.bindings;
  }

  ofElement({ prefix }: QualifiedName, offset: number): string {
    return prefix === '' ? (this.bindings.get('') ?? '') : this.bound(prefix, offset);
  }

  /** The default namespace does not hold for attributes. */
  ofAttribute({ prefix }: QualifiedName, offset: number): string {
    return prefix === '' ? '' : this.bound(prefix, offset);
  }

  private bound(prefix: string, offset: number): string {
    return this.bindings.get(prefix) ?? refused(`prefix ${prefix} is not declared`, offset);
  }
}

const checkDeclaration = (prefix: string, namespace: string, offset: number): void => {
  if (prefix === 'xmlns' || namespace === XMLNS) refused('xmlns is reserved', offset);
  if ((prefix === 'xml') !== (namespace === XML)) refused('xml is reserved', offset);
  if (prefix !== '' && namespace === '') refused(`prefix ${prefix} is declared as empty`, offset);
};

const refused = (detail: string, offset: number): never => {
  throw new GateRefusal('FORMAT-NAMESPACE', { detail: detail.slice(0, 200) }, offset);
};

/** NameStartChar and NameChar of XML 1.0, 2.3 (fifth edition), the colon left out. */
const START =
  'A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f' +
  '\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd';
const MORE = `${START}\\-.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040`;
const ASTRAL = '[\\ud800-\\udb7f][\\udc00-\\udfff]';
const PART = `(?:[${START}]|${ASTRAL})(?:[${MORE}]|${ASTRAL})*`;

/* eslint-disable no-misleading-character-class -- combining characters may stand in names, and are listed so */

/** Sticky: set lastIndex. What follows a name decides whether the name was well-formed. */
export const NAME = new RegExp(`(${PART})(?::(${PART}))?`, 'y');

/** Sticky. One attribute with the white space before it; groups: prefix or name, local part, value in either quotes. */
export const ATTRIBUTE = new RegExp(
  `[ \\t\\n]+(${PART})(?::(${PART}))?[ \\t\\n]*=[ \\t\\n]*(?:"([^<"]*)"|'([^<']*)')`,
  'y',
);

/** Reads names and keeps each one split, for a document repeats few of them often. */
export class Names {
  private readonly known = new Map<string, QualifiedName>();

  /** The name that begins at the offset. */
  at(text: string, offset: number): QualifiedName {
    NAME.lastIndex = offset;
    const match = NAME.exec(text);
    if (!match) return malformed('no name where one must be', offset);
    const [written, first = '', second] = match;
    const known = this.known.get(written);
    if (known) return known;
    const name =
      second === undefined ? { written, prefix: '', local: first } : { written, prefix: first, local: second };
    this.known.set(written, name);
    return name;
  }
}
