import type { DocumentIndex, RuleSyntax } from '../document-index.js';
import { normalized, pathOf } from '../engine/path.js';

const billing = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';
const withResponse = 'urn:peppol:bis:billing_with_response';
const french = ['urn:peppol:france:billing:regulated', 'urn:peppol:france:billing:non-regulated'];
const numbered = /urn:fdc:peppol\.eu:2017:poacc:billing:([0-9]{2}):1\.0/;

const process = {
  ubl: pathOf('/cbc:ProfileID'),
  cii: pathOf('/rsm:ExchangedDocumentContext/ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID'),
} as const;

/** Whether a business process (BT-23) is approved. UBL lists four; CII takes any number in the old form. */
export const isProcess = {
  ubl: (id: string): boolean => [billing, withResponse, ...french].includes(normalized(id)),
  cii: (id: string): boolean => numbered.test(normalized(id)),
} as const satisfies Readonly<Record<RuleSyntax, (id: string) => boolean>>;

/** Whether the types of documents are restricted by the process. */
export function restrictsTypes(document: DocumentIndex): boolean {
  const id = normalized(process[document.syntax].values(document.root, document)[0] ?? '');
  if (document.syntax === 'ubl') return id === billing || id === withResponse;
  return numbered.exec(id)?.[1] === '01';
}
