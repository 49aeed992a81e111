import type { RuleSyntax } from '../document-index.js';

/**
 * Something of both syntaxes, each made when it is first asked for: whoever checks one invoice need not wait for the
 * books of the other syntax and of all profiles.
 */
export function onDemand<Value>(make: (syntax: RuleSyntax) => Value): Readonly<Record<RuleSyntax, Value>> {
  return new OnDemand(make);
}

class OnDemand<Value> implements Readonly<Record<RuleSyntax, Value>> {
  private readonly made = new Map<RuleSyntax, Value>();

  constructor(private readonly make: (syntax: RuleSyntax) => Value) {}

  get ubl(): Value {
    return this.of('ubl');
  }

  get cii(): Value {
    return this.of('cii');
  }

  private of(syntax: RuleSyntax): Value {
    const known = this.made.get(syntax);
    if (known !== undefined) return known;
    const value = this.make(syntax);
    this.made.set(syntax, value);
    return value;
  }
}
