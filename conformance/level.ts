/** In how many files a column agrees with the official verdicts. */
export interface Agreement {
  readonly same: number;
  readonly compared: number;
}

type Columns = Readonly<Record<string, Agreement>>;

/** What the comparison says, as far as the level needs it. */
export interface Comparison {
  readonly columns: Columns;
  readonly sources: Readonly<Record<string, Columns>>;
  readonly pdfs: Agreement;
}

/** Agreement by source folder and column; `all` stands for all folders, `pdf` for the invoices embedded in PDFs. */
export type Level = Readonly<Record<string, Columns>>;

export function levelOf({ columns, sources, pdfs }: Comparison): Level {
  const { same, compared } = pdfs;
  return { all: columns, ...sorted(sources), pdf: { embedded: { same, compared } } };
}

/** A sentence for each column whose share of agreement is smaller than before, or which is not compared any more. */
export function fallsBelow(now: Level, before: Level): readonly string[] {
  return Object.entries(before).flatMap(([source, columns]) =>
    Object.entries(columns).flatMap(([column, was]) => {
      const is = now[source]?.[column] ?? { same: 0, compared: 0 };
      return isBelow(is, was) ? [`${source}, ${column}: ${shown(is)}, was ${shown(was)}`] : [];
    }),
  );
}

/** Shares, because the data may grow; compared without division, so nothing is lost in rounding. */
function isBelow(is: Agreement, was: Agreement): boolean {
  if (is.compared === 0) return was.compared > 0;
  return is.same * was.compared < was.same * is.compared;
}

/** The figures over all folders as lines, and the share of files that agree in every column by folder. */
export function describeLevel({ all = {}, pdf = {}, ...sources }: Level): string {
  const rows = [
    ...Object.entries(all).map(([column, figures]) => `  ${column.padEnd(24)} ${shown(figures)}`),
    ...Object.values(pdf).map((figures) => `  ${'PDFs'.padEnd(24)} ${shown(figures)}`),
    'in every column, by source folder:',
    ...Object.entries(sources).map(([source, columns]) => {
      const figures = columns['all columns'] ?? { same: 0, compared: 0 };
      return `  ${source.padEnd(24)} ${shown(figures)}`;
    }),
  ];
  return rows.join('\n');
}

function shown({ same, compared }: Agreement): string {
  return `${same} of ${compared}${compared > 0 ? ` (${((100 * same) / compared).toFixed(2)} %)` : ''}`;
}

function sorted<Value>(record: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
