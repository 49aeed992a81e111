import type { Big } from 'big.js';
import type { RuleSyntax } from '../document-index.js';
import { failingOnlyWith, holdingOnlyWith, type Question, type Test } from './rule.js';
import { normalized } from './path.js';
import { decimalOf, decimalsIn } from './numbers.js';

/** The element is there, even empty. */
export function exists(...terms: readonly string[]): Question {
  return (scope) => {
    const paths = terms.map((term) => scope.path(term));
    const [only, ...others] = paths;
    if (only && others.length === 0)
      return holdingOnlyWith(only.entry, (node, document) => only.exists(node, document));
    return (node, document) => {
      for (const path of paths) if (path.exists(node, document)) return true;
      return false;
    };
  };
}

/** One of the terms is there and holds more than white space. */
export function filled(...terms: readonly string[]): Question {
  return (scope) => {
    const paths = terms.map((term) => scope.path(term));
    return (node, document) => {
      for (const path of paths) if (path.some(node, document, isFilled)) return true;
      return false;
    };
  };
}

function isFilled(value: string): boolean {
  return normalized(value) !== '';
}

/**
 * The same, and the term is there only once. The official tests of EN 16931 look at one value; where a document holds
 * more, the official engine breaks down and rejects it, so more than one does not count as filled.
 */
export function filledOnce(term: string): Question {
  return (scope) => {
    const path = scope.path(term);
    return (node, document) => {
      const values = path.values(node, document);
      return values.length === 1 && normalized(values[0] ?? '') !== '';
    };
  };
}

export function not(question: Question): Question {
  return (scope) => {
    const test = question(scope);
    return failingOnlyWith(test.needs ?? null, (node, document) => !test(node, document));
  };
}

/** The term is not there. */
export function absent(term: string): Question {
  return (scope) => {
    const path = scope.path(term);
    return failingOnlyWith(path.entry, (node, document) => !path.exists(node, document));
  };
}

export function all(...questions: readonly Question[]): Question {
  return (scope) => {
    const tests = questions.map((question) => question(scope));
    const needs = tests.find((test) => test.needs)?.needs ?? null;
    return holdingOnlyWith(needs, (node, document) => {
      for (const test of tests) if (!test(node, document)) return false;
      return true;
    });
  };
}

export function any(...questions: readonly Question[]): Question {
  return (scope) => {
    const tests = questions.map((question) => question(scope));
    const entry = tests.find((test) => test.entry)?.entry ?? null;
    return failingOnlyWith(entry, (node, document) => {
      for (const test of tests) if (test(node, document)) return true;
      return false;
    });
  };
}

/** What the official artefacts declare but never test. */
export const alwaysHolds: Question = () => always;

/** No element can break it, of whatever name. */
const always: Test = failingOnlyWith({ numbers: [], text: null }, () => true);

/** How often the term stands there. */
export function count(term: string, accepts: (number: number) => boolean): Question {
  return (scope) => {
    const path = scope.path(term);
    return (node, document) => accepts(path.nodes(node, document).length);
  };
}

/** Any value of the term is a number that satisfies the comparison (a missing term satisfies none). */
export function someNumber(term: string, accepts: (value: Big) => boolean): Question {
  return (scope) => {
    const path = scope.path(term);
    const isAccepted = (value: string): boolean => {
      const number = decimalOf(value);
      return number !== null && accepts(number);
    };
    return (node, document) => path.some(node, document, isAccepted);
  };
}

/** Any value of the term satisfies a condition on its text. */
export function someText(term: string, accepts: (value: string) => boolean): Question {
  return (scope) => {
    const path = scope.path(term);
    return (node, document) => path.some(node, document, accepts);
  };
}

/** At most two characters after the dot of the raw text; an absent term passes, one that is there twice does not. */
export function atMostTwoDecimals(term: string): Question {
  return (scope) => {
    const path = scope.path(term);
    return (node, document) => {
      const values = path.values(node, document);
      return values.length === 0 || (values.length === 1 && decimalsIn(values[0] ?? '') <= 2);
    };
  };
}

/** A part of a question that differs between the syntaxes. */
export function inSyntax(questions: Readonly<Record<RuleSyntax, Question>>): Question {
  return (scope) => questions[scope.syntax](scope);
}
