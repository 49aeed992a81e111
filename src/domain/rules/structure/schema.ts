import { builtinForms, treatWhiteSpace } from './lexical-forms.js';
import { readType, type ComplexType, type ExtensionTable, type StructureTable } from './structure-table.js';

export interface SimpleType {
  /** The built-in type it derives from. */
  readonly builtin: string;
  treat(value: string): string;
  accepts(treated: string): boolean;
}

/** A structure table made ready: types are read when first needed. */
export interface Schema {
  readonly source: string;
  readonly namespaces: Readonly<Record<string, string>>;
  readonly roots: ReadonlyMap<string, string>;
  /** null for a simple type, 'anything' for xs:anyType. */
  complexType(name: string): ComplexType | 'anything' | null;
  simpleType(name: string): SimpleType;
  /** The type of an element below a wildcard, or null where the document's schema declares no such element. */
  globalType(element: string, root: string): string | null;
}

export function schemaOf(table: StructureTable, extension: ExtensionTable = { types: {}, globals: {} }): Schema {
  const types = new Map<string, ComplexType>();
  const simple = new Map<string, SimpleType>();
  const roots = new Map(Object.entries(table.roots));
  const lines = new Map([...Object.entries(extension.types), ...Object.entries(table.types)]);
  let globals: Map<string, string> | null = null;
  return {
    source: table.source,
    namespaces: table.namespaces,
    roots,
    complexType: (name) => {
      if (name === 'anyType') return 'anything';
      const known = types.get(name);
      if (known) return known;
      const line = lines.get(name);
      if (line === undefined) return null;
      const type = readType(line);
      types.set(name, type);
      return type;
    },
    simpleType: (name) => {
      const type = simple.get(name) ?? readSimpleType(name, table.simple);
      simple.set(name, type);
      return type;
    },
    globalType: (element, root) => {
      globals ??= globalElements({ ...extension.globals, ...table.globals });
      return roots.has(element) && element !== root ? null : (globals.get(element) ?? roots.get(element) ?? null);
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
  return {
    builtin: base,
    treat: (value) => treatWhiteSpace(value, form.whiteSpace),
    accepts: (treated) => {
      if (!form.accepts(treated) || (values && !values.includes(treated))) return false;
      if (min === 0 && max === Infinity) return true;
      const length = Array.from(treated).length;
      return length >= min && length <= max;
    },
  };
}
