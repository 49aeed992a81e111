import type { ExaminationOptions } from './examination-options.js';
import type { Verdict } from './examination.js';
import { examineDocument, type JudgedDocument, type ParsedDocument } from './examine-document.js';

/** What another version of the books would have said about a document. */
export interface DryRun {
  readonly verdict: { readonly now: Verdict; readonly then: Verdict };
  /** Books whose version differs, with the names of both. */
  readonly versions: Readonly<Record<string, { readonly now: string | null; readonly then: string | null }>>;
  /** Rules that would be found in addition, and those that would no longer be. */
  readonly added: readonly string[];
  readonly gone: readonly string[];
}

/** Examines a document by both sets of options and tells the difference. Pure: nothing is kept of it. */
export function dryRun(parsed: ParsedDocument, now: ExaminationOptions, then: ExaminationOptions): DryRun {
  const [present, other] = [examineDocument(parsed, now), examineDocument(parsed, then)];
  const [ours, theirs] = [rulesOf(present), rulesOf(other)];
  return {
    verdict: { now: present.verdict, then: other.verdict },
    versions: differing(present.versions, other.versions),
    added: [...theirs].filter((rule) => !ours.has(rule)),
    gone: [...ours].filter((rule) => !theirs.has(rule)),
  };
}

function rulesOf({ findings }: JudgedDocument): ReadonlySet<string> {
  return new Set(findings.map(({ book, rule }) => `${book} ${rule}`));
}

function differing(now: JudgedDocument['versions'], then: JudgedDocument['versions']): DryRun['versions'] {
  const names = [...new Set([...Object.keys(now), ...Object.keys(then)])].filter((name) => now[name] !== then[name]);
  return Object.fromEntries(names.map((name) => [name, { now: now[name] ?? null, then: then[name] ?? null }]));
}
