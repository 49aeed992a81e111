import { sign, verify, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ed25519SealSigner } from '../../src/adapters/crypto/ed25519-seal-signer.js';
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

  const publicPem = (kind: 'ed25519' | 'x25519'): string => {
    const { publicKey } = kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('x25519');
    return publicKey.export({ type: 'spki', format: 'pem' }).toString();
  };
  const withEarlier = async (content: string) => {
    const earlierSeals = join(folder, 'earlier.pem');
    await writeFile(earlierSeals, content);
    return loadOrCreateKeys({ ...sources('generated'), earlierSeals });
  };

  it('keep the seals of former keys valid after two changes of the key', async () => {
    const made = await loadOrCreateKeys(sources('generated'));
    const former = new Ed25519SealSigner(made.sealKey);
    const seal = {
      number: 1,
      body: 'Siegel',
      hash: '',
      sealedAt: '',
      signature: former.sign('Siegel'),
      keyId: former.keyId,
    };
    await rm(join(folder, 'data', 'seal.pem'));
    const own = createPublicKey(made.sealKey).export({ type: 'spki', format: 'pem' }).toString();
    const { sealKey, earlierSealKeys } = await withEarlier(`${publicPem('ed25519')}\n${own}`);
    expect(earlierSealKeys).toHaveLength(2);
    expect(new Ed25519SealSigner(sealKey).check(seal)).toBe('unknownKey');
    expect(new Ed25519SealSigner(sealKey, earlierSealKeys).check(seal)).toBe('valid');
  });

  it.each([
    ['is empty', () => ''],
    ['holds a key of another kind', () => publicPem('ed25519') + publicPem('x25519')],
    ['holds half a key', () => publicPem('ed25519').slice(0, 60)],
    ['holds a broken key', () => publicPem('ed25519').replace('MCow', 'AAAA')],
    [
      'holds a private key',
      () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ],
  ])('are refused if the file of the earlier keys %s', async (_, content) => {
    await expect(withEarlier(content())).rejects.toThrow(
      /earlier\.pem does not hold the public keys of earlier seal keys; expected one or several Ed25519 public keys/,
    );
  });

  it('are refused if the file of the earlier keys is not there', async () => {
    const attempt = loadOrCreateKeys({ ...sources('generated'), earlierSeals: join(folder, 'nirgends.pem') });
    await expect(attempt).rejects.toThrow(
      new KeyFileError(`The key file ${join(folder, 'nirgends.pem')} does not exist.`),
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
