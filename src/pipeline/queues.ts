import type { State } from '../domain/approval/lifecycle.js';
import { isValidOn, PERMISSIONS, type Grant } from '../domain/approval/roles.js';
import type { Action } from '../domain/approval/lifecycle.js';
import type { Selection } from './ports/desk-records.js';
import type { Represented, Sight } from './sight.js';
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
  /** In whose name: the person's own, and those of whom they stand in for, as far as these are wanted. */
  readonly names: readonly Name[];
  readonly visible: readonly string[] | null;
  readonly today: string;
}

/** A name in which somebody can act, and what may be done in it. */
export interface Name {
  readonly personId: string;
  readonly grants: readonly Grant[];
}

/** Whose work is meant: `own`, or that of one whom the reader stands in for; absent: both. */
export type Whose = 'own' | { readonly principalId: string };

/** The names in which somebody looks; without any, nothing waits for them. */
export function namesOf(
  { own, represented }: Sight,
  personId: string,
  whose: Whose | undefined,
  today: string,
): readonly Name[] {
  const self = { personId, grants: own };
  if (whose === 'own') return [self];
  const valid = own.filter((grant) => isValidOn(grant, today));
  if (whose === undefined) return [self, ...represented.map((one) => along(valid, one))];
  return represented.filter((one) => one.personId === whose.principalId).map((one) => along(valid, one));
}

/** A deputy orders within the smaller limit: where one's own is the smaller, lists go by that. */
const along = (own: readonly Grant[], { personId, grants }: Represented): Name => ({
  personId,
  grants: grants.flatMap((lent) => {
    const limits = own.filter(({ role }) => role === lent.role).map(({ limitCents }) => limitCents);
    const [most] = limits.toSorted((a, b) => (a === null || (b !== null && a > b) ? -1 : 1));
    const smaller = most !== null && most !== undefined && (lent.limitCents === null || most < lent.limitCents);
    return [smaller ? { ...lent, limitCents: most } : lent];
  }),
});

/** A queue as a selection of invoices; null: nothing can be in it for this person. */
export function selectionOf(queue: Queue, onlooker: Onlooker): Selection | null {
  return SELECTIONS[queue](onlooker);
}

const SELECTIONS: Readonly<Record<Queue, (onlooker: Onlooker) => Selection | null>> = {
  all: ({ visible }) => ({ departmentIds: visible }),
  mine: ({ visible, names }) => ({ departmentIds: visible, claimedBy: idsOf(names) }),
  department: ({ visible }) => ({ departmentIds: visible, states: atWork }),
  clearing: ({ visible }) => ({ departmentIds: visible, states: ['clarification'] }),
  toConfirm: (onlooker) => {
    const departmentIds = reachedBy(onlooker, ['confirmFactual', 'confirmArithmetical']);
    return departmentIds && { ...departmentIds, states: ['routed', 'in_review'], freeFor: peopleOf(onlooker) };
  },
  toOrder: (onlooker) => {
    const departmentIds = reachedBy(onlooker, ['order']);
    if (!departmentIds) return null;
    const limits = grantsFor(onlooker, ['order']);
    return { ...departmentIds, states: ['confirmed'], orderableBy: { personIds: signersOf(onlooker), limits } };
  },
};

/** Who must not have signed what can be ordered: who looks, and the one name, where it is one, in which they would. */
const signersOf = ({ personId, names }: Onlooker): readonly string[] =>
  names.length === 1 ? peopleOf({ personId, names }) : [personId];

/** Who looks, and in whose names: what a deputy has taken on for somebody, the deputy holds. */
const peopleOf = ({ personId, names }: Pick<Onlooker, 'personId' | 'names'>): readonly string[] => [
  ...new Set([personId, ...idsOf(names)]),
];

const idsOf = (names: readonly Name[]): readonly string[] => names.map(({ personId }) => personId);

const grantsFor = ({ names, today }: Onlooker, actions: readonly Action[]): readonly Grant[] =>
  names
    .flatMap(({ grants }) => grants)
    .filter(
      (grant) => actions.some((action) => PERMISSIONS[action].roles.includes(grant.role)) && isValidOn(grant, today),
    );

function reachedBy(onlooker: Onlooker, actions: readonly Action[]): Pick<Selection, 'departmentIds'> | null {
  const grants = grantsFor(onlooker, actions);
  if (grants.length === 0) return null;
  if (grants.some(({ departmentId }) => departmentId === null)) return { departmentIds: onlooker.visible };
  const ids = grants.flatMap(({ departmentId }) => (departmentId === null ? [] : [departmentId]));
  return { departmentIds: ids.filter((id) => isVisible(id, onlooker.visible)) };
}
