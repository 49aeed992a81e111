import { examineText, operation, samples } from './sample-documents.js';

/** More names than documents may have numbered, in a namespace of UBL: no schema has them. */
const oddNames = Array.from({ length: 25_000 }, (_, number) => `<cbc:Odd${String(number)}/>`).join('');

describe('A document of very many odd names', () => {
  it('changes nothing for those that come after it, of a syntax not met before either', () => {
    const hostile = samples.ubl.replace('<cbc:CustomizationID>', `${oddNames}<cbc:CustomizationID>`);
    expect(examineText(hostile, operation)).toMatchObject({ verdict: 'rejected', structureValid: false });
    expect(examineText(samples.cii, operation)).toMatchObject({ verdict: 'accepted', findings: [] });
    expect(examineText(samples.ubl, operation)).toMatchObject({ verdict: 'accepted', findings: [] });
  });
});
