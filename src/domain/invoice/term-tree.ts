import { invoiceFields } from './model.table.js';
import type { Cardinality, DataType, Fields, GroupRow, SelfRow, Shape, TermRow } from './model-row.js';

/** A business term or group as screens need it: where it stands in the model's JSON, what it is called, how it is written. */
export interface TermNode {
  /** 'BT-1', 'BG-23', …; '' for a group that the standard does not have. */
  readonly id: string;
  /** The key under which the enclosing group holds it. */
  readonly name: string;
  /** `again`: a list whose items are the enclosing group once more (sub invoice lines); its children are that group's. */
  readonly kind: 'term' | 'group' | 'again';
  /** The semantic data type; null for groups. */
  readonly type: DataType | null;
  /** How a value stands in JSON; null for groups. */
  readonly shape: Shape | null;
  /** Whether the model holds a list of it. */
  readonly many: boolean;
  readonly cardinality: Cardinality;
  readonly label: { readonly de: string; readonly en: string };
  /** What it is, in a sentence. */
  readonly description: string;
  /** Ids of what stands beside the value in its object, by key: `unit` of BT-129 is BT-130. */
  readonly parts: Readonly<Record<string, string>>;
  readonly children: readonly TermNode[];
}

const nodesOf = (fields: Fields): readonly TermNode[] =>
  Object.entries(fields).map(([name, row]) => ({
    id: row.id,
    name,
    kind: row.kind === 'self' ? ('again' as const) : row.kind,
    many: row.many,
    cardinality: row.cardinality,
    label: { de: row.de, en: row.en },
    description: row.doc,
    ...detailsOf(row),
  }));

const detailsOf = (row: TermRow | GroupRow | SelfRow): Pick<TermNode, 'type' | 'shape' | 'parts' | 'children'> => {
  if (row.kind === 'term') return { type: row.type, shape: row.shape, parts: row.parts, children: [] };
  return { type: null, shape: null, parts: {}, children: row.kind === 'group' ? nodesOf(row.fields) : [] };
};

/** Every term and group of the semantic model, as a tree in the order of the standard. */
export const termTree: readonly TermNode[] = nodesOf(invoiceFields);
