import { peppolIds } from '../../src/domain/rules/peppol/peppol.book.js';
import { ciiExamples } from './cii.examples.js';
import { countriesInCii, endpointInCii, peppolCiiExamples, peppolInCii } from './peppol-cii.examples.js';
import { countriesInUbl, endpoint, goodIdentifiers, peppolInUbl, peppolUblExamples } from './peppol-ubl.examples.js';
import { edit, examineText, samples, type Edit } from './sample-documents.js';
import { ublExamples } from './ubl.examples.js';

type Example = readonly [rules: string, ...edits: Edit[]];

const books = {
  ubl: { start: peppolInUbl, own: peppolUblExamples, countries: countriesInUbl, shared: ublExamples, to: endpoint },
  cii: {
    start: peppolInCii,
    own: peppolCiiExamples,
    countries: countriesInCii,
    shared: ciiExamples,
    to: endpointInCii,
  },
} as const;

describe.each(['ubl', 'cii'] as const)('The rules of Peppol on a sample invoice in %s', (syntax) => {
  const { start, own, countries, shared, to } = books[syntax];
  const sample = edit(samples[syntax], start);
  const found = (edits: readonly Edit[]): ReadonlySet<string> =>
    new Set(
      examineText(edit(sample, edits))
        .findings.filter(({ book }) => book === 'peppol')
        .map(({ rule }) => rule),
    );
  const examples: readonly Example[] = [
    ...own,
    ...shared.flatMap((example) => takenOver(example)),
    ...(syntax === 'ubl' ? shared.flatMap((example) => germanOf(example)) : []),
  ].map(([rules, ...edits]) => [
    rules
      .split(' ')
      .filter((rule) => peppolIds[syntax].includes(rule))
      .join(' '),
    ...edits,
  ]);

  it('find nothing while the sample is as it should be', () => {
    expect([...found([])]).toEqual([]);
  });

  it.each(rowsOf(examples))('find $rules when the sample is broken there ($number)', ({ rules, edits }) => {
    const rest = found(edits);
    expect(rules.split(' ').filter((rule) => !rest.has(rule))).toEqual([]);
  });

  describe.each(Object.entries(countries))('of the country %s', (prefix, { keeps, breaks }) => {
    it('find nothing on an invoice as it should be there', () => {
      expect([...found(keeps)].filter((rule) => rule.startsWith(prefix))).toEqual([]);
    });

    it.each(rowsOf(breaks))('find $rules when it is broken ($number)', ({ rules, edits }) => {
      const rest = found([...keeps, ...edits]);
      expect(rules.split(' ').filter((rule) => !rest.has(rule))).toEqual([]);
    });
  });

  it.each(goodIdentifiers)('take the number %s %s', (scheme, id) => {
    expect([...found([to(scheme, id)])].filter((rule) => rule.startsWith('PEPPOL-COMMON'))).toEqual([]);
  });

  it('have an example each', () => {
    const rows: readonly Example[] = [...examples, ...Object.values(countries).flatMap(({ breaks }) => breaks)];
    const shown = new Set(rows.flatMap(([rules]) => rules.split(' ')));
    expect(peppolIds[syntax].filter((rule) => !shown.has(rule))).toEqual([]);
  });
});

function rowsOf(
  examples: readonly Example[],
): readonly { readonly rules: string; readonly edits: readonly Edit[]; readonly number: number }[] {
  return examples.map(([rules, ...edits], number) => ({ rules, edits, number })).filter(({ rules }) => rules !== '');
}

/** XRechnung's examples of rules that it takes over from Peppol. */
function takenOver([rules, ...edits]: Example): readonly Example[] {
  const ids = rules.split(' ').filter((rule) => rule.startsWith('PEPPOL-'));
  return ids.length > 0 ? [[ids.join(' '), ...edits]] : [];
}

/** XRechnung's examples of rules that Peppol takes over for German trade: BR-DE-23-a is DE-R-023-1. */
function germanOf([rules, ...edits]: Example): readonly Example[] {
  const ids = rules.split(' ').flatMap((rule) => {
    const [, number, part] = /^BR-DE-(\d+)(?:-([ab]))?$/.exec(rule) ?? [];
    if (number === undefined) return [];
    return [`DE-R-${number.padStart(3, '0')}${part === undefined ? '' : part === 'a' ? '-1' : '-2'}`];
  });
  return ids.length > 0 ? [[ids.join(' '), ...edits]] : [];
}
