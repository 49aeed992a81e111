import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderDocumentStore } from '../../src/adapters/document-folder/folder-document-store.js';
import { openDatabase } from '../../src/adapters/postgres/database.js';
import { PostgresDocumentStore } from '../../src/adapters/postgres/postgres-document-store.js';
import { PostgresTenantDoor } from '../../src/adapters/postgres/postgres-tenant-door.js';
import type { DocumentStore } from '../../src/pipeline/ports/document-store.js';
import { migratedDatabase } from '../support/migrated-database.js';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A store with the ids of two tenants that it may be used for. */
interface OpenStore {
  readonly store: DocumentStore;
  readonly tenants: readonly [string, string];
  close(): Promise<unknown>;
}

const stores: Readonly<Record<string, () => Promise<OpenStore>>> = {
  'a folder': async () => {
    const folder = await mkdtemp(join(tmpdir(), 'eingang-documents-'));
    const close = () => rm(folder, { recursive: true });
    return { store: new FolderDocumentStore(folder), tenants: [randomUUID(), randomUUID()], close };
  },
  PostgreSQL: async () => {
    const fresh = await migratedDatabase();
    const database = await openDatabase(fresh.appUrl, 4);
    const door = new PostgresTenantDoor(database);
    const born = async (slug: string) => {
      const id = randomUUID();
      await door.inTenant(id, ({ town }) => town.addTenant({ id, slug, name: slug, at: new Date() }));
      return id;
    };
    const close = () => database.destroy().then(() => fresh.drop());
    return { store: new PostgresDocumentStore(database), tenants: [await born('one'), await born('two')], close };
  },
};

describe.each(Object.entries(stores))('originals in %s', (_name, open) => {
  let opened: OpenStore;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  const keep = async (bytes: Uint8Array, tenant = opened.tenants[0]) => {
    await opened.store.keep(tenant, sha256(bytes), bytes);
    return sha256(bytes);
  };

  it('come back byte for byte, whatever they are', async () => {
    const samples = [new Uint8Array([0]), new TextEncoder().encode('<Rechnung/>\r\n\0ä'), randomBytes(3 * 1024 * 1024)];
    for (const bytes of samples) {
      const name = await keep(bytes);
      expect(sha256((await opened.store.read(opened.tenants[0], name)) ?? new Uint8Array())).toBe(name);
    }
  });

  it('may be a window into a larger buffer', async () => {
    const window = new Uint8Array([9, 1, 2, 3, 9]).subarray(1, 4);
    const kept = await opened.store.read(opened.tenants[0], await keep(window));
    expect([...(kept ?? [])]).toEqual([1, 2, 3]);
  });

  it('are kept once however often and however simultaneously they come', async () => {
    const bytes = randomBytes(100_000);
    const names = await Promise.all(Array.from({ length: 8 }, () => keep(bytes)));
    await keep(bytes);
    expect(new Set(names).size).toBe(1);
    expect(sha256((await opened.store.read(opened.tenants[0], names[0] ?? '')) ?? new Uint8Array())).toBe(names[0]);
  });

  it('are not there for another tenant, nor under another name', async () => {
    const name = await keep(randomBytes(10));
    expect(await opened.store.read(opened.tenants[1], name)).toBeNull();
    expect(await opened.store.read(opened.tenants[0], sha256(randomBytes(10)))).toBeNull();
  });
});

describe('the folder of originals', () => {
  const tenant = randomUUID();
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'eingang-documents-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('holds one file per original, under its own name, and nothing half', async () => {
    const bytes = randomBytes(1000);
    const name = sha256(bytes);
    await Promise.all(Array.from({ length: 5 }, () => new FolderDocumentStore(folder).keep(tenant, name, bytes)));
    const home = join(folder, tenant, name.slice(0, 2), name.slice(2, 4));
    expect(await readdir(home)).toEqual([name]);
    expect((await stat(join(home, name))).mode & 0o777).toBe(0o440);
  });

  it('is made whole again where a file was cut short', async () => {
    const bytes = randomBytes(1000);
    const name = sha256(bytes);
    const store = new FolderDocumentStore(folder);
    await store.keep(tenant, name, bytes);
    const path = join(folder, tenant, name.slice(0, 2), name.slice(2, 4), name);
    await chmod(path, 0o640); // originals are kept read-only, which an ordinary user feels
    await truncate(path, 10);
    await store.keep(tenant, name, bytes);
    expect((await store.read(tenant, name))?.byteLength).toBe(1000);
  });

  it('takes no name that could lead elsewhere', async () => {
    const store = new FolderDocumentStore(folder);
    const wrong = ['..', '../../etc/passwd', 'A'.repeat(64), `${'a'.repeat(64)}/x`, ''];
    for (const name of wrong) {
      await expect(store.keep(tenant, name, new Uint8Array([1]))).rejects.toThrow(RangeError);
      await expect(store.read(name, 'a'.repeat(64))).rejects.toThrow(RangeError);
    }
  });
});
