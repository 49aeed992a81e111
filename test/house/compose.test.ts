import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadConfig } from '../../src/config.js';

const service = z.object({
  image: z.string(),
  environment: z.record(z.string(), z.string()),
  secrets: z.array(z.string()),
  volumes: z.array(z.string()).default([]),
  networks: z.array(z.string()),
  ports: z.array(z.string()).default([]),
  command: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.object({ test: z.array(z.string()).min(2) }).optional(),
});
const file = z.object({
  services: z.object({
    database: service,
    queue: service.extend({ environment: z.record(z.string(), z.string()).default({}) }),
    migrate: service,
    api: service,
    worker: service,
  }),
  networks: z.object({
    inside: z.object({ internal: z.literal(true) }),
    outside: z.object({ ipam: z.object({ config: z.tuple([z.object({ gateway: z.ipv4() })]) }) }),
  }),
  secrets: z.record(z.string(), z.strictObject({ file: z.string().regex(/^\.\/secrets\//) })),
});

const text = readFileSync('docker-compose.yml', 'utf8');
const { services, networks, secrets } = file.parse(parse(text, { merge: true }));
const programs = ['migrate', 'api', 'worker'] as const;

describe('docker-compose.yml', () => {
  it('keeps to the schema of the Compose specification', () => {
    expect(schemaErrors('docker-compose.yml')).toEqual([]);
  });

  it('is checked by something that finds errors', () => {
    const folder = mkdtempSync(join(tmpdir(), 'eingang-compose-'));
    const wrong = join(folder, 'docker-compose.yml');
    writeFileSync(wrong, text.replace('read_only: true', 'read_only: [yes]'));
    expect(schemaErrors(wrong).join()).toContain('read_only');
    rmSync(folder, { recursive: true });
  });

  it('reads every secret from a file, and gives each service those it needs', () => {
    const used = Object.values(services).flatMap((one) => one.secrets);
    expect(new Set(used)).toEqual(new Set(Object.keys(secrets)));
    const assigned = Object.values(services).flatMap(({ environment }) => Object.entries(environment));
    const bySecret = assigned.filter(([name]) => /PASSWORD|SECRET|KEY|DATABASE_URL|OWNER_URL|REDIS_URL/.test(name));
    expect(bySecret.length).toBeGreaterThan(10);
    for (const [name, value] of bySecret) expect(`${name}=${value}`).toMatch(/_FILE=\/run\/secrets\//);
    for (const [, value] of assigned) expect(value).not.toMatch(/:\/\/[^/]*:[^/]*@/);
  });

  it('believes what the proxy in front says of its clients, and nobody else', () => {
    const { api } = services;
    expect(api.networks).toContain('outside');
    expect(api.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
    expect(api.environment['EINGANG_TRUSTED_PROXIES']).toBe(networks.outside.ipam.config[0].gateway);
  });

  it('gives the owner of the database to the migration alone', () => {
    const holders = Object.entries(services).filter(([, one]) => one.secrets.includes('database_owner_url'));
    expect(holders.map(([name]) => name)).toEqual(['database', 'migrate']);
  });

  it('waits for the migration, the database and the queue before it starts the service', () => {
    for (const name of ['api', 'worker'] as const) {
      expect(services[name].depends_on).toEqual({
        database: { condition: 'service_healthy' },
        queue: { condition: 'service_healthy' },
        migrate: { condition: 'service_completed_successfully' },
      });
    }
    for (const name of ['database', 'queue', 'api', 'worker'] as const)
      expect(services[name].healthcheck).toBeDefined();
  });

  it('keeps the queue on disk and lets it drop nothing', () => {
    const command = services.queue.command.join(' ');
    expect(command).toContain('--appendonly yes');
    expect(command).toContain('--maxmemory-policy noeviction');
    expect(command).toContain('--requirepass');
    expect(services.queue.volumes).toEqual(['queue:/data']);
  });

  it('opens one port, to this machine only', () => {
    expect(Object.values(services).flatMap(({ ports }) => ports)).toEqual(['127.0.0.1:8380:8380']);
    expect([services.database.networks, services.queue.networks]).toEqual([['inside'], ['inside']]);
  });

  it.each(programs)('gives %s settings that the program accepts in production', (name) => {
    const { EINGANG_PUBLIC_URL, EINGANG_MAIL_HOSTS_ALLOWED, ...environment } = services[name].environment;
    expect(EINGANG_PUBLIC_URL).toMatch(/^\$\{EINGANG_PUBLIC_URL:\?/);
    expect(EINGANG_MAIL_HOSTS_ALLOWED).toBe('${EINGANG_MAIL_HOSTS_ALLOWED:-}');
    const { DATABASE_URL_FILE, DATABASE_OWNER_URL_FILE, REDIS_URL_FILE, ...rest } = environment;
    expect([DATABASE_URL_FILE, REDIS_URL_FILE]).toEqual(['/run/secrets/database_url', '/run/secrets/redis_url']);
    const config = loadConfig({
      ...rest,
      EINGANG_PUBLIC_URL: 'https://rechnung.example.de',
      DATABASE_URL: 'postgresql://eingang_app:x@database:5432/eingang',
      REDIS_URL: 'redis://:x@queue:6379',
      ...(DATABASE_OWNER_URL_FILE && { DATABASE_OWNER_URL: 'postgresql://eingang_owner:x@database:5432/eingang' }),
    });
    expect(config).toMatchObject({ production: true, warnings: [], documents: { kind: 'folder' } });
    expect(config.keys.sealFile.startsWith('/var/lib/eingang/seals/')).toBe(true);
  });
});

/** What dclint says about the schema of the Compose specification, which it brings along; its taste is left aside. */
function schemaErrors(path: string): readonly string[] {
  const linter = 'node_modules/dclint/bin/dclint.cjs';
  const { stdout } = spawnSync(process.execPath, [linter, '--quiet', '--formatter=json', path]);
  const files = z.array(z.object({ messages: z.array(z.object({ message: z.string() })) }));
  return files.parse(JSON.parse(stdout.toString())).flatMap(({ messages }) => messages.map(({ message }) => message));
}
