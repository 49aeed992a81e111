import type { ValueTransformer } from 'typeorm';
import { DefaultNamingStrategy } from 'typeorm';

/** PostgreSQL hands out bigint as text; amounts are bigint cents here. */
export const cents: ValueTransformer = {
  from: (value: string | null): bigint | null => (value === null ? null : BigInt(value)),
  to: (value: bigint | null | undefined): string | null | undefined =>
    typeof value === 'bigint' ? value.toString() : value,
};

/** File sizes are bigint in the database and stay far below 2^53. */
export const size: ValueTransformer = {
  from: (value: string | null): number | null => (value === null ? null : Number(value)),
  to: (value: number | null | undefined): number | null | undefined => value,
};

/**
 * JSON that PostgreSQL can hold: jsonb refuses U+0000 and half characters, and hostile documents are quoted in reports.
 * Both become U+FFFD, the character that stands for an unreadable one.
 */
export const storable = (value: unknown): unknown =>
  value === null || value === undefined
    ? value
    : JSON.parse(JSON.stringify(value), (_, part: unknown) => (typeof part === 'string' ? storableText(part) : part));

export const storableJson: ValueTransformer = { from: (value: unknown): unknown => value, to: storable };

/** Text that PostgreSQL can hold: without U+0000 and half characters, both replaced by U+FFFD. */
export const storableText = (text: string): string => text.toWellFormed().replaceAll('\u0000', '\ufffd');

/** A row whose texts come out of a document or a call, fit to be stored. */
export const storableRow = <T extends object>(row: T): T => ({
  ...row,
  ...Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (typeof value === 'string' ? [[name, storableText(value)]] : [])),
  ),
});

/** Columns are named as the properties, in snake case. */
export class SnakeCase extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
