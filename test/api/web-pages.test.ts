import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import { ProblemFilter } from '../../src/api/problem-filter.js';
import { webPages } from '../../src/api/web-pages.js';

// The pages alone, in front of an application that knows nothing else and so answers everything else with a problem.

@Module({})
class NothingElse {}

const script = `console.log(${JSON.stringify('x'.repeat(2000))});`;
let folder: string;
let built: NestExpressApplication;
let unbuilt: NestExpressApplication;

async function start(from: string): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(NothingElse, { logger: false });
  app.use(await webPages(from));
  app.useGlobalFilters(new ProblemFilter(pino({ level: 'silent' })));
  await app.listen(0, '127.0.0.1');
  return app;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eingang-web-'));
  const pages = join(folder, 'web');
  await mkdir(join(pages, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(pages, 'index.html'), '<!doctype html><title>Eingang</title>');
  await writeFile(join(pages, 'manifest.json'), '{}');
  await writeFile(join(pages, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(pages, 'assets', 'main-a1b2.js'), script);
  built = await start(pages);
  unbuilt = await start(join(folder, 'nothing'));
});
afterAll(async () => {
  await Promise.all([built.close(), unbuilt.close()]);
  await rm(folder, { recursive: true });
});

const get = async (app: NestExpressApplication, path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${await app.getUrl()}${path}`, init);

it.each(['/', '/t/rheinstetten', '/t/rheinstetten/desk/invoices/x?queue=mine'])(
  'answers %s with the page',
  async (path) => {
    const response = await get(built, path);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<title>Eingang</title>');
    const header = (name: string) => response.headers.get(name);
    expect(header('content-type')).toBe('text/html; charset=utf-8');
    expect(header('cache-control')).toBe('no-store');
    expect(header('referrer-policy')).toBe('no-referrer');
    expect(header('cross-origin-opener-policy')).toBe('same-origin');
    expect(header('permissions-policy')).toContain('camera=()');
    const policy = header('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    for (const directive of ["script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"])
      expect(policy.split('; ')).toContain(directive);
    expect(policy).not.toMatch(/unsafe|\*|http/);
  },
);

it('hands out files whose names change with their content for good, packed for who takes that', async () => {
  const response = await get(built, '/assets/main-a1b2.js', { headers: { 'accept-encoding': 'gzip' } });
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(await response.text()).toBe(script);
  const plain = await get(built, '/assets/main-a1b2.js', { headers: { 'accept-encoding': 'identity' } });
  expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, script]);
  expect((await get(built, '/icon.svg')).headers.get('cache-control')).toBe('public, max-age=3600');
});

it.each(['/assets/none.js', '/manifest.json', '/index.html', '/api/v1/none', '/secret.txt', '/tt'])(
  'leaves %s to the API, which answers a problem',
  async (path) => {
    const response = await get(built, path);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
  },
);

it('takes nothing but asking: a page is not posted to', async () => {
  expect((await get(built, '/t/rheinstetten', { method: 'POST' })).status).toBe(404);
  expect((await get(built, '/', { method: 'HEAD' })).status).toBe(200);
});

/** A request line as it is, which fetch would tidy up first. */
async function raw(path: string): Promise<string> {
  const { port, hostname } = new URL(await built.getUrl());
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
    );
    let text = '';
    socket.on('data', (piece: Buffer) => (text += piece.toString()));
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
}

it.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/assets/%2e%2e/%2e%2e/secret.txt',
  '/assets/..\\..\\secret.txt',
  '//../secret.txt',
  '/t/../../secret.txt',
])('leads nowhere else by %s', async (path) => {
  expect((await raw(path)).split('\r\n\r\n').slice(1).join()).not.toMatch(/^secret$/m);
});

it('says how to build the pages where nobody has', async () => {
  const response = await get(unbuilt, '/t/rheinstetten');
  expect([response.status, response.headers.get('content-type')]).toEqual([503, 'text/plain; charset=utf-8']);
  expect(await response.text()).toContain('npm run build');
});
