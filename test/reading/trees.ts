import type { Condition, Mapping, MappingRow, TakeRow } from '../../src/domain/reading/mapping-row.js';
import type { XmlAttribute, XmlElement } from '../../src/domain/reading/xml-tree.js';

/** An element that a test may change. */
export interface MutableElement extends XmlElement {
  attributes: XmlAttribute[];
  children: MutableElement[];
  text: string;
}

export const element = (namespace: string, name: string): MutableElement => ({
  namespace,
  name,
  attributes: [],
  children: [],
  text: '',
  line: 1,
  column: 1,
});

/** A row that takes a term, with the rows around it from the outside in. */
export interface RowInPlace {
  readonly row: TakeRow;
  readonly around: readonly Exclude<MappingRow, TakeRow>[];
}

export const takesOf = (rows: readonly MappingRow[], around: RowInPlace['around'] = []): RowInPlace[] =>
  rows.flatMap((row) => {
    if (row.kind === 'take') return [{ row, around }];
    return row.kind === 'again' ? [] : takesOf(row.rows, [...around, row]);
  });

/** The model's path of the term that a row takes, lists at their first item. */
export const modelPath = ({ row, around }: RowInPlace): readonly string[] => {
  const groups = around.flatMap((outer) => (outer.kind === 'within' ? [] : [outer.group]));
  const path = [...groups, row.term];
  const fromRoot = path.findLastIndex((key) => key.startsWith('/'));
  return path.slice(Math.max(fromRoot, 0)).map((key) => key.replace('/', ''));
};

/** The element (made if it is missing) or attribute at a path of a mapping table. */
export const at = (mapping: Mapping, base: MutableElement, path: string): MutableElement =>
  path
    .split('/')
    .filter((part) => part !== '.' && !part.startsWith('@'))
    .reduce((parent, part) => {
      const [prefix = '', name = ''] = part.split(':');
      const namespace = mapping.prefixes[prefix] ?? '';
      const found = parent.children.find((child) => child.name === name) ?? element(namespace, name);
      if (!parent.children.includes(found)) parent.children.push(found);
      return found;
    }, base);

export const attributeIn = (path: string): string | undefined => /@(\w+)$/.exec(path)?.[1];

export const setAttribute = (target: MutableElement, name: string, value: string): void => {
  target.attributes = [
    ...target.attributes.filter((attribute) => attribute.name !== name),
    { namespace: '', name, value },
  ];
};

/** Writes text into the element, or into its attribute where the path ends in one. */
export const put = (mapping: Mapping, base: MutableElement, path: string, value: string): MutableElement => {
  const target = at(mapping, base, path);
  const attribute = attributeIn(path);
  if (attribute === undefined) target.text = value;
  else setAttribute(target, attribute, value);
  return target;
};

/** Makes the document say what a condition asks for. */
const satisfy = (mapping: Mapping, root: MutableElement, base: MutableElement, when: Condition): void => {
  if (when.test === 'oneOf') put(mapping, base, when.path, when.values[0] ?? '');
  if (when.test !== 'accountingCurrency') return;
  put(mapping, root, mapping.accountingCurrencyAt, 'SEK');
  put(mapping, base, when.path, 'SEK');
};

/** The smallest document in which a row finds its term: returns the element that holds it. */
export const documentFor = (
  mapping: Mapping,
  { row, around }: RowInPlace,
  root: MutableElement,
  value: string,
): MutableElement => {
  let base = root;
  for (const outer of around) {
    base = at(mapping, base, outer.at);
    if (outer.kind !== 'again' && outer.when) satisfy(mapping, root, base, outer.when);
  }
  return put(mapping, base, row.at, value);
};
