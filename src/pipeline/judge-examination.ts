import type { Examination, ExaminedDocument } from '../domain/validation/examination.js';

/** What the examination alone says about a file's way, before duplicates, accounts and routing are looked at. */
export type Judgement =
  | { readonly kind: 'accepted'; readonly document: ExaminedDocument }
  | { readonly kind: 'rejected'; readonly document: ExaminedDocument }
  | { readonly kind: 'clarification'; readonly reason: ExaminationDoubt; readonly document: ExaminedDocument | null };

/** Why a person must look at a file that was examined. */
export type ExaminationDoubt = 'notAnEInvoice' | 'severalInvoices' | 'couldNotBeChecked';

export function judge(examination: Examination): Judgement {
  const [document, ...others] = examination.documents;
  if (document === undefined) return { kind: 'clarification', reason: 'notAnEInvoice', document: null };
  if (others.length > 0) return { kind: 'clarification', reason: 'severalInvoices', document };
  switch (document.verdict) {
    case 'accepted':
    case 'acceptedWithRemarks':
      return { kind: 'accepted', document };
    case 'rejected':
      return { kind: 'rejected', document };
    case 'couldNotBeChecked':
    case 'notAnEInvoice':
      return { kind: 'clarification', reason: document.verdict, document };
  }
}
