import { readFile } from 'node:fs/promises';
import { createPrivateKey } from 'node:crypto';
import { Ed25519SealSigner } from '../adapters/crypto/ed25519-seal-signer.js';
import { SealAuditLog } from '../pipeline/seal-audit-log.js';
import { exitCodes, understood, UsageError, type Command } from './command.js';
import { withPorts } from './with-ports.js';

/** `eingang audit rotate-key --next FILE`. Exit codes: 0 announced; 2 not understood; 3 not possible; 78 a bad setting. */
export const auditRotateKey: Command = {
  usage: {
    de: [
      'eingang audit rotate-key --next DATEI',
      '  kündigt im Protokoll den Siegelschlüssel der DATEI an (openssl genpkey -algorithm ed25519), unterschrieben vom',
      '  bisherigen. Danach: EINGANG_SEAL_KEY_FILE auf DATEI setzen, den ausgegebenen öffentlichen Schlüssel der Datei in',
      '  EINGANG_SEAL_EARLIER_KEYS_FILE anfügen und den Dienst neu starten; bis dahin wird nicht besiegelt.',
    ].join('\n'),
    en: [
      'eingang audit rotate-key --next FILE',
      '  announces the seal key in FILE (openssl genpkey -algorithm ed25519) in the log, signed by the present one. Then',
      '  set EINGANG_SEAL_KEY_FILE to FILE, append the public key that is printed to the file named by',
      '  EINGANG_SEAL_EARLIER_KEYS_FILE, and start the service anew; nothing is sealed until then.',
    ].join('\n'),
  },
  run(words, context) {
    const { next } = understood({ args: [...words], options: { next: { type: 'string' } } }).values;
    if (next === undefined) throw new UsageError('--next');
    return withPorts(context, async ({ ledger, signer, anchor, clock }) => {
      const key = createPrivateKey(await readFile(next, 'utf8'));
      if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${next}: Ed25519, please.`);
      const { keyId } = new Ed25519SealSigner(key);
      if (signer.publicKeys().some((one) => one.keyId === keyId))
        throw new Error(`${next}: the key is in use already.`);
      const seal = await new SealAuditLog(ledger, signer, anchor, clock).announceKey(keyId);
      context.tell(`seal ${seal}: ${signer.keyId} -> ${keyId}`);
      await context.print(signer.publicKeys()[0]?.pem ?? '');
      return exitCodes.done;
    });
  },
};
