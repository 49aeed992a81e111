import { createHmac } from 'node:crypto';
import { KeyedHash, type HashPurpose } from '../../pipeline/ports/keyed-hash.js';

/** HMAC-SHA-256 under the installation key; a line feed ends the purpose, which holds none. */
export class HmacKeyedHash extends KeyedHash {
  /** @param key 32 bytes. */
  constructor(private readonly key: Uint8Array) {
    super();
  }

  hex(purpose: HashPurpose, text: string): string {
    return this.digest(purpose, text).toString('hex');
  }

  token(purpose: HashPurpose, text: string): string {
    return this.digest(purpose, text).toString('base64url');
  }

  private digest(purpose: HashPurpose, text: string): Buffer {
    return createHmac('sha256', this.key).update(`${purpose}\n${text}`, 'utf8').digest();
  }
}
