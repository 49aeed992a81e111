import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real Redis of a spec file's own. */
export interface TestRedis {
  /** `redis://127.0.0.1:PORT` */
  readonly url: string;
  /** Removes everything at once. */
  flush(): Promise<void>;
  /** Ends the server and starts it again on the same port with what it held. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Whether Debian's redis-server (or another) is installed. With CI=true it must be, so that its tests are not skipped
 * unnoticed there; elsewhere the omission is announced: `(redisIsInstalled() ? describe : describe.skip)(…)`.
 */
export function redisIsInstalled(): boolean {
  if (spawnSync('redis-server', ['--version']).status === 0) return true;
  if (process.env['CI'] === 'true') throw new Error('redis-server is not installed, and with CI=true it must be.');
  process.stderr.write('SKIPPED: redis-server is not installed, so nothing is tested on Redis.\n');
  return false;
}

/** Starts redis-server on a free port of 127.0.0.1 with the settings that the documentation asks for. */
export async function startRedis(): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'eingang-redis-'));
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const port = await freePort();
    let server = await launch(port, folder);
    // Somebody may have taken the port meanwhile; then the next one is tried.
    if (server === undefined) continue;
    const shutDown = async () => {
      server?.child.kill('SIGTERM');
      await server?.ended;
    };
    return {
      url: `redis://127.0.0.1:${String(port)}`,
      flush: () => flush(port),
      restart: async () => {
        await shutDown();
        server = await launch(port, folder);
        if (server === undefined) throw new Error(`redis-server did not come back on port ${String(port)}.`);
      },
      stop: async () => {
        await shutDown();
        await rm(folder, { recursive: true, force: true });
      },
    };
  }
  throw new Error('redis-server did not start.');
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('A TCP server has no port.');
  return address.port;
}

async function launch(port: number, folder: string) {
  const settings = {
    port,
    bind: '127.0.0.1',
    dir: folder,
    save: '',
    appendonly: 'yes',
    'maxmemory-policy': 'noeviction',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  return (await saysReady(child.stdout, ended)) ? { child, ended } : undefined;
}

async function flush(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  socket.write('FLUSHALL\r\n');
  const [answer] = await once(socket, 'data');
  socket.destroy();
  if (String(answer) !== '+OK\r\n') throw new Error(`FLUSHALL was answered with ${String(answer)}`);
}

async function saysReady(output: NodeJS.ReadableStream, ended: Promise<unknown>): Promise<boolean> {
  const ready = new Promise<boolean>((resolve) => {
    let text = '';
    output.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('Ready to accept connections')) resolve(true);
    });
  });
  return Promise.race([ready, ended.then(() => false)]);
}
