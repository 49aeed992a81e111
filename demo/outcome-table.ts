import { STATES, isState } from '../src/domain/approval/lifecycle.js';
import type { ExpectedOutcome } from './expected-outcomes.js';
import type { DemoInvoice } from './service-client.js';

/** A file that has become an invoice, and what must have become of it. */
export interface ShownFile {
  readonly fileName: string;
  readonly title: string;
  readonly expected: ExpectedOutcome;
}

/** What became of one file after intake. */
export interface Outcome {
  readonly file: ShownFile;
  readonly invoiceId: string;
  /** What is not as the fixture says; empty if all is well. */
  readonly differences: readonly string[];
}

/** The same with the invoice as it stands now. */
export interface Row extends Outcome {
  readonly invoice: DemoInvoice;
  readonly department: string | null;
  readonly rules: readonly string[];
}

/** Compares a file's fate after intake with the fixture. */
export function differencesOf(
  file: ShownFile,
  found: {
    readonly invoice: DemoInvoice;
    readonly department: string | null;
    readonly rules: readonly string[];
    readonly repeat: boolean;
  },
): readonly string[] {
  const { expected } = file;
  const rows: readonly (readonly [string, unknown, unknown])[] = [
    ['repeat', found.repeat, expected.repeatOf !== null],
    // A repeat shows the first file's invoice, which people may have worked on meanwhile.
    ...(found.repeat ? [] : ([['state', found.invoice.state, expected.state]] as const)),
    ['department', found.department, expected.department],
    ['reason', found.invoice.clarificationReason, expected.reason],
    ['verdict', found.invoice.verdict, expected.verdict],
    ['rules', [...found.rules].sort().join(' '), [...expected.rules].sort().join(' ')],
  ];
  return rows.flatMap(([name, is, should]) =>
    is === should ? [] : [`${name} is ${String(is)}, should be ${String(should)}`],
  );
}

/** One line per file: what it is, where it stands, why. */
export function tableOf(lines: readonly Row[]): string {
  const rows = lines.map(({ file, invoice, department, rules, differences }) => [
    differences.length === 0 ? 'ok' : '!!',
    file.fileName,
    isState(invoice.state) ? STATES[invoice.state].label.de : invoice.state,
    invoice.clarificationReason ?? department ?? rules.join(' '),
    invoice.grossAmount === null ? '' : `${invoice.grossAmount} ${invoice.currency ?? ''}`,
    file.title,
  ]);
  return aligned([['', 'File', 'State', 'Department or reason', 'Amount', 'What it shows'], ...rows]);
}

/** Rows of cells as lines of text, each column as wide as its widest cell. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
