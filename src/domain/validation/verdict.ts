import type { Acceptance, Verdict } from './examination.js';
import type { Book } from './finding.js';
import type { Facts } from './facts.js';

/**
 * What KoSIT's configuration would decide: broken XML, no scenario and an invalid structure reject; then any message of level
 * error in the scenario's books does.
 */
export function acceptanceOf({ root, scenario, structureValid, findings, booksRun }: Facts): Acceptance {
  if (!root) return 'reject';
  if (!scenario) return 'no-scenario';
  if (structureValid !== true) return 'reject';
  const books: readonly Book[] = scenario.books;
  if (!scenario.books.every((book) => booksRun.includes(book))) return 'reject';
  return findings.some((finding) => finding.severity === 'fatal' && books.includes(finding.book)) ? 'reject' : 'accept';
}

/** Why a document is no e-invoice at all, as the steps name it. */
const noInvoice: ReadonlySet<string | null> = new Set(['zugferd-1', 'unknownDocument', 'noFullInvoice']);

/**
 * This operation's decision. "Accepted" needs proof that every step ran; a step that could not run gives "could not
 * be checked", unless an error of format or structure already rejects the document for certain.
 */
export function verdictOf(facts: Facts): Verdict {
  if (noInvoice.has(facts.reason)) return 'notAnEInvoice';
  const outcomes = new Map(facts.outcomes.map(({ step, outcome }) => [step, outcome]));
  const formal = ['wellFormed', 'syntax', 'scenario', 'structure'] as const;
  if (formal.some((step) => outcomes.get(step) === 'failed')) return 'rejected';
  if (formal.some((step) => outcomes.get(step) !== 'passed')) return 'couldNotBeChecked';
  const books: readonly Book[] = ['format', 'structure', ...(facts.checking?.books ?? [])];
  const own = facts.findings.filter((finding) => books.includes(finding.book));
  if (outcomes.get('rules') === 'couldNotRun') return 'couldNotBeChecked';
  if (own.some((finding) => finding.severity === 'fatal')) return 'rejected';
  return own.some((finding) => finding.severity === 'warning') ? 'acceptedWithRemarks' : 'accepted';
}
