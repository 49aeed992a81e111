/**
 * Writes the table of official rule ids from the list beside the conformance data. The order of the list is kept, so
 * that a new version of an artefact shows as what came and what went.
 */

type Level = 'fatal' | 'warning' | 'information';

/** Books by the beginning of their artefacts' names; Factur-X has one per profile. */
const books: readonly (readonly [beginning: string, book: string])[] = [
  ['CEN ', 'en16931'],
  ['Peppol BIS ', 'peppol'],
  ['XRechnung ', 'xrechnung'],
];

/** What the list says of a rule's flag → our level. Factur-X gives no flag; a flag that changed counts as it is now. */
const levels: Readonly<Record<string, Level>> = {
  fatal: 'fatal',
  warning: 'warning',
  information: 'information',
  '(none=error)': 'fatal',
  'warning/fatal': 'fatal',
};

interface Row {
  readonly id: string;
  readonly artefact: string;
  readonly syntax: string;
  readonly level: Level;
}

const width = 120;

const introduction = `/**
 * Which rules the official artefacts have, by book, syntax and level: the measure for this project's own tables.
 * Ids are separated by blanks. Levels are the artefact's own; a scenario may change them.
 */
export interface OfficialRules {
  readonly artefact: string;
  readonly fatal: string;
  readonly warning: string;
  readonly information: string;
}

export const officialRules: Readonly<Record<string, Readonly<Partial<Record<'ubl' | 'cii', OfficialRules>>>>> = {
`;

/** The text of the table for a list with the columns id, family, artefact, syntax, flag and meaning. */
export function officialRulesTable(list: string): string {
  const rows = list.split('\n').slice(1).filter(Boolean).map(rowOf);
  const names = [...new Set(rows.map(({ artefact }) => bookOf(artefact)))].sort();
  return `${introduction}${names.map((name) => bookText(name, rows)).join('')}};\n`;
}

function rowOf(line: string): Row {
  const [id = '', , artefact = '', syntax = '', flag = ''] = line.split('\t');
  const level = levels[flag];
  if (level === undefined) throw new Error(`${id}: nothing is known of the flag ${flag}`);
  return { id, artefact, syntax: syntax.toLowerCase(), level };
}

function bookOf(artefact: string): string {
  const known = books.find(([beginning]) => artefact.startsWith(beginning));
  return known?.[1] ?? `factur-x-${artefact.slice(artefact.lastIndexOf(' ') + 1).toLowerCase()}`;
}

function bookText(name: string, rows: readonly Row[]): string {
  const own = rows.filter(({ artefact }) => bookOf(artefact) === name);
  const key = /^\w+$/.test(name) ? name : `'${name}'`;
  const syntaxes = ['ubl', 'cii'].map((syntax) =>
    syntaxText(
      syntax,
      own.filter((row) => row.syntax === syntax),
    ),
  );
  return `  ${key}: {\n${syntaxes.join('')}  },\n`;
}

function syntaxText(syntax: string, rows: readonly Row[]): string {
  const [first] = rows;
  if (!first) return '';
  const idsOf = (level: Level): string =>
    rows
      .filter((row) => row.level === level)
      .map(({ id }) => id)
      .join(' ');
  const lines = (['fatal', 'warning', 'information'] as const).map((level) => property(level, idsOf(level)));
  return `    ${syntax}: {\n      artefact: '${first.artefact}',\n${lines.join('')}    },\n`;
}

/** As Prettier sets it: a text that is too long stands on a line of its own. */
function property(key: string, text: string): string {
  const short = `      ${key}: '${text}',`;
  return short.length <= width ? `${short}\n` : `      ${key}:\n        '${text}',\n`;
}
