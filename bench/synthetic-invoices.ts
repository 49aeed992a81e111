import { calculate } from '../demo/invoices/calculation.js';
import { writeCii } from '../demo/invoices/cii-writer.js';
import type { Line } from '../demo/invoices/description.js';
import { maintenance } from '../demo/invoices/descriptions.js';
import { writeUbl } from '../demo/invoices/ubl-writer.js';

/** Invoices of many lines: one of the demonstration's, its lines repeated with another number in each name. */
export function syntheticInvoice(syntax: 'ubl' | 'cii', lines: number): Buffer {
  const invoice = calculate({ ...maintenance, lines: Array.from({ length: lines }, lineAt) });
  return Buffer.from(syntax === 'ubl' ? writeUbl(invoice) : writeCii(invoice));
}

function lineAt(_: unknown, index: number): Line {
  const [line] = [maintenance.lines[index % maintenance.lines.length]].flatMap((found) => found ?? []);
  if (!line) throw new Error('The invoice of the demonstration has no lines.');
  return { ...line, name: `${line.name} ${String(index + 1)}` };
}
