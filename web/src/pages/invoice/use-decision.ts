import { actingFor } from '../../api/acting-for.js';
import { useSession } from '../../api/session.js';
import { api, versionOf } from '../../api/client.js';
import { useChange } from '../../api/change.js';
import type { Action, DecisionBody } from './deeds.js';

export interface WantedDecision {
  /** One after the other, each on the version that the one before has left. */
  readonly actions: readonly Action[];
  /** The version that the person has seen. */
  readonly etag: string;
  readonly details: Omit<DecisionBody, 'action'>;
}

export interface Decided {
  readonly state: string;
  readonly progress: 'partial' | 'complete';
}

export function useDecision(id: string, onDone: (decided: Decided, wanted: WantedDecision) => void) {
  const session = useSession();
  return useChange({
    send: (wanted: WantedDecision, key) => decideAll(id, wanted, key),
    renews: [['invoices']],
    onDone,
    // Without the version: who tries again after "no answer" repeats the same decision.
    intentOf: ({ actions, details }) => JSON.stringify([session?.personId, actingFor(), id, actions, details]),
  });
}

async function decideAll(id: string, { actions, etag, details }: WantedDecision, key: string): Promise<Decided> {
  let version = etag;
  let decided: Decided = { state: '', progress: 'complete' };
  for (const [index, action] of actions.entries()) {
    const header = { 'Idempotency-Key': `${key}-${index}`, 'If-Match': version };
    const answer = await versionOf(
      api.POST('/api/v1/invoices/{id}/decisions', { params: { path: { id }, header }, body: { ...details, action } }),
    );
    version = answer.etag;
    decided = answer.value;
  }
  return decided;
}
