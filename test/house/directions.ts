import { packageOf } from './source-files.js';
import type { Import, SourceFile } from './source-files.js';

/** A room of the house, what it may import of the others, and why not more. */
interface Room {
  readonly name: string;
  readonly holds: RegExp;
  readonly mayImport: readonly string[];
  readonly because: string;
}

/** From the inside out; ARCHITECTURE.md draws the same picture. The first room whose pattern fits holds the file. */
const ROOMS: readonly Room[] = [
  room('domain', /^src\/domain\//, [], 'the domain is what is true about invoices, and knows nothing around it'),
  room('pipeline', /^src\/pipeline\//, ['domain'], 'use cases know ports, not the technology behind them'),
  room('adapters', /^src\/adapters\//, ['domain', 'pipeline'], 'an adapter implements ports and knows nobody else'),
  room('api', /^src\/api\//, ['domain', 'pipeline'], 'a door takes, calls a use case and answers'),
  room('worker', /^src\/worker\//, ['domain', 'pipeline'], 'a door takes a job and calls a use case'),
  room('config', /^src\/config(-variables)?\.ts$/, [], 'the configuration is read before anything else exists'),
  room(
    'modules',
    /^src\/modules\//,
    ['domain', 'pipeline', 'adapters', 'api', 'worker', 'config'],
    'modules bind what lies further in, and are bound by the composition roots only',
  ),
  room(
    'roots',
    /^src\/(main|eingang|reader)\.ts$|^src\/commands\//,
    ['domain', 'pipeline', 'adapters', 'api', 'worker', 'config', 'modules'],
    'what lies outside the program (demonstration, benchmarks, tests, web) uses it and is not used by it',
  ),
  room('web', /^web\//, [], 'the pages know the service by docs/openapi.json only'),
];

/** Packages that only these rooms may know. The domain has a list of its own: what is not on it is refused. */
const PACKAGES: readonly { readonly fits: RegExp; readonly rooms: readonly string[]; readonly because: string }[] = [
  packages(/^@nestjs\/typeorm$/, ['modules'], 'only modules bind Nest to TypeORM'),
  packages(/^(@nestjs\/|nestjs-)/, ['api', 'worker', 'modules', 'roots'], 'Nest stays at the doors and in the modules'),
  packages(/^typeorm$/, ['adapters/postgres', 'modules'], 'entities and SQL stay in adapters/postgres'),
  packages(/^pg$/, ['adapters', 'modules', 'roots'], 'the driver of the database stays behind the ports'),
  packages(/^(bullmq|ioredis)$/, ['adapters/bullmq'], 'the queue is known by its adapter only'),
  packages(/^express$/, ['api', 'modules', 'roots'], 'HTTP stays at its doors'),
  packages(/^@cantoo\/pdf-lib$/, ['adapters/pdf'], 'documents are opened in one place'),
  packages(/^(saxes|libxml2-wasm)$/, ['adapters/xml'], 'XML is parsed in one place'),
];

const DOMAIN_PACKAGES: readonly string[] = ['big.js'];

/** Every import of a file that goes in a direction it must not, as a sentence. */
export function wrongDirections(file: SourceFile): readonly string[] {
  return file.imports.flatMap((used) => wrongRoom(file, used) ?? wrongPackage(file, used) ?? []);
}

/** The room of a file of src; undefined if it lies in none. */
export function roomOf(path: string): Room | undefined {
  return ROOMS.find((candidate) => candidate.holds.test(path));
}

function wrongRoom(file: SourceFile, used: Import): string | undefined {
  if (used.file === undefined) return undefined;
  const from = roomOf(file.path);
  const to = roomOf(used.file);
  if (!from) return `${file.path} lies in no room of src; ARCHITECTURE.md lists them.`;
  const edge = `${file.path}:${used.line} (${from.name}) must not import ${used.file}`;
  if (!to) return `${edge}: ${from.because}.`;
  const own = adapterOf(file.path);
  if (to.name === 'adapters' && own !== undefined && adapterOf(used.file) !== own) {
    return `${edge}: an adapter knows no other adapter; what both need is a port, or belongs further in.`;
  }
  if (isRoot(used.file)) return `${edge}: nothing imports a composition root, it would start a program.`;
  if (to.name === from.name || from.mayImport.includes(to.name)) return undefined;
  return `${edge} (${to.name}): ${from.because}.`;
}

function wrongPackage(file: SourceFile, used: Import): string | undefined {
  if (used.file !== undefined) return undefined;
  const name = packageOf(used.specifier);
  const room = roomOf(file.path)?.name;
  const edge = `${file.path}:${used.line} must not import ${name}`;
  if (room === 'domain' && !DOMAIN_PACKAGES.includes(name)) {
    return `${edge}: the domain imports big.js and itself, so that it has no clock, no randomness and nothing to wait for.`;
  }
  const rule = PACKAGES.find((candidate) => candidate.fits.test(name));
  if (!rule) return undefined;
  const allowed = rule.rooms.some((place) => place === room || file.path.startsWith(`src/${place}/`));
  return allowed ? undefined : `${edge}: ${rule.because}.`;
}

function isRoot(path: string): boolean {
  return /^src\/(main|eingang|reader)\.ts$/.test(path);
}

function adapterOf(path: string): string | undefined {
  return /^src\/adapters\/([^/]+)\//.exec(path)?.[1];
}

function room(name: string, holds: RegExp, mayImport: readonly string[], because: string): Room {
  return { name, holds, mayImport, because };
}

function packages(fits: RegExp, rooms: readonly string[], because: string) {
  return { fits, rooms, because };
}
