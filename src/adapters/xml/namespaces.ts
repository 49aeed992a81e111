import { GateRefusal, malformed } from './gate-refusal.js';

/** A name as it is written, split at its colon; prefix '' for none. */
export interface QualifiedName {
  readonly written: string;
  readonly prefix: string;
  readonly local: string;
}

const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** The declarations of one element and of those around it, innermost first; never copied. */
interface Scope {
  readonly declared: ReadonlyMap<string, string>;
  readonly outer: Scope | null;
}

const initial: Scope = { declared: new Map([['xml', XML]]), outer: null };

/** The namespace declarations in force (Namespaces in XML 1.0), as elements open and close. */
export class Namespaces {
  private scope = initial;
  private readonly before: Scope[] = [];

  /** Opens an element with its declarations, prefix ('' for the default) to namespace. */
  open(declarations: readonly (readonly [prefix: string, namespace: string])[] | null, offset: number): void {
    this.before.push(this.scope);
    if (declarations === null) return;
    for (const [prefix, namespace] of declarations) checkDeclaration(prefix, namespace, offset);
    this.scope = { declared: new Map(declarations), outer: this.scope };
  }

  close(): void {
    this.scope = this.before.pop() ?? this.scope;
  }

  ofElement({ prefix }: QualifiedName, offset: number): string {
    return prefix === '' ? (this.find('') ?? '') : this.bound(prefix, offset);
  }

  /** The default namespace does not hold for attributes. */
  ofAttribute({ prefix }: QualifiedName, offset: number): string {
    return prefix === '' ? '' : this.bound(prefix, offset);
  }

  private find(prefix: string): string | undefined {
    for (let scope: Scope | null = this.scope; scope; scope = scope.outer) {
      const namespace = scope.declared.get(prefix);
      if (namespace !== undefined) return namespace;
    }
    return undefined;
  }

  private bound(prefix: string, offset: number): string {
    return this.find(prefix) ?? refused(`prefix ${prefix} is not declared`, offset);
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

/** An invoice has some 200 different names. */
const MAX_KNOWN = 1000;

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
    if (this.known.size < MAX_KNOWN) this.known.set(written, name);
    return name;
  }
}
