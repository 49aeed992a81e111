import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Secrets } from '../../pipeline/ports/secrets.js';

/** The first byte of what is sealed, so that another way of sealing can be told from this one. */
const version = 1;

/** As GCM recommends them (NIST SP 800-38D, 5.2.1): a random nonce of 96 bits, the whole tag of 128. */
const bytes = { key: 32, nonce: 12, tag: 16 } as const;

/** AES-256-GCM under a key of its own, derived from the installation key (HKDF-SHA-256); the place is authenticated. */
export class AesGcmSecrets extends Secrets {
  private readonly key: Uint8Array;

  /** @param installationKey 32 bytes. */
  constructor(installationKey: Uint8Array) {
    super();
    this.key = new Uint8Array(hkdfSync('sha256', installationKey, '', 'eingang secrets 1', bytes.key));
  }

  seal(place: string, text: string): Uint8Array {
    const nonce = randomBytes(bytes.nonce);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce, { authTagLength: bytes.tag });
    cipher.setAAD(Buffer.from(place, 'utf8'));
    const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), hidden]);
  }

  open(place: string, sealed: Uint8Array): string | null {
    const [afterNonce, afterTag] = [1 + bytes.nonce, 1 + bytes.nonce + bytes.tag];
    if (sealed[0] !== version || sealed.byteLength < afterTag) return null;
    const nonce = sealed.subarray(1, afterNonce);
    const decipher = createDecipheriv('aes-256-gcm', this.key, nonce, { authTagLength: bytes.tag });
    decipher.setAAD(Buffer.from(place, 'utf8'));
    decipher.setAuthTag(sealed.subarray(afterNonce, afterTag));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(afterTag)), decipher.final()]).toString('utf8');
    } catch {
      return null;
    }
  }
}
