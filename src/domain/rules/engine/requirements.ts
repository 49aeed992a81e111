import { textOf, type DocumentIndex } from '../document-index.js';
import type { Step, Treatment, WantedTexts } from './step.js';

/** Texts of which one of the elements of these names must have one. */
export interface TextRequirement {
  readonly literals: readonly string[];
  /** The texts that there are, treated for the comparison; the same object for all who look at the same ones. */
  readonly texts: TextsOf;
}

/**
 * What a document must hold anywhere for a path to lead to something. Most rules are about what most invoices lack: a
 * category of VAT, a kind of allowance, a foreign register. Those are settled here, without looking at an element.
 */
export class Requirements {
  readonly texts: readonly TextRequirement[];
  private readonly names: readonly number[];
  /** Of each set of names the document must hold one. */
  private readonly oneOf: readonly (readonly number[])[];

  constructor(steps: readonly Step[]) {
    const names = steps.flatMap(namesNeeded);
    this.names = [...new Set(names.filter(({ length }) => length === 1).flat())];
    this.oneOf = names.filter(({ length }) => length !== 1);
    this.texts = steps.flatMap(textsNeeded);
  }

  areMet(document: DocumentIndex): boolean {
    for (const number of this.names) if (!document.has(number)) return false;
    for (const numbers of this.oneOf) if (!holdsOneOf(numbers, document)) return false;
    for (const { texts, literals } of this.texts) if (!texts.holdOneOf(literals, document)) return false;
    return true;
  }
}

function holdsOneOf(numbers: readonly number[], document: DocumentIndex): boolean {
  for (const number of numbers) if (document.has(number)) return true;
  return false;
}

/** All texts in a document of elements of certain names, as a set made once per document. */
export class TextsOf {
  constructor(
    private readonly numbers: readonly number[],
    private readonly treat: Treatment,
  ) {}

  in(document: DocumentIndex): ReadonlySet<string> {
    return document.once(this, () => {
      const texts = new Set<string>();
      for (const number of this.numbers) {
        for (const node of document.numbered(number)) texts.add(this.treat(textOf(node)));
      }
      return texts;
    });
  }

  holdOneOf(literals: readonly string[], document: DocumentIndex): boolean {
    const texts = this.in(document);
    for (const literal of literals) if (texts.has(literal)) return true;
    return false;
  }
}

function namesNeeded(step: Step): readonly (readonly number[])[] {
  const own = step.numbers === null ? [] : [step.numbers];
  return [...own, ...step.conditions.flatMap(({ needs }) => needs.flatMap(namesNeeded))];
}

function textsNeeded(step: Step): readonly TextRequirement[] {
  return step.conditions.flatMap(({ needs, texts }) => {
    const inner = needs.flatMap(textsNeeded);
    const numbers = texts && compared(step, needs);
    return numbers ? [{ literals: [...texts.literals], texts: textsOf(numbers, texts) }, ...inner] : inner;
  });
}

/** The names of the elements whose text a condition compares. */
function compared(step: Step, needs: readonly Step[]): readonly number[] | null {
  const last = needs.at(-1);
  return last?.kind === 'self' && needs.length === 1 ? step.numbers : (last?.numbers ?? null);
}

const known = new Map<Treatment, Map<string, TextsOf>>();

function textsOf(numbers: readonly number[], { treat }: WantedTexts): TextsOf {
  const alike = known.get(treat) ?? new Map<string, TextsOf>();
  known.set(treat, alike);
  const name = numbers.join(' ');
  const texts = alike.get(name) ?? new TextsOf(numbers, treat);
  alike.set(name, texts);
  return texts;
}
