import { syntaxOf } from '../reading/syntax-of.js';
import type { XmlElement } from '../reading/xml-tree.js';
import { builtVersions, inForce } from '../rules/book-versions.js';
import type { RuleBookName } from '../rules/books.js';
import { profileOf } from '../rules/factur-x/profile-of.js';
import { indexDocument, type RuleSyntax } from '../rules/document-index.js';
import { runRules } from '../rules/engine/rule-book.js';
import { checkIndexedStructure, isValidZugferd1, schemas } from '../rules/structure/check-structure.js';
import type { ExaminationOptions } from './examination-options.js';
import type { StepName, StepOutcome } from './examination.js';
import type { Finding } from './finding.js';
import { checkingOf } from './profile-checking.js';
import type { Facts } from './facts.js';
import { scenarioOf, specificationOf } from './scenarios.js';
import { scenarioVersion } from './scenarios.table.js';
import { findSpecification } from './specifications.js';
import { acceptanceOf, verdictOf } from './verdict.js';

export interface Step {
  readonly name: StepName;
  run(facts: Facts, options: ExaminationOptions): StepResult;
}

export interface StepResult {
  readonly outcome: Exclude<StepOutcome['outcome'], 'notReached'>;
  /** Whether the check ends here, apart from the verdict. */
  readonly ends: boolean;
  readonly facts: Partial<Facts>;
}

/** The check as a list. An error of format ends it; only the comparison with official verdicts goes on regardless. */
export const steps: readonly Step[] = [
  { name: 'wellFormed', run: (facts) => passIf(facts.root !== null) },
  { name: 'syntax', run: recogniseSyntax },
  { name: 'scenario', run: chooseScenario },
  { name: 'structure', run: compareStructure },
  { name: 'rules', run: askRules },
  { name: 'verdict', run: decide },
];

function passIf(passed: boolean, facts: Partial<Facts> = {}, ends = !passed): StepResult {
  return { outcome: passed ? 'passed' : 'failed', ends, facts };
}

function recogniseSyntax({ root, findings }: Facts, { exhaustive }: ExaminationOptions): StepResult {
  if (!root) return passIf(false);
  const syntax = syntaxOf(root);
  if (syntax === null || syntax === 'zugferd-1') {
    const finding = formatFinding('FORMAT-SYNTAX', root, { found: root.name, namespace: root.namespace.slice(0, 120) });
    const structureValid = exhaustive && syntax === 'zugferd-1' ? isValidZugferd1(root) : null;
    const known = { syntax, structureValid, reason: syntax ?? 'unknownDocument' };
    return passIf(false, { ...known, findings: [...findings, finding] });
  }
  const family: RuleSyntax = syntax === 'cii' ? 'cii' : 'ubl';
  const document = indexDocument(root, family, schemas[family].namespaces);
  return passIf(true, { syntax, document, specification: specificationOf(document) });
}

function formatFinding(rule: string, root: XmlElement, values: Readonly<Record<string, string>>): Finding {
  const at = { line: root.line, column: root.column, path: `/${root.name}` };
  return { book: 'format', rule, severity: 'fatal', errorClass: 'format', at, terms: ['BT-24'], values };
}

/** KoSIT's scenario says how KoSIT would decide; what this operation takes is told by the tenant's settings. */
function chooseScenario(facts: Facts, options: ExaminationOptions): StepResult {
  const { document, syntax, root } = facts;
  if (!document || !syntax || !root) return { outcome: 'couldNotRun', ends: true, facts: {} };
  const scenario = scenarioOf(document, syntax);
  const specification = findSpecification(facts.specification);
  const checking = checkingOf(scenario, specification, options.accept, document.syntax);
  const versions = { ...facts.versions, scenarios: scenarioVersion };
  if (checking) return passIf(true, { scenario, checking, versions });
  const reason = specification?.fullInvoice === false ? 'noFullInvoice' : 'noScenario';
  const rule = reason === 'noFullInvoice' ? 'FORMAT-PROFILE' : 'FORMAT-SCENARIO';
  const finding = formatFinding(rule, root, { found: facts.specification?.slice(0, 200) ?? '' });
  const known = { scenario, reason, versions, findings: [...facts.findings, finding] };
  // A scenario of KoSIT's is followed to its end even where this operation takes no such document.
  return passIf(false, known, scenario === null && !options.exhaustive);
}

function compareStructure(facts: Facts, options: ExaminationOptions): StepResult {
  const { document } = facts;
  if (!document) return { outcome: 'couldNotRun', ends: true, facts: {} };
  const found = checkIndexedStructure(document);
  const versions = { ...facts.versions, structure: schemas[document.syntax].source };
  const findings = [...facts.findings, ...found];
  return passIf(
    found.length === 0,
    { structureValid: found.length === 0, findings, versions },
    found.length > 0 && !options.exhaustive,
  );
}

/** Every book the check asks for; a book that is not built or lacks rules, or in which a rule broke down, did not run. */
function askRules(facts: Facts, options: ExaminationOptions): StepResult {
  const { document } = facts;
  if (!document) return { outcome: 'couldNotRun', ends: true, facts: {} };
  const asked = new Set<RuleBookName>([
    ...(facts.checking?.books ?? []),
    ...(facts.scenario?.books ?? []),
    ...(options.exhaustive ? everyBookFor(facts) : []),
  ]);
  const levels = [facts.checking?.levels, facts.scenario?.levels];
  const findings = [...facts.findings];
  const versions: Record<string, string> = { ...facts.versions };
  const booksRun: RuleBookName[] = [];
  for (const book of asked) {
    const version = inForce((options.versions ?? builtVersions)(book, document.syntax), options.day ?? null);
    if (!version) continue;
    const run = runRules(version.rules, document);
    for (const finding of run.findings) {
      const severity = levels[0]?.[finding.rule] ?? levels[1]?.[finding.rule];
      findings.push(severity === undefined ? finding : { ...finding, severity });
    }
    if (run.broken.length === 0 && version.complete) booksRun.push(book);
    versions[book] = version.name;
  }
  const wanted = facts.checking?.books ?? facts.scenario?.books ?? [];
  const complete = wanted.every((book) => booksRun.includes(book));
  const fatal = findings.some((finding) => finding.severity === 'fatal');
  return {
    outcome: complete ? (fatal ? 'failed' : 'passed') : 'couldNotRun',
    ends: false,
    facts: { findings, versions, booksRun },
  };
}

function everyBookFor({ specification }: Facts): readonly RuleBookName[] {
  const profile = profileOf(specification);
  return ['en16931', 'xrechnung', 'peppol', ...(profile === null ? [] : [`factur-x-${profile}` as const])];
}

function decide(facts: Facts): StepResult {
  const acceptance = acceptanceOf(facts);
  const verdict = verdictOf(facts);
  const accepted = verdict === 'accepted' || verdict === 'acceptedWithRemarks';
  const outcome = verdict === 'couldNotBeChecked' ? 'couldNotRun' : accepted ? 'passed' : 'failed';
  return { outcome, ends: true, facts: { acceptance, verdict } };
}
