import { createHash } from 'node:crypto';
import type { Attachment, ExaminedDocument, Examination } from '../../domain/validation/examination.js';
import type { ExaminationOptions } from '../../domain/validation/examination-options.js';
import { attachmentsOf } from '../../domain/reading/attachments.js';
import { syntaxOf } from '../../domain/reading/syntax-of.js';
import { readInvoice } from '../../domain/reading/read-invoice.js';
import { examineDocument, type ParsedDocument } from '../../domain/validation/examine-document.js';
import { fileKindOf, type FileKind } from './file-kind.js';
import { nothingToJudge } from './nothing-to-judge.js';
import { isInvoiceFileName } from './invoice-file-names.js';

/** A file embedded in a PDF, as the PDF's reader hands it over. */
export interface OpenedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly xml: Uint8Array | null;
}

export type OpenedPdf =
  | { readonly ok: true; readonly files: readonly OpenedFile[]; readonly cutOff: boolean }
  | { readonly ok: false; readonly reason: string };

/** The adapters that open files; a composition root hands them in, because adapters do not know each other. */
export interface FileOpeners {
  readonly parseXml: (bytes: Uint8Array) => ParsedDocument | Promise<ParsedDocument>;
  readonly readPdf: (bytes: Uint8Array) => Promise<OpenedPdf>;
}

/** @param fileName as the sender gave it; a hint only, the bytes decide what the file is. */
export type FileExaminer = (bytes: Uint8Array, fileName: string, options: ExaminationOptions) => Promise<Examination>;

/**
 * Reads and judges one file: what it is, which invoices lie in it, what the checks say of each. The reader process
 * and the command line run this same function. Never throws on content.
 */
export function createFileExaminer(openers: FileOpeners): FileExaminer {
  return async (bytes, fileName, options) => {
    const examine = examiners[fileKindOf(bytes, fileName)];
    return { documents: await examine({ openers, bytes, options }) };
  };
}

interface Task {
  readonly openers: FileOpeners;
  readonly bytes: Uint8Array;
  readonly options: ExaminationOptions;
}

const examiners: Record<FileKind, (task: Task) => Promise<readonly ExaminedDocument[]>> = {
  xml: async (task) => [await examineXml(task)],
  pdf: examinePdf,
  empty: async () => [nothingToJudge('notAnEInvoice', 'emptyFile')],
  unknown: async () => [nothingToJudge('notAnEInvoice', 'unknownFileKind')],
};

async function examineXml({ openers, bytes, options }: Task): Promise<ExaminedDocument> {
  return judged(await openers.parseXml(bytes), options, null, []);
}

async function examinePdf(task: Task): Promise<readonly ExaminedDocument[]> {
  const pdf = await task.openers.readPdf(task.bytes);
  if (!pdf.ok) return [nothingToJudge('couldNotBeChecked', pdf.reason)];
  const others: Attachment[] = [];
  const invoices = new Map<string, { readonly name: string; readonly parsed: ParsedDocument }>();
  for (const file of pdf.files) {
    const parsed = file.xml && (await task.openers.parseXml(file.xml));
    if (file.xml && parsed && isInvoice(file.name, parsed)) {
      const sha256 = createHash('sha256').update(file.xml).digest('hex');
      if (!invoices.has(sha256)) invoices.set(sha256, { name: file.name, parsed });
    } else {
      others.push({ name: file.name, mediaType: file.mediaType, base64At: null });
    }
  }
  if (invoices.size === 0) {
    if (pdf.cutOff) return [nothingToJudge('couldNotBeChecked', 'pdfDamaged', others)];
    return [nothingToJudge('notAnEInvoice', 'pdfWithoutInvoice', others)];
  }
  return [...invoices].map(([sha256, { name, parsed }]) => judged(parsed, task.options, { name, sha256 }, others));
}

/** The name makes it one, even if it cannot be read; under any other name the root element does. */
export function isInvoice(name: string, parsed: ParsedDocument): boolean {
  return isInvoiceFileName(name) || (parsed.ok && syntaxOf(parsed.root) !== null);
}

function judged(
  parsed: ParsedDocument,
  options: ExaminationOptions,
  embedded: ExaminedDocument['embedded'],
  besides: readonly Attachment[],
): ExaminedDocument {
  const document = { ...examineDocument(parsed, options), embedded };
  if (!parsed.ok) return { ...document, invoice: null, attachments: besides };
  const { invoice, findings } = readInvoice(parsed.root);
  return {
    ...document,
    findings: [...document.findings, ...findings],
    invoice,
    attachments: [...(invoice ? attachmentsOf(invoice) : []), ...besides],
  };
}
