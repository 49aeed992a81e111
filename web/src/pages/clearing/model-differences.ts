import type { Entry, Group } from '../invoice/terms.js';

/** One term of two invoices, in words; null where one says nothing. */
export interface ComparedTerm {
  readonly path: string;
  readonly section: string;
  readonly label: string;
  readonly here: string | null;
  readonly there: string | null;
}

export const isDifferent = ({ here, there }: ComparedTerm): boolean => here !== there;

/** Every term of both, in the order in which the first one is read; what only the second says comes last. */
export function comparedTerms(here: readonly Group[], there: readonly Group[]): readonly ComparedTerm[] {
  const [first, second] = [termsOf(here), termsOf(there)];
  const others = new Map(second.map((term) => [term.entry.path, term]));
  const known = new Set(first.map(({ entry }) => entry.path));
  const sayIt = (entry: Entry | undefined) => entry?.value ?? null;
  return [
    ...first.map(({ entry, section }) => ({
      ...{ path: entry.path, section, label: entry.label },
      ...{ here: entry.value, there: sayIt(others.get(entry.path)?.entry) },
    })),
    ...second
      .filter(({ entry }) => !known.has(entry.path))
      .map(({ entry, section }) => ({
        ...{ path: entry.path, section, label: entry.label },
        ...{ here: null, there: entry.value },
      })),
  ];
}

interface Placed {
  readonly entry: Entry;
  readonly section: string;
}

const termsOf = (groups: readonly Group[]): readonly Placed[] =>
  groups.flatMap((group) => entriesOf(group).map((entry) => ({ entry, section: group.title })));

const entriesOf = (group: Group): readonly Entry[] => [
  ...group.entries,
  ...group.tables.flatMap(({ rows }) =>
    rows.flatMap(({ cells, rest }) => [...cells.flat(), ...(rest ? entriesOf(rest) : [])]),
  ),
  ...group.groups.flatMap(entriesOf),
];
