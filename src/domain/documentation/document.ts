/** A document that the program writes about itself or about what it keeps: headings, sentences, lists and tables, no markup. */
export interface Document {
  readonly title: string;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

export type Block = Text | List | Table;

interface Text {
  readonly kind: 'text';
  readonly text: string;
}

interface List {
  readonly kind: 'list';
  readonly items: readonly string[];
}

/** Each row has as many cells as there are columns. */
export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What stands on top of a document: name and value. */
export type Head = readonly (readonly [name: string, value: string])[];

export const text = (sentence: string): Block => ({ kind: 'text', text: sentence });
export const list = (...items: readonly string[]): Block => ({ kind: 'list', items });

/** Where there is no row, a sentence says so. */
export const table = (
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  none = 'Keine Einträge.',
): Block => (rows.length === 0 ? text(`${caption}: ${none}`) : { kind: 'table', caption, columns, rows });

export const section = (heading: string, ...blocks: readonly Block[]): Section => ({ heading, blocks, sections: [] });
export const chapter = (heading: string, ...sections: readonly Section[]): Section => ({
  ...{ heading, blocks: [], sections },
});

/**
 * A value as a document shows it, whoever wrote it: well-formed and in one line, without control characters and without
 * those that turn the direction of what follows.
 */
export const shown = (value: string): string =>
  value
    .toWellFormed()
    .replace(/[\p{Cf}\uFFFE\uFFFF]/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
