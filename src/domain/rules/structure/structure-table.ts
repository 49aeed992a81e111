/**
 * A schema's facts as data. One line per type, in this notation:
 *
 * - `cbc:ID?cct:IdentifierType` an element, how often (`!` once, `?` at most once, `*` any number, `+` at least once), its type
 * - `( … )?` a sequence, `[ … ]*` a choice; the line itself is a sequence
 * - `<##other,lax,ext>!` a wildcard: any namespace but the one named last (and not none), or `##any`; how its elements are checked
 * - `#token` simple content of that simple type
 * - `@listID?token=6` an attribute, `!` where required, its simple type, its fixed value (percent-encoded)
 * - `@*…` any attribute; `%mixed` text between the children; `%abstract`
 */
export interface StructureTable {
  readonly source: string;
  /** Prefix used in this table → namespace name. */
  readonly namespaces: Readonly<Record<string, string>>;
  /** Root element → its type. */
  readonly roots: Readonly<Record<string, string>>;
  /** Restricted simple types: base, then min=, max= (length) or enum=. */
  readonly simple: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<string, string>>;
  /** Type → elements declared globally with it; needed below wildcards only. */
  readonly globals: Readonly<Record<string, string>>;
}

export type ExtensionTable = Pick<StructureTable, 'types' | 'globals'>;

export type Occurrence = readonly [min: number, max: number];

export type Particle =
  | { readonly kind: 'element'; readonly name: string; readonly type: string; readonly occurs: Occurrence }
  | { readonly kind: 'sequence' | 'choice'; readonly items: readonly Particle[]; readonly occurs: Occurrence }
  | { readonly kind: 'wildcard'; readonly not: string; readonly strict: boolean; readonly occurs: Occurrence };

export interface AttributeUse {
  readonly required: boolean;
  readonly type: string;
  readonly fixed: string | null;
}

export interface ComplexType {
  /** null where only simple content, or none at all, is allowed. */
  readonly content: Particle | null;
  readonly simple: string | null;
  readonly attributes: ReadonlyMap<string, AttributeUse>;
  readonly required: readonly string[];
  readonly anyAttribute: boolean;
  readonly mixed: boolean;
  readonly abstract: boolean;
  /** Child element → its type, for every element the content may hold. */
  readonly children: ReadonlyMap<string, string>;
}

const occurrences: Readonly<Record<string, Occurrence>> = {
  '!': [1, 1],
  '?': [0, 1],
  '*': [0, Infinity],
  '+': [1, Infinity],
};

function occurs(sign: string | undefined): Occurrence {
  const found = occurrences[sign ?? ''];
  if (!found) throw new Error(`structure table: unknown occurrence "${String(sign)}"`);
  return found;
}

/** Reads one line of a table. Throws on a line that is not in the notation: the tables are part of the program. */
export function readType(line: string): ComplexType {
  const tokens = line.split(' ').filter((token) => token !== '');
  const attributes = new Map<string, AttributeUse>();
  const parts: string[] = [];
  const flags = { simple: '', any: false, mixed: false, abstract: false };
  for (const token of tokens) {
    if (token.startsWith('@*')) flags.any = true;
    else if (token.startsWith('@')) readAttribute(token, attributes);
    else if (token.startsWith('#')) flags.simple = token.slice(1);
    else if (token === '%mixed') flags.mixed = true;
    else if (token === '%abstract') flags.abstract = true;
    else parts.push(token);
  }
  const items = readParticles(parts);
  const only = items.length === 1 ? items[0] : undefined;
  const content: Particle | null =
    items.length === 0 ? null : only && only.kind !== 'element' ? only : { kind: 'sequence', items, occurs: [1, 1] };
  const children = new Map<string, string>();
  if (content) collectChildren(content, children);
  return {
    content,
    simple: flags.simple === '' ? null : flags.simple,
    attributes,
    required: [...attributes].filter(([, use]) => use.required).map(([name]) => name),
    anyAttribute: flags.any,
    mixed: flags.mixed,
    abstract: flags.abstract,
    children,
  };
}

function readAttribute(token: string, into: Map<string, AttributeUse>): void {
  const match = /^@([^!?]+)([!?])([^=]+)(?:=(.*))?$/.exec(token);
  if (!match) throw new Error(`structure table: unreadable attribute "${token}"`);
  const [, name = '', sign, type = '', fixed] = match;
  into.set(name, { required: sign === '!', type, fixed: fixed === undefined ? null : decodeURIComponent(fixed) });
}

function readParticles(tokens: readonly string[]): Particle[] {
  const stack: { kind: 'sequence' | 'choice'; items: Particle[] }[] = [{ kind: 'sequence', items: [] }];
  const top = (): { kind: 'sequence' | 'choice'; items: Particle[] } => {
    const last = stack.at(-1);
    if (!last) throw new Error('structure table: a group is closed that was never opened');
    return last;
  };
  for (const token of tokens) {
    if (token === '(' || token === '[') stack.push({ kind: token === '(' ? 'sequence' : 'choice', items: [] });
    else if (token.startsWith(')') || token.startsWith(']')) {
      const group = top();
      stack.pop();
      top().items.push({ ...group, occurs: occurs(token[1]) });
    } else top().items.push(readParticle(token));
  }
  return top().items;
}

function readParticle(token: string): Particle {
  const wildcard = /^<(##any|##other),(lax|strict),([^>]*)>(.)$/.exec(token);
  if (wildcard) {
    const [, which, mode, not = '', sign] = wildcard;
    return { kind: 'wildcard', not: which === '##any' ? '' : not, strict: mode === 'strict', occurs: occurs(sign) };
  }
  const element = /^([^!?*+]+)([!?*+])(.+)$/.exec(token);
  if (!element) throw new Error(`structure table: unreadable particle "${token}"`);
  const [, name = '', sign, type = ''] = element;
  return { kind: 'element', name, type, occurs: occurs(sign) };
}

function collectChildren(particle: Particle, into: Map<string, string>): void {
  if (particle.kind === 'element') into.set(particle.name, particle.type);
  else if (particle.kind !== 'wildcard')
    particle.items.forEach((item) => {
      collectChildren(item, into);
    });
}
