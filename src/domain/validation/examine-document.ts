import type { XmlElement } from '../reading/xml-tree.js';
import type { ExaminationOptions } from './examination-options.js';
import type { ExaminedDocument, StepOutcome } from './examination.js';
import type { Finding } from './finding.js';
import { noFacts, type Facts } from './facts.js';
import { steps, type Step, type StepResult } from './steps.js';

/** What the gate made of the bytes: a tree, or the reasons why there is none. */
export type ParsedDocument =
  { readonly ok: true; readonly root: XmlElement } | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * What the checks alone can say about one document. The caller adds what it knows beside: where the document came
 * from (`embedded`), the semantic model (`invoice`) and the places of the supporting documents (`attachments`).
 */
export type JudgedDocument = Omit<ExaminedDocument, 'embedded' | 'invoice' | 'attachments'>;

/**
 * Runs the steps (well-formed, syntax, scenario, structure, rules, verdict) over one document. Pure; never throws: a
 * step that breaks down "could not run", and then the document could not be checked.
 */
export function examineDocument(parsed: ParsedDocument, options: ExaminationOptions): JudgedDocument {
  const outcomes: StepOutcome[] = [];
  const facts: Facts = { ...noFacts(parsed.ok ? parsed.root : null, parsed.ok ? [] : parsed.findings), outcomes };
  let ended = false;
  for (const step of steps) {
    if (ended && step.name !== 'verdict') {
      outcomes.push({ step: step.name, outcome: 'notReached' });
      continue;
    }
    const result = attempt(step, facts, options);
    outcomes.push({ step: step.name, outcome: result.outcome });
    Object.assign(facts, result.facts);
    ended ||= result.ends;
  }
  return {
    syntax: facts.syntax,
    specification: facts.specification,
    wellFormed: parsed.ok,
    structureValid: facts.structureValid,
    scenario: facts.scenario?.name ?? null,
    acceptance: facts.acceptance,
    verdict: facts.verdict,
    reason: facts.reason,
    steps: outcomes,
    findings: facts.findings,
    versions: facts.versions,
  };
}

/** A step is pure and total by design; should one break down all the same, it must not take the process with it. */
function attempt(step: Step, facts: Facts, options: ExaminationOptions): StepResult {
  try {
    return step.run(facts, options);
  } catch {
    return { outcome: 'couldNotRun', ends: true, facts: {} };
  }
}
