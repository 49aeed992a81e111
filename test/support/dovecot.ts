import { existsSync } from 'node:fs';
import { dovecotProgram } from '../../bench/dovecot.js';

export { TestDovecot } from '../../bench/dovecot.js';

/**
 * Whether Debian's dovecot is installed. With CI=true it must be, so that its tests are not skipped unnoticed there;
 * elsewhere the omission is announced: `(dovecotIsInstalled() ? describe : describe.skip)(…)`.
 */
export function dovecotIsInstalled(): boolean {
  if (existsSync(dovecotProgram)) return true;
  if (process.env['CI'] === 'true') throw new Error('dovecot-imapd is not installed, and with CI=true it must be.');
  process.stderr.write('SKIPPED: dovecot-imapd is not installed, so no mailbox is tried.\n');
  return false;
}
