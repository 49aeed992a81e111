import { createHash, generateKeyPairSync } from 'node:crypto';
import { appendFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { Ed25519SealSigner } from '../../src/adapters/crypto/ed25519-seal-signer.js';
import { FileSealAnchor } from '../../src/adapters/seal-file/file-seal-anchor.js';
import { nextSeal, type Seal } from '../../src/domain/audit/seal.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const signer = new Ed25519SealSigner(generateKeyPairSync('ed25519').privateKey);

function seal(number: number): Seal {
  const previous = number === 1 ? null : { number: number - 1, hash: sha256(String(number - 1)) };
  const sealedAt = '2026-03-01T10:00:00.000Z';
  const unsigned = nextSeal([], previous, sealedAt, sha256);
  return { ...unsigned, sealedAt, signature: signer.sign(unsigned.body), keyId: signer.keyId };
}
const seals = Array.from({ length: 5 }, (_, at) => seal(at + 1));
const heads = seals.map(({ number, hash }) => ({ number, hash }));

let folder = '';
let file = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eingang-seals-'));
  file = join(folder, 'far', 'away', 'seals.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

const appendAll = async (anchor: FileSealAnchor, some: readonly Seal[]) => {
  for (const one of some) await anchor.append(one);
};

it('keeps seals as lines of JSON that can be checked without the database', async () => {
  await appendAll(new FileSealAnchor(file), seals);
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  const stored = z.object({
    number: z.int(),
    hash: z.string(),
    body: z.string(),
    signature: z.string(),
    keyId: z.string(),
  });
  const read = lines.map((line) => stored.parse(JSON.parse(line)));
  expect(read).toEqual(
    seals.map(({ number, hash, body, signature, keyId }) => ({ number, hash, body, signature, keyId })),
  );
  expect(read.every((one) => signer.check({ ...one, sealedAt: '' }) === 'valid')).toBe(true);
  expect(await new FileSealAnchor(file).seals()).toEqual(heads);
});

it('has no seals before the first', async () => {
  expect(await new FileSealAnchor(file).seals()).toEqual([]);
});

it('keeps the order in which it was called, also at once', async () => {
  const anchor = new FileSealAnchor(file);
  await Promise.all(seals.map((one) => anchor.append(one)));
  expect(await anchor.seals()).toEqual(heads);
});

it('reads on where it ended, also what another process has appended', async () => {
  const [here, there] = [new FileSealAnchor(file), new FileSealAnchor(file)];
  await appendAll(here, seals.slice(0, 2));
  expect(await here.seals()).toEqual(heads.slice(0, 2));
  await appendAll(there, seals.slice(2));
  expect(await here.seals()).toEqual(heads);
});

it.each([1, 40, 200])('completes a line that a crash has torn after %d bytes', async (bytes) => {
  await appendAll(new FileSealAnchor(file), seals.slice(0, 2));
  const whole = await readFile(file);
  await new FileSealAnchor(file).append(seals[2] ?? seal(3));
  await truncate(file, whole.byteLength + bytes);
  const afterwards = new FileSealAnchor(file);
  expect(await afterwards.seals()).toEqual(heads.slice(0, 2));
  await appendAll(afterwards, seals.slice(2));
  expect(await afterwards.seals()).toEqual(heads);
  expect((await readFile(file, 'utf8')).split('\n')).toHaveLength(6);
});

it('loses nothing where a torn line is followed by another seal, and shows the piece', async () => {
  await appendAll(new FileSealAnchor(file), seals.slice(0, 2));
  await appendFile(file, '{"number":3,"hash":"somebody else');
  const anchor = new FileSealAnchor(file);
  await anchor.append(seals[3] ?? seal(4));
  expect((await anchor.seals()).map(({ number }) => number)).toEqual([1, 2, 0, 4]);
});

it('forgets what it had read if the file has become shorter', async () => {
  const anchor = new FileSealAnchor(file);
  await appendAll(anchor, seals);
  await anchor.seals();
  const [first = ''] = (await readFile(file, 'utf8')).split('\n');
  await writeFile(file, `${first}\n`);
  expect(await anchor.seals()).toEqual(heads.slice(0, 1));
});
