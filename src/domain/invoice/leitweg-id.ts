import { checkDigitsFor } from './mod-97.js';

/** Characters of the longest Leitweg-ID: 12 + 1 + 30 + 1 + 2. */
export const MAX_LEITWEG_ID_LENGTH = 46;

/** 2 to 12 digits, optionally up to 30 letters or digits, two check digits, parted by hyphens. */
const FORM = /^(\d{2,12})-(?:([A-Z0-9]{1,30})-)?(\d{2})$/;

export type LeitwegIdCheck =
  | {
      readonly kind: 'valid';
      /** Upper case, as ids are compared: the check digits do not tell case apart. */
      readonly leitwegId: string;
    }
  | {
      readonly kind: 'invalid';
      /**
       * missing: nothing there. form: not built like a Leitweg-ID (another reference, a blank or hyphen gone astray).
       * checkDigits: built like one, but mistyped: with these digits it would be right.
       */
      readonly error: 'missing' | 'form' | 'checkDigits';
      readonly expectedCheckDigits?: string;
    };

/**
 * Checks a Leitweg-ID (KoSIT, Leitweg-ID format specification 2.0; ISO 7064 MOD 97-10), as it stands in BT-10.
 * Good: 04011000-1234512345-06, 991-33333TEST-33, 05315-31001-86. Bad: 10101010-STO-10.
 */
export function checkLeitwegId(text: string | undefined): LeitwegIdCheck {
  const leitwegId = text?.trim().toUpperCase() ?? '';
  if (leitwegId === '') return { kind: 'invalid', error: 'missing' };
  const parts = leitwegId.length > MAX_LEITWEG_ID_LENGTH ? null : FORM.exec(leitwegId);
  if (!parts) return { kind: 'invalid', error: 'form' };
  const [, coarse = '', fine = '', digits] = parts;
  const expectedCheckDigits = checkDigitsFor(coarse + fine);
  return digits === expectedCheckDigits
    ? { kind: 'valid', leitwegId }
    : { kind: 'invalid', error: 'checkDigits', expectedCheckDigits };
}
