import type { DemoTown } from './demo-memory.js';
import type { DemoFile } from './make-invoices.js';
import { differencesOf, type Outcome, type ShownFile } from './outcome-table.js';
import type { DemoInvoice, ServiceClient } from './service-client.js';
import { until } from './stage.js';

/** A file that has been sent in, and the invoice it is. */
export interface SentFile {
  readonly file: ShownFile;
  readonly invoiceId: string;
  readonly repeat: boolean;
}

/** A supplier's program uploads one file after the other. */
export async function uploadAll(supplier: ServiceClient, files: readonly DemoFile[]): Promise<readonly SentFile[]> {
  const sent: SentFile[] = [];
  for (const file of files) {
    const { parts } = await supplier.deliver(file, `demo-${file.fileName}`);
    const [part] = parts;
    if (part) sent.push({ file, invoiceId: part.invoiceId, repeat: part.fate === 'repeat' });
  }
  return sent;
}

/** What became of a file after intake, before any person has touched it. */
export async function outcomeOf(
  finance: ServiceClient,
  { file, invoiceId, repeat }: SentFile,
  memory: DemoTown,
): Promise<Outcome> {
  const invoice = await until(`invoice ${invoiceId} is still waiting`, async () => {
    const found = await finance.invoice(invoiceId);
    return found.state === 'received' ? null : found;
  });
  const department = departmentOf(invoice, memory);
  const rules = await finance.fatalRules(invoiceId);
  return { file, invoiceId, differences: differencesOf(file, { invoice, department, rules, repeat }) };
}

export const departmentOf = (invoice: DemoInvoice, memory: DemoTown): string | null =>
  Object.entries(memory.departmentIds).find(([, id]) => id === invoice.departmentId)?.[0] ?? null;
