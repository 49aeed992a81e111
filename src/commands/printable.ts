import { shownValue } from '../domain/validation/value-forms.js';

/** A line as it may stand on a terminal: values and names come from the sender, and what is endless is cut. */
export const printable = (line: string): string => shownValue(line).slice(0, 500);
