import { invoiceFields } from '../invoice/model.table.js';
import type { DataType, Fields, Shape } from '../invoice/model-row.js';
import { term } from '../invoice/row-makers.js';
import { oneCopy } from './one-copy.js';
import type { Condition, Form, IntoRow, Item, Mapping, MappingRow, TakeRow } from './mapping-row.js';

/** A mapping table as a trie: what to do at an element and which of its children matter. Cyclic for sub lines. */
export interface Step {
  readonly namespace: string;
  readonly takes: Take[];
  readonly enters: Enter[];
  readonly children: Map<string, Step>;
}

/** Write the element's content, or an attribute's, as a term. */
export interface Take {
  readonly id: string;
  readonly key: string;
  readonly type: DataType;
  readonly shape: Shape;
  readonly many: boolean;
  readonly form: Form;
  readonly attribute: string | null;
  /** Groups without an element of their own that are made when the first of their terms is found. */
  readonly via: readonly string[];
  readonly toRoot: boolean;
}

/** Go on below the element in another group (`key`), or in the same one (null), where a condition holds. */
export interface Enter {
  readonly key: string | null;
  readonly many: boolean;
  readonly item: Item;
  readonly toRoot: boolean;
  readonly when: CompiledCondition | null;
  readonly body: Step;
}

export interface CompiledCondition extends Omit<Condition, 'path'> {
  readonly path: readonly Name[];
  readonly attribute: string | null;
  readonly allowed: ReadonlySet<string>;
}

export interface Name {
  readonly namespace: string;
  readonly name: string;
}

export interface CompiledMapping {
  readonly root: Step;
  readonly currencyAt: readonly Name[];
  readonly accountingCurrencyAt: readonly Name[];
}

/** @throws where a row names a prefix or a term that does not exist: a mistake in the table, found at start. */
export const compileMapping = (mapping: Mapping): CompiledMapping => {
  const names = nameParser(mapping.prefixes);
  const root = newStep('');
  addRows(root, mapping.rows, { fields: invoiceFields, enclosing: root, via: [], names });
  return {
    root,
    currencyAt: names(mapping.currencyAt).steps,
    accountingCurrencyAt: names(mapping.accountingCurrencyAt).steps,
  };
};

interface Scope {
  /** The fields that keys are looked up in. */
  readonly fields: Fields;
  /** The step of the innermost group, which `again` rows repeat. */
  readonly enclosing: Step;
  readonly via: readonly string[];
  readonly names: NameParser;
}

type NameParser = (path: string) => { readonly steps: readonly Name[]; readonly attribute: string | null };

const newStep = (namespace: string): Step => ({ namespace, takes: [], enters: [], children: new Map() });

const nameParser =
  (prefixes: Readonly<Record<string, string>>): NameParser =>
  (path) => {
    const parts = path.split('/').filter((part) => part !== '.' && part !== '');
    const attribute = parts.at(-1)?.startsWith('@') ? (parts.pop() ?? '').slice(1) : null;
    const steps = parts.map((part) => {
      const [prefix = '', name = ''] = part.split(':');
      const namespace = prefixes[prefix];
      if (namespace === undefined || name === '') throw new Error(`Mapping: no such element name ${part}`);
      return { namespace: oneCopy(namespace), name: oneCopy(name) };
    });
    return { steps, attribute };
  };

const addRows = (base: Step, rows: readonly MappingRow[], scope: Scope): void => {
  for (const row of rows) addRow(base, row, scope);
};

const addRow = (base: Step, row: MappingRow, scope: Scope): void => {
  const { steps, attribute } = scope.names(row.at);
  const step = stepAt(base, steps);
  switch (row.kind) {
    case 'take':
      step.takes.push(takeOf(row, attribute, scope));
      return;
    case 'within': {
      const body = newStep(step.namespace);
      addRows(body, row.rows, scope);
      step.enters.push({ ...sameGroup, when: conditionOf(row.when, scope), body });
      return;
    }
    case 'again':
      step.enters.push({ ...sameGroup, key: row.group, many: true, when: null, body: scope.enclosing });
      return;
    case 'into':
      addInto(step, steps.length === 0, row, scope);
  }
};

const sameGroup = { key: null, many: false, item: 'new', toRoot: false } as const;

const addInto = (step: Step, hasNoElement: boolean, row: IntoRow, scope: Scope): void => {
  const { key, fields, many, toRoot } = groupOf(row.group, scope);
  if (hasNoElement) {
    addRows(step, row.rows, { ...scope, fields, via: [...scope.via, key] });
    return;
  }
  const body = newStep(step.namespace);
  addRows(body, row.rows, { ...scope, fields, enclosing: body, via: [] });
  step.enters.push({ key, many, item: row.item, toRoot, when: conditionOf(row.when, scope), body });
};

const stepAt = (base: Step, names: readonly Name[]): Step =>
  names.reduce((step, { namespace, name }) => {
    const found = step.children.get(name) ?? newStep(namespace);
    if (found.namespace !== namespace) throw new Error(`Mapping: ${name} in two namespaces at one place`);
    step.children.set(name, found);
    return found;
  }, base);

const keyIn = (name: string, scope: Scope) =>
  name.startsWith('/')
    ? { key: name.slice(1), fields: invoiceFields, toRoot: true, via: [] }
    : { key: name, fields: scope.fields, toRoot: false, via: scope.via };

const fieldOf = (fields: Fields, key: string): Fields[string] => {
  const field = fields[key];
  if (!field) throw new Error(`Mapping: the model has no ${key} here`);
  return field;
};

/** An identifier with a scheme that stand in two elements is read like a group. */
const schemedFields = (id: string): Fields => ({
  value: term(id, 'identifier', '1..1', '', '', ''),
  scheme: term(`${id}-1`, 'code', '0..1', '', '', ''),
});

const groupOf = (name: string, scope: Scope) => {
  const { key, fields, toRoot } = keyIn(name, scope);
  const field = fieldOf(fields, key);
  if (field.kind === 'self' || (field.kind === 'term' && field.shape !== 'schemed')) {
    throw new Error(`Mapping: ${key} is no group`);
  }
  return { key, toRoot, many: field.many, fields: field.kind === 'group' ? field.fields : schemedFields(field.id) };
};

const takeOf = (row: TakeRow, attribute: string | null, scope: Scope): Take => {
  const { key, fields, toRoot, via } = keyIn(row.term, scope);
  const field = fieldOf(fields, key);
  // A UBL note holds two terms; everything else that is taken is one.
  if (field.kind !== 'term' && row.form !== 'note') throw new Error(`Mapping: ${key} is no term`);
  const { type, shape } = field.kind === 'term' ? field : ({ type: 'text', shape: 'string' } as const);
  return { id: field.id, key, type, shape, many: field.many, form: row.form, attribute, via, toRoot };
};

const conditionOf = (when: Condition | null, scope: Scope): CompiledCondition | null => {
  if (!when) return null;
  const { steps, attribute } = scope.names(when.path);
  return { ...when, path: steps, attribute, allowed: new Set(when.values) };
};
