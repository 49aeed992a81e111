import type { XmlElement } from '../reading/xml-tree.js';
import type { RuleBookName } from '../rules/books.js';
import type { DocumentIndex } from '../rules/document-index.js';
import type { Acceptance, StepOutcome, Syntax, Verdict } from './examination.js';
import type { Finding } from './finding.js';
import type { Checking } from './profile-checking.js';
import type { Scenario } from './scenarios.table.js';

/** What is known so far; each step adds to it and changes nothing. */
export interface Facts {
  readonly root: XmlElement | null;
  readonly syntax: Syntax | null;
  readonly document: DocumentIndex | null;
  readonly specification: string | null;
  /** KoSIT's scenario, if one fits. */
  readonly scenario: Scenario | null;
  /** How this operation checks the document: which books, with which levels; null where it takes no such document. */
  readonly checking: Checking | null;
  readonly structureValid: boolean | null;
  /** Books that ran through without a rule breaking down. */
  readonly booksRun: readonly RuleBookName[];
  readonly acceptance: Acceptance;
  readonly verdict: Verdict;
  readonly reason: string | null;
  readonly findings: readonly Finding[];
  readonly versions: Readonly<Record<string, string>>;
  readonly outcomes: readonly StepOutcome[];
}

/** What is known before the first step. */
export function noFacts(root: XmlElement | null, findings: readonly Finding[]): Facts {
  return {
    root,
    syntax: null,
    document: null,
    specification: null,
    scenario: null,
    checking: null,
    structureValid: null,
    booksRun: [],
    acceptance: 'no-scenario',
    verdict: 'couldNotBeChecked',
    reason: null,
    findings,
    versions: {},
    outcomes: [],
  };
}
