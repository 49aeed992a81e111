import {
  below,
  childOf,
  compares,
  comparisons,
  leadsSomewhere,
  negated,
  Step,
  type AskedPath,
  type Condition,
} from './step.js';

export interface ParsedPath {
  readonly start: 'here' | 'root' | 'anywhere';
  readonly steps: readonly Step[];
  readonly attribute: string | null;
}

/**
 * Reads a path of the language that path.ts describes. Throws on one that is not in it.
 * @param pathOf compiles the paths within conditions
 */
export function parsePath(text: string, pathOf: (text: string) => AskedPath): ParsedPath {
  return new PathParser(text, pathOf).parse();
}

/** A recursive-descent reader. */
class PathParser {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly pathOf: (text: string) => AskedPath,
  ) {}

  parse(): ParsedPath {
    const start = this.skip('//') ? 'anywhere' : this.skip('/') ? 'root' : 'here';
    const parsed = this.steps(start);
    if (this.at < this.text.length) this.fail();
    return parsed;
  }

  private steps(start: ParsedPath['start']): ParsedPath {
    const steps: Step[] = [];
    for (;;) {
      if (this.skip('@')) return { start, steps, attribute: this.name() };
      if (start === 'root' && steps.length === 0 && this.at >= this.text.length)
        return { start, steps, attribute: null };
      steps.push(this.step());
      if (!this.skip('/')) return { start, steps, attribute: null };
    }
  }

  private step(): Step {
    const names = [this.name()];
    while (this.skip('|')) names.push(this.name());
    const conditions: Condition[] = [];
    let first = false;
    while (this.skip('[')) {
      if (this.skip('1]')) first = true;
      else conditions.push(this.condition());
    }
    return new Step(names, conditions, first);
  }

  private condition(): Condition {
    const isNegated = this.skip('!');
    const inner = this.skip('<') ? below(this.name()) : this.skip('^') ? childOf(this.name()) : this.comparison();
    if (!this.skip(']')) this.fail();
    return isNegated ? negated(inner) : inner;
  }

  private comparison(): Condition {
    const start = this.at;
    const { steps, attribute } = this.steps('here');
    const path = this.pathOf(this.text.slice(start, this.at));
    for (const [sign, treat] of comparisons) {
      if (!this.skip(sign)) continue;
      // The values of attributes are not those of the elements that carry them.
      const texts = { literals: new Set(this.literals()), treat };
      const compared = compares(path, steps, texts);
      return attribute === null ? compared : { ...compared, texts: null };
    }
    return leadsSomewhere(path, steps);
  }

  private literals(): readonly string[] {
    if (this.skip('true')) return ['true', '1'];
    if (this.skip('false')) return ['false', '0'];
    const end = this.text.indexOf("'", this.at + 1);
    if (!this.skip("'") || end < 0) this.fail();
    const literal = this.text.slice(this.at, end);
    this.at = end + 1;
    return literal.split('|');
  }

  private name(): string {
    const match = /^(?:\.\.|\.|\*|[\w-]+(?::[\w-]+)?)/.exec(this.text.slice(this.at));
    if (!match) this.fail();
    const [name] = match;
    this.at += name.length;
    return name;
  }

  private skip(token: string): boolean {
    if (!this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }

  private fail(): never {
    throw new Error(`path "${this.text}": not understood at ${String(this.at)}`);
  }
}
