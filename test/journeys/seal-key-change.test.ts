import { createPublicKey } from 'node:crypto';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../src/config.js';
import { openPorts } from '../../src/modules/open-ports.js';
import type { Seal } from '../../src/domain/audit/seal.js';
import { migratedDatabase } from '../support/migrated-database.js';

it('a seal of a former key stays valid for an installation that is told the key', async () => {
  const [fresh, folder] = [await migratedDatabase(), await mkdtemp(join(tmpdir(), 'eingang-seal-key-'))];
  const signerWith = async (earlier: string) => {
    const config = loadConfig({ EINGANG_DATA: folder, EINGANG_SEAL_EARLIER_KEYS_FILE: earlier });
    const { ports, close } = await openPorts(config, fresh.appUrl, 1);
    await close();
    return ports.signer;
  };
  try {
    const former = await signerWith('');
    const [body, key, earlier] = ['{"seal":1}', join(folder, 'seal.pem'), join(folder, 'earlier.pem')];
    const seal: Seal = { number: 1, body, hash: '', sealedAt: '', signature: former.sign(body), keyId: former.keyId };
    await rename(key, `${key}.former`);
    const publicKey = createPublicKey(await readFile(`${key}.former`));
    await writeFile(earlier, publicKey.export({ type: 'spki', format: 'pem' }));
    expect((await signerWith('')).check(seal)).toBe('unknownKey');
    expect((await signerWith(earlier)).check(seal)).toBe('valid');
  } finally {
    await fresh.drop();
    await rm(folder, { recursive: true });
  }
});
