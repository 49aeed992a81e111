import { placeOf, type DocumentIndex, type DocumentNode, type RuleSyntax } from '../document-index.js';
import type { Book, Finding, Severity } from '../../validation/finding.js';
import type { Path } from './path.js';
import { pathOf } from './path.js';
import { forSyntax, type Rule, type Test } from './rule.js';
import { scopeOf, type Binding } from './scope.js';

/** No single rule reports more than this often on one document. */
export const maxFindingsPerRule = 1000;

/** What one rule has to say, and whether it could say anything. */
export interface RuleRun {
  readonly findings: readonly Finding[];
  /** Ids of rules that broke down; their book counts as not run. */
  readonly broken: readonly string[];
}

/** A rule made ready for one syntax. */
export interface ReadyRule {
  readonly id: string;
  run(document: DocumentIndex, report: (finding: Finding) => void): void;
}

interface Prepared {
  readonly id: string;
  readonly when: ((document: DocumentIndex) => boolean) | null;
  readonly context: Path;
  readonly test: Test;
  readonly terms: readonly { readonly term: string; readonly path: Path }[];
  readonly quotes: Path | null;
  readonly finding: Pick<Finding, 'book' | 'rule' | 'severity' | 'errorClass' | 'terms'>;
}

/** Makes the rows of a book ready for a syntax; rows without a test in that syntax fall away. */
export function readyRules(book: Book, rules: readonly Rule[], binding: Binding): readonly ReadyRule[] {
  return rules.flatMap((rule) => {
    const prepared = prepare(book, rule, binding);
    return prepared
      ? [{ id: rule.id, run: (document, report) => runRule(prepared, document, report) } satisfies ReadyRule]
      : [];
  });
}

function prepare(book: Book, rule: Rule, binding: Binding): Prepared | null {
  const group = forSyntax(rule.on, binding.syntax);
  const question = forSyntax(rule.holds, binding.syntax);
  if (group === undefined || question === undefined) return null;
  const bound = binding.groups[group] ?? (group.startsWith('/') ? { at: group, terms: {} } : undefined);
  if (!bound) throw new Error(`${rule.id}: ${binding.syntax} binds no group ${group}`);
  const scope = scopeOf(binding, group);
  const severity: Severity = forSyntax(rule.severity, binding.syntax) ?? 'fatal';
  return {
    id: rule.id,
    when: rule.when ?? null,
    context: pathOf(bound.at),
    test: question(scope),
    terms: rule.terms.flatMap((term) => {
      const path = scope.findPath(term);
      return path ? [{ term, path }] : [];
    }),
    quotes: pathOrNull(forSyntax(rule.quotes, binding.syntax)),
    finding: { book, rule: rule.id, severity, errorClass: rule.errorClass ?? 'businessRule', terms: rule.terms },
  };
}

function pathOrNull(text: string | undefined): Path | null {
  return text === undefined ? null : pathOf(text);
}

function runRule(rule: Prepared, document: DocumentIndex, report: (finding: Finding) => void): void {
  if (rule.when?.(document) === false) return;
  let reported = 0;
  for (const node of rule.context.nodes(document.root, document)) {
    if (rule.test(node, document)) continue;
    reported += 1;
    if (reported > maxFindingsPerRule) return;
    report(findingAt(rule, node, document));
  }
}

/** The place is the first term that is there, else the group's element; a whole document has no place. */
function findingAt(rule: Prepared, node: DocumentNode, document: DocumentIndex): Finding {
  const values: Record<string, string> = {};
  let at: DocumentNode | null = null;
  for (const { term, path } of rule.terms) {
    const found = path.nodes(node, document)[0];
    const value = found ? path.values(node, document)[0] : undefined;
    if (!found || value === undefined) continue;
    at ??= found;
    values[term] = shorten(value);
  }
  const quoted = rule.quotes?.values(node, document)[0];
  if (quoted !== undefined) values['found'] = shorten(quoted);
  const place = at ?? (node === document.root ? null : node);
  return { ...rule.finding, at: place ? placeOf(place) : null, values };
}

function shorten(value: string): string {
  return value.length <= 80 ? value : `${value.slice(0, 79)}…`;
}

/** Runs every rule; one that breaks down is noted and does not stop the others. */
export function runRules(rules: readonly ReadyRule[], document: DocumentIndex): RuleRun {
  const findings: Finding[] = [];
  const broken: string[] = [];
  for (const rule of rules) {
    try {
      rule.run(document, (finding) => findings.push(finding));
    } catch {
      broken.push(rule.id);
    }
  }
  return { findings, broken };
}

/** The rules of a book in both syntaxes. */
export type RulesBySyntax = Readonly<Record<RuleSyntax, readonly ReadyRule[]>>;
