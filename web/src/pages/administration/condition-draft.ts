import { formatDecimal } from '../../format/decimals.js';
import type { Language } from '../../words/text.js';
import { amountEntered } from './amount-entry.js';

/** A condition while it is edited. Amounts are written as the reader writes them. */
export type Draft = GroupDraft | ComparisonDraft;

export interface GroupDraft {
  readonly kind: 'group';
  readonly id: string;
  readonly join: 'all' | 'any';
  readonly negated: boolean;
  readonly parts: readonly Draft[];
}

export interface ComparisonDraft {
  readonly kind: 'comparison';
  readonly id: string;
  readonly negated: boolean;
  readonly field: string;
  /** An operator of the API, or one of `openEnds`. */
  readonly operator: string;
  readonly value: string;
  /** One a line. */
  readonly values: string;
  readonly from: string;
  readonly to: string;
}

export type FieldKind = 'text' | 'amount' | 'date';
export type KindOf = (field: string) => FieldKind;

/**
 * People say "from 10,000 euro on"; the API knows ranges with both ends only. A range that reaches to one of these ends
 * is shown and edited with one value.
 */
export const ends: Readonly<Record<'amount' | 'date', { readonly lowest: string; readonly highest: string }>> = {
  amount: { lowest: '-999999999999.99', highest: '999999999999.99' },
  date: { lowest: '0001-01-01', highest: '9999-12-31' },
};

export const openEnds = ['atLeast', 'atMost'] as const;

export const newComparison = (field = 'sellerName'): ComparisonDraft => ({
  kind: 'comparison',
  id: crypto.randomUUID(),
  negated: false,
  field,
  operator: 'is',
  ...{ value: '', values: '', from: '', to: '' },
});

export const newGroup = (join: GroupDraft['join'], parts: readonly Draft[]): GroupDraft => ({
  kind: 'group',
  id: crypto.randomUUID(),
  join,
  negated: false,
  parts,
});

/** Stored conditions as a draft; the outermost is always a group, to which more can be added. */
export function draftOf(when: unknown, kindOf: KindOf, language: Language): GroupDraft {
  const draft = read(when, kindOf, language);
  return draft.kind === 'group' ? draft : newGroup('all', [draft]);
}

function read(when: unknown, kindOf: KindOf, language: Language): Draft {
  const { all, any, not, ...rest } = membersOf(when);
  if (Array.isArray(all))
    return newGroup(
      'all',
      all.map((part) => read(part, kindOf, language)),
    );
  if (Array.isArray(any))
    return newGroup(
      'any',
      any.map((part) => read(part, kindOf, language)),
    );
  if (not !== undefined) {
    const inner = read(not, kindOf, language);
    return { ...inner, negated: !inner.negated };
  }
  return readComparison(rest, kindOf, language);
}

function readComparison(json: Members, kindOf: KindOf, language: Language): ComparisonDraft {
  const field = text(json['field']);
  const kind = kindOf(field);
  const shown = (value: string) => (kind === 'amount' ? formatDecimal(value, language, 2).replace('−', '-') : value);
  const [from, to] = [text(json['from']), text(json['to'])];
  const values = Array.isArray(json['values']) ? json['values'].map((value) => shown(text(value))) : [];
  const stored = { ...newComparison(field), operator: text(json['operator']), values: values.join('\n') };
  if (kind !== 'text' && to === ends[kind].highest) return { ...stored, operator: 'atLeast', value: shown(from) };
  if (kind !== 'text' && from === ends[kind].lowest) return { ...stored, operator: 'atMost', value: shown(to) };
  return { ...stored, value: shown(text(json['value'])), from: shown(from), to: shown(to) };
}

/** Conditions as the API takes them, and which draft each place in them comes from. */
export interface Written {
  readonly when: unknown;
  readonly places: ReadonlyMap<string, string>;
}

export function writeConditions(draft: GroupDraft, kindOf: KindOf, language: Language): Written {
  const places = new Map<string, string>();
  const write = (part: Draft, path: readonly (string | number)[]): unknown => {
    places.set(path.join('.'), part.id);
    if (part.negated) return { not: write({ ...part, negated: false }, [...path, 'not']) };
    if (part.kind === 'comparison') return writeComparison(part, kindOf(part.field), language);
    return { [part.join]: part.parts.map((inner, index) => write(inner, [...path, part.join, index])) };
  };
  return { when: write(withoutShell(draft), ['when']), places };
}

/** A group around a single condition says nothing more than the condition. */
function withoutShell(draft: GroupDraft): Draft {
  const [only, ...others] = draft.parts;
  return only && others.length === 0 && !draft.negated ? only : draft;
}

function writeComparison(draft: ComparisonDraft, kind: FieldKind, language: Language): unknown {
  const { field, operator } = draft;
  // What cannot be read as an amount goes as it is: the server says so, at its place.
  const written = (value: string) => (kind === 'amount' ? (amountEntered(value, language) ?? value) : value.trim());
  const value = written(draft.value);
  if (operator === 'missing') return { field, operator };
  if (operator === 'oneOf') return { field, operator, values: linesOf(draft.values).map(written) };
  if (operator === 'between') return { field, operator, from: written(draft.from), to: written(draft.to) };
  if (kind !== 'text' && operator === 'atLeast')
    return { field, operator: 'between', from: value, to: ends[kind].highest };
  if (kind !== 'text' && operator === 'atMost')
    return { field, operator: 'between', from: ends[kind].lowest, to: value };
  return { field, operator, value };
}

export interface PlacedProblem {
  readonly code: string;
  readonly path: string;
}

/** The draft that a problem of the server is about: the innermost whose place the path begins with. */
export function draftAt(path: string, places: Written['places']): string | undefined {
  const steps = path.split('.');
  for (let length = steps.length; length > 0; length -= 1) {
    const id = places.get(steps.slice(0, length).join('.'));
    if (id !== undefined) return id;
  }
  return undefined;
}

/** The same tree with one part replaced; null takes it away. */
export function replaced(draft: GroupDraft, id: string, change: (part: Draft) => Draft | null): GroupDraft {
  const parts = draft.parts.flatMap((part) => {
    if (part.id === id) return change(part) ?? [];
    return part.kind === 'group' ? replaced(part, id, change) : part;
  });
  return { ...draft, parts };
}

type Members = Readonly<Record<string, unknown>>;

const membersOf = (json: unknown): Members => (typeof json === 'object' && json !== null ? { ...json } : {});

const text = (json: unknown): string => (typeof json === 'string' ? json : '');

export const linesOf = (lines: string): string[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
