import { codesIn } from './code-list.js';
import type { CodeListName } from './code-lists.table.js';
import { codeWords } from './code-words.table.js';

type Wording = Readonly<Record<'de' | 'en', string>>;

/** A list of codes in words, and the terms whose values are taken from it. */
export interface CodeWords {
  readonly name: string;
  readonly source: string;
  readonly terms: readonly string[];
  readonly codes: readonly { readonly code: string; readonly label: Wording }[];
}

const tabled = Object.entries(codeWords).map(([name, { source, terms, words }]): CodeWords => {
  const codes = Object.entries<readonly [string, string]>(words);
  return { name, source, terms, codes: codes.map(([code, [de, en]]) => ({ code, label: { de, en } })) };
});

/** Names as Unicode's CLDR has them; a code that it does not know is left out. */
function named(list: CodeListName, type: 'currency' | 'region', fits: RegExp): CodeWords['codes'] {
  const [german, english] = ['de', 'en'].map((language) => new Intl.DisplayNames(language, { type, fallback: 'none' }));
  return [...codesIn(list)]
    .filter((code) => fits.test(code))
    .flatMap((code) => {
      const [de, en] = [german?.of(code), english?.of(code)];
      return de === undefined || en === undefined ? [] : [{ code, label: { de, en } }];
    });
}

const countryTerms = ['BT-40', 'BT-55', 'BT-69', 'BT-80', 'BT-159'];

/** Codes in words, for screens that show what a code means beside the code itself. */
export const codesInWords: readonly CodeWords[] = [
  ...tabled,
  {
    name: 'currency',
    source: 'ISO 4217, names of Unicode CLDR',
    terms: ['BT-5', 'BT-6'],
    codes: named('iso-4217', 'currency', /^[A-Z]{3}$/),
  },
  {
    name: 'country',
    source: 'ISO 3166-1, names of Unicode CLDR',
    terms: countryTerms,
    codes: named('iso-3166-en', 'region', /^[A-Z]{2}$/),
  },
];
