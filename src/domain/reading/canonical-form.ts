import { isCalendarDate } from '../invoice/calendar-date.js';
import type { DataType } from '../invoice/model-row.js';
import { isDecimal } from '../invoice/money.js';

const isXmlSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;

/**
 * Trims XML's white space and no other: NBSP and its like are content (XML Schema part 2, 4.3.6). By hand, for a
 * pattern would take quadratic time on a long run of blanks.
 */
export const trimXml = (text: string): string => {
  let start = 0;
  let end = text.length;
  while (start < end && isXmlSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isXmlSpace(text.charCodeAt(end - 1))) end -= 1;
  return start === 0 && end === text.length ? text : text.slice(start, end);
};

const UBL_DATE = /^([0-9]{4}-[0-9]{2}-[0-9]{2})(?:Z|[+-][0-9]{2}:[0-9]{2})?$/;
const CII_DATE = /^([0-9]{4})([0-9]{2})([0-9]{2})$/;

/** A date of UBL (xs:date): its zone is dropped, for the model's dates have none. What is no date stays as it is. */
export const ublDate = (text: string): string => {
  const date = trimXml(text);
  return UBL_DATE.exec(date)?.[1] ?? date;
};

/**
 * A date of CII: YYYYMMDD where the format is 102 (UNTDID 2379), which is also assumed where no format is stated.
 * With any other format it stays as it is.
 */
export const ciiDate = (text: string, format: string | undefined): string => {
  const date = trimXml(text);
  const match = format === undefined || trimXml(format) === '102' ? CII_DATE.exec(date) : null;
  return match ? `${match[1]}-${match[2]}-${match[3]}` : date;
};

/** Text is content to the last blank (Skonto lines end in a newline); everything else is trimmed. */
export const canonicalForm = (text: string, type: DataType): string => (type === 'text' ? text : trimXml(text));

const DECIMALS: ReadonlySet<DataType> = new Set(['amount', 'unitPriceAmount', 'quantity', 'percentage']);

/** Whether a canonical value is what its data type says; always true for what is not a date or a number. */
export const isLexicallyRight = (value: string, type: DataType): boolean => {
  if (type === 'date') return isCalendarDate(value);
  return DECIMALS.has(type) ? isDecimal(value) : true;
};
