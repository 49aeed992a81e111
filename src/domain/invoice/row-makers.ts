import type { Cardinality, DataType, Fields, GroupRow, SelfRow, Shape, TermRow } from './model-row.js';

type Labels = readonly [de: string, en: string, doc: string];

type Term<S extends Shape, M extends boolean> = Omit<TermRow, 'shape' | 'many'> & {
  readonly shape: S;
  readonly many: M;
};

const termOf = <S extends Shape, M extends boolean>(
  id: string,
  type: DataType,
  shape: S,
  many: M,
  cardinality: Cardinality,
  [de, en, doc]: Labels,
  parts: TermRow['parts'] = {},
): Term<S, M> => ({ kind: 'term', id, type, shape, many, cardinality, parts, de, en, doc });

/** A term that stands once. */
export const term = (id: string, type: DataType, cardinality: Cardinality, ...labels: Labels) =>
  termOf(id, type, 'string', false, cardinality, labels);

/** A term of which the model holds a list. */
export const terms = (id: string, type: DataType, cardinality: Cardinality, ...labels: Labels) =>
  termOf(id, type, 'string', true, cardinality, labels);

/** An identifier with a scheme that stands once. */
export const schemed = (id: string, cardinality: Cardinality, ...labels: Labels) =>
  termOf(id, 'identifier', 'schemed', false, cardinality, labels, schemeIds(id));

/** A list of identifiers with schemes. */
export const schemedList = (id: string, cardinality: Cardinality, ...labels: Labels) =>
  termOf(id, 'identifier', 'schemed', true, cardinality, labels, schemeIds(id));

const schemeIds = (id: string): TermRow['parts'] => ({ scheme: `${id}-1`, schemeVersion: `${id}-2` });

/** A quantity with its unit. */
export const quantity = (id: string, unitId: string, cardinality: Cardinality, ...labels: Labels) =>
  termOf(id, 'quantity', 'quantity', false, cardinality, labels, { unit: unitId });

/** An attached document. */
export const binary = (id: string, cardinality: Cardinality, ...labels: Labels) =>
  termOf(id, 'binaryObject', 'binary', false, cardinality, labels, { mediaType: `${id}-1`, fileName: `${id}-2` });

type Group<F extends Fields, M extends boolean> = Omit<GroupRow, 'fields' | 'many'> & {
  readonly fields: F;
  readonly many: M;
};

const groupOf = <F extends Fields, M extends boolean>(
  id: string,
  many: M,
  cardinality: Cardinality,
  [de, en, doc]: Labels,
  fields: F,
  subLineId: string | null,
): Group<F, M> => ({ kind: 'group', id, many, cardinality, de, en, doc, fields, subLineId });

/** A group that stands once. */
export const group = <F extends Fields>(
  id: string,
  cardinality: Cardinality,
  labels: Labels,
  fields: F,
  subLineId: string | null = null,
) => groupOf(id, false, cardinality, labels, fields, subLineId);

/** A group of which the model holds a list. */
export const groups = <F extends Fields>(
  id: string,
  cardinality: Cardinality,
  labels: Labels,
  fields: F,
  subLineId: string | null = null,
) => groupOf(id, true, cardinality, labels, fields, subLineId);

/** The enclosing group again, one level down. */
export const self = (id: string, ...[de, en, doc]: Labels): SelfRow & { readonly many: true } => ({
  kind: 'self',
  id,
  many: true,
  cardinality: '0..n',
  de,
  en,
  doc,
});
