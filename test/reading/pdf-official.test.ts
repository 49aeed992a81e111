import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readPdf } from '../../src/adapters/pdf/read-pdf.js';

interface OfficialPdf {
  readonly file: string;
  readonly attachments: readonly string[];
  readonly invoices: readonly { readonly sha256: string }[];
}

const folder = fileURLToPath(new URL('../../../shared/conformance/', import.meta.url));
const list = `${folder}pdfs.jsonl`;
const pdfs: readonly OfficialPdf[] = existsSync(list)
  ? readFileSync(list, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  : [];

if (pdfs.length === 0) process.stderr.write(`SKIPPED: there are no conformance data in ${folder}\n`);

(pdfs.length > 0 ? describe : describe.skip)('In real PDFs of all ages', () => {
  it.each(pdfs.map((pdf) => [pdf.file, pdf] as const))('the right files are found: %s', async (file, official) => {
    const pdf = await readPdf(readFileSync(`${folder}invoices/${file}`));
    if (!pdf.ok) throw new Error(pdf.reason);
    const sums = pdf.files.flatMap(({ xml }) => (xml ? [createHash('sha256').update(xml).digest('hex')] : []));
    expect(pdf.files.map(({ name }) => name).sort()).toEqual([...official.attachments].sort());
    expect(sums.sort()).toEqual(official.invoices.map(({ sha256 }) => sha256).sort());
  });
});
