import { ACTIONS } from '../actions.js';
import { authorityOf } from '../authority.js';
import type { Person } from '../facts.js';
import { refuse } from '../refusals.js';
import { isValidOn, reaches, type Role } from '../roles.js';
import { forPeople, type Guard } from './case.js';

/** Two people must not work on the same invoice unknowingly: while one holds it, the others see who does. */
export const holdsClaim = forPeople(({ action, invoice }, person) => {
  const held = invoice.state === 'in_review' || invoice.state === 'query';
  const byOther = invoice.claimedBy !== null && !isHolder(invoice.claimedBy, person);
  return held && byOther && (ACTIONS[action].exclusive || action === 'claim')
    ? refuse('claimedBySomeoneElse', { action, holder: invoice.claimedBy ?? '' })
    : null;
});

/** Who holds a claim, or stands in for who does. */
export const isHolder = (claimedBy: string, person: Person): boolean =>
  claimedBy === person.id || claimedBy === person.onBehalfOf?.id;

export const claimsOnce = forPeople(({ action, invoice }, person) =>
  ['claim', 'takeOver'].includes(action) && invoice.claimedBy !== null && isHolder(invoice.claimedBy, person)
    ? refuse('alreadyDecided', { action, state: invoice.state })
    : null,
);

/** Nothing lies with somebody who has left or is ill: a colleague goes on with it. What nobody holds is taken on. */
export const changesTheHolder = forPeople(({ action, invoice }) =>
  ['takeOver', 'passOn'].includes(action) && invoice.claimedBy === null ? refuse('heldByNobody', { action }) : null,
);

/** Giving back another's claim is for the intake and those who order, and with a reason; colleagues take it over. */
export const releasesOwnClaim = forPeople(({ action, invoice, today }, person) => {
  if (action !== 'release') return null;
  if (invoice.claimedBy === null) return refuse('notClaimed', { action });
  if (isHolder(invoice.claimedBy, person) || distributesWork(person, invoice.departmentId, today)) return null;
  return refuse('claimedBySomeoneElse', { action, holder: invoice.claimedBy });
});

const DISTRIBUTING: readonly Role[] = ['intake', 'orderer'];

const distributesWork = (person: Person, departmentId: string | null, today: string): boolean =>
  person.grants.some(
    (grant) => DISTRIBUTING.includes(grant.role) && reaches(grant, departmentId) && isValidOn(grant, today),
  );

/** It is passed on to who may go on with it and is there: what lies on an empty desk lies. */
export const passesToWhoCanGoOn: Guard = ({ action, request: { colleague }, invoice, today }) => {
  if (!ACTIONS[action].needs.includes('colleague')) return null;
  if (!colleague) return refuse('colleagueMissing', { action });
  const { id, grants, ownAccountHashes, absentUntil } = colleague;
  if (id === invoice.claimedBy) return refuse('colleagueHolds', { action, person: id });
  const asPerson = { kind: 'person', id, grants, ownAccountHashes, onBehalfOf: null } as const;
  const authority = authorityOf(asPerson, 'claim', invoice.departmentId, today);
  if (authority.kind === 'none') return authority.refusal;
  if (ownAccountHashes.some((hash) => invoice.payeeAccountHashes.includes(hash)))
    return refuse('ownPayee', { action, person: id });
  return absentUntil === null ? null : refuse('colleagueAbsent', { action, person: id, day: absentUntil });
};
