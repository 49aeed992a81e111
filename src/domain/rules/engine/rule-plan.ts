import type { DocumentIndex } from '../document-index.js';
import type { Entry } from './path.js';
import type { TextsOf } from './requirements.js';

/**
 * Finds the rules that a document gives anything to do, without touching the others: a rule is asked at elements of
 * known names, often only at those with a certain code. So rules are filed under the names, or under the codes, and
 * a document is looked up name by name. Books hold some hundred rules, and most invoices concern a third of them.
 */
export class RulePlan {
  private readonly always: number[] = [];
  private readonly byName = new Map<number, number[]>();
  private readonly byText = new Map<TextsOf, Map<string, number[]>>();

  /** @param entries where each rule is asked, in the order of the book; null where that is not known beforehand */
  constructor(private readonly entries: readonly (Entry | null)[]) {
    for (const [rule, entry] of entries.entries()) this.file(rule, entry);
  }

  /** A mark for each rule of the book, in its order: 1 where it may find an element to be asked at. */
  concerned(document: DocumentIndex): Uint8Array {
    const marks = new Uint8Array(this.entries.length);
    for (const rule of this.always) marks[rule] = 1;
    for (const number of document.numbers) {
      for (const rule of this.byName.get(number) ?? nothing) marks[rule] = 1;
    }
    for (const [texts, rulesByText] of this.byText) {
      const present = texts.in(document);
      if (present.size === 0) continue;
      for (const [text, rules] of rulesByText) {
        if (present.has(text)) for (const rule of rules) marks[rule] = 1;
      }
    }
    return marks;
  }

  private file(rule: number, entry: Entry | null): void {
    if (entry === null) this.always.push(rule);
    else if (entry.text === null) for (const number of entry.numbers) add(this.byName, number, rule);
    else {
      const { texts, literals } = entry.text;
      const rulesByText = this.byText.get(texts) ?? new Map<string, number[]>();
      this.byText.set(texts, rulesByText);
      for (const literal of literals) add(rulesByText, literal, rule);
    }
  }
}

const nothing: readonly number[] = [];

function add<Key>(lists: Map<Key, number[]>, key: Key, rule: number): void {
  const list = lists.get(key);
  if (list) list.push(rule);
  else lists.set(key, [rule]);
}
