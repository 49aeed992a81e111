/** The digit at a place, counted from 0; NaN where there is none, so that no comparison holds. */
function digitAt(text: string, index: number): number {
  return (text.codePointAt(index) ?? NaN) - 48;
}

function weighted(text: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * digitAt(text, index), 0);
}

/** Sums the digits before the last one from the right, with the weight of each distance. */
function fromTheRight(text: string, weightOf: (distance: number) => number): number {
  let sum = 0;
  for (let index = text.length - 2, distance = 0; index >= 0; index -= 1, distance += 1) {
    sum += digitAt(text, index) * weightOf(distance);
  }
  return sum;
}

/** GLN (GS1): weights 3 and 1 from the right; any length of digits. */
export function isGln(text: string): boolean {
  if (!/^[0-9]+$/.test(text)) return false;
  const sum = fromTheRight(text, (distance) => (distance % 2 === 0 ? 3 : 1));
  return (10 - (sum % 10)) % 10 === digitAt(text, text.length - 1);
}

/** Modulo 11 with weights 2 to 7 from the right, as Norwegian organisation numbers use it. */
export function passesModulo11(text: string): boolean {
  const sum = fromTheRight(text, (distance) => (distance % 6) + 2);
  return Number(text) > 0 && (11 - (sum % 11)) % 11 === digitAt(text, text.length - 1);
}

/** Norwegian organisation number. */
export function isNorwegianNumber(text: string): boolean {
  return /^[0-9]{9}$/.test(text) && passesModulo11(text);
}

/** Belgian enterprise number: the last two digits are 97 minus the rest of the first eight. */
export function isBelgianNumber(text: string): boolean {
  return /^[0-9]{10}$/.test(text) && 97 - (Number(text.slice(0, 8)) % 97) === Number(text.slice(8));
}

/** Swedish organisation number: the Luhn check over nine digits; the length is asked elsewhere. */
export function passesSwedishCheck(text: string): boolean {
  if (!/^[0-9]+$/.test(text)) return false;
  const main = Array.from(text.slice(0, 9)).reverse();
  const sum = main.reduce((total, digit, index) => total + luhn(Number(digit), index % 2 === 0), 0);
  return (10 - (sum % 10)) % 10 === digitAt(text, 9);
}

function luhn(digit: number, doubled: boolean): number {
  const value = doubled ? digit * 2 : digit;
  return value > 9 ? value - 9 : value;
}

/** Australian Business Number: modulo 89, the first digit less one; only the first eleven characters are looked at. */
export function passesAustralianCheck(text: string): boolean {
  return (weighted(text, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 === 0;
}

export function isAustralianNumber(text: string): boolean {
  return /^[0-9]{11}$/.test(text) && passesAustralianCheck(text);
}

/** Greek tax number: powers of two over eight digits, modulo 11, modulo 10. */
export function isGreekTaxNumber(text: string): boolean {
  return (weighted(text, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === digitAt(text, 8);
}

const twoPlaceNumber = '(?:[+-][0-9]| [0-9]|[0-9][0-9 ])';
const italianPersonCode = new RegExp(`^[A-Za-z]{6}${twoPlaceNumber}[A-Za-z]${twoPlaceNumber}[\\s\\S]{3}[0-9][A-Za-z]$`);

/** Italian tax code, by form alone: 16 characters of a person, or 11 digits of an organisation. */
export function isItalianTaxCode(text: string): boolean {
  return text.length === 11 ? /^[+-]?[0-9]+$/.test(text) : italianPersonCode.test(text);
}

/** Italian VAT number: prefix IT, 11 digits, their weighted sum divisible by ten; other prefixes are not looked at. */
export function isItalianVatNumber(text: string): boolean {
  if (!/^(?:IT|it)/.test(text)) return true;
  const number = text.slice(2);
  if (!/^[0-9]{11}$/.test(number)) return false;
  const even = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
  const sum = Array.from(number, Number).reduce((total, digit, i) => total + (i % 2 ? (even[digit] ?? 0) : digit), 0);
  return sum % 10 === 0;
}
