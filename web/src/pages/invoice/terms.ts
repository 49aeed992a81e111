import type { Language, Text } from '../../words/text.js';
import {
  codeWordsOf,
  isObject,
  sayValue,
  type CodeList,
  type Json,
  type Reading,
  type TermNode,
} from './term-values.js';

/** A business term with its value in words. */
export interface Entry {
  /** Where it stands in the model: 'lines.0.price.net'. */
  readonly path: string;
  /** Names below the row or section it stands in: 'price.net'. */
  readonly at: string;
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly note: string | null;
  readonly type: string | null;
}

export interface Group {
  readonly path: string;
  readonly id: string;
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly groups: readonly Group[];
  readonly tables: readonly Table[];
}

/** Repeated groups side by side: lines, VAT. */
export interface Table {
  readonly path: string;
  readonly id: string;
  readonly title: string;
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly Row[];
}

export interface Row {
  readonly path: string;
  /** 0 for a line, 1 for its sub line … */
  readonly level: number;
  /** One list of entries for each column; empty where the invoice says nothing. */
  readonly cells: readonly (readonly Entry[])[];
  /** Everything that has no column; null: nothing. */
  readonly rest: Group | null;
}

/**
 * Puts the whole model into sections in the order in which a clerk reads. Nothing is left out: what the arrangement does
 * not name comes last, what the tree does not know is shown as it stands.
 */
export function sectionsOf(
  model: Json,
  terms: readonly TermNode[],
  lists: readonly CodeList[],
  language: Language,
): readonly Group[] {
  const reading: Reading = {
    language,
    currency: textOf(model['currency']) ?? '',
    accountingCurrency: textOf(model['accountingCurrency']) ?? textOf(model['currency']) ?? '',
    codes: codeWordsOf(lists),
  };
  const named = new Set(arrangement.flatMap(({ names }) => names));
  const further = {
    title: { de: 'Weitere Angaben', en: 'Further terms' },
    names: Object.keys(model).filter((name) => !named.has(name)),
  };
  return [...arrangement, further].flatMap((section) => sectionOf(section, model, terms, reading) ?? []);
}

interface Arranged {
  readonly title: Text;
  readonly names: readonly string[];
}

const arrangement: readonly Arranged[] = [
  {
    title: { de: 'Rechnung', en: 'Invoice' },
    names: [
      'number',
      'issueDate',
      'typeCode',
      'currency',
      'accountingCurrency',
      'taxPointDate',
      'taxPointDateCode',
      'buyerReference',
      'orderReferences',
      'invoicingPeriods',
      'notes',
    ],
  },
  { title: { de: 'Summen', en: 'Totals' }, names: ['totals'] },
  { title: { de: 'Umsatzsteuer', en: 'VAT' }, names: ['vatBreakdowns'] },
  {
    title: { de: 'Zahlung', en: 'Payment' },
    names: [
      'paymentTerms',
      'paymentInstructions',
      'remittanceInformation',
      'payee',
      'mandateReferences',
      'creditorIdentifiers',
      'thirdPartyPayments',
    ],
  },
  { title: { de: 'Positionen', en: 'Invoice lines' }, names: ['lines'] },
  { title: { de: 'Nachlässe und Zuschläge', en: 'Allowances and charges' }, names: ['allowances', 'charges'] },
  { title: { de: 'Verkäufer', en: 'Seller' }, names: ['seller', 'taxRepresentative'] },
  { title: { de: 'Erwerber', en: 'Buyer' }, names: ['buyer'] },
  { title: { de: 'Lieferung', en: 'Delivery' }, names: ['deliveries'] },
  {
    title: { de: 'Bezüge', en: 'References' },
    names: [
      'precedingInvoices',
      'contractReferences',
      'projectReferences',
      'salesOrderReferences',
      'receivingAdviceReferences',
      'despatchAdviceReferences',
      'tenderReferences',
      'objectIdentifiers',
      'accountingReference',
    ],
  },
  { title: { de: 'Begründende Unterlagen', en: 'Supporting documents' }, names: ['supportingDocuments'] },
  { title: { de: 'Verfahren', en: 'Process' }, names: ['processControl'] },
];

function sectionOf(
  { title, names }: Arranged,
  model: Json,
  terms: readonly TermNode[],
  reading: Reading,
): Group | null {
  const known = names.flatMap((name) => terms.find((node) => node.name === name) ?? []);
  const part = Object.fromEntries(
    names.filter((name) => Object.hasOwn(model, name)).map((name) => [name, model[name]]),
  );
  const own = title[reading.language];
  const whole = groupOf({ id: '', title: own, path: '', at: '' }, known, part, reading);
  const section = { ...whole, path: names[0] ?? '' };
  if (isEmpty(section)) return null;
  const [only] = section.groups;
  // A section that is one group only is that group: "Seller" does not stand below "Seller".
  const single =
    only !== undefined && section.groups.length === 1 && section.entries.length + section.tables.length === 0;
  return single ? { ...only, title: own } : section;
}

interface Place {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly at: string;
}

function groupOf(place: Place, nodes: readonly TermNode[], value: Json, reading: Reading): Group {
  const present = nodes.filter(({ name, kind }) => kind !== 'again' && Object.hasOwn(value, name));
  const known = new Set(nodes.map(({ name }) => name));
  const parts = present.map((node) => partOf(place, node, value[node.name], reading));
  const strangers = Object.entries(value).filter(([name]) => !known.has(name));
  return {
    ...{ path: place.path, id: place.id, title: place.title },
    entries: [
      ...parts.flatMap(({ entries }) => entries),
      ...strangers.flatMap(([name, stranger]) => strangeEntries(joinPath(place.path, name), stranger)),
    ],
    groups: parts.flatMap(({ groups }) => groups),
    tables: parts.flatMap(({ tables }) => tables),
  };
}

type Parts = Pick<Group, 'entries' | 'groups' | 'tables'>;

const nothing: Parts = { entries: [], groups: [], tables: [] };

function partOf(place: Place, node: TermNode, value: unknown, reading: Reading): Parts {
  const [path, at] = [joinPath(place.path, node.name), joinPath(place.at, node.name)];
  const items = itemsOf(path, value);
  if (node.kind === 'term') {
    return { ...nothing, entries: items.map((item) => entryOf(node, item, at, reading)) };
  }
  const columns = tables[node.name];
  if (columns && place.path === '') return { ...nothing, tables: [tableOf(node, columns, path, value, reading)] };
  const label = node.label[reading.language];
  const title = (index: number) => (items.length > 1 ? `${label} ${index + 1}` : label);
  const groups = items.map((item, index) =>
    isObject(item.value)
      ? groupOf({ id: node.id, title: title(index), path: item.path, at }, node.children, item.value, reading)
      : strangeGroup(node.id, title(index), item),
  );
  return { ...nothing, groups: groups.filter((group) => !isEmpty(group)) };
}

interface Item {
  readonly path: string;
  readonly value: unknown;
}

const itemsOf = (path: string, value: unknown): readonly Item[] =>
  Array.isArray(value)
    ? value.map((item: unknown, index) => ({ path: `${path}.${index}`, value: item }))
    : [{ path, value }];

const entryOf = (node: TermNode, { path, value }: Item, at: string, reading: Reading): Entry => ({
  ...{ path, at, id: node.id, label: node.label[reading.language], type: node.type },
  ...sayValue(node, value, reading),
});

interface Column {
  readonly label: Text;
  readonly numeric?: true;
  /** The terms that stand in it, as `Entry.at` below the row. */
  readonly holds: readonly string[];
}

const tables: Readonly<Record<string, readonly Column[]>> = {
  lines: [
    { label: { de: 'Pos.', en: 'Line' }, holds: ['id'] },
    { label: { de: 'Leistung', en: 'Item' }, holds: ['item.name', 'item.description'] },
    { label: { de: 'Menge', en: 'Quantity' }, numeric: true, holds: ['quantity'] },
    { label: { de: 'Einzelpreis netto', en: 'Net price' }, numeric: true, holds: ['price.net'] },
    { label: { de: 'USt.', en: 'VAT' }, numeric: true, holds: ['vat.rate'] },
    { label: { de: 'Betrag netto', en: 'Net amount' }, numeric: true, holds: ['netAmount'] },
  ],
  vatBreakdowns: [
    { label: { de: 'Art', en: 'Category' }, holds: ['categoryCode'] },
    { label: { de: 'Satz', en: 'Rate' }, numeric: true, holds: ['rate'] },
    { label: { de: 'Bemessungs\u00adgrundlage', en: 'Taxable amount' }, numeric: true, holds: ['taxableAmount'] },
    { label: { de: 'Steuer', en: 'Tax' }, numeric: true, holds: ['taxAmount'] },
  ],
};

function tableOf(node: TermNode, columns: readonly Column[], path: string, value: unknown, reading: Reading): Table {
  return {
    ...{ path, id: node.id, title: node.label[reading.language] },
    columns: columns.map(({ label, numeric = false }) => ({ label: label[reading.language], numeric })),
    rows: rowsOf(node, columns, itemsOf(path, value), 0, reading),
  };
}

function rowsOf(
  node: TermNode,
  columns: readonly Column[],
  items: readonly Item[],
  level: number,
  reading: Reading,
): readonly Row[] {
  const again = node.children.find(({ kind }) => kind === 'again');
  return items.flatMap((item): readonly Row[] => {
    const { path, value } = item;
    if (!isObject(value)) {
      return [{ path, level, cells: columns.map(() => []), rest: strangeGroup(node.id, '', item) }];
    }
    const whole = groupOf({ id: node.id, title: '', path, at: '' }, node.children, value, reading);
    const all = allEntries(whole);
    const rest = without(whole, new Set(columns.flatMap(({ holds }) => holds)));
    const cells = columns.map(({ holds }) => all.filter(({ at }) => holds.includes(at)));
    const below =
      again && value[again.name] !== undefined ? itemsOf(joinPath(path, again.name), value[again.name]) : [];
    const row = { path, level, cells, rest: isEmpty(rest) ? null : rest };
    return [row, ...rowsOf(node, columns, below, level + 1, reading)];
  });
}

const allEntries = (group: Group): readonly Entry[] => [...group.entries, ...group.groups.flatMap(allEntries)];

function without(group: Group, shown: ReadonlySet<string>): Group {
  return {
    ...group,
    entries: group.entries.filter(({ at }) => !shown.has(at)),
    groups: group.groups.map((inner) => without(inner, shown)).filter((inner) => !isEmpty(inner)),
  };
}

const isEmpty = ({ entries, groups, tables: held }: Parts): boolean =>
  entries.length === 0 && groups.length === 0 && held.length === 0;

const strangeGroup = (id: string, title: string, { path, value }: Item): Group => ({
  ...{ path, id, title, groups: [], tables: [] },
  entries: strangeEntries(path, value),
});

/** What the tree does not know: each leaf under the path where it stands. */
function strangeEntries(path: string, value: unknown): readonly Entry[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => strangeEntries(`${path}.${index}`, item));
  if (isObject(value))
    return Object.entries(value).flatMap(([name, item]) => strangeEntries(joinPath(path, name), item));
  return [
    { path, at: '?', id: '', label: path, value: textOf(value) ?? JSON.stringify(value) ?? '', note: null, type: null },
  ];
}

const joinPath = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
