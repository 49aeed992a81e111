import type { DocumentIndex, DocumentNode, RuleSyntax } from '../document-index.js';
import type { ErrorClass, Severity } from '../../validation/finding.js';
import type { Entry } from './path.js';
import type { Scope } from './scope.js';

/** Whether a rule holds at an element of its context. Pure and total. */
export interface Test {
  (node: DocumentNode, document: DocumentIndex): boolean;
  /** What a document must hold for the rule to be broken, where that is known: without it nobody need ask. */
  readonly entry?: Entry | null;
  /** What a document must hold for the rule to be kept, where that is known. */
  readonly needs?: Entry | null;
}

/** A test that can only fail where the document holds something. The test must be the caller's own. */
export function failingOnlyWith(entry: Entry | null, test: Test): Test {
  return entry === null ? test : Object.assign(test, { entry });
}

/** A test that can only hold where the document holds something. The test must be the caller's own. */
export function holdingOnlyWith(needs: Entry | null, test: Test): Test {
  return needs === null ? test : Object.assign(test, { needs });
}

/** A test written in business terms; it becomes a test once a syntax says where the terms stand. */
export type Question = (scope: Scope) => Test;

/** Something that may differ between the official UBL and CII tests. */
export type PerSyntax<Value> = Value | Readonly<Partial<Record<RuleSyntax, Value>>>;

/** A group of the document, bound to elements by each syntax; or, where only one rule needs it, a path (`/…`, `//…`). */
export type GroupName = string;

/**
 * A business rule, once. Where the official UBL and CII tests differ, the row gives both; a syntax left out has no
 * such rule.
 */
export interface Rule {
  readonly id: string;
  /** The group in which the rule is asked, once for each of its elements. */
  readonly on: PerSyntax<GroupName>;
  /** Business terms concerned; the first ones found give the finding its place and its quoted values. */
  readonly terms: readonly string[];
  readonly holds: PerSyntax<Question>;
  /** A path from the group's element to the value that the sentence quotes as found, where it is not one of the terms. */
  readonly quotes?: PerSyntax<string>;
  /** Whether the rule applies to the document at all; default always. */
  readonly when?: (document: DocumentIndex) => boolean;
  /** Default fatal. */
  readonly severity?: PerSyntax<Severity>;
  /** Default businessRule; `content` where a term is missing that § 14 (4) UStG demands. */
  readonly errorClass?: ErrorClass;
}

/** Picks the syntax's part of a value that may differ. */
export function forSyntax<Value extends string | ((scope: Scope) => Test)>(
  value: PerSyntax<Value> | undefined,
  syntax: RuleSyntax,
): Value | undefined {
  return typeof value === 'object' ? value[syntax] : value;
}

/** Whether a syntax has the rule at all. */
export function isAskedIn(rule: Rule, syntax: RuleSyntax): boolean {
  return forSyntax(rule.on, syntax) !== undefined && forSyntax(rule.holds, syntax) !== undefined;
}
