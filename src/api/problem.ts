import { explain, REFUSAL_CODES, type Refusal as DecisionRefusal } from '../domain/approval/refusals.js';
import { pipelineRefusals, type Outcome, type Refusal } from '../pipeline/outcome.js';
import { doorProblems, refusalStatus, titles, type DoorProblem } from './problems.table.js';

export type Language = 'de' | 'en';

/** A problem as it goes out (RFC 9457); `type` is stable, the sentences are for people. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly [further: string]: unknown;
}

interface Extras {
  /** Further members of the document. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a controller or a guard throws so that the filter answers it. */
export class Problem extends Error {
  private constructor(
    readonly code: string,
    readonly status: number,
    private readonly sentence: (language: Language) => string,
    readonly extras: Extras,
  ) {
    super(code);
  }

  static atTheDoor(code: DoorProblem, values: Readonly<Record<string, string>> = {}, extras: Extras = {}): Problem {
    return new Problem(
      code,
      doorProblems[code].status,
      (language) => fill(doorProblems[code][language], values),
      extras,
    );
  }

  /** @param names of people by their ids, for the sentence. */
  static ofRefusal(
    refusal: Refusal,
    names: Readonly<Record<string, string>> = {},
    headers: Extras['headers'] = {},
  ): Problem {
    const members = Object.keys(refusal.values).length > 0 ? { values: refusal.values } : {};
    const sentence = (language: Language) => sentenceOf(refusal, language, names);
    return new Problem(refusal.code, refusalStatus[refusal.code], sentence, { members, headers: { ...headers } });
  }

  document(language: Language): ProblemDocument {
    return {
      type: `urn:eingang:problem:${this.code}`,
      title: titles[this.status]?.[language] ?? this.code,
      status: this.status,
      detail: this.sentence(language),
      ...this.extras.members,
    };
  }
}

/** The value of an outcome; a refusal becomes a problem. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.kind === 'refused') throw Problem.ofRefusal(outcome.refusal);
  return outcome.value;
}

/** A refusal in words, whether a decision or a use case has said it. */
export function sentenceOf(refusal: Refusal, language: Language, names: Readonly<Record<string, string>>): string {
  if (isDecisions(refusal)) return explain(refusal, language, names);
  return isPipelines(refusal.code) ? fill(pipelineRefusals[refusal.code][language], refusal.values) : refusal.code;
}

/** `secondPersonNeeded` is a code of both; a decision's names the action. */
const isDecisions = (refusal: Refusal): refusal is DecisionRefusal =>
  REFUSAL_CODES.some((code) => code === refusal.code) && (!isPipelines(refusal.code) || 'action' in refusal.values);

const isPipelines = (code: string): code is keyof typeof pipelineRefusals => Object.hasOwn(pipelineRefusals, code);

const fill = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? '') : ''));
