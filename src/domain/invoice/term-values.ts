import type { Invoice } from './invoice.js';
import type { DataType } from './model-row.js';
import { termTree, type TermNode } from './term-tree.js';

/** A business term as it can be asked for by its id, wherever the model holds it. */
export interface AskedTerm {
  readonly id: string;
  readonly type: DataType;
  /** With the groups around it: "Verkäufer › Anschrift › Ort". */
  readonly label: { readonly de: string; readonly en: string };
  /** Where values of it stand; lists on the way hold one each. */
  readonly paths: readonly (readonly string[])[];
}

type Around = readonly TermNode[];

/** Sub invoice lines of the extension repeat the terms of lines; what they hold is not asked for. */
const placed = (nodes: readonly TermNode[], around: Around): readonly Around[] =>
  nodes.flatMap((node) =>
    node.kind === 'group' ? placed(node.children, [...around, node]) : node.kind === 'term' ? [[...around, node]] : [],
  );

const joined = (nodes: Around, language: 'de' | 'en'): string => nodes.map(({ label }) => label[language]).join(' › ');

/** Every business term that has a text as its value, by its id, in the order of the standard. */
export const askedTerms: ReadonlyMap<string, AskedTerm> = placed(termTree, []).reduce((terms, nodes) => {
  const { id = '', type = null } = nodes.at(-1) ?? {};
  if (id === '' || type === null || type === 'binaryObject') return terms;
  const label = { de: joined(nodes, 'de'), en: joined(nodes, 'en') };
  const known = terms.get(id) ?? { id, type, label, paths: [] };
  return terms.set(id, { ...known, paths: [...known.paths, nodes.map(({ name }) => name)] });
}, new Map<string, AskedTerm>());

/** What an invoice says under a term, in the order in which it says it. */
export const valuesOfTerm = (invoice: Invoice, id: string): readonly string[] =>
  (askedTerms.get(id)?.paths ?? []).flatMap((path) => valuesAt(invoice, path));

function valuesAt(node: unknown, path: readonly string[]): readonly string[] {
  if (Array.isArray(node)) return node.flatMap((one: unknown) => valuesAt(one, path));
  if (typeof node === 'string') return path.length === 0 ? [node] : [];
  if (typeof node !== 'object' || node === null) return [];
  // Identifiers and quantities are objects that hold their value beside a scheme or a unit.
  const [step = 'value', ...rest] = path;
  return Object.entries(node).flatMap(([name, inner]: [string, unknown]) =>
    name === step ? valuesAt(inner, rest) : [],
  );
}
