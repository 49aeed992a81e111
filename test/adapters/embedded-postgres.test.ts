import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/adapters/embedded-postgres/embedded-postgres.js';
import { boundLog } from '../../src/adapters/embedded-postgres/server-log.js';
import { ask, launch } from './embedded-postgres-launches.js';

const patience = 300_000;
let folder = '';

beforeAll(async () => {
  folder = realpathSync(await mkdtemp(join(tmpdir(), 'eingang-launch-')));
});
afterAll(async () => {
  await removeEmbeddedPostgres(folder);
  await rm(folder, { recursive: true, force: true });
});

/** Where the record of the data folder says that the cluster lies. */
async function clusterOf(data: string): Promise<string> {
  const { home }: { home: string } = JSON.parse(await readFile(join(data, 'postgres.json'), 'utf8'));
  return resolve(data, home, 'cluster');
}

async function serverPid(): Promise<number> {
  return Number((await readFile(join(await clusterOf(folder), 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

async function isRunning(): Promise<boolean> {
  return existsSync(join(await clusterOf(folder), 'postmaster.pid'));
}

describe('The embedded PostgreSQL', () => {
  it(
    'is created at the first start and found again at the second',
    async () => {
      const first = await startEmbeddedPostgres({ folder });
      expect(first.adopted).toBe(false);
      await ask(first.ownerUrl, 'create table kept (word text)');
      await ask(first.ownerUrl, "insert into kept values ('Straße')");
      await first.stop();
      expect(await isRunning()).toBe(false);

      const second = await startEmbeddedPostgres({ folder });
      expect(await ask(second.ownerUrl, 'select word from kept')).toEqual([{ word: 'Straße' }]);
      expect({ ...second, stop: undefined }).toEqual({ ...first, stop: undefined });
      await second.stop();
    },
    patience,
  );

  it('has an owner who may make roles and is no superuser, UTC, UTF-8, and writes to disk', async () => {
    const { ownerUrl, appUrl, stop } = await startEmbeddedPostgres({ folder });
    expect(
      await ask(
        ownerUrl,
        `select rolsuper, rolcreaterole, rolbypassrls, current_setting('timezone') as zone,
           current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
           upper('ä') as letter, current_setting('data_checksums') as checksums
         from pg_roles where rolname = current_user`,
      ),
    ).toEqual([
      {
        rolsuper: false,
        rolcreaterole: true,
        rolbypassrls: false,
        zone: 'UTC',
        encoding: 'UTF8',
        fsync: 'on',
        letter: 'Ä',
        checksums: 'on',
      },
    ]);
    const { username, password } = new URL(appUrl);
    await ask(ownerUrl, `create role ${username} login password '${password}'`);
    expect(await ask(appUrl, 'select current_user::text as me')).toEqual([{ me: 'eingang_app' }]);
    await stop();
  });

  it('listens on a private socket only, and there asks for the password', async () => {
    const { ownerUrl, superuserUrl, stop } = await startEmbeddedPostgres({ folder });
    expect(await ask(superuserUrl, "select current_setting('listen_addresses') as tcp")).toEqual([{ tcp: '' }]);
    const rules = await ask(superuserUrl, 'select type, auth_method from pg_hba_file_rules');
    expect(rules).toEqual([{ type: 'local', auth_method: 'scram-sha-256' }]);
    const socket = new URL(ownerUrl).searchParams.get('host') ?? '';
    expect(statSync(socket).mode & 0o777).toBe(0o700);
    const wrong = new URL(superuserUrl);
    wrong.password = 'wrong';
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
    wrong.password = '';
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow(/password/);
    expect(statSync(join(folder, 'postgres.json')).mode & 0o777).toBe(0o600);
    await stop();
  });

  it('survives a kill -9 of the program and is adopted by the next one, which stops it', async () => {
    const killed = await launch({ folder });
    await ask(killed.ownerUrl, 'create table before_the_kill ()');
    await killed.kill();
    const next = await launch({ folder });
    expect(next.adopted).toBe(true);
    expect(next.ownerUrl).toBe(killed.ownerUrl);
    expect(await ask(next.ownerUrl, "select to_regclass('before_the_kill')::text as t")).toEqual([
      { t: 'before_the_kill' },
    ]);
    await next.finish();
    expect(await isRunning()).toBe(false);
  });

  it('recovers what was committed after a kill -9 of program and server', async () => {
    const killed = await launch({ folder });
    await ask(killed.ownerUrl, 'create table counted as select generate_series(1, 1000) as n');
    const pid = await serverPid();
    process.kill(pid, 'SIGKILL');
    await killed.kill();
    const next = await launch({ folder });
    expect(next.adopted).toBe(false);
    expect(await serverPid()).not.toBe(pid);
    expect(await ask(next.ownerUrl, 'select count(*)::int as n from counted')).toEqual([{ n: 1000 }]);
    await next.finish();
  });

  it.each(['exit', 'end'] as const)(
    'is not left behind by a program that ends without stopping it (%s)',
    async (then) => {
      const careless = await launch({ folder, then });
      const pid = await serverPid();
      await careless.finish();
      // The program could not wait for the server; the next one does.
      const next = await startEmbeddedPostgres({ folder });
      expect(await serverPid()).not.toBe(pid);
      await next.stop();
    },
  );

  it('goes on while another program uses it, and stops with the last one', async () => {
    const service = await launch({ folder });
    const commandLine = await launch({ folder });
    expect([service.adopted, commandLine.adopted]).toEqual([false, true]);
    await commandLine.finish();
    expect(await ask(service.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await service.finish();
    expect(await isRunning()).toBe(false);
  });

  it('is not held up by a stale postmaster.pid whose process id belongs to another program now', async () => {
    const cluster = await clusterOf(folder);
    await writeFile(
      join(cluster, 'postmaster.pid'),
      `${String(process.pid)}\n${cluster}\n1700000000\n5432\n/nowhere\n\n  123 456\nready\n`,
    );
    const server = await startEmbeddedPostgres({ folder });
    expect(await serverPid()).not.toBe(process.pid);
    await server.stop();
  });

  it(
    'is made once by programs that start at the same moment in a new folder',
    async () => {
      const data = join(folder, 'race');
      const launches = await Promise.all(Array.from({ length: 3 }, () => launch({ folder: data })));
      expect(new Set(launches.map(({ ownerUrl }) => ownerUrl)).size).toBe(1);
      const home = resolve(await clusterOf(data), '..');
      expect((await readdir(home)).sort()).toEqual(['cluster', 'socket']);
      for (const { ownerUrl, finish } of launches) {
        expect(await ask(ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
        await finish();
      }
      expect(existsSync(join(home, 'cluster', 'postmaster.pid'))).toBe(false);
      await removeEmbeddedPostgres(data);
      expect(existsSync(home)).toBe(false);
    },
    patience,
  );

  it(
    'keeps its socket in a short place if the path of its folder is long',
    async () => {
      const data = join(folder, 'l'.repeat(200));
      const options = { folder: data, systemFolder: join(folder, 's'.repeat(200)) };
      // As root the cluster lies in the system's folder, which the unprivileged user must be able to reach.
      if (process.getuid?.() === 0) await mkdir(options.systemFolder).then(() => chmod(folder, 0o755));
      const server = await startEmbeddedPostgres(options);
      const socket = new URL(server.ownerUrl).searchParams.get('host') ?? '';
      expect(socket).toMatch(/^\/tmp\/eingang-[0-9a-f]{24}$/);
      expect(statSync(socket).mode & 0o777).toBe(0o700);
      expect(await ask(server.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
      await server.stop();
      await removeEmbeddedPostgres(data);
      expect(existsSync(socket)).toBe(false);
    },
    patience,
  );
});

describe('A start of the embedded PostgreSQL that cannot succeed says why', () => {
  it('if the cluster has disappeared, instead of beginning with an empty one', async () => {
    const cluster = await clusterOf(folder);
    await rename(cluster, `${cluster}.away`);
    await expect(startEmbeddedPostgres({ folder })).rejects.toThrow(
      `The database of the data folder ${folder} has lain in ${cluster}, and that folder is gone.`,
    );
    await rename(`${cluster}.away`, cluster);
  });

  it('if the cluster was made by another major version', async () => {
    const file = join(await clusterOf(folder), 'PG_VERSION');
    const version = readFileSync(file, 'utf8');
    await writeFile(file, '14\n');
    await expect(startEmbeddedPostgres({ folder })).rejects.toThrow(
      /was made by PostgreSQL 14, the binaries in .* are/,
    );
    await writeFile(file, version);
  });

  it('if the record of the passwords is damaged', async () => {
    const data = join(folder, 'damaged');
    await mkdir(data);
    await writeFile(join(data, 'postgres.json'), '{"home":');
    await expect(startEmbeddedPostgres({ folder: data })).rejects.toThrow(
      `The file ${join(data, 'postgres.json')} is damaged: it holds the passwords of the embedded database.`,
    );
  });

  it('if the data folder cannot be made', async () => {
    const data = join(folder, 'file', 'data');
    await writeFile(join(folder, 'file'), '');
    await expect(startEmbeddedPostgres({ folder: data })).rejects.toThrow(
      /^The embedded PostgreSQL could not be started with the data folder .*\(ENOTDIR: .*\); set EINGANG_DATA to a folder/,
    );
  });

  it('if the binaries cannot be run', async () => {
    await expect(startEmbeddedPostgres({ folder, binaries: '/nowhere' })).rejects.toThrow(
      /^\/nowhere\/postgres could not be run as the user/,
    );
    const server = await startEmbeddedPostgres({ folder });
    await server.stop();
  });
});

describe('The log of the embedded PostgreSQL', () => {
  it('begins anew when it has grown too large, and keeps its end beside', async () => {
    const file = join(folder, 'large.log');
    await writeFile(file, Buffer.concat([Buffer.alloc(5 * 1024 * 1024, 'x'), Buffer.from('the last line\n')]));
    boundLog(file);
    expect(statSync(file).size).toBe(0);
    expect(statSync(`${file}.1`).size).toBe(1024 * 1024);
    expect(readFileSync(`${file}.1`, 'utf8').endsWith('the last line\n')).toBe(true);
  });
});
