import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { Argon2Passwords } from '../../src/adapters/argon2/argon2-passwords.js';
import { Ed25519SealSigner } from '../../src/adapters/crypto/ed25519-seal-signer.js';
import { HmacKeyedHash } from '../../src/adapters/crypto/hmac-keyed-hash.js';
import { RandomIds } from '../../src/adapters/system/random-ids.js';

describe('passwords', () => {
  const passwords = new Argon2Passwords();

  it('are hashed by argon2id with what OWASP asks for, salted each time', async () => {
    const [one, two] = [await passwords.hash('geheim genug'), await passwords.hash('geheim genug')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await passwords.verify(one, 'geheim genug')).toBe(true);
    expect(await passwords.verify(one, 'geheim genug ')).toBe(false);
  });

  it('never match a person who is not there, a broken hash, or an endless password', async () => {
    expect(await passwords.verify(null, 'nobody has this password')).toBe(false);
    expect(await passwords.verify('$argon2id$broken', 'x')).toBe(false);
    expect(await passwords.verify('', '')).toBe(false);
    expect(await passwords.verify(await passwords.hash(''), 'x'.repeat(2000))).toBe(false);
    await expect(passwords.hash('x'.repeat(2000))).rejects.toThrow(RangeError);
  });
});

describe('the keyed hash', () => {
  const keyedHash = new HmacKeyedHash(Buffer.alloc(32, 1));

  it('is the same for the same key, purpose and text, and another for any other', () => {
    const hash = keyedHash.hex('csrf', 'a');
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(keyedHash.hex('csrf', 'a')).toBe(hash);
    const others = [
      keyedHash.hex('csrf', 'b'),
      keyedHash.hex('apiKey', 'a'),
      new HmacKeyedHash(randomBytes(32)).hex('csrf', 'a'),
    ];
    expect(others).not.toContain(hash);
  });

  it('is a token of 43 characters from the same 256 bits', () => {
    const token = keyedHash.token('trackingToken', 'a');
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(Buffer.from(token, 'base64url').toString('hex')).toBe(keyedHash.hex('trackingToken', 'a'));
  });
});

describe('the signer of seals', () => {
  const keys = generateKeyPairSync('ed25519');
  const signer = new Ed25519SealSigner(keys.privateKey);
  const body = '{"seal":1}';
  const seal = { number: 1, body, hash: '', sealedAt: '', signature: signer.sign(body), keyId: signer.keyId };

  it('knows its own signature, a wrong one, and a stranger’s', () => {
    expect(signer.check(seal)).toBe('valid');
    expect(signer.check({ ...seal, body: '{"seal":2}' })).toBe('wrong');
    expect(signer.check({ ...seal, signature: 'AAAA' })).toBe('wrong');
    const stranger = new Ed25519SealSigner(generateKeyPairSync('ed25519').privateKey);
    expect(stranger.check(seal)).toBe('unknownKey');
  });

  it('goes on knowing the seals of a former key', () => {
    const successor = new Ed25519SealSigner(generateKeyPairSync('ed25519').privateKey, [
      createPublicKey(keys.privateKey),
    ]);
    expect(successor.check(seal)).toBe('valid');
  });
});

describe('ids', () => {
  const ids = new RandomIds();

  it('are UUIDs of version 7, each another', () => {
    const made = Array.from({ length: 1000 }, () => ids.next());
    expect(new Set(made).size).toBe(1000);
    expect(made.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
      true,
    );
  });

  it('carry the moment of their making in front', () => {
    const before = Date.now();
    const moment = parseInt(ids.next().replace('-', '').slice(0, 12), 16);
    expect(moment).toBeGreaterThanOrEqual(before);
    expect(moment).toBeLessThanOrEqual(Date.now());
  });

  it('come with secrets of 256 bits', () => {
    expect(ids.secret()).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(ids.secret()).not.toBe(ids.secret());
  });
});
