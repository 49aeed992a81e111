import type { Attachment, ExaminedDocument, StepName, Verdict } from '../../domain/validation/examination.js';

const steps: readonly StepName[] = ['wellFormed', 'syntax', 'scenario', 'structure', 'rules', 'verdict'];

/** What is said of a file in which there is nothing to check, or nothing that could be. */
export function nothingToJudge(
  verdict: Extract<Verdict, 'notAnEInvoice' | 'couldNotBeChecked'>,
  reason: string,
  attachments: readonly Attachment[] = [],
): ExaminedDocument {
  const outcome = verdict === 'couldNotBeChecked' ? 'couldNotRun' : 'notReached';
  return {
    embedded: null,
    syntax: null,
    specification: null,
    wellFormed: null,
    structureValid: null,
    scenario: null,
    acceptance: 'no-scenario',
    verdict,
    reason,
    steps: steps.map((step) => ({ step, outcome })),
    findings: [],
    invoice: null,
    attachments,
    versions: {},
  };
}
