import type { Invoice } from '../invoice/invoice.js';
import type { Syntax } from '../validation/examination.js';
import type { Finding } from '../validation/finding.js';
import { ciiMapping } from './cii.mapping.js';
import type { CompiledCondition, CompiledMapping, Enter, Name, Step, Take } from './compile-mapping.js';
import { compileMapping } from './compile-mapping.js';
import { isLexicallyRight, trimXml } from './canonical-form.js';
import type { ReadPlace, Reading } from './reading.js';
import type { ReadingRule } from './reading.rules.js';
import { syntaxOf } from './syntax-of.js';
import { attributeOf, rawTextOf, valueOf } from './term-value.js';
import { ublMapping } from './ubl.mapping.js';
import type { XmlElement } from './xml-tree.js';

const ubl = compileMapping(ublMapping);
const cii = compileMapping(ciiMapping);

const MAPPINGS: Readonly<Record<Syntax, CompiledMapping | null>> = {
  'ubl-invoice': ubl,
  'ubl-credit-note': ubl,
  cii,
  'zugferd-1': null,
};

/** Deeper than the gate lets through: a tree from elsewhere cannot exhaust the stack. */
const MAX_DEPTH = 128;

/** Remarks beyond this say nothing new. */
const MAX_FINDINGS = 200;

/**
 * Reads a tree into the semantic model. Never throws on content and never calculates: what is missing stays missing,
 * what is lexically wrong stays as it was written. One walk over the tree.
 */
export const readInvoice = (root: XmlElement): Reading => {
  const syntax = syntaxOf(root);
  const mapping = syntax && MAPPINGS[syntax];
  if (!mapping) return { syntax, invoice: null, places: new Map(), findings: [] };
  const invoice: Draft = {};
  const walk: Walk = {
    root: { draft: invoice, path: '' },
    currency: textAt(root, mapping.currencyAt),
    accountingCurrency: textAt(root, mapping.accountingCurrencyAt),
    places: new Map(),
    findings: [],
    otherCurrencies: {},
  };
  visit(walk, root, mapping.root, walk.root, 0);
  if (Object.keys(walk.otherCurrencies).length > 0) invoice['otherCurrencies'] = walk.otherCurrencies;
  return { syntax, invoice: isInvoice(invoice) ? invoice : null, places: walk.places, findings: walk.findings };
};

/** JSON under construction; its keys all come from rows of the model. */
type Draft = Record<string, unknown>;

/** Always true: the compiled table has checked every key and shape against the model. */
const isInvoice = (draft: Draft): draft is Draft & Invoice => typeof draft === 'object';

interface Target {
  readonly draft: Draft;
  /** Path in the model, '' for the invoice, else ended by a dot. */
  readonly path: string;
}

interface Walk {
  readonly root: Target;
  readonly currency: string | undefined;
  readonly accountingCurrency: string | undefined;
  readonly places: Map<string, ReadPlace>;
  readonly findings: Finding[];
  readonly otherCurrencies: Record<string, string>;
}

const visit = (walk: Walk, element: XmlElement, step: Step, target: Target, depth: number): void => {
  if (depth > MAX_DEPTH) return;
  for (const take of step.takes) write(walk, element, take, target);
  if (step.children.size === 0) return;
  const seen = new Map<Enter, number>();
  for (const child of element.children) {
    const next = step.children.get(child.name);
    if (next?.namespace !== child.namespace) continue;
    if (next.enters.length > 0) enter(walk, child, next.enters, target, seen, depth + 1);
    visit(walk, child, next, target, depth + 1);
  }
};

const enter = (
  walk: Walk,
  element: XmlElement,
  enters: readonly Enter[],
  target: Target,
  seen: Map<Enter, number>,
  depth: number,
): void => {
  let entered = false;
  for (const option of enters) {
    if (option.when && !holds(walk, element, option.when)) continue;
    entered = true;
    const count = seen.get(option) ?? 0;
    seen.set(option, count + 1);
    visit(walk, element, option.body, groupTarget(walk, element, option, target, count), depth);
  }
  if (!entered) remark(walk, 'READ-UNDECIDED', element, []);
};

const groupTarget = (walk: Walk, element: XmlElement, option: Enter, target: Target, count: number): Target => {
  if (option.key === null) return target;
  const { draft, path } = option.toRoot ? walk.root : target;
  const key = option.key;
  if (!option.many) {
    const group = isDraft(draft[key]) ? draft[key] : {};
    draft[key] = group;
    notePlace(walk, `${path}${key}`, element);
    return { draft: group, path: `${path}${key}.` };
  }
  const list = listIn(draft, key);
  const wanted = option.item === 'new' ? list.length : option.item === 'nth' ? count : 0;
  // An n-th element without the ones before it (its condition failed) opens the next item.
  const index = Math.min(wanted, list.length);
  const found = list[index];
  const item = isDraft(found) ? found : {};
  list[index] = item;
  notePlace(walk, `${path}${key}[${index}]`, element);
  return { draft: item, path: `${path}${key}[${index}].` };
};

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: unknown): value is unknown[] => Array.isArray(value);

const listIn = (draft: Draft, key: string): unknown[] => {
  const existing = draft[key];
  if (isList(existing)) return existing;
  const list: unknown[] = [];
  draft[key] = list;
  return list;
};

const notePlace = (walk: Walk, path: string, { line, column }: XmlElement): void => {
  if (!walk.places.has(path)) walk.places.set(path, { line, column });
};

const write = (walk: Walk, element: XmlElement, take: Take, target: Target): void => {
  const raw = rawTextOf(element, take);
  if (raw === undefined) return;
  const { draft, path } = take.toRoot ? walk.root : lazyGroup(target, take.via);
  const { value, text } = valueOf(element, take, raw);
  const place = placed(walk, draft, path, take, value);
  if (place === null) {
    remark(walk, 'READ-SURPLUS', element, [take.id]);
    return;
  }
  const { line, column } = element;
  walk.places.set(place, text === raw ? { line, column } : { line, column, raw });
  if (text !== '' && !isLexicallyRight(text, take.type)) remark(walk, 'READ-LEXICAL', element, [take.id], text);
  if (take.type === 'amount' || take.type === 'unitPriceAmount') noteCurrency(walk, element, take, place);
};

/** Puts the value into the draft and answers its path; null where the place is taken by another value. */
const placed = (walk: Walk, draft: Draft, path: string, take: Take, value: unknown): string | null => {
  const place = `${path}${take.key}`;
  if (take.many) {
    const list = listIn(draft, take.key);
    list.push(value);
    return `${place}[${list.length - 1}]`;
  }
  const before = draft[take.key];
  if (before === undefined) draft[take.key] = value;
  else if (before !== value) return null;
  return place;
};

const lazyGroup = (target: Target, via: readonly string[]): Target =>
  via.reduce(({ draft, path }, key) => {
    const group = isDraft(draft[key]) ? draft[key] : {};
    draft[key] = group;
    return { draft: group, path: `${path}${key}.` };
  }, target);

/** Amounts are in BT-5, the VAT total in accounting currency in BT-6; only what says otherwise is kept. */
const noteCurrency = (walk: Walk, element: XmlElement, take: Take, place: string): void => {
  const stated = attributeOf(element, 'currencyID');
  const implied = take.key === 'vatInAccountingCurrency' ? walk.accountingCurrency : walk.currency;
  if (stated !== undefined && stated !== implied) walk.otherCurrencies[place] = stated;
};

const holds = (walk: Walk, element: XmlElement, when: CompiledCondition): boolean => {
  const value = conditionValue(element, when);
  if (value === undefined) return when.absent;
  switch (when.test) {
    case 'oneOf':
      return when.allowed.has(value.toUpperCase());
    case 'noneOf':
      return !when.allowed.has(value.toUpperCase());
    case 'accountingCurrency':
      return isAccountingCurrency(walk, value);
    case 'notAccountingCurrency':
      return !isAccountingCurrency(walk, value);
  }
};

const isAccountingCurrency = (walk: Walk, value: string): boolean =>
  value === walk.accountingCurrency && value !== walk.currency;

const conditionValue = (element: XmlElement, { path, attribute }: CompiledCondition): string | undefined => {
  const found = elementAt(element, path);
  const value = attribute === null ? found?.text : found && attributeOf(found, attribute);
  return value === undefined ? undefined : trimXml(value);
};

const elementAt = (element: XmlElement, path: readonly Name[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>(
    (parent, { namespace, name }) =>
      parent?.children.find((child) => child.name === name && child.namespace === namespace),
    element,
  );

const textAt = (root: XmlElement, path: readonly Name[]): string | undefined => {
  const text = elementAt(root, path)?.text;
  return text === undefined ? undefined : trimXml(text);
};

const remark = (walk: Walk, rule: ReadingRule, element: XmlElement, terms: readonly string[], value?: string): void => {
  if (walk.findings.length >= MAX_FINDINGS) return;
  const { line, column, name } = element;
  const values: Record<string, string> = { element: name };
  if (value !== undefined) values['value'] = value.slice(0, 100);
  const at = { line, column };
  walk.findings.push({ book: 'format', rule, severity: 'information', errorClass: 'format', at, terms, values });
};
