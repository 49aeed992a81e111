/** 2 to 12 digits, optionally up to 30 letters or digits, two check digits, parted by hyphens. */
const FORM = /^(\d{2,12})-(?:([A-Z0-9]{1,30})-)?(\d{2})$/;

export type LeitwegCheck =
  { readonly kind: 'right' | 'incomplete' } | { readonly kind: 'wrongDigits'; readonly expected: string };

/** Tells while one types what the server will say: MOD 97-10 of ISO 7064 over all but the check digits. */
export function checkLeitwegId(text: string): LeitwegCheck {
  const [, coarse, fine = '', digits] = FORM.exec(text.trim().toUpperCase()) ?? [];
  if (coarse === undefined) return { kind: 'incomplete' };
  const numbers = [...`${coarse}${fine}`].map((sign) => parseInt(sign, 36)).join('');
  const expected = String(98n - (BigInt(`${numbers}00`) % 97n)).padStart(2, '0');
  return digits === expected ? { kind: 'right' } : { kind: 'wrongDigits', expected };
}
