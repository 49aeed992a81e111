import { z } from 'zod';
import { isUsableText } from './body-door.js';

/** A place in a list that inserts do not move: the moment and the id of the last row that was handed out. */
export interface Place {
  readonly at: Date;
  readonly id: string;
}

const place = z.tuple([z.iso.datetime(), z.uuid()]);

export const cursorOf = ({ at, id }: Place): string =>
  Buffer.from(JSON.stringify([at.toISOString(), id])).toString('base64url');

/** A cursor as it was handed out, read back. */
export const cursor = z
  .string()
  .max(200)
  .refine((text) => readCursor(text) !== null, { error: 'expected a cursor as it was handed out' });

export function readCursor(text: string): Place | null {
  try {
    const json: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    const read = place.safeParse(json);
    return read.success ? { at: new Date(read.data[0]), id: read.data[1] } : null;
  } catch {
    return null;
  }
}

/** Rows to ask for: one more than wanted, which tells whether there is a next page. */
export const oneMore = (limit: number): number => limit + 1;

/** The page, and the cursor of what comes behind it. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  placeOf: (row: T) => Place,
): { readonly items: readonly T[]; readonly nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? cursorOf(placeOf(last)) : null };
}

/** How many rows a page may have. */
export const pageSize = z.coerce.number().int().min(1).max(200).default(50);

/** What people read, in both languages of the product. */
export const wording = z.object({ de: z.string(), en: z.string() });

/** Text of people: well-formed, without control characters, not blank, trimmed. */
export const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => isUsableText(text) && !/[\p{Cc}]/u.test(text.replace(/[\n\t]/g, '')), {
      error: 'expected printable text',
    });

/** An id, in lower case as the database writes it: guards compare ids as text. */
export const uuid = z.uuid().toLowerCase();

/** A day between 2000 and 2199, YYYY-MM-DD. */
export const day = z.iso.date().regex(/^2[01]/, { error: 'expected a day between 2000 and 2199' });

/** A moment, ISO 8601 in UTC or with an offset. */
export const moment = z.iso
  .datetime({ offset: true })
  .regex(/^2[01]/, { error: 'expected a moment between 2000 and 2199' });
