import type { Verdict } from './examination.js';
import type { JudgedDocument } from './examine-document.js';

/** What is kept of a judgement: its verdict, the rules that were found broken (`BOOK RULE`), and what was used. */
export interface JudgementInBrief {
  readonly verdict: Verdict;
  readonly rules: readonly string[];
  readonly versions: Readonly<Record<string, string>>;
}

/** What another version of the books would have said about a document. */
export interface DryRun {
  readonly verdict: { readonly stored: Verdict; readonly would: Verdict };
  /** Books whose version differs, with the names of both. */
  readonly versions: Readonly<Record<string, { readonly stored: string | null; readonly would: string | null }>>;
  /** Rules that would be found in addition, and those that would no longer be. */
  readonly added: readonly string[];
  readonly gone: readonly string[];
}

export function inBrief({ verdict, findings, versions }: JudgedDocument): JudgementInBrief {
  return { verdict, versions, rules: [...new Set(findings.map(({ book, rule }) => `${book} ${rule}`))].sort() };
}

/** The difference between two judgements of the same document. */
export function compareJudgements(stored: JudgementInBrief, would: JudgementInBrief): DryRun {
  const [theirs, ours] = [new Set(stored.rules), new Set(would.rules)];
  return {
    verdict: { stored: stored.verdict, would: would.verdict },
    versions: differing(stored.versions, would.versions),
    added: would.rules.filter((rule) => !theirs.has(rule)),
    gone: stored.rules.filter((rule) => !ours.has(rule)),
  };
}

/** Whether another verdict or another rule came out; that a version has another name says nothing about a document. */
export const isOtherwise = ({ verdict, added, gone }: DryRun): boolean =>
  verdict.stored !== verdict.would || added.length > 0 || gone.length > 0;

function differing(stored: JudgementInBrief['versions'], would: JudgementInBrief['versions']): DryRun['versions'] {
  const names = new Set([...Object.keys(stored), ...Object.keys(would)]);
  return Object.fromEntries(
    [...names]
      .filter((name) => stored[name] !== would[name])
      .map((name) => [name, { stored: stored[name] ?? null, would: would[name] ?? null }]),
  );
}
