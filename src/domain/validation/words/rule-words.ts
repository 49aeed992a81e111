import type { AdviceName } from './advices.table.js';

/**
 * What a rule says where it is broken: the sentence in German and English, and the advice how to mend it. Values of the
 * finding stand in for {names}: `„{found}“` as written, `{found:number}` and `{found:date}` in the reader's form. A
 * name that ends in a hyphen stands for every rule that begins with it and has no words of its own.
 */
export type RuleWords = readonly [rule: string, de: string, en: string, advice: AdviceName];
