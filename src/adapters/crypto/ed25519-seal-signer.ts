import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { Seal } from '../../domain/audit/seal.js';
import { SealSigner } from '../../pipeline/ports/seal-ledger.js';

/** Signs with the installation's Ed25519 key, and checks what any of the known keys has signed. */
export class Ed25519SealSigner extends SealSigner {
  readonly keyId: string;
  private readonly publicKeysById: ReadonlyMap<string, KeyObject>;

  /** @param earlier public keys of former seal keys, whose seals stay valid. */
  constructor(
    private readonly privateKey: KeyObject,
    earlier: readonly KeyObject[] = [],
  ) {
    super();
    const own = createPublicKey(privateKey);
    this.keyId = keyIdOf(own);
    this.publicKeysById = new Map([own, ...earlier].map((key) => [keyIdOf(key), key]));
  }

  sign(body: string): string {
    return sign(null, Buffer.from(body, 'utf8'), this.privateKey).toString('base64');
  }

  check(seal: Seal): 'valid' | 'wrong' | 'unknownKey' {
    const key = this.publicKeysById.get(seal.keyId);
    if (key === undefined) return 'unknownKey';
    const signature = Buffer.from(seal.signature, 'base64');
    return verify(null, Buffer.from(seal.body, 'utf8'), key, signature) ? 'valid' : 'wrong';
  }

  publicKeys(): readonly { readonly keyId: string; readonly pem: string }[] {
    return [...this.publicKeysById].map(([keyId, key]) => ({
      keyId,
      pem: key.export({ type: 'spki', format: 'pem' }).toString(),
    }));
  }
}

/** SHA-256 of the public key (SPKI, DER), hexadecimal. */
const keyIdOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
