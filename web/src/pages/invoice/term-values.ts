import { formatDate } from '../../format/dates.js';
import { formatAmount, formatDecimal } from '../../format/decimals.js';
import type { Language, Text } from '../../words/text.js';

/** A term or group of the semantic model, as `GET /terms` answers it. */
export interface TermNode {
  readonly id: string;
  readonly name: string;
  readonly kind: 'term' | 'group' | 'again';
  readonly type: string | null;
  readonly shape: 'string' | 'schemed' | 'quantity' | 'binary' | null;
  readonly many: boolean;
  readonly label: Text;
  readonly parts: Readonly<Record<string, string>>;
  readonly children: readonly TermNode[];
}

/** A list of codes in words, as `GET /codes` answers it. */
export interface CodeList {
  readonly terms: readonly string[];
  readonly codes: readonly { readonly code: string; readonly label: Text }[];
}

/** What a value needs to be put into words. */
export interface Reading {
  readonly language: Language;
  /** The currency of the amounts, and that of BT-111. */
  readonly currency: string;
  readonly accountingCurrency: string;
  readonly codes: CodeWords;
}

/** What codes mean, by the id of the term and the code. */
export type CodeWords = ReadonlyMap<string, ReadonlyMap<string, Text>>;

export interface Said {
  readonly value: string;
  /** What stands beside it: a scheme, what a Skonto line means. */
  readonly note: string | null;
}

export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function codeWordsOf(lists: readonly CodeList[]): CodeWords {
  return new Map(
    lists.flatMap(({ terms, codes }) => {
      const words = new Map(codes.map(({ code, label }) => [code, label] as const));
      return terms.map((term) => [term, words] as const);
    }),
  );
}

/** A value of the model as people read it. What does not have the form that the tree promises is shown as it stands. */
export function sayValue(node: TermNode, value: unknown, reading: Reading): Said {
  if (node.id === 'BT-20' && typeof value === 'string') return sayTerms(value, reading);
  if (!isObject(value)) return { value: sayPlain(node, plain(value), reading), note: null };
  if (node.shape === 'quantity')
    return { value: sayQuantity(node, value, reading), note: others(value, ['value', 'unit']) };
  if (node.shape === 'schemed') return sayIdentifier(node, value, reading);
  if (node.shape === 'binary') return sayFile(value, reading.language);
  return { value: JSON.stringify(value), note: null };
}

const plain = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

const types: Readonly<Record<string, (value: string, node: TermNode, reading: Reading) => string>> = {
  amount: sayAmount,
  unitPriceAmount: sayAmount,
  percentage: (value, _, { language }) => `${formatDecimal(value, language)}\u00a0%`,
  quantity: (value, _, { language }) => formatDecimal(value, language),
  date: (value, _, { language }) => formatDate(value, language),
  code: (value, { id }, reading) => sayCode(id, value, reading),
  identifier: (value) =>
    /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(value) ? value.replace(/(.{4})(?=.)/g, '$1\u00a0') : value,
};

const sayPlain = (node: TermNode, value: string, reading: Reading): string =>
  types[node.type ?? '']?.(value, node, reading) ?? value;

function sayAmount(value: string, { id }: TermNode, { currency, accountingCurrency, language }: Reading): string {
  return formatAmount(value, id === 'BT-111' ? accountingCurrency : currency, language);
}

/** The words first, the code behind them; a code that no list here knows stands alone. */
export function sayCode(id: string, code: string, { codes, language }: Reading): string {
  const words = codes.get(id)?.get(code);
  return words ? `${words[language]} (${code})` : code;
}

function sayQuantity(node: TermNode, value: Json, reading: Reading): string {
  const [number, unit] = [plain(value['value'] ?? ''), value['unit']];
  const said = formatDecimal(number, reading.language);
  return unit === undefined ? said : `${said} ${sayCode(node.parts['unit'] ?? '', plain(unit), reading)}`;
}

function sayIdentifier(node: TermNode, value: Json, reading: Reading): Said {
  const { scheme, schemeVersion } = value;
  const words = own[reading.language];
  const notes = [
    scheme === undefined ? null : `${words.scheme} ${sayCode(node.parts['scheme'] ?? '', plain(scheme), reading)}`,
    schemeVersion === undefined ? null : `${words.version} ${plain(schemeVersion)}`,
    others(value, ['value', 'scheme', 'schemeVersion']),
  ];
  return { value: plain(value['value'] ?? ''), note: joined(notes) };
}

function sayFile(value: Json, language: Language): Said {
  const { fileName, mediaType } = value;
  const notes = [
    mediaType === undefined ? null : plain(mediaType),
    own[language].embedded,
    others(value, ['fileName', 'mediaType', 'base64At', 'base64']),
  ];
  return { value: fileName === undefined ? own[language].nameless : plain(fileName), note: joined(notes) };
}

/** Parts of a value that nobody foresaw are shown all the same. */
const others = (value: Json, known: readonly string[]): string | null =>
  joined(
    Object.entries(value)
      .filter(([key]) => !known.includes(key))
      .map(([key, part]) => `${key}: ${plain(part)}`),
  );

const joined = (notes: readonly (string | null)[]): string | null =>
  notes.filter((note) => note !== null && note !== '').join(' · ') || null;

/** Skonto as XRechnung writes it (BT-20): `#SKONTO#TAGE=14#PROZENT=2.00#BASISBETRAG=100.00#`. */
const skontoLine = /^#SKONTO#TAGE=(\d+)#PROZENT=(\d+(?:\.\d+)?)#(?:BASISBETRAG=(-?\d+(?:\.\d+)?)#)?[ \t]*$/gm;

/** Payment terms as people read them, discounts in words; what was written for programs stands beside them. */
function sayTerms(text: string, { language, currency }: Reading): Said {
  const words = own[language];
  const said = text.replace(skontoLine, (_, days: string, percent: string, base?: string) => {
    const offer = words.skonto.replace('{percent}', formatDecimal(percent, language)).replace('{days}', days);
    return base === undefined
      ? offer
      : `${offer} ${words.base.replace('{amount}', formatAmount(base, currency, language))}`;
  });
  return said === text ? { value: text, note: null } : { value: said.trim(), note: text };
}

const own = {
  de: {
    scheme: 'Schema:',
    version: 'Fassung:',
    embedded: 'In der Rechnung enthalten, siehe „Dateien“',
    nameless: 'Datei ohne Namen',
    skonto: '{percent} % Skonto bei Zahlung innerhalb von {days} Tagen',
    base: 'auf {amount}',
  },
  en: {
    scheme: 'Scheme:',
    version: 'Version:',
    embedded: 'Embedded in the invoice, see “Files”',
    nameless: 'A file without a name',
    skonto: '{percent} % discount if paid within {days} days',
    base: 'on {amount}',
  },
} as const;
