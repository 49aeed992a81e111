import { placeOf, type DocumentIndex, type DocumentNode, type RuleSyntax } from '../document-index.js';
import type { Book, Finding, Severity } from '../../validation/finding.js';
import type { Entry, Path } from './path.js';
import { pathOf } from './path.js';
import { forSyntax, type Rule, type Test } from './rule.js';
import { RulePlan } from './rule-plan.js';
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
  /** What a document must hold for the rule to be asked at all; null where that is not known. */
  readonly entry: Entry | null;
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
    return prepared ? [new PreparedRule(prepared)] : [];
  });
}

class PreparedRule implements ReadyRule {
  readonly id: string;
  readonly entry: Entry | null;

  constructor(private readonly prepared: Prepared) {
    this.id = prepared.id;
    const { context, test } = prepared;
    // The codes of the context tell most; what the test asks for mostly tells more than where it is asked.
    this.entry = context.entry?.text ? context.entry : (test.entry ?? context.entry);
  }

  run(document: DocumentIndex, report: (finding: Finding) => void): void {
    const { when, context, test } = this.prepared;
    if (when?.(document) === false) return;
    let reported = 0;
    for (const node of context.nodes(document.root, document)) {
      if (test(node, document)) continue;
      reported += 1;
      if (reported > maxFindingsPerRule) return;
      report(findingAt(this.prepared, node, document));
    }
  }
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

/** The place is the first term that is there, else the group's element; a whole document has no place. */
function findingAt(rule: Prepared, node: DocumentNode, document: DocumentIndex): Finding {
  const values: Record<string, string> = {};
  let at: DocumentNode | null = null;
  for (const { term, path } of rule.terms) {
    const found = path.nodes(node, document)[0];
    const value = found ? path.first(node, document) : undefined;
    if (!found || value === undefined) continue;
    at ??= found;
    values[term] = shorten(value);
  }
  const quoted = rule.quotes?.first(node, document);
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
  const report = (finding: Finding): void => void findings.push(finding);
  const concerned = planOf(rules).concerned(document);
  for (const rule of concerned) {
    try {
      rule.run(document, report);
    } catch {
      broken.push(rule.id);
    }
  }
  return { findings, broken };
}

const plans = new WeakMap<readonly ReadyRule[], RulePlan<ReadyRule>>();

function planOf(rules: readonly ReadyRule[]): RulePlan<ReadyRule> {
  const plan = plans.get(rules) ?? new RulePlan(rules);
  plans.set(rules, plan);
  return plan;
}

/** The rules of a book in both syntaxes. */
export type RulesBySyntax = Readonly<Record<RuleSyntax, readonly ReadyRule[]>>;
