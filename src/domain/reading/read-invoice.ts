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
 * @param options `places`: whether to note where everything stands, which costs as much again; default not.
 */
export const readInvoice = (root: XmlElement, options: { readonly places?: boolean } = {}): Reading => {
  const syntax = syntaxOf(root);
  const mapping = syntax && MAPPINGS[syntax];
  if (!mapping) return { syntax, invoice: null, places: new Map(), findings: [] };
  const invoice: Draft = {};
  const walk: Walk = {
    root: { draft: invoice, outer: null, key: '', index: ONLY },
    currency: textAt(root, mapping.currencyAt),
    accountingCurrency: textAt(root, mapping.accountingCurrencyAt),
    places: options.places === true ? new Map() : null,
    findings: [],
    otherCurrencies: {},
  };
  visit(walk, root, mapping.root, walk.root, 0);
  if (Object.keys(walk.otherCurrencies).length > 0) invoice['otherCurrencies'] = walk.otherCurrencies;
  return {
    syntax,
    invoice: isInvoice(invoice) ? invoice : null,
    places: walk.places ?? new Map(),
    findings: walk.findings,
  };
};

/** JSON under construction; its keys all come from rows of the model. */
type Draft = Record<string, unknown>;

/** Always true: the compiled table has checked every key and shape against the model. */
const isInvoice = (draft: Draft): draft is Draft & Invoice => typeof draft === 'object';

/** A group of the model that is being filled; the way to it is written out only for who asks. */
interface Target {
  readonly draft: Draft;
  readonly outer: Target | null;
  readonly key: string;
  /** Its place in a list, or ONLY. */
  readonly index: number;
}

/** In place of an index: not in a list. */
const ONLY = -1;

/** In place of an index: nothing was put there, for another value stands there. */
const TAKEN = -2;

/** Path in the model: `lines[0].netAmount`. */
const pathTo = (target: Target, key: string, index: number): string => {
  const own = index < 0 ? key : `${key}[${index}]`;
  return target.outer === null ? own : `${pathTo(target.outer, target.key, target.index)}.${own}`;
};

interface Walk {
  readonly root: Target;
  readonly currency: string | undefined;
  readonly accountingCurrency: string | undefined;
  /** null where nobody asks for them. */
  readonly places: Map<string, ReadPlace> | null;
  readonly findings: Finding[];
  readonly otherCurrencies: Record<string, string>;
}

const visit = (walk: Walk, element: XmlElement, step: Step, target: Target, depth: number): void => {
  if (depth > MAX_DEPTH) return;
  for (const take of step.takes) write(walk, element, take, target);
  if (step.children.size === 0) return;
  let seen: Map<Enter, number> | null = null;
  for (const child of element.children) {
    const next = step.children.get(child.name);
    if (next?.namespace !== child.namespace) continue;
    if (next.enters.length > 0) {
      if (next.enters.some(isNth)) seen ??= new Map();
      enter(walk, child, next.enters, target, seen, depth + 1);
    }
    visit(walk, child, next, target, depth + 1);
  }
};

const isNth = ({ item }: Enter): boolean => item === 'nth';

const enter = (
  walk: Walk,
  element: XmlElement,
  enters: readonly Enter[],
  target: Target,
  seen: Map<Enter, number> | null,
  depth: number,
): void => {
  let entered = false;
  for (const option of enters) {
    if (option.when && !holds(walk, element, option.when)) continue;
    entered = true;
    const count = seen?.get(option) ?? 0;
    seen?.set(option, count + 1);
    visit(walk, element, option.body, groupTarget(walk, element, option, target, count), depth);
  }
  if (!entered) remark(walk, 'READ-UNDECIDED', element, []);
};

const groupTarget = (walk: Walk, element: XmlElement, option: Enter, target: Target, count: number): Target => {
  if (option.key === null) return target;
  const outer = option.toRoot ? walk.root : target;
  const { draft } = outer;
  const key = option.key;
  if (!option.many) {
    notePlace(walk, outer, key, ONLY, element);
    return { draft: groupIn(draft, key), outer, key, index: ONLY };
  }
  const list = listIn(draft, key);
  const wanted = option.item === 'new' ? list.length : option.item === 'nth' ? count : 0;
  // An n-th element without the ones before it (its condition failed) opens the next item.
  const index = Math.min(wanted, list.length);
  const found = list[index];
  const item = isDraft(found) ? found : {};
  list[index] = item;
  notePlace(walk, outer, key, index, element);
  return { draft: item, outer, key, index };
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

const groupIn = (draft: Draft, key: string): Draft => {
  const existing = draft[key];
  if (isDraft(existing)) return existing;
  const group: Draft = {};
  draft[key] = group;
  return group;
};

const notePlace = (walk: Walk, outer: Target, key: string, index: number, { line, column }: XmlElement): void => {
  if (walk.places === null) return;
  const path = pathTo(outer, key, index);
  if (!walk.places.has(path)) walk.places.set(path, { line, column });
};

const write = (walk: Walk, element: XmlElement, take: Take, target: Target): void => {
  const raw = rawTextOf(element, take);
  if (raw === undefined) return;
  const owner = take.toRoot ? walk.root : lazyGroup(target, take.via);
  const { value, text } = valueOf(element, take, raw);
  const index = put(owner.draft, take, value);
  if (index === TAKEN) {
    remark(walk, 'READ-SURPLUS', element, [take.id]);
    return;
  }
  const { line, column } = element;
  if (walk.places !== null)
    walk.places.set(pathTo(owner, take.key, index), text === raw ? { line, column } : { line, column, raw });
  if (text !== '' && !isLexicallyRight(text, take.type)) remark(walk, 'READ-LEXICAL', element, [take.id], text);
  if (take.type === 'amount' || take.type === 'unitPriceAmount') noteCurrency(walk, element, take, owner, index);
};

/** Puts the value into the draft and answers its index; TAKEN where another value stands there. */
const put = (draft: Draft, take: Take, value: unknown): number => {
  if (take.many) return listIn(draft, take.key).push(value) - 1;
  const before = draft[take.key];
  if (before === undefined) draft[take.key] = value;
  else if (before !== value) return TAKEN;
  return ONLY;
};

const lazyGroup = (target: Target, via: readonly string[]): Target => {
  let group = target;
  for (const key of via) group = { draft: groupIn(group.draft, key), outer: group, key, index: ONLY };
  return group;
};

/** Amounts are in BT-5, the VAT total in accounting currency in BT-6; only what says otherwise is kept. */
const noteCurrency = (walk: Walk, element: XmlElement, take: Take, owner: Target, index: number): void => {
  const stated = attributeOf(element, 'currencyID');
  const implied = take.key === 'vatInAccountingCurrency' ? walk.accountingCurrency : walk.currency;
  if (stated !== undefined && stated !== implied) walk.otherCurrencies[pathTo(owner, take.key, index)] = stated;
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

const elementAt = (element: XmlElement, path: readonly Name[]): XmlElement | undefined => {
  let at: XmlElement | undefined = element;
  for (const step of path) at = at && childAt(at, step);
  return at;
};

const childAt = (parent: XmlElement, { namespace, name }: Name): XmlElement | undefined => {
  for (const child of parent.children) if (child.name === name && child.namespace === namespace) return child;
  return undefined;
};

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
