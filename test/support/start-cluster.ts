// Jest's global setup is transpiled to CommonJS and cannot load the project's own modules. So the launcher and the
// keeper of the cluster are transpiled here, and run in a process of their own.
import { transformFile } from '@swc/core';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

declare global {
  var testClusterKeeper: ChildProcess | undefined;
}

const launcher = 'src/adapters/embedded-postgres';
const keeper = 'test/support/cluster-keeper';

/**
 * Starts the one PostgreSQL of a test run. The tests find its addresses in EINGANG_TEST_CLUSTER, and the folder of the
 * transpiled launcher, for processes of their own, in EINGANG_TEST_LAUNCHER.
 */
export default async function startCluster({ rootDir }: { readonly rootDir: string }): Promise<void> {
  const built = join(rootDir, 'node_modules', '.cache', `eingang-tests-${String(process.pid)}`);
  await transpile(rootDir, built);
  const child = spawn(process.execPath, [join(built, `${keeper}.js`), built], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true, // Ctrl+C ends the tests first
  });
  globalThis.testClusterKeeper = child;
  process.env['EINGANG_TEST_CLUSTER'] = await firstLine(child);
  process.env['EINGANG_TEST_LAUNCHER'] = join(built, launcher);
  child.unref();
}

async function transpile(rootDir: string, built: string): Promise<void> {
  const sources = (await readdir(join(rootDir, launcher))).filter((name) => name.endsWith('.ts'));
  for (const source of [...sources.map((name) => join(launcher, name)), `${keeper}.ts`]) {
    const { code } = await transformFile(join(rootDir, source), { configFile: join(rootDir, '.swcrc') });
    const target = join(built, source.replace(/\.ts$/, '.js'));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, code);
  }
  await writeFile(join(built, 'package.json'), '{"type":"module"}');
}

async function firstLine(child: ChildProcess): Promise<string> {
  const ended = once(child, 'exit').then(() => {
    throw new Error('The PostgreSQL of the tests did not start; the reason stands above.');
  });
  const said = once(child.stdout ?? child, 'data').then(([chunk]) => String(chunk).trim());
  return Promise.race([said, ended]);
}
