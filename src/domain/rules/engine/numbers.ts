import { Big } from 'big.js';

/** The lexical space of xs:decimal (XML Schema part 2, 3.2.3), white space around it allowed. */
const decimalForm = /^[ \t\n\r]*([+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+))[ \t\n\r]*$/;

/** No amount of an invoice needs more digits; longer ones would only cost time. */
const maxDigits = 200;

export const zero = new Big(0);
const hundred = new Big(100);

/** An exact number, or null where the text is none (or absurdly long). */
export function decimalOf(text: string | null | undefined): Big | null {
  if (text === null || text === undefined || text.length > maxDigits) return null;
  const known = recent.get(text);
  if (known !== undefined) return known;
  const number = readDecimal(text);
  if (text.length <= longestRecent) {
    if (recent.size >= mostRecent) recent.clear();
    recent.set(text, number);
  }
  return number;
}

/** Several rules ask for the same amount, and rates return with every invoice. Longer texts would keep their document. */
const recent = new Map<string, Big | null>();
const mostRecent = 1_000;
const longestRecent = 12;

function readDecimal(text: string): Big | null {
  const match = decimalForm.exec(text);
  if (!match) return null;
  const digits = (match[1] ?? '')
    .replace(/^\+/, '')
    .replace(/\.$/, '')
    .replace(/^(-?)\./, '$10.');
  return new Big(digits);
}

/** The number where there is exactly one text; two leave open which is meant, and count as none. */
export function onlyNumber(texts: readonly string[]): Big | null {
  return texts.length === 1 ? decimalOf(texts[0]) : null;
}

/** Half up towards plus infinity, as XPath's round does: -2.5 gives -2. */
export function roundUp(value: Big): Big {
  if (value.s > 0) return value.round(0, Big.roundHalfUp);
  return value.plus(0.5).round(0, value.plus(0.5).s < 0 ? Big.roundUp : Big.roundDown);
}

/** Two decimals, half up towards plus infinity: the rounding of every official sum. */
export function toCents(value: Big): Big {
  if (value.s > 0) return value.round(2, Big.roundHalfUp);
  return roundUp(value.times(hundred)).div(hundred);
}

/** An exact sum, or null if any part is no number. */
export function sumOf(texts: readonly string[]): Big | null {
  let sum = zero;
  for (const text of texts) {
    const value = decimalOf(text);
    if (value === null) return null;
    sum = sum.plus(value);
  }
  return sum;
}

/** Number of characters after the first dot of the raw text: trailing zeros and blanks count. */
export function decimalsIn(text: string): number {
  const dot = text.indexOf('.');
  if (dot < 0) return 0;
  const rest = text.slice(dot + 1);
  return beyondFirstPlane.test(rest) ? Array.from(rest).length : rest.length;
}

const beyondFirstPlane = /[\ud800-\udfff]/;

const doubleForm = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;

/** XPath's number(): a double of the text, blanks around it allowed, NaN where it is none. */
export function doubleOf(text: string): number {
  const value = text.replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, '');
  if (value === 'INF' || value === '-INF') return value === 'INF' ? Infinity : -Infinity;
  return doubleForm.test(value) ? Number(value) : NaN;
}
