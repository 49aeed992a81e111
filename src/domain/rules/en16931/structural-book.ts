import { attributeOf, placeOf, type DocumentIndex, type DocumentNode, type RuleSyntax } from '../document-index.js';
import { normalized } from '../engine/path.js';
import type { ReadyRule } from '../engine/rule-book.js';
import { maxFindingsPerRule } from '../engine/rule-book.js';
import type { Test } from '../engine/rule.js';
import type { Finding, Severity } from '../../validation/finding.js';
import { highestNumber, numberOf, unnamed } from '../names.js';
import { PathCounts, PathTree } from './path-tree.js';

/**
 * Rules that count elements. A rule is a line: id, level, how often (`none`, `max1`, `exactly1`, or `other` for one
 * written by hand), and what is counted from the context: `cac:X/cbc:Y`, `@a`, `{cac:X|cac:Y}/cbc:Z`, or `//…` for
 * anywhere in the document. All branches that match are counted together.
 */
export interface StructuralBook {
  readonly source: string;
  /** In order: an element is given to the first context that takes it. */
  readonly contexts: readonly { readonly at: StructuralContext; readonly rules: readonly string[] }[];
}

export interface StructuralContext {
  readonly names?: readonly string[];
  /** From the root element; `/` is the root itself. */
  readonly paths?: readonly string[];
  readonly prefix?: string;
  readonly suffix?: string;
  readonly notSuffix?: string;
  readonly notNames?: readonly string[];
  readonly parent?: string;
  readonly notBelow?: readonly [ancestor: string, parent: string];
  readonly attribute?: readonly [name: string, value: string];
  readonly indicator?: boolean;
}

interface StructuralRule {
  readonly id: string;
  readonly severity: Severity;
  readonly accepts: (number: number) => boolean;
  readonly element: string;
  readonly byHand: Test | null;
}

interface ReadyContext {
  readonly at: StructuralContext;
  /** What the name alone does not tell. */
  readonly takes: Test | null;
  readonly rules: readonly StructuralRule[];
  /** Indexes of the rules that can be broken where nothing is counted. */
  readonly demanding: readonly number[];
  /** Whether there is nothing to count for an element without children and attributes. */
  readonly passesBare: boolean;
  readonly tree: PathTree;
  readonly counts: PathCounts;
}

/** All rules of a structural book as one rule set: one pass gives each element to its context, one walk counts. */
export function readyStructuralRules(
  book: StructuralBook,
  syntax: RuleSyntax,
  byHand: Readonly<Record<string, Test>>,
): readonly ReadyRule[] {
  const contexts = book.contexts.map(({ at, rules }): ReadyContext => {
    const parsed = rules.map((line) => parseRule(line, byHand));
    const demanding = [...parsed.keys()].filter(
      (index) => parsed[index]?.byHand || parsed[index]?.accepts(0) === false,
    );
    const tree = new PathTree(parsed.map((rule) => (rule.byHand ? null : rule.element)));
    return {
      at,
      takes: contextTest(at),
      rules: parsed,
      demanding,
      passesBare: demanding.length === 0 && tree.countsOnlyWithin,
      tree,
      counts: new PathCounts(parsed.length),
    };
  });
  const candidates = candidatesByName(contexts);
  return [
    {
      id: `${syntax}-structural`,
      entry: null,
      run: (document, report) => {
        const reported = new Map<string, number>();
        const reportSome = (finding: Finding): void => {
          const number = (reported.get(finding.rule) ?? 0) + 1;
          reported.set(finding.rule, number);
          if (number <= maxFindingsPerRule) report(finding);
        };
        for (const node of document.all) {
          for (const context of candidates(node)) {
            if (context.takes?.(node, document) === false) continue;
            if (!context.passesBare || !isBare(node)) checkNode(context, node, document, reportSome);
            break;
          }
        }
      },
    },
  ];
}

function isBare({ element }: DocumentNode): boolean {
  return element.children.length === 0 && element.attributes.length === 0;
}

/** Most names belong to few contexts or none; what a name allows is found once. */
function candidatesByName(contexts: readonly ReadyContext[]): (node: DocumentNode) => readonly ReadyContext[] {
  // Made when the first document asks, as long as it will be: written far behind its end it would become a dictionary.
  let known: (readonly ReadyContext[] | undefined)[] | null = null;
  return (node) => {
    known ??= new Array<readonly ReadyContext[] | undefined>(highestNumber() + 1);
    const found = known[node.number];
    if (found) return found;
    const possible = contexts.filter(({ at }) => mayTake(at, node));
    if (node.number !== unnamed) known[node.number] = possible;
    return possible;
  };
}

/** What the name alone excludes; the root's own context is kept for every name, the root has none to exclude. */
function mayTake(at: StructuralContext, node: DocumentNode): boolean {
  if (at.names && !at.names.includes(node.name)) return false;
  if (at.suffix !== undefined && !node.element.name.endsWith(at.suffix)) return false;
  if (at.prefix !== undefined && !node.name.startsWith(`${at.prefix}:`)) return false;
  return at.paths?.every((path) => path !== '/' && !path.endsWith(`/${node.name}`)) !== true;
}

/** The ids of a structural book. */
export function structuralIds(book: StructuralBook): readonly string[] {
  return book.contexts.flatMap(({ rules }) => rules.map((line) => line.split(' ')[0] ?? ''));
}

const limits: Readonly<Record<string, (n: number) => (number: number) => boolean>> = {
  none: () => (number) => number === 0,
  max: (n) => (number) => number <= n,
  exactly: (n) => (number) => number === n,
  other: () => () => true,
};

function parseRule(line: string, byHand: Readonly<Record<string, Test>>): StructuralRule {
  const [id = '', level = '', kind = '', element = ''] = line.split(' ');
  const [, name = '', n] = /^([a-z]+)(\d*)$/.exec(kind) ?? [];
  const limit = limits[name];
  const test = name === 'other' ? byHand[id] : null;
  if (!limit || test === undefined || (level !== 'fatal' && level !== 'warning')) {
    throw new Error(`structural rule not understood: "${line}"`);
  }
  return { id, severity: level, accepts: limit(Number(n)), element, byHand: test };
}

function checkNode(
  context: ReadyContext,
  node: DocumentNode,
  document: DocumentIndex,
  report: (finding: Finding) => void,
): void {
  const { rules, tree, counts, demanding } = context;
  counts.clear();
  tree.count(node, document, counts);
  let broken: number[] | null = null;
  for (const index of demanding) {
    const byHand = rules[index]?.byHand;
    if (byHand ? !byHand(node, document) : counts.numberOf(index) === 0) (broken ??= []).push(index);
  }
  for (const index of counts.matched) {
    if (rules[index]?.accepts(counts.numberOf(index)) === false) (broken ??= []).push(index);
  }
  for (const index of broken?.sort((a, b) => a - b) ?? []) {
    const rule = rules[index];
    if (rule) report(findingOf(rule, node, counts.numberOf(index), counts.firstOf(index) ?? node));
  }
  counts.clear();
}

function findingOf(rule: StructuralRule, node: DocumentNode, number: number, first: DocumentNode): Finding {
  return {
    book: 'en16931',
    rule: rule.id,
    severity: rule.severity,
    errorClass: 'businessRule',
    at: placeOf(first),
    terms: [],
    values: {
      element: rule.element.replace(/(^|[/{|@])[a-z]+:/g, '$1'),
      found: String(number),
      in: node.element.name,
    },
  };
}

/** All that a context asks for beside the name; null where the name is all. */
function contextTest(at: StructuralContext): Test | null {
  const { notSuffix, notNames, parent, attribute, indicator, notBelow } = at;
  const notNumbers = notNames?.map(numberOf);
  const parentNumber = parent === undefined ? null : numberOf(parent);
  const paths = at.paths?.map(numbersUpwards);
  const tests: readonly (Test | false | undefined)[] = [
    parentNumber !== null && ((node) => node.parent?.number === parentNumber),
    notNumbers && ((node) => !notNumbers.includes(node.number)),
    notSuffix !== undefined && ((node) => !node.element.name.endsWith(notSuffix)),
    attribute && ((node) => attributeOf(node, attribute[0]) === attribute[1]),
    indicator !== undefined && ((node) => hasIndicator(node, indicator)),
    notBelow && isNotBelow(...notBelow),
    paths && ((node, document) => paths.some((numbers) => isAt(numbers, node, document))),
  ];
  const wanted = tests.flatMap((test) => test || []);
  const [only, ...others] = wanted;
  if (only === undefined || others.length === 0) return only ?? null;
  return (node, document) => wanted.every((test) => test(node, document));
}

function numbersUpwards(path: string): readonly number[] {
  const names = path.split('/').filter((name) => name !== '');
  return names.reverse().map(numberOf);
}

/** Whether a node stands at a simple path from the root, given from the bottom up. */
function isAt(numbers: readonly number[], node: DocumentNode, document: DocumentIndex): boolean {
  let at: DocumentNode | null = node;
  for (const number of numbers) {
    if (at?.number !== number) return false;
    at = at.parent;
  }
  return at === document.root;
}

const chargeIndicator = numberOf('cbc:ChargeIndicator');

function hasIndicator(node: DocumentNode, wanted: boolean): boolean {
  const values = wanted ? ['true', '1'] : ['false', '0'];
  return node.children.some(
    ({ number, element }) => number === chargeIndicator && values.includes(normalized(element.text)),
  );
}

function isNotBelow(ancestorName: string, parentName: string): Test {
  const [ancestor, parent] = [numberOf(ancestorName), numberOf(parentName)];
  return (node) => {
    for (let at = node.parent; at !== null; at = at.parent) {
      if (at.number === parent && at.parent?.number === ancestor) return false;
    }
    return true;
  };
}
