import type { KeyedHash } from './ports/keyed-hash.js';
import { sha256 } from './sha256.js';

/** What every change in a session sends along as a header; another one for each secret of a session. */
export const csrfTokenOf = (keyedHash: KeyedHash, token: string): string => keyedHash.token('csrf', sha256(token));
