import type { State } from '../domain/approval/lifecycle.js';
import { isValidOn, PERMISSIONS, type Grant } from '../domain/approval/roles.js';
import type { Action } from '../domain/approval/lifecycle.js';
import type { Selection } from './ports/desk-records.js';
import { isVisible } from './visibility.js';

/**
 * Views of the desk: what the person holds, what waits in their departments, what has to be cleared, what they may
 * confirm or order now, and everything they may see.
 */
export const queues = ['mine', 'department', 'clearing', 'toConfirm', 'toOrder', 'all'] as const;
export type Queue = (typeof queues)[number];

/** What the side bar counts. */
export const countedQueues = ['mine', 'department', 'clearing', 'toConfirm', 'toOrder'] as const;

/** States in which an invoice waits for somebody in a department. */
const atWork: readonly State[] = ['routed', 'in_review', 'query', 'confirmed'];

/** Who looks: with the departments they see, null for all of them. */
export interface Onlooker {
  readonly personId: string;
  readonly grants: readonly (Grant & { readonly role: string })[];
  readonly visible: readonly string[] | null;
  readonly today: string;
}

/** A queue as a selection of invoices; null: nothing can be in it for this person. */
export function selectionOf(queue: Queue, onlooker: Onlooker): Selection | null {
  return SELECTIONS[queue](onlooker);
}

const SELECTIONS: Readonly<Record<Queue, (onlooker: Onlooker) => Selection | null>> = {
  all: ({ visible }) => ({ departmentIds: visible }),
  mine: ({ visible, personId }) => ({ departmentIds: visible, claimedBy: personId }),
  department: ({ visible }) => ({ departmentIds: visible, states: atWork }),
  clearing: ({ visible }) => ({ departmentIds: visible, states: ['clarification'] }),
  toConfirm: (onlooker) => {
    const departmentIds = reachedBy(onlooker, ['confirmFactual', 'confirmArithmetical']);
    return departmentIds && { ...departmentIds, states: ['routed', 'in_review'], freeFor: onlooker.personId };
  },
  toOrder: (onlooker) => {
    const departmentIds = reachedBy(onlooker, ['order']);
    if (!departmentIds) return null;
    const limits = grantsFor(onlooker, ['order']);
    return { ...departmentIds, states: ['confirmed'], orderableBy: { personId: onlooker.personId, limits } };
  },
};

const grantsFor = ({ grants, today }: Onlooker, actions: readonly Action[]): readonly Grant[] =>
  grants.filter(
    (grant) => actions.some((action) => PERMISSIONS[action].roles.includes(grant.role)) && isValidOn(grant, today),
  );

function reachedBy(onlooker: Onlooker, actions: readonly Action[]): Pick<Selection, 'departmentIds'> | null {
  const grants = grantsFor(onlooker, actions);
  if (grants.length === 0) return null;
  if (grants.some(({ departmentId }) => departmentId === null)) return { departmentIds: onlooker.visible };
  const ids = grants.flatMap(({ departmentId }) => (departmentId === null ? [] : [departmentId]));
  return { departmentIds: ids.filter((id) => isVisible(id, onlooker.visible)) };
}
