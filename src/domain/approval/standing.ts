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
  ['orderAsException', 'order'],
]);

/** An exception is an order once a second person has agreed; until then it is the first half of one. */
const EXCEPTION = 'orderAsException';
/** Done in one step by us, but it waits for the finance system's word. */
const WAITING: readonly string[] = ['requestRecall'];

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
    orders: signaturesAmong(standing)
      .filter(({ action }) => KINDS.get(action) === 'order')
      .map(actingIn),
    proposals: standing.flatMap((record) =>
      isAction(record.action) && isProposal(record) ? [{ action: record.action, by: actingIn(record) }] : [],
    ),
  };
}

/** What a payment rests on: the confirmations and orders that stand, without claims, forwards and first halves. */
export function signaturesAmong<Recorded extends RecordedDecision>(records: readonly Recorded[]): readonly Recorded[] {
  const standing = records.filter(({ voidedAt }) => voidedAt === null);
  const agreed = standing.some(({ action, progress }) => action === EXCEPTION && progress === 'complete');
  return standing.filter(({ action }) => KINDS.has(action) && (agreed || action !== EXCEPTION));
}

const isProposal = ({ action, progress }: RecordedDecision): boolean =>
  (progress === 'partial' && (action === EXCEPTION || !KINDS.has(action))) || WAITING.includes(action);

/** Whether a recorded decision falls under what is voided. */
export function isVoided(record: RecordedDecision, voids: readonly Voided[]): boolean {
  const kind = KINDS.get(record.action);
  if (kind === undefined) return voids.includes('proposals') && isProposal(record);
  return voids.includes(kind === 'order' ? 'orders' : 'confirmations');
}

const actingIn = ({ personId, onBehalfOf }: RecordedDecision): Acting => ({ personId, onBehalfOfId: onBehalfOf });
