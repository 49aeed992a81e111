import { hash } from 'node:crypto';

/** SHA-256 in hexadecimal: what originals are named by, and what tokens and calls are stored as. */
export const sha256 = (content: string | Uint8Array): string => hash('sha256', content);
