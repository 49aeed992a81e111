import { readFile } from 'node:fs/promises';
import { newDifferences, type Differences } from '../../conformance/differences.js';
import type { Level } from '../../conformance/level.js';
import { conformancePage } from '../../conformance/page.js';

const textOf = (path: string): Promise<string> => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

it('docs/conformance.md tells the committed level; if not, run "npm run conformance -- --raise"', async () => {
  const level: Level = JSON.parse(await textOf('conformance/level.json'));
  const differences: Differences = JSON.parse(await textOf('conformance/differences.json'));
  expect((await textOf('docs/conformance.md')) === conformancePage(level, differences)).toBe(true);
});

it('A document that differs in a new way is told, one that differs as before is not', () => {
  const before: Differences = { differing: [{ file: 'a.xml', wrong: ['x'] }], officialEngineFailed: [] };
  const differing = [
    { file: 'a.xml', wrong: ['x', 'y'] },
    { file: 'b.xml', wrong: ['x'] },
  ];
  expect(newDifferences({ ...before, differing }, before)).toEqual(['a.xml: y', 'b.xml: x']);
  expect(newDifferences(before, { ...before, differing })).toEqual([]);
});
