import { en16931Ids } from '../../src/domain/rules/en16931/en16931.book.js';
import { xrechnungIds } from '../../src/domain/rules/xrechnung/xrechnung.book.js';
import { ciiExamples } from './cii.examples.js';
import { neverFires } from './never-fires.js';
import { edit, rulesFoundIn, samples } from './sample-documents.js';
import { ublExamples } from './ubl.examples.js';
import { vatCategoryExamples } from './vat-category.examples.js';

const tables = {
  ubl: [...ublExamples, ...vatCategoryExamples('ubl')],
  cii: [...ciiExamples, ...vatCategoryExamples('cii')],
} as const;

/** Whether the document has elements that EN 16931 does not know; those are rows of a table, all of a kind. */
const structural = /^(UBL-(CR|SR|DT)|CII-(SR|DT))-/;

describe.each(['ubl', 'cii'] as const)('The rules on a sample invoice in %s', (syntax) => {
  const untouched = rulesFoundIn(samples[syntax]);
  const rows = tables[syntax].map(([rules, ...edits], index) => ({
    rules,
    edits,
    name: `${rules} (${String(index)})`,
  }));

  // Both samples are XRechnung; Peppol has an identifier of its own and does not know their scheme for mail addresses.
  const notPeppol = ['PEPPOL-EN16931-R002', 'PEPPOL-EN16931-R004', 'PEPPOL-EN16931-CL008'];

  it('find nothing while the sample is as it should be', () => {
    expect([...untouched].filter((rule) => !notPeppol.includes(rule))).toEqual([]);
  });

  it.each(rows)('find $name when the sample is broken there', ({ rules, edits }) => {
    const found = rulesFoundIn(edit(samples[syntax], edits));
    expect(rules.split(' ').filter((rule) => !found.has(rule))).toEqual([]);
  });

  it('have an example each of being broken', () => {
    const shown = new Set([...rows.flatMap(({ rules }) => rules.split(' ')), ...neverFires[syntax]]);
    const rules = [...en16931Ids[syntax], ...xrechnungIds[syntax]].filter((rule) => !structural.test(rule));
    expect(rules.filter((rule) => !shown.has(rule))).toEqual([]);
  });
});
