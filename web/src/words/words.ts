import { useLanguage } from './language.js';
import type { Language, Text } from './text.js';

export type { Text } from './text.js';

/**
 * The texts of one area: `wordsOf({ title: { de: '…', en: '…' } })`. A language left out is a type error; `{name}` stands
 * for a value.
 */
export const wordsOf = <Key extends string>(table: Readonly<Record<Key, Text>>) => table;

export type Say<Key extends string> = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

/** `const say = useWords(queueWords)`; then `say('title')`, `say('count', { count: 3 })`. A wrong key is a type error. */
export function useWords<Key extends string>(table: Readonly<Record<Key, Text>>): Say<Key> {
  const language = useLanguage();
  return (key, values = {}) => fill(table[key][language], values);
}

/** Picks the reader's language from a label of the API; German stands in where a town has written nothing else. */
export const inLanguage = (text: { readonly de: string; readonly en?: string | null }, language: Language): string =>
  (language === 'en' ? text.en : text.de) ?? text.de;

const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
