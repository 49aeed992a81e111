import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
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

describe('Documents with an odd name each', () => {
  it('are not kept in memory with it', () => {
    // Beyond the first plane, so that saxes cuts the names out of the text.
    const large = `<!-- ${'x'.repeat(2_000_000)} \u{1f4ce} -->`;
    const examine = (name: string) =>
      examineText(samples.ubl.replace('<cbc:CustomizationID>', `${large}<cbc:${name}/><cbc:CustomizationID>`));
    examine('QuiteLongOddName');
    const before = heapInUse();
    for (let number = 0; number < 12; number += 1) examine(`QuiteLongOddName${String(number)}`);
    expect((heapInUse() - before) / 2 ** 20).toBeLessThan(20);
  });
});

function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  return process.memoryUsage().heapUsed;
}
