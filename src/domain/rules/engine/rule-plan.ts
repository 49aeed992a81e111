import type { DocumentIndex } from '../document-index.js';
import { highestNumber } from '../names.js';
import type { Entry } from './path.js';
import type { TextsOf } from './requirements.js';

/**
 * Finds the rules that a document gives anything to do, without touching the others: a rule is asked at elements of
 * known names, often only at those with a certain code. So rules are filed under the names, or under the codes, and
 * a document is looked up name by name. Books hold some hundred rules, and most invoices concern a third of them.
 */
export class RulePlan<Rule extends { readonly entry: Entry | null }> {
  private readonly always: number[] = [];
  // As long as it will be: V8 turns an array that is written far behind its end into a dictionary.
  private readonly byName = new Array<number[] | undefined>(highestNumber() + 1);
  private readonly byText = new Map<TextsOf, Map<string, number[]>>();

  /** @param rules in the order of the book */
  constructor(private readonly rules: readonly Rule[]) {
    for (const [rule, { entry }] of rules.entries()) this.file(rule, entry);
  }

  /** The rules that may find an element to be asked at, in the order of the book. */
  concerned(document: DocumentIndex): readonly Rule[] {
    const marks = new Uint8Array(this.rules.length);
    for (const rule of this.always) marks[rule] = 1;
    for (const number of document.numbers) {
      for (const rule of this.byName[number] ?? nothing) marks[rule] = 1;
    }
    for (const [texts, rulesByText] of this.byText) {
      const present = texts.in(document);
      if (present.size === 0) continue;
      for (const [text, rules] of rulesByText) {
        if (present.has(text)) for (const rule of rules) marks[rule] = 1;
      }
    }
    return this.rules.filter((_, rule) => marks[rule] === 1);
  }

  private file(rule: number, entry: Entry | null): void {
    if (entry === null) this.always.push(rule);
    else if (entry.text === null) {
      for (const number of entry.numbers) (this.byName[number] ??= []).push(rule);
    } else {
      const { texts, literals } = entry.text;
      const rulesByText = this.byText.get(texts) ?? new Map<string, number[]>();
      this.byText.set(texts, rulesByText);
      for (const literal of literals) add(rulesByText, literal, rule);
    }
  }
}

const nothing: readonly number[] = [];

function add(lists: Map<string, number[]>, text: string, rule: number): void {
  const list = lists.get(text);
  if (list) list.push(rule);
  else lists.set(text, [rule]);
}
