import { api, answerOf } from '../../api/client.js';
import { useChange } from '../../api/change.js';
import { ProblemError } from '../../api/problem.js';
import { useSession } from '../../api/session.js';
import { toast } from '../../components/toasts.js';
import { useWords } from '../../words/words.js';
import type { InvoiceLine } from '../invoice/invoice-queries.js';
import { queueWords } from './queue.words.js';

const CLAIMING_ROLES = ['coding', 'factualConfirmer', 'arithmeticalConfirmer'];
const CLAIMABLE_STATES = ['routed', 'in_review'];

export const nameOf = ({ number, fileName }: InvoiceLine): string => number ?? fileName ?? '–';

/** Whether a button is worth showing; the server decides, and says why not. */
export function useMayClaim(): (line: InvoiceLine) => boolean {
  const grants = useSession()?.grants ?? [];
  return ({ state, claimedBy, departmentId }) =>
    claimedBy === null &&
    CLAIMABLE_STATES.includes(state) &&
    grants.some(
      (grant) =>
        CLAIMING_ROLES.includes(grant.role) && (grant.departmentId === null || grant.departmentId === departmentId),
    );
}

/** Takes an invoice on from its row, in the version that the row shows. */
export function useClaim() {
  const say = useWords(queueWords);
  const change = useChange({
    send: ({ id, version }: InvoiceLine, key: string) => {
      const header = { 'Idempotency-Key': key, 'If-Match': `"${version}"` };
      const params = { path: { id }, header };
      return answerOf(api.POST('/api/v1/invoices/{id}/decisions', { params, body: { action: 'claim' } }));
    },
    renews: [['invoices']],
    onDone: (_, line) => toast('success', say('claimedNow', { name: nameOf(line) })),
    intentOf: ({ id, version }) => `${id} ${version}`,
  });
  const claim = (line: InvoiceLine) => {
    if (change.isPending) return;
    change.mutate(line, {
      onError: (error) =>
        toast('warning', error instanceof ProblemError && error.detail !== '' ? error.detail : say('cannotClaim')),
    });
  };
  return { claim, claiming: change.isPending ? change.variables.id : null };
}
