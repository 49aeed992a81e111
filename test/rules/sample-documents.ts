import { readFileSync } from 'node:fs';
import { parseXml } from '../../src/adapters/xml/parse-xml.js';
import type { ExaminationOptions } from '../../src/domain/validation/examination-options.js';
import { examineDocument, type JudgedDocument } from '../../src/domain/validation/examine-document.js';

const sample = (name: string): string =>
  readFileSync(new URL(`../fixtures/rules/${name}.xml`, import.meta.url), 'utf8');

/** Complete invoices that pass every book; the examples of broken rules are edits of them. */
export const samples = { ubl: sample('ubl-invoice'), cii: sample('cii-invoice') } as const;

export type Edit = (xml: string) => string;

/** Runs every rule whatever the structure, so that an example may break the structure too. */
export const everyRule: ExaminationOptions = { accept: new Set(), exhaustive: true };

export const operation: ExaminationOptions = { accept: new Set(), exhaustive: false };

export function examineText(xml: string, options: ExaminationOptions = everyRule): JudgedDocument {
  return examineDocument(parseXml(new TextEncoder().encode(xml)), options);
}

export function rulesFoundIn(xml: string): ReadonlySet<string> {
  return new Set(examineText(xml).findings.map((finding) => finding.rule));
}

/** Applies edits one after the other; an edit that changes nothing would prove nothing. */
export function edit(xml: string, edits: readonly Edit[]): string {
  return edits.reduce((text, change) => {
    const changed = change(text);
    if (changed === text) throw new Error(`the edit changes nothing: ${change.toString().slice(0, 120)}`);
    return changed;
  }, xml);
}

/** Replaces a text, the first time it occurs. */
export const swap =
  (from: string, to: string): Edit =>
  (xml) =>
    xml.replace(from, () => to);

export const swapAll =
  (from: string, to: string): Edit =>
  (xml) =>
    xml.replaceAll(from, to);

const element = (name: string): RegExp => new RegExp(`<${name}(?=[ >])[^>]*>[\\s\\S]*?</${name}>`, 'g');

/** Rewrites the nth element of a name (counted from 1). */
const nth =
  (name: string, number: number, rewrite: (found: string) => string): Edit =>
  (xml) => {
    let seen = 0;
    return xml.replace(element(name), (found) => ((seen += 1) === number ? rewrite(found) : found));
  };

/** Takes an element away. */
export const drop = (name: string, number = 1): Edit => nth(name, number, () => '');

/** Takes every element of a name away. */
export const dropAll =
  (name: string): Edit =>
  (xml) =>
    xml.replace(element(name), '');

/** Changes an element's text. */
export const put = (name: string, text: string, number = 1): Edit =>
  nth(name, number, (found) => found.replace(/>[\s\S]*</, () => `>${text}<`));

/** Puts an element (or any text) behind the nth element of a name. */
export const after = (name: string, addition: string, number = 1): Edit =>
  nth(name, number, (found) => found + addition);

/** Changes an attribute, or takes it away. */
export const attribute = (name: string, key: string, value: string | null, number = 1): Edit =>
  nth(name, number, (found) =>
    found.replace(new RegExp(` ${key}="[^"]*"`), value === null ? '' : ` ${key}="${value}"`),
  );
