import { placeOf, type DocumentNode } from '../document-index.js';
import type { Finding } from '../../validation/finding.js';

/** No document is told more than this many structural errors. */
export const maxStructureFindings = 1000;

/** This project's own ids for what a schema validator would complain about. */
export const structureRules = [
  'STRUCTURE-ROOT',
  'STRUCTURE-UNEXPECTED',
  'STRUCTURE-MISSING',
  'STRUCTURE-CHILD',
  'STRUCTURE-TEXT',
  'STRUCTURE-VALUE',
  'STRUCTURE-ID',
  'STRUCTURE-ATTRIBUTE',
  'STRUCTURE-ATTRIBUTE-MISSING',
  'STRUCTURE-ATTRIBUTE-FIXED',
  'STRUCTURE-XSI',
  'STRUCTURE-ABSTRACT',
] as const;

export type StructureRule = (typeof structureRules)[number];

/** Collects what is wrong; always names the element concerned. */
export class Report {
  readonly findings: Finding[] = [];

  get full(): boolean {
    return this.findings.length >= maxStructureFindings;
  }

  add(rule: StructureRule, node: DocumentNode, values: Readonly<Record<string, string>>): void {
    if (this.full) return;
    this.findings.push({
      book: 'structure',
      rule,
      severity: 'fatal',
      errorClass: 'format',
      at: placeOf(node),
      terms: [],
      values: { element: node.element.name, ...values },
    });
  }
}

/** Keeps a quoted value readable and bounded. */
export function shorten(value: string): string {
  return value.length <= 80 ? value : `${value.slice(0, 79)}…`;
}
