import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { officialRulesTable } from '../../conformance/official-rules.js';
import { completenessOf, type RuleBookName } from '../../src/domain/rules/books.js';
import { officialRules } from '../../src/domain/rules/official-rules.table.js';

const table = new URL('../../src/domain/rules/official-rules.table.ts', import.meta.url);
const list = new URL('../../../shared/conformance/rules.tsv', import.meta.url);

const isBook = (name: string): name is RuleBookName => /^(en16931|xrechnung|peppol|factur-x-.*)$/.test(name);

const artefacts = Object.entries(officialRules).flatMap(([book, syntaxes]) =>
  (['ubl', 'cii'] as const).flatMap((syntax) => {
    const artefact = syntaxes[syntax]?.artefact;
    return artefact !== undefined && isBook(book) ? [{ book, syntax, artefact }] : [];
  }),
);

describe('The official rules', () => {
  it('are those of six books in two syntaxes, each artefact with its version', () => {
    expect(artefacts.map(({ book, syntax, artefact }) => `${book} ${syntax} ${artefact}`)).toEqual([
      'en16931 ubl CEN 1.3.16',
      'en16931 cii CEN 1.3.16',
      'factur-x-basic cii Factur-X 1.09.2 BASIC',
      'factur-x-basic-wl cii Factur-X 1.09.2 BASIC-WL',
      'factur-x-en16931 cii Factur-X 1.09.2 EN16931',
      'factur-x-extended cii Factur-X 1.09.2 EXTENDED',
      'factur-x-minimum cii Factur-X 1.09.2 MINIMUM',
      'peppol ubl Peppol BIS 3.0.21',
      'peppol cii Peppol BIS 3.0.19',
      'xrechnung ubl XRechnung 2.6.0',
      'xrechnung cii XRechnung 2.6.0',
    ]);
  });

  it.each(artefacts)('of $artefact are all built for $syntax, and no others are', ({ book, syntax }) => {
    const { missing, invented, official, built } = completenessOf(book, syntax);
    expect({ missing, invented, built }).toEqual({ missing: [], invented: [], built: official });
  });

  it('stand in the table as the list of them has them', () => {
    if (!existsSync(list)) process.stderr.write(`SKIPPED: there is no list of rules in ${fileURLToPath(list)}\n`);
    else expect(readFileSync(table, 'utf8')).toBe(officialRulesTable(readFileSync(list, 'utf8')));
  });

  it('are read by the list’s flag, and an unknown flag is refused', () => {
    const head = 'id\tfamily\tartefact\tsyntax\tflag\tparaphrase';
    const row = (flag: string): string => `${head}\nBR-01\tBR\tFactur-X 1 BASIC-WL\tCII\t${flag}\tis there\n`;
    expect(officialRulesTable(row('warning'))).toContain(
      "  'factur-x-basic-wl': {\n    cii: {\n      artefact: 'Factur-X 1 BASIC-WL',\n      fatal: '',\n      warning: 'BR-01',\n",
    );
    expect(() => officialRulesTable(row('sometimes'))).toThrow('BR-01: nothing is known of the flag sometimes');
  });
});
