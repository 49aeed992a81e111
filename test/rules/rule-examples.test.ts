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

  it('find nothing while the sample is as it should be', () => {
    expect([...untouched]).toEqual([]);
  });

  it.each(rows)('find $name when the sample is broken there', ({ rules, edits }) => {
    const found = rulesFoundIn(edit(samples[syntax], edits));
    expect(rules.split(' ').filter((rule) => !found.has(rule))).toEqual([]);
  });
});
