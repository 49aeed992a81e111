/**
 * A mapping table says which element of a syntax holds which term of the model. Element paths are written with the
 * prefixes of the table's own list and '/' between steps, '.' for the element itself, '@name' for an attribute at the
 * end. Model names are keys of the enclosing group in the model, or begin with '/' for a key of the whole invoice.
 */
export type MappingRow = TakeRow | IntoRow | WithinRow | AgainRow;

/** An element whose content is a term. */
export interface TakeRow {
  readonly kind: 'take';
  readonly term: string;
  readonly at: string;
  readonly form: Form;
}

/**
 * How the content is written where the data type does not say it: `note` is a UBL note, whose subject code stands
 * between number signs before the text (EN 16931-3-2, BT-21); `format102` a CII date (UNTDID 2379).
 */
export type Form = 'plain' | 'note' | 'format102';

/** An element that is a group; `item` says which item of a list it is. */
export interface IntoRow {
  readonly kind: 'into';
  readonly group: string;
  readonly at: string;
  readonly item: Item;
  readonly when: Condition | null;
  readonly rows: readonly MappingRow[];
}

/** `new`: each element is an item; `nth`: the n-th element is the n-th item; `first`: they all tell of the first. */
export type Item = 'new' | 'nth' | 'first';

/** An element that is no group of the model but holds terms of the enclosing one under a condition. */
export interface WithinRow {
  readonly kind: 'within';
  readonly at: string;
  readonly when: Condition | null;
  readonly rows: readonly MappingRow[];
}

/** An element that holds the enclosing group's rows again, one level down (sub invoice lines). */
export interface AgainRow {
  readonly kind: 'again';
  readonly group: string;
  readonly at: string;
}

/**
 * A condition on what stands at a path below (or '@name' on) the element. Values are compared trimmed and in upper
 * case. `oneOf` an empty list of values never holds; `absent` says whether a missing element meets the condition.
 */
export interface Condition {
  readonly path: string;
  readonly test: 'oneOf' | 'noneOf' | 'accountingCurrency' | 'notAccountingCurrency';
  readonly values: readonly string[];
  readonly absent: boolean;
}

export interface Mapping {
  readonly source: string;
  readonly prefixes: Readonly<Record<string, string>>;
  readonly rows: readonly MappingRow[];
  /** Where BT-5 and BT-6 stand: conditions need them before the walk comes there. */
  readonly currencyAt: string;
  readonly accountingCurrencyAt: string;
}

export const take = (term: string, at: string, form: Form = 'plain'): TakeRow => ({ kind: 'take', term, at, form });

export const into = (
  group: string,
  at: string,
  rows: readonly MappingRow[],
  options: { readonly item?: Item; readonly when?: Condition } = {},
): IntoRow => ({ kind: 'into', group, at, rows, item: options.item ?? 'new', when: options.when ?? null });

export const within = (at: string, when: Condition | null, rows: readonly MappingRow[]): WithinRow => ({
  kind: 'within',
  at,
  when,
  rows,
});

export const again = (group: string, at: string): AgainRow => ({ kind: 'again', group, at });

export const is = (path: string, ...values: string[]): Condition => ({ path, test: 'oneOf', values, absent: false });

export const isNot = (path: string, ...values: string[]): Condition => ({ path, test: 'noneOf', values, absent: true });

/** Whether a currency is BT-6 and differs from BT-5: then the VAT total is BT-111. */
export const inAccountingCurrency = (path: string): Condition => ({
  path,
  test: 'accountingCurrency',
  values: [],
  absent: false,
});

export const notInAccountingCurrency = (path: string): Condition => ({
  path,
  test: 'notAccountingCurrency',
  values: [],
  absent: true,
});
