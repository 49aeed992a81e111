import { bookNames, isBookName, rulesInBook, type CataloguedRule } from '../domain/validation/rule-catalogue.js';
import { rulesPage } from '../domain/validation/rules-page.js';
import { severityLabels } from '../domain/validation/report-words.table.js';
import type { RuleBookName } from '../domain/rules/books.js';
import { exitCodes, understood, UsageError, type Command, type Language } from './command.js';

const usage: Readonly<Record<Language, string>> = {
  de: `eingang rules [--json | --markdown] [REGELWERK…]
  Nennt die Regeln aller oder der genannten Regelwerke mit Stufe, Aussage und Rat.
  --json      eine JSON-Zeile je Regel
  --markdown  die Seite docs/rules.md, immer mit allen Regelwerken
  Regelwerke: ${bookNames.join(' ')}
  Rückgabewert: 0 gelistet, 2 Aufruf nicht verstanden`,
  en: `eingang rules [--json | --markdown] [BOOK…]
  Lists the rules of every book, or of those named, with level, sentence and advice.
  --json      one line of JSON per rule
  --markdown  the page docs/rules.md, always with every book
  Books: ${bookNames.join(' ')}
  Exit code: 0 listed, 2 command line not understood`,
};

/** `eingang rules [--json | --markdown] [BOOK…]`: the rules that invoices are checked by. */
export const rules: Command = {
  usage,
  async run(words, { language, print }) {
    const { values, positionals } = understood({
      args: [...words],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, markdown: { type: 'boolean', default: false } },
    });
    if (values.markdown) {
      await print(rulesPage());
      return exitCodes.done;
    }
    const books = positionals.length === 0 ? bookNames : positionals.map((name) => bookOf(name, language));
    for (const book of books)
      for (const rule of rulesInBook(book)) await print(values.json ? jsonOf(rule) : textOf(rule, language));
    return exitCodes.done;
  },
};

const unknownBook: Readonly<Record<Language, string>> = {
  de: 'Dieses Regelwerk gibt es nicht',
  en: 'There is no such book of rules',
};

function bookOf(name: string, language: Language): RuleBookName {
  if (!isBookName(name)) throw new UsageError(`${unknownBook[language]}: ${name}`);
  return name;
}

function jsonOf({ ownWords: _, ...rule }: CataloguedRule): string {
  return `${JSON.stringify(rule)}\n`;
}

function textOf({ book, id, versions, terms, sentence, advice }: CataloguedRule, language: Language): string {
  const levels = versions.map(
    ({ syntax, artefact, level }) => `${syntax.toUpperCase()} ${artefact}: ${severityLabels[level][language]}`,
  );
  const lines = [sentence[language], terms.map((term) => term[language]).join('; '), advice[language]];
  const shown = lines.filter((line) => line !== '').map((line) => `  ${line}`);
  return `${[`${book} ${id} [${levels.join(', ')}]`, ...shown].join('\n')}\n`;
}
