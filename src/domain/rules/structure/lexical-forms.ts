import { isUri } from './uri-form.js';

/** How white space is treated before a value is looked at (XML Schema part 2, 4.3.6). Only these four characters count. */
export type WhiteSpace = 'preserve' | 'replace' | 'collapse';

export interface LexicalForm {
  readonly whiteSpace: WhiteSpace;
  /** Whether a value, white space already treated, is in the lexical space. */
  readonly accepts: (value: string) => boolean;
  /** Whether it accepts every value. */
  readonly acceptsAll?: true;
}

const anything = (): boolean => true;
const matching =
  (pattern: RegExp) =>
  (value: string): boolean =>
    pattern.test(value);

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$/;

/** The built-in simple types that the schemas of invoices use. */
export const builtinForms: Readonly<Record<string, LexicalForm>> = {
  string: { whiteSpace: 'preserve', accepts: anything, acceptsAll: true },
  normalizedString: { whiteSpace: 'replace', accepts: anything, acceptsAll: true },
  token: { whiteSpace: 'collapse', accepts: anything, acceptsAll: true },
  decimal: { whiteSpace: 'collapse', accepts: matching(/^[+-]?(?:[0-9]+(?:[.][0-9]*)?|[.][0-9]+)$/) },
  integer: { whiteSpace: 'collapse', accepts: matching(/^[+-]?[0-9]+$/) },
  boolean: { whiteSpace: 'collapse', accepts: matching(/^(?:true|false|1|0)$/) },
  language: { whiteSpace: 'collapse', accepts: matching(/^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/) },
  base64Binary: { whiteSpace: 'collapse', accepts: isBase64 },
  anyURI: { whiteSpace: 'collapse', accepts: isUri },
  date: { whiteSpace: 'collapse', accepts: isDate },
  dateTime: { whiteSpace: 'collapse', accepts: isDateTime },
  time: { whiteSpace: 'collapse', accepts: isTime },
  // The union of both, as ZUGFeRD 1 has it.
  'dateTime|date': { whiteSpace: 'collapse', accepts: (value) => isDateTime(value) || isDate(value) },
  ID: { whiteSpace: 'collapse', accepts: isNcName },
};

/** Treats white space as the facet says; NBSP, ZWSP and BOM are content. */
export function treatWhiteSpace(value: string, whiteSpace: WhiteSpace): string {
  if (whiteSpace === 'preserve') return value;
  if (whiteSpace === 'replace') return value.replace(/[\t\n\r]/g, ' ');
  return collapse(value);
}

/** Trims and folds runs of blank, tab, line feed and carriage return to one blank. */
export function collapse(value: string): string {
  return /[\t\n\r]|^ | $| {2}/.test(value) ? value.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, '') : value;
}

function isBase64(value: string): boolean {
  return base64.test(value.replace(/ /g, ''));
}

const zone = '(?:Z|[+-]([0-9]{2}):([0-9]{2}))?';
const datePart = '(-?)([0-9]{4,})-([0-9]{2})-([0-9]{2})';
const timePart = '([0-9]{2}):([0-9]{2}):([0-9]{2})([.][0-9]+)?';
const dateForm = new RegExp(`^${datePart}${zone}$`);
const timeForm = new RegExp(`^${timePart}${zone}$`);
const dateTimeForm = new RegExp(`^${datePart}T${timePart}${zone}$`);

function isDate(value: string): boolean {
  const [, , year, month, day, hours, minutes] = dateForm.exec(value) ?? [];
  return year !== undefined && isCalendarDay(year, Number(month), Number(day)) && isZone(hours, minutes);
}

function isTime(value: string): boolean {
  const [, hour, minute, second, fraction, hours, minutes] = timeForm.exec(value) ?? [];
  return (
    hour !== undefined && isClock(Number(hour), Number(minute), Number(second), fraction) && isZone(hours, minutes)
  );
}

function isDateTime(value: string): boolean {
  const match = dateTimeForm.exec(value);
  if (!match) return false;
  const [, , year = '', month, day, hour, minute, second, fraction, hours, minutes] = match;
  return (
    isCalendarDay(year, Number(month), Number(day)) &&
    isClock(Number(hour), Number(minute), Number(second), fraction) &&
    isZone(hours, minutes)
  );
}

const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Year 0000, a needless leading zero and a year beyond 2147483647 are refused as the reference parser (Xerces) does. */
function isCalendarDay(year: string, month: number, day: number): boolean {
  if (year === '0000' || (year.length > 4 && year.startsWith('0'))) return false;
  const number = Number(year);
  if (number > 2147483647) return false;
  const leap = (number % 4 === 0 && number % 100 !== 0) || number % 400 === 0;
  const days = month === 2 && leap ? 29 : (daysOfMonth[month - 1] ?? 0);
  return day >= 1 && day <= days;
}

function isClock(hour: number, minute: number, second: number, fraction: string | undefined): boolean {
  if (hour === 24) return minute === 0 && second === 0 && /^[.]?0*$/.test(fraction ?? '');
  return hour < 24 && minute < 60 && second < 60;
}

function isZone(hours: string | undefined, minutes: string | undefined): boolean {
  if (hours === undefined) return true;
  return Number(minutes) <= 59 && (Number(hours) < 14 || (Number(hours) === 14 && Number(minutes) === 0));
}

/** An XML name without a colon (Namespaces in XML 1.0, section 3). */
function isNcName(value: string): boolean {
  return /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{M}\p{Nd}\u00B7\u203F\u2040_.-]*$/u.test(value);
}
