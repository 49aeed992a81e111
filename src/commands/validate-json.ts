import type { ExaminedDocument } from '../domain/validation/examination.js';

/** One document as one line of JSON: what was found, without the invoice's own content. */
export function jsonLine(file: string, document: ExaminedDocument): string {
  const { embedded } = document;
  const place = embedded ? { file, attachment: embedded.name, xmlSha256: embedded.sha256 } : { file };
  const content = { embedded: undefined, invoice: undefined, attachments: undefined };
  return `${JSON.stringify({ ...place, ...document, ...content })}\n`;
}
