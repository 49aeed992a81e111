import { existsSync, readFileSync } from 'node:fs';

const text = readFileSync('docs/asvs.md', 'utf8');
const rows = text
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

/** `17.1.1` or the first of `17.1.1–17.3.2`, as a number that can be compared. */
const rankOf = (no: string): number =>
  no
    .split('–', 1)
    .flatMap((first) => first.split('.'))
    .reduce((rank, part) => rank * 100 + Number(part), 0);

describe('docs/asvs.md', () => {
  it('names only files and folders that there are', () => {
    const paths = [...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]*|[\w-]+\.(?:md|json|yml|js)|Dockerfile)`/g)].map(
      ([, path = '']) => path,
    );
    expect(paths.length).toBeGreaterThan(200);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('has each requirement once, in order, with a state and a place or reason', () => {
    const ranks = rows.map(([, no = '']) => rankOf(no));
    expect(ranks.length).toBeGreaterThan(150);
    expect(ranks).toEqual([...new Set(ranks)].sort((a, b) => a - b));
    const states = ['yes', 'partly', 'open', 'operator', 'n/a'];
    expect(rows.filter(([, , , state = '', where = '']) => !states.includes(state) || where === '')).toEqual([]);
  });
});
