import { sign, verify, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyFileError, loadOrCreateKeys } from '../../src/adapters/key-files/key-files.js';

describe('The keys of an installation', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'eingang-keys-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const sources = <const Kind extends 'file' | 'generated'>(kind: Kind) => ({
    installation: { kind, path: join(folder, 'data', 'installation.key') },
    seal: { kind, path: join(folder, 'data', 'seal.pem') },
  });

  it('are made at the first start, for the owner alone, and found again', async () => {
    const made = await loadOrCreateKeys(sources('generated'));
    const found = await loadOrCreateKeys(sources('file'));
    expect(found.installationKey).toEqual(made.installationKey);
    expect(made.installationKey).toHaveLength(32);
    const signature = sign(null, Buffer.from('seal'), made.sealKey);
    expect(verify(null, Buffer.from('seal'), createPublicKey(found.sealKey), signature)).toBe(true);
    for (const name of ['installation.key', 'seal.pem']) {
      expect((await stat(join(folder, 'data', name))).mode & 0o777).toBe(0o600);
    }
  });

  it('are the same for processes that start at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => loadOrCreateKeys(sources('generated'))));
    expect(new Set(all.map(({ installationKey }) => installationKey.toString('hex'))).size).toBe(1);
  });

  it('are never made where a file was announced', async () => {
    await expect(loadOrCreateKeys(sources('file'))).rejects.toThrow(
      new KeyFileError(`The key file ${join(folder, 'data', 'installation.key')} does not exist.`),
    );
  });

  it.each([
    ['too short', Buffer.alloc(31).toString('base64')],
    ['no base64', '!'.repeat(44)],
    ['empty', ''],
  ])('are refused if the installation key is %s', async (_, content) => {
    const path = join(folder, 'key');
    await writeFile(path, content);
    const attempt = loadOrCreateKeys({ ...sources('generated'), installation: { kind: 'file', path } });
    await expect(attempt).rejects.toThrow(
      `${path} does not hold an installation key; expected 32 random bytes in base64.`,
    );
  });

  it('are refused if the key for the seals is of another kind', async () => {
    const path = join(folder, 'rsa.pem');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    await writeFile(path, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const attempt = loadOrCreateKeys({ ...sources('generated'), seal: { kind: 'file', path } });
    await expect(attempt).rejects.toThrow(
      /rsa\.pem does not hold a key that can sign the audit log's seals; expected an Ed25519/,
    );
    expect(await readFile(path, 'utf8')).toContain('PRIVATE KEY');
  });
});
