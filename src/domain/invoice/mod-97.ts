/**
 * Remainder by 97 as ISO 7064 MOD 97-10 and ISO 13616 count it: letters stand for two digits, A=10 … Z=35.
 * The text holds upper-case letters and digits only; worked through digit by digit, so no length overflows.
 */
export function mod97(text: string): number {
  let remainder = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    remainder = (value < 10 ? remainder * 10 + value : remainder * 100 + value) % 97;
  }
  return remainder;
}

/** The two check digits that belong to a text, '02' to '98': 98 − (text followed by 00, mod 97). */
export const checkDigitsFor = (text: string): string => `${98 - mod97(`${text}00`)}`.padStart(2, '0');
