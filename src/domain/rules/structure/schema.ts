import type { DocumentNode } from '../document-index.js';
import { announceNames, unnamed } from '../names.js';
import { flatContentOf, type FlatContent } from './flat-content.js';
import { builtinForms, treatWhiteSpace } from './lexical-forms.js';
import { readType, type ComplexType, type ExtensionTable, type StructureTable } from './structure-table.js';

export interface SimpleType {
  /** The built-in type it derives from. */
  readonly builtin: string;
  treat(value: string): string;
  accepts(treated: string): boolean;
  /** Whether every text is right: most elements hold such. */
  readonly acceptsAll: boolean;
}

/** A type as an element uses it. */
export interface TypeUse {
  readonly name: string;
  /** null for a simple type, 'anything' for xs:anyType. */
  readonly complex: ComplexType | 'anything' | null;
  /** The content once more, where it is a plain sequence. */
  readonly flat: FlatContent | null;
  /** The types of the children met so far, by the numbers of their names. */
  readonly children: Map<number, TypeUse>;
}

/** A structure table made ready: types are read when first needed. */
export interface Schema {
  readonly source: string;
  readonly namespaces: Readonly<Record<string, string>>;
  readonly roots: ReadonlyMap<string, string>;
  typeUse(name: string): TypeUse;
  /** The type of a child by its parent's type; null where the type has no such child. */
  childType(parent: TypeUse, child: DocumentNode): TypeUse | null;
  simpleType(name: string): SimpleType;
  /** The type of an element below a wildcard, or null where the document's schema declares no such element. */
  globalType(element: string, root: string): string | null;
}

export function schemaOf(table: StructureTable, extension: ExtensionTable = { types: {}, globals: {} }): Schema {
  const types = new Map<string, TypeUse>();
  const simple = new Map<string, SimpleType>();
  const roots = new Map(Object.entries(table.roots));
  const lines = new Map([...Object.entries(extension.types), ...Object.entries(table.types)]);
  let globals: Map<string, string> | null = null;
  const globalTypes = (): Map<string, string> =>
    (globals ??= globalElements({ ...extension.globals, ...table.globals }));
  announceNames(() => [
    ...roots.keys(),
    ...globalTypes().keys(),
    ...[...lines.values()].flatMap((line) => [...readType(line).children.keys()]),
  ]);
  const typeUse = (name: string): TypeUse => {
    const known = types.get(name);
    if (known) return known;
    const line = lines.get(name);
    const complex: TypeUse['complex'] = name === 'anyType' ? 'anything' : line === undefined ? null : readType(line);
    const content = complex === null || complex === 'anything' ? null : complex.content;
    const use: TypeUse = { name, complex, flat: flatContentOf(content), children: new Map() };
    types.set(name, use);
    return use;
  };
  return {
    source: table.source,
    namespaces: table.namespaces,
    roots,
    typeUse,
    childType: ({ complex, children }, child) => {
      const known = children.get(child.number);
      if (known !== undefined) return known;
      const name = complex === null || complex === 'anything' ? undefined : complex.children.get(child.name);
      const use = name === undefined ? null : typeUse(name);
      // Only what the type has: of what it has not, documents may hold any number.
      if (use !== null && child.number !== unnamed) children.set(child.number, use);
      return use;
    },
    simpleType: (name) => {
      const type = simple.get(name) ?? readSimpleType(name, table.simple);
      simple.set(name, type);
      return type;
    },
    globalType: (element, root) => {
      return roots.has(element) && element !== root ? null : (globalTypes().get(element) ?? roots.get(element) ?? null);
    },
  };
}

function globalElements(globals: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(
    Object.entries(globals).flatMap(([type, elements]) =>
      elements.split(' ').map((element) => [element, type] as const),
    ),
  );
}

function readSimpleType(name: string, restricted: Readonly<Record<string, string>>): SimpleType {
  const [base = name, ...facets] = restricted[name]?.split(' ') ?? [];
  const form = builtinForms[base];
  if (!form) throw new Error(`structure table: no simple type "${name}"`);
  const facet = (key: string): string | undefined =>
    facets.find((text) => text.startsWith(`${key}=`))?.slice(key.length + 1);
  const min = Number(facet('min') ?? 0);
  const max = Number(facet('max') ?? Infinity);
  const values = facet('enum')?.split('|');
  const isUnbounded = min === 0 && max === Infinity && !values;
  return {
    builtin: base,
    acceptsAll: isUnbounded && form.acceptsAll === true,
    treat: (value) => treatWhiteSpace(value, form.whiteSpace),
    accepts: (treated) => {
      if (!form.accepts(treated) || (values && !values.includes(treated))) return false;
      if (min === 0 && max === Infinity) return true;
      const length = Array.from(treated).length;
      return length >= min && length <= max;
    },
  };
}
