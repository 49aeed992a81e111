import type { Invoice } from '../invoice/invoice.js';
import type { Finding } from './finding.js';

/** What reading and judging one file gave: a line per invoice found in it (a PDF may embed several, or none). */
export interface Examination {
  readonly documents: readonly ExaminedDocument[];
}

export type Syntax = 'ubl-invoice' | 'ubl-credit-note' | 'cii' | 'zugferd-1';

/** accepted: every step ran and found nothing fatal. couldNotBeChecked: a step could not run; never "valid", never "invalid". */
export type Verdict = 'accepted' | 'acceptedWithRemarks' | 'rejected' | 'couldNotBeChecked' | 'notAnEInvoice';

/** What KoSIT's configuration would decide; kept apart from the verdict, which is this operation's. */
export type Acceptance = 'accept' | 'reject' | 'no-scenario';

export type StepName = 'wellFormed' | 'syntax' | 'scenario' | 'structure' | 'rules' | 'verdict';

export interface StepOutcome {
  readonly step: StepName;
  /** `notReached`: an earlier step ended the check. */
  readonly outcome: 'passed' | 'failed' | 'couldNotRun' | 'notReached';
}

export interface ExaminedDocument {
  /** Name and SHA-256 (hex) of the embedded file where the document came out of a PDF. */
  readonly embedded: { readonly name: string; readonly sha256: string } | null;
  readonly syntax: Syntax | null;
  /** BT-24 as it stands in the document. */
  readonly specification: string | null;
  /** null where there is no XML at all (a PDF without an embedded invoice). */
  readonly wellFormed: boolean | null;
  readonly structureValid: boolean | null;
  readonly scenario: string | null;
  readonly acceptance: Acceptance;
  readonly verdict: Verdict;
  /** Why there is nothing to judge, as a code; null otherwise. */
  readonly reason: string | null;
  readonly steps: readonly StepOutcome[];
  readonly findings: readonly Finding[];
  readonly invoice: Invoice | null;
  readonly attachments: readonly Attachment[];
  /** Name and version of every book, list and scenario table used. */
  readonly versions: Readonly<Record<string, string>>;
}

/** A supporting document (BG-24) or a file embedded in the PDF, by its place: bytes are not copied about. */
export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  /** Byte offsets of the base64 text in the original XML; null for a PDF's embedded file. */
  readonly base64At: { readonly start: number; readonly end: number } | null;
}
