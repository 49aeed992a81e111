import { createHash } from 'node:crypto';
import { duplicateKeyOf } from '../../domain/invoice/duplicate-key.js';
import { keyData } from '../../domain/invoice/key-data.js';
import type { ContentKind, InvoiceTraits } from '../../domain/mail/piece.js';
import { readInvoice } from '../../domain/reading/read-invoice.js';
import { syntaxOf } from '../../domain/reading/syntax-of.js';
import type { ParsedDocument } from '../../domain/validation/examine-document.js';
import { isInvoice, type FileOpeners } from './examine-file.js';

/** Tells an e-invoice, and what its data say, without judging it; null for everything else. */
export async function invoiceTraitsOf(
  bytes: Uint8Array,
  kind: ContentKind,
  openers: FileOpeners,
): Promise<InvoiceTraits | null> {
  if (kind === 'xml') return traitsOfXml(bytes, await openers.parseXml(bytes));
  return kind === 'pdf' ? traitsOfPdf(bytes, openers) : null;
}

/** XML that is broken and was meant to be an invoice is one: its report says what to mend. */
function traitsOfXml(bytes: Uint8Array, parsed: ParsedDocument): InvoiceTraits | null {
  if (!parsed.ok) return namesInvoice(bytes) ? { ...unread(bytes), form: 'ubl' } : null;
  const syntax = syntaxOf(parsed.root);
  if (syntax === null) return null;
  return { ...unread(bytes), ...readTraits(parsed), form: syntax.startsWith('ubl') ? 'ubl' : 'cii' };
}

async function traitsOfPdf(bytes: Uint8Array, { parseXml, readPdf }: FileOpeners): Promise<InvoiceTraits | null> {
  const pdf = await readPdf(bytes);
  if (!pdf.ok) return null;
  for (const { name, xml } of pdf.files) {
    if (xml === null) continue;
    const parsed = await parseXml(xml);
    if (isInvoice(name, parsed)) return { ...unread(xml), ...readTraits(parsed), form: 'pdf' };
  }
  return null;
}

const unread = (data: Uint8Array): Omit<InvoiceTraits, 'form'> => ({
  dataSha256: createHash('sha256').update(data).digest('hex'),
  duplicateKey: null,
  typeCode: null,
  iban: null,
  number: null,
  issueDate: null,
});

function readTraits(parsed: ParsedDocument): Partial<InvoiceTraits> {
  const invoice = parsed.ok ? readInvoice(parsed.root).invoice : null;
  if (!invoice) return {};
  const key = keyData(invoice);
  return {
    duplicateKey: duplicateKeyOf(key) ?? null,
    typeCode: key.typeCode ?? null,
    iban: key.payee.iban ?? null,
    number: key.number ?? null,
    issueDate: key.issueDate ?? null,
  };
}

/** Where the root element stands, if it can be read at all. */
const headBytes = 4096;

function namesInvoice(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(headBytes, bytes.byteLength));
  const text = head.toString('latin1').replaceAll('\u0000', '');
  return /<(?:[\w.-]+:)?(?:Invoice|CreditNote|CrossIndustryInvoice|CrossIndustryDocument)[\s>]/.test(text);
}
