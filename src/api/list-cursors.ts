import { z } from 'zod';
import type { InvoiceRecord } from '../pipeline/ports/invoice-records.js';
import { sortKeys, type ListPlace, type SortKey } from '../pipeline/ports/desk-records.js';
import { Problem } from './problem.js';

export interface ListOrder {
  readonly sort: SortKey;
  readonly descending: boolean;
}

/** The order that a query asks for, as `dueDate` or `-dueDate`. */
export function orderOf(sort: string): ListOrder {
  const key = sortKeys.find((one) => one === sort.replace(/^-/, ''));
  return { sort: key ?? 'receivedAt', descending: sort.startsWith('-') };
}

/** What a row is placed by in each order, as text. */
const VALUES: Readonly<Record<SortKey, { of: (invoice: InvoiceRecord) => string | null; form: z.ZodType<string> }>> = {
  receivedAt: { of: ({ receivedAt }) => receivedAt.toISOString(), form: z.iso.datetime() },
  stateSince: { of: ({ stateSince }) => stateSince.toISOString(), form: z.iso.datetime() },
  dueDate: { of: ({ dueDate }) => dueDate, form: z.iso.date() },
  skontoUntil: { of: ({ skontoUntil }) => skontoUntil, form: z.iso.date() },
  nextLoss: { of: ({ nextLossOn }) => nextLossOn, form: z.iso.date() },
  gross: { of: ({ grossCents }) => grossCents?.toString() ?? null, form: z.string().regex(/^-?\d{1,18}$/) },
  seller: { of: ({ sellerSort }) => sellerSort, form: z.string().max(100) },
};

const nameOf = ({ sort, descending }: ListOrder): string => `${descending ? '-' : ''}${sort}`;

export const listCursorOf = (last: InvoiceRecord, order: ListOrder): string =>
  Buffer.from(JSON.stringify([nameOf(order), VALUES[order.sort].of(last), last.id])).toString('base64url');

/** @throws Problem where it is no cursor of this order, as it was handed out. */
export function listPlaceOf(text: string, order: ListOrder): ListPlace {
  const place = z.tuple([z.literal(nameOf(order)), VALUES[order.sort].form.nullable(), z.uuid()]);
  const read = place.safeParse(jsonOf(text));
  if (!read.success) throw Problem.atTheDoor('invalidRequest', { places: 'cursor' });
  return { value: read.data[1], id: read.data[2] };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
