/** How many different people must order an amount; bounds in EUR cents, both inclusive, null: upwards without end. */
export interface ValueStep {
  readonly fromCents: bigint;
  readonly toCents: bigint | null;
  readonly orders: number;
}

/** One order, whatever the amount: what holds until a tenant sets its own steps. */
export const DEFAULT_STEPS: readonly ValueStep[] = [{ fromCents: 0n, toCents: null, orders: 1 }];

/** More steps or orders than any written rule of a town knows point to a slip of the pen. */
export const MAX_STEPS = 20;
export const MAX_ORDERS = 5;

export type StepProblem =
  | { readonly code: 'noSteps' }
  | { readonly code: 'tooManySteps'; readonly limit: number }
  | { readonly code: 'doesNotStartAtZero'; readonly step: number }
  | { readonly code: 'endsBeforeItStarts'; readonly step: number }
  | { readonly code: 'gap' | 'overlap'; readonly step: number }
  | { readonly code: 'ordersOutOfRange'; readonly step: number }
  | { readonly code: 'endlessBeforeTheLast'; readonly step: number }
  | { readonly code: 'lastStepEnds'; readonly step: number };

/** What keeps the steps from covering zero to infinity without a gap, checked when they are saved; steps count from 1. */
export function stepProblems(steps: readonly ValueStep[]): readonly StepProblem[] {
  if (steps.length === 0) return [{ code: 'noSteps' }];
  if (steps.length > MAX_STEPS) return [{ code: 'tooManySteps', limit: MAX_STEPS }];
  return steps.flatMap((step, index) => problemsOf(step, index + 1, steps[index - 1], index === steps.length - 1));
}

function problemsOf(
  step: ValueStep,
  number: number,
  before: ValueStep | undefined,
  last: boolean,
): readonly StepProblem[] {
  const problems: StepProblem[] = [];
  if (!Number.isInteger(step.orders) || step.orders < 1 || step.orders > MAX_ORDERS) {
    problems.push({ code: 'ordersOutOfRange', step: number });
  }
  if (step.toCents !== null && step.toCents < step.fromCents)
    problems.push({ code: 'endsBeforeItStarts', step: number });
  if (step.toCents === null && !last) problems.push({ code: 'endlessBeforeTheLast', step: number });
  if (step.toCents !== null && last) problems.push({ code: 'lastStepEnds', step: number });
  if (before === undefined) {
    if (step.fromCents !== 0n) problems.push({ code: 'doesNotStartAtZero', step: number });
  } else if (before.toCents !== null && step.fromCents !== before.toCents + 1n) {
    problems.push({ code: step.fromCents > before.toCents ? 'gap' : 'overlap', step: number });
  }
  return problems;
}

/**
 * How many people must order. An amount that is unknown in EUR (null) or that no step covers takes the strictest:
 * a hole in the settings must never make an order easier.
 */
export function requiredOrders(amountCents: bigint | null, steps: readonly ValueStep[]): number {
  const step =
    amountCents === null
      ? undefined
      : steps.find(
          ({ fromCents, toCents }) => fromCents <= amountCents && (toCents === null || amountCents <= toCents),
        );
  return step ? Math.max(1, step.orders) : Math.max(1, ...steps.map(({ orders }) => orders));
}
