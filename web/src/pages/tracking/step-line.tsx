import { useWords } from '../../words/words.js';
import type { Step } from './tracking-queries.js';
import { trackingWords } from './tracking.words.js';

const way = ['received', 'inProgress', 'underReview', 'released', 'paid'] as const;

/** The steps that are shown, the last of them or the one that stands there being the present one. */
const lines = {
  received: way,
  inProgress: way,
  underReview: way,
  query: ['received', 'inProgress', 'query', 'released', 'paid'],
  released: way,
  paid: way,
  paidReduced: ['received', 'inProgress', 'underReview', 'released', 'paidReduced'],
  rejected: ['received', 'rejected'],
  declined: ['received', 'inProgress', 'declined'],
  duplicate: ['received', 'duplicate'],
  superseded: ['received', 'inProgress', 'superseded'],
  dismissed: ['received', 'dismissed'],
  moved: ['received', 'moved'],
  disposed: ['received', 'disposed'],
} as const satisfies Record<Step, readonly Step[]>;

/** Where things ended otherwise than hoped, or somebody is asked for something. */
const bad: ReadonlySet<Step> = new Set(['rejected', 'declined', 'query']);
const last: ReadonlySet<Step> = new Set([
  ...(['paid', 'paidReduced', 'rejected', 'declined', 'duplicate'] as const),
  ...(['superseded', 'dismissed', 'moved', 'disposed'] as const),
]);

/** The way of an invoice, as far as its sender can see it. */
export function StepLine({ step }: { readonly step: Step }) {
  const say = useWords(trackingWords);
  const line: readonly Step[] = lines[step];
  const now = line.indexOf(step);
  return (
    <ol className="step-line" aria-label={say('steps')}>
      {line.map((one, index) => {
        const isNow = index === now;
        const isDone = index < now || (isNow && last.has(one) && !bad.has(one));
        const kind = isNow && bad.has(one) ? 'bad' : isDone ? 'done' : isNow ? 'now' : 'ahead';
        return (
          <li key={one} className={`step step--${kind}`} aria-current={isNow ? 'step' : undefined}>
            <span className="step__mark" aria-hidden="true">
              {kind === 'done' ? '✓' : kind === 'bad' ? '!' : index + 1}
            </span>
            <span>
              {say(one)}
              {isDone && <span className="kern-sr-only"> ({say('stepDone')})</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
