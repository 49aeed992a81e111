import type { SourceFile } from './source-files.js';
import { parseText, sourceFiles } from './source-files.js';
import {
  assertsNothingNonNull,
  castsOnlyInAdapters,
  decoratesOnlyAtTheEdges,
  keepsFilesShort,
  keepsFunctionsShort,
  knowsNoAny,
  knowsNoForwardRef,
  namesWhatThingsAre,
  passesNothingOn,
  readsTheEnvironmentInOnePlace,
  switchedOff,
} from './style-rules.js';
import type { StyleRule } from './style-rules.js';

/** How many checks are switched off by a comment. To raise it, give the comment its reason (`-- why`) and count it here. */
const SWITCHED_OFF = 0;

const program = sourceFiles('src');
const everything = [...program, ...sourceFiles('demo', 'bench', 'conformance', 'test', 'web/src')];
const notTests = everything.filter((file) => !file.path.startsWith('test/'));

const long = (lines: number) => 'f();\n'.repeat(lines);

const rules: readonly {
  readonly says: string;
  readonly rule: StyleRule;
  readonly files: readonly SourceFile[];
  readonly path?: string;
  /** What the rule must find, so that it cannot pass by being blind. */
  readonly bad: readonly string[];
  readonly good: readonly string[];
}[] = [
  {
    says: 'A file has at most 400 lines',
    rule: keepsFilesShort,
    files: everything,
    bad: [long(401)],
    good: [long(400)],
  },
  {
    says: 'A function has at most 70 lines, each `it` too',
    rule: keepsFunctionsShort,
    files: everything,
    bad: [`function x() {\n${long(69)}}`, `it('x', () => {\n${long(69)}})`, `class A { x() {\n${long(69)}} }`],
    good: [`function x() {\n${long(68)}}`, `describe('x', () => {\n${long(300)}})`],
  },
  {
    says: 'Nothing is of the type any',
    rule: knowsNoAny,
    files: everything,
    bad: ['let x: any;', 'const x = y as any;', 'let x: Record<string, any[]>;'],
    good: ['let x: unknown; // any'],
  },
  {
    says: 'Nothing is claimed to be there',
    rule: assertsNothingNonNull,
    files: everything,
    bad: ['x!.y();', 'class A { x!: string }'],
    good: ['!x; x !== y;'],
  },
  {
    says: 'Nothing is cast outside adapters',
    rule: castsOnlyInAdapters,
    files: everything,
    bad: ['const x = y as string;', 'const x = <string>y;', 'const x = y as unknown as string;'],
    good: ['const x = [1] as const;', 'const x = {} satisfies object;', `import { x as y } from './x.js';`],
  },
  {
    says: 'Decorators stay at the edges',
    rule: decoratesOnlyAtTheEdges,
    files: program,
    bad: ['@Injectable() class A {}', 'class A { constructor(@Inject(X) x: X) {} }'],
    good: ['/** @Injectable */ class A {}'],
  },
  {
    says: 'The environment is read in src/config.ts only',
    rule: readsTheEnvironmentInOnePlace,
    files: program,
    bad: ['process.env.X;', `process['env'];`, 'const { env } = process;', `import { env } from 'node:process';`],
    good: ['const env = {}; f({ env });'],
  },
  {
    says: 'No modules need each other',
    rule: knowsNoForwardRef,
    files: program,
    bad: [`import { forwardRef } from '@nestjs/common';`],
    good: ['// forwardRef'],
  },
  {
    says: 'No file only passes on what others export',
    rule: passesNothingOn,
    files: notTests,
    bad: [`export { x } from './x.js';`, `export * from './x.js';\nf();`],
    good: [`export { x } from './x.js';\nexport const y = 1;`, 'export const y = 1;'],
  },
];

describe('The style of the house', () => {
  it.each(rules)('$says', ({ rule, files }) => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap(rule)).toEqual([]);
  });

  it.each(rules)('would be seen to be broken: $says', ({ rule, bad, good }) => {
    for (const text of bad) expect([text, rule(parseText('src/pipeline/x.ts', text))]).not.toEqual([text, []]);
    for (const text of good) expect([text, rule(parseText('src/pipeline/x.ts', text))]).toEqual([text, []]);
  });

  it('Files and folders are named by what they hold', () => {
    expect(everything.flatMap(namesWhatThingsAre)).toEqual([]);
  });

  it.each(['src/utils/x.ts', 'src/api/index.ts', 'src/common.ts', 'src/api/x.service.ts', 'src/api/getX.ts'])(
    'would be seen to be named badly: %s',
    (path) => expect(namesWhatThingsAre(parseText(path, ''))).toHaveLength(1),
  );

  it('Checks that are switched off are counted and give a reason', () => {
    const found = everything.flatMap(switchedOff);
    expect(found.filter(({ reason }) => !reason).map(({ place }) => `${place} gives no reason (-- why)`)).toEqual([]);
    expect(found.map(({ place }) => place)).toHaveLength(SWITCHED_OFF);
    const proof = ['eslint-disable-next-line no-console', 'eslint-disable no-console -- it is a command line'];
    const seen = proof.flatMap((text) => switchedOff(parseText('src/x.ts', `// ${text}`)));
    expect(seen.map(({ reason }) => reason)).toEqual([false, true]);
  });
});
