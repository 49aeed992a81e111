import type { XmlElement } from '../reading/xml-tree.js';
import type { ExaminationOptions } from './examination-options.js';
import type { ExaminedDocument } from './examination.js';
import type { Finding } from './finding.js';

/** What the gate made of the bytes: a tree, or the reasons why there is none. */
export type ParsedDocument =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * What the checks alone can say about one document. The caller adds what it knows beside: where the document came
 * from (`embedded`), the semantic model (`invoice`) and the places of the supporting documents (`attachments`).
 */
export type JudgedDocument = Omit<ExaminedDocument, 'embedded' | 'invoice' | 'attachments'>;

/** Runs the steps (well-formed, syntax, scenario, structure, rules, verdict) over one document. Pure; never throws. */
export function examineDocument(parsed: ParsedDocument, _options: ExaminationOptions): JudgedDocument {
  return {
    syntax: null,
    specification: null,
    wellFormed: parsed.ok,
    structureValid: null,
    scenario: null,
    acceptance: 'no-scenario',
    verdict: 'couldNotBeChecked',
    reason: null,
    steps: [
      { step: 'wellFormed', outcome: parsed.ok ? 'passed' : 'failed' },
      { step: 'syntax', outcome: 'couldNotRun' },
      { step: 'scenario', outcome: 'couldNotRun' },
      { step: 'structure', outcome: 'couldNotRun' },
      { step: 'rules', outcome: 'couldNotRun' },
      { step: 'verdict', outcome: 'couldNotRun' },
    ],
    findings: parsed.ok ? [] : parsed.findings,
    versions: {},
  };
}
