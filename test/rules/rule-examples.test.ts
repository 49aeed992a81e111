import { ciiExamples } from './cii.examples.js';
import { edit, rulesFoundIn, samples } from './sample-documents.js';
import { ublExamples } from './ubl.examples.js';

const tables = { ubl: ublExamples, cii: ciiExamples } as const;

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
});
