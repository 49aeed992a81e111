import { type KeyObject, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Where a key comes from: the environment, a file somebody has put there, or a file made at the first start. */
export type KeySource =
  { readonly kind: 'given'; readonly base64: string } | { readonly kind: 'file' | 'generated'; readonly path: string };

/** The keys of an installation. They are never logged and never leave the program. */
export interface InstallationKeys {
  /** 32 bytes: derives tokens (HMAC) and encrypts tenants' secrets (AES-256-GCM). */
  readonly installationKey: Buffer;
  /** Ed25519, private: signs the seals of the audit log. */
  readonly sealKey: KeyObject;
  /** Ed25519, public: keys that signed seals before. */
  readonly earlierSealKeys: readonly KeyObject[];
}

/** A key file is missing, unreadable or holds something else. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError';
}

const installationKeyBytes = 32;

/**
 * Reads the keys. A source of the kind "generated" is made if its file is missing: readable by its owner only, on
 * disk before it is used, and by one process only if several start at once. Throws KeyFileError with a sentence that
 * names the file.
 */
export async function loadOrCreateKeys(sources: {
  readonly installation: KeySource;
  readonly seal: Exclude<KeySource, { readonly kind: 'given' }>;
  /** The path of a file with one or several public keys. */
  readonly earlierSeals?: string | undefined;
}): Promise<InstallationKeys> {
  const installation =
    sources.installation.kind === 'given'
      ? { text: sources.installation.base64, place: 'EINGANG_KEY' }
      : { text: await contentOf(sources.installation, newInstallationKey), place: sources.installation.path };
  return {
    installationKey: decodeInstallationKey(installation.text, installation.place),
    sealKey: decodeSealKey(await contentOf(sources.seal, newSealKey), sources.seal.path),
    earlierSealKeys: sources.earlierSeals === undefined ? [] : await earlierKeysOf(sources.earlierSeals),
  };
}

const newInstallationKey = (): string => `${randomBytes(installationKeyBytes).toString('base64')}\n`;

const newSealKey = (): string =>
  generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey;

function decodeInstallationKey(text: string, place: string): Buffer {
  const base64 = text.trim();
  const bytes = Buffer.from(base64, 'base64');
  // Node skips what is no base64, so the way back must lead to the same text.
  if (bytes.length === installationKeyBytes && bytes.toString('base64') === base64) return bytes;
  throw new KeyFileError(`${place} does not hold an installation key; expected 32 random bytes in base64.`);
}

function decodeSealKey(text: string, path: string): KeyObject {
  const expected = 'expected an Ed25519 private key in PEM (make one with "openssl genpkey -algorithm ed25519")';
  try {
    const key = createPrivateKey(text);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Told apart from a key of another kind by nobody who has to put it right.
  }
  throw new KeyFileError(`${path} does not hold a key that can sign the audit log's seals; ${expected}.`);
}

async function earlierKeysOf(path: string): Promise<readonly KeyObject[]> {
  const text = (await readKeyFile(path)) ?? fail(path, 'does not exist');
  try {
    const keys = (text.match(publicKeyBlock) ?? []).map((block) => createPublicKey(block));
    const nothingElse = text.replace(publicKeyBlock, '').trim() === '';
    if (keys.length > 0 && nothingElse && keys.every((key) => key.asymmetricKeyType === 'ed25519')) return keys;
  } catch {
    // Told apart from a key of another kind by nobody who has to put it right.
  }
  const expected =
    'expected one or several Ed25519 public keys in PEM and nothing else (make one of a private key with "openssl pkey -in seal.pem -pubout")';
  throw new KeyFileError(`${path} does not hold the public keys of earlier seal keys; ${expected}.`);
}

const publicKeyBlock = /-----BEGIN PUBLIC KEY-----[^-]*-----END PUBLIC KEY-----/g;

async function contentOf(
  { kind, path }: { readonly kind: 'file' | 'generated'; readonly path: string },
  make: () => string,
): Promise<string> {
  const found = await readKeyFile(path);
  if (found !== undefined) return found;
  if (kind === 'file') throw new KeyFileError(`The key file ${path} does not exist.`);
  await createOnce(path, make());
  return (await readKeyFile(path)) ?? fail(path, 'disappeared');
}

/** Writes beside and links: the file appears whole and only if nobody was faster. */
async function createOnce(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const half = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    const handle = await open(half, 'wx', 0o600);
    await handle
      .writeFile(content)
      .then(() => handle.sync())
      .finally(() => handle.close());
    await link(half, path).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
    const folder = await open(dirname(path), 'r');
    await folder.sync().finally(() => folder.close());
  } catch (error) {
    fail(path, `cannot be made (${codeOf(error)})`);
  } finally {
    await rm(half, { force: true });
  }
}

async function readKeyFile(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    return fail(path, `cannot be read (${codeOf(error)})`);
  }
}

function fail(path: string, what: string): never {
  throw new KeyFileError(`The key file ${path} ${what}.`);
}

// Not by instanceof: an error of the system may come from another realm.
const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
