import { importCycles } from './cycles.js';
import { roomOf, wrongDirections } from './directions.js';
import { parseText, sourceFiles } from './source-files.js';

const files = sourceFiles('src', 'web/src');

describe('Imports', () => {
  it('go from the outside in, in every file of src', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(100);
    expect(files.filter((file) => !roomOf(file.path)).map((file) => `${file.path} lies in no room`)).toEqual([]);
    expect(files.flatMap(wrongDirections)).toEqual([]);
  });

  it('never run in a ring, types included', () => {
    const rings = importCycles(files).map((ring) => `${ring.join(' → ')}: take out what both need`);
    expect(rings).toEqual([]);
  });

  it.each([
    ['src/domain/invoice/x.ts', '../../pipeline/limits.js', /src\/domain\/invoice\/x\.ts:1 \(domain\) must not import/],
    ['src/domain/invoice/x.ts', 'node:crypto', /the domain imports big\.js and itself/],
    ['src/domain/invoice/x.ts', 'zod', /the domain imports big\.js and itself/],
    ['src/pipeline/x.ts', '@nestjs/common', /Nest stays at the doors/],
    ['src/pipeline/x.ts', 'typeorm', /SQL stay in adapters\/postgres/],
    ['src/pipeline/x.ts', '../adapters/xml/parse-xml.js', /use cases know ports/],
    ['src/adapters/xml/x.ts', '../pdf/read-pdf.js', /an adapter knows no other adapter/],
    ['src/adapters/xml/x.ts', '@nestjs/common', /Nest stays at the doors/],
    ['src/adapters/xml/x.ts', '../../config.js', /knows nobody else/],
    ['src/api/x.ts', '../adapters/xml/parse-xml.js', /takes, calls a use case/],
    ['src/api/x.ts', '../worker/y.js', /takes, calls a use case/],
    ['src/worker/x.ts', 'bullmq', /the queue is known by its adapter only/],
    ['src/modules/x.ts', '../main.js', /composition root/],
    ['src/commands/x.ts', '../eingang.js', /composition root/],
    ['src/main.ts', '../test/house/cycles.js', /is not used by it/],
    ['web/src/main.tsx', '../../src/config.js', /by docs\/openapi\.json only/],
  ])('would be refused: %s importing %s', (path, specifier, sentence) => {
    expect(wrongDirections(parseText(path, `import type { X } from '${specifier}';`))).toEqual([
      expect.stringMatching(sentence),
    ]);
  });

  it.each([
    `import { x } from '../../pipeline/limits.js';`,
    `import '../../pipeline/limits.js';`,
    `export { x } from '../../pipeline/limits.js';`,
    `export * from '../../pipeline/limits.js';`,
    `const x = await import('../../pipeline/limits.js');`,
    `let x: import('../../pipeline/limits.js').X;`,
  ])('are found in every form: %s', (statement) => {
    expect(wrongDirections(parseText('src/domain/invoice/x.ts', statement))).toHaveLength(1);
  });

  it('would be found in a ring', () => {
    const ring = ['a', 'b', 'c'].map((name, index, names) =>
      parseText(`src/domain/${name}.ts`, `import type { X } from './${names[(index + 1) % 3] ?? ''}.js';`),
    );
    const edges = ring.map((file) => ({
      ...file,
      imports: file.imports.map((used) => ({ ...used, file: `src/domain/${used.specifier.slice(2, 3)}.ts` })),
    }));
    expect(importCycles(edges)).toEqual([['src/domain/a.ts', 'src/domain/b.ts', 'src/domain/c.ts', 'src/domain/a.ts']]);
  });
});
