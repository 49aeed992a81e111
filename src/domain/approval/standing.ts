import { isAction } from './actions.js';
import type { Acting, DecisionFacts } from './facts.js';
import type { Progress, Voided } from './lifecycle.js';

/** A decision as it was recorded. */
export interface RecordedDecision {
  readonly action: string;
  readonly progress: Progress;
  readonly personId: string;
  readonly onBehalfOf: string | null;
  /** null: it stands. */
  readonly voidedAt: Date | null;
}

/** What an action counts as among the decisions that later ones look at. */
const KINDS: ReadonlyMap<string, 'factual' | 'arithmetical' | 'order'> = new Map([
  ['confirmFactual', 'factual'],
  ['confirmArithmetical', 'arithmetical'],
  ['order', 'order'],
]);

/** The confirmations, orders and first halves that still stand, from the recorded decisions of an invoice. */
export function standingDecisions(
  records: readonly RecordedDecision[],
): Pick<DecisionFacts, 'confirmations' | 'orders' | 'proposals'> {
  const standing = records.filter(({ voidedAt }) => voidedAt === null);
  return {
    confirmations: standing.flatMap((record) => {
      const kind = KINDS.get(record.action);
      return kind === 'factual' || kind === 'arithmetical' ? [{ kind, by: actingIn(record) }] : [];
    }),
    orders: standing.filter(({ action }) => action === 'order').map(actingIn),
    proposals: standing.flatMap((record) => {
      const { action, progress } = record;
      return isAction(action) && progress === 'partial' && !KINDS.has(action) ? [{ action, by: actingIn(record) }] : [];
    }),
  };
}

/** Whether a recorded decision falls under what is voided. */
export function isVoided(record: RecordedDecision, voids: readonly Voided[]): boolean {
  const kind = KINDS.get(record.action);
  if (kind === undefined) return voids.includes('proposals') && record.progress === 'partial';
  return voids.includes(kind === 'order' ? 'orders' : 'confirmations');
}

const actingIn = ({ personId, onBehalfOf }: RecordedDecision): Acting => ({ personId, onBehalfOfId: onBehalfOf });
