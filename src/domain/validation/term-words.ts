import type { Fields, TermRow } from '../invoice/model-row.js';
import { invoiceFields } from '../invoice/model.table.js';
import type { Language } from './value-forms.js';

type Words = Readonly<Record<Language, string>>;

/** What stands beside a value in its element, in words. */
const parts: Readonly<Record<string, Words>> = {
  scheme: { de: 'Art der Kennung', en: 'kind of identifier' },
  version: { de: 'Version des Verzeichnisses', en: 'version of the list' },
  unit: { de: 'Einheit', en: 'unit' },
  mediaType: { de: 'Dateiart', en: 'file type' },
  fileName: { de: 'Dateiname', en: 'file name' },
};

/** Terms that the model keeps in another shape than the standard names them. */
const others: Readonly<Record<string, Words>> = {
  'BT-158-2': {
    de: 'Artikel, Warengruppe: Version des Verzeichnisses',
    en: 'Item information, classification: version of the list',
  },
};

/** Words by id, with the group that a term stands in: 'BT-37' is "Anschrift des Verkäufers, Ort". */
const words: ReadonlyMap<string, Words> = new Map([
  ...Object.entries(others),
  // What CII states twice keeps the name of the first: the later entries of a Map would win.
  ...[...wordsIn(invoiceFields, null)].reverse(),
]);

/** A term as people call it, with its number at the end: "Verkäufer, Name (BT-27)". */
export function termInWords(id: string, language: Language): string {
  const found = wordsOfTerm(id);
  return found ? `${found[language]} (${id})` : id;
}

/** The same without the number; null for an id that nobody knows. */
export const wordsOfTerm = (id: string): Words | null => words.get(id) ?? null;

function* wordsIn(fields: Fields, group: Words | null): Generator<readonly [string, Words]> {
  for (const row of Object.values(fields)) {
    if (row.kind === 'self') continue;
    const own = within(group, row);
    if (row.id !== '') yield [row.id, row.kind === 'group' ? { de: row.de, en: row.en } : own];
    if (row.kind === 'group') yield* wordsIn(row.fields, row.id === '' ? group : { de: row.de, en: row.en });
    else yield* partsOf(row, own);
  }
}

function within(group: Words | null, { de, en }: Words): Words {
  return group ? { de: `${group.de}, ${de}`, en: `${group.en}, ${lower(en)}` } : { de, en };
}

/** English labels begin with a capital letter; within a list only abbreviations keep it. */
function lower(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

function* partsOf(row: TermRow, own: Words): Generator<readonly [string, Words]> {
  for (const [name, id] of Object.entries(row.parts)) {
    const part = parts[name];
    if (part) yield [id, { de: `${own.de}: ${part.de}`, en: `${own.en}: ${part.en}` }];
  }
}
