import { addDays } from '../src/domain/deadlines/working-days.js';
import type { InvoiceDescription } from './invoices/description.js';

/** The day for which the invoices are described: a few are overdue then, most are due soon. */
const describedFor = '2026-03-30';

/** Moves the days of the descriptions. */
export interface Days {
  readonly moved: (day: string) => string;
  readonly on: (terms: InvoiceDescription) => InvoiceDescription;
}

/** So that today's demonstration lies to its invoices as the described day does. */
export function daysFor(today: string): Days {
  const distance = Math.round((Date.parse(today) - Date.parse(describedFor)) / 86_400_000);
  const moved = (day: string): string => addDays(day, distance);
  const on = (terms: InvoiceDescription): InvoiceDescription => ({
    ...terms,
    ...{ issued: moved(terms.issued), due: moved(terms.due), delivered: moved(terms.delivered) },
    ...(terms.precedes && { precedes: { ...terms.precedes, issued: moved(terms.precedes.issued) } }),
  });
  return { moved, on };
}

/** As they are described, for whoever needs the same bytes on every day. */
export const asDescribed = daysFor(describedFor);
