import { lentAlong, lentGrants, type Deputyship } from '../domain/approval/deputies.js';
import type { Action, State } from '../domain/approval/lifecycle.js';
import { isValidOn, PERMISSIONS, reaches, type Grant } from '../domain/approval/roles.js';
import { leadsOf } from '../domain/reminders/department-lead.js';
import type { ReminderKind } from '../domain/reminders/reminder-kinds.js';
import type { RemindedInvoice } from './ports/reminder-records.js';
import type { TenantRecords } from './ports/tenant-door.js';
import { presenceIn } from './presence.js';
import { isVisible, visibleDepartments } from './visibility.js';

/** Everybody who works here on a day, with what they may do then. */
export interface Staff {
  /** Own grants that hold that day, of everybody who has not left. */
  readonly grants: ReadonlyMap<string, readonly Grant[]>;
  /** The same with what deputyships lend them: what they see invoices by. */
  readonly sight: ReadonlyMap<string, readonly Grant[]>;
  readonly absent: ReadonlySet<string>;
  /** Deputyships that hold that day, of a principal. */
  readonly deputiesOf: (principalId: string) => readonly Deputyship[];
  readonly today: string;
}

/** Who is told, and in whose place; null: in their own. */
export interface Recipient {
  readonly personId: string;
  readonly onBehalfOf: string | null;
}

/** What is known of an invoice beside its row. */
export interface RemindedFacts {
  readonly invoice: RemindedInvoice;
  /** Who has confirmed or ordered it: they may not order it (again). */
  readonly signedBy: readonly string[];
  /** Who has asked the supplier; null: nobody waits for an answer. */
  readonly askedBy: string | null;
}

export async function staffOn(tenant: TenantRecords, today: string): Promise<Staff> {
  const presence = await presenceIn(tenant, today);
  const people = (await tenant.people.list()).filter(({ leftAt }) => leftAt === null);
  const inForce = (await tenant.people.grants()).filter(
    (grant) => grant.confirmedAt !== null && grant.revokedAt === null && isValidOn(grant, today),
  );
  const grants = new Map<string, readonly Grant[]>(
    people.map(({ id }) => [id, inForce.filter(({ personId }) => personId === id)]),
  );
  const lentTo = (id: string, own: readonly Grant[]) =>
    presence.standsInFor(id).flatMap((one) => lentBy(one, own, grants.get(one.principalId) ?? [], today));
  return {
    grants,
    sight: new Map([...grants].map(([id, own]) => [id, [...own, ...lentTo(id, own)]])),
    absent: new Set(presence.absent),
    deputiesOf: (id) => presence.deputiesOf(id),
    today,
  };
}

const lentBy = (deputyship: Deputyship, own: readonly Grant[], principals: readonly Grant[], today: string) =>
  lentAlong(own, lentGrants(deputyship, principals), today);

export async function factsOf(tenant: TenantRecords, invoice: RemindedInvoice): Promise<RemindedFacts> {
  const { id, state } = invoice;
  const decisions = state === 'confirmed' ? await tenant.invoices.decisions(id) : [];
  const signed = decisions.filter(({ action, voidedAt }) => voidedAt === null && signing.includes(action));
  return {
    invoice,
    signedBy: signed.flatMap(({ personId, onBehalfOf }) => (onBehalfOf === null ? personId : [personId, onBehalfOf])),
    askedBy: state === 'query' ? ((await tenant.queries.latest(id))?.askedBy ?? null) : null,
  };
}

const signing: readonly string[] = ['confirmFactual', 'confirmArithmetical', 'order', 'orderAsException'];

/** Whose work an invoice waits for in each state that reminders know. */
const WAITS_FOR: Partial<Readonly<Record<State, readonly Action[]>>> = {
  clarification: ['route'],
  routed: ['claim'],
  in_review: ['confirmFactual', 'confirmArithmetical'],
  query: ['confirmFactual', 'confirmArithmetical'],
  confirmed: ['order'],
  approved: ['claimForPayment'],
};

/**
 * Who is told: whoever holds the invoice or has asked, else everybody whose work it waits for, or the department's lead.
 * For who is absent their deputies are told; where that leaves nobody, those whose work it is. Nobody is told of what
 * they may not see, in their own name or as a deputy. Pure.
 */
export function recipientsOf(kind: ReminderKind, facts: RemindedFacts, staff: Staff): readonly Recipient[] {
  const { state, departmentId, claimedBy } = facts.invoice;
  const holder = state === 'query' ? (facts.askedBy ?? claimedBy) : state === 'in_review' ? claimedBy : null;
  const responsible = kind === 'escalation' ? leads(departmentId, staff) : holder === null ? [] : [holder];
  const told = present(responsible, facts, staff, () => true);
  if (told.length > 0) return told;
  if (kind === 'escalation') return present(leads(null, staff), facts, staff, () => true);
  const carries = (grant: Grant) => isWorkOf(grant, facts.invoice);
  const workers = [...staff.grants].flatMap(([id, grants]) =>
    grants.some(carries) && !(state === 'confirmed' && facts.signedBy.includes(id)) ? [id] : [],
  );
  return present(workers, facts, staff, carries);
}

/** Whether a grant carries what the invoice waits for; for an order also its amount. */
function isWorkOf(grant: Grant, { state, departmentId, grossCents }: RemindedInvoice): boolean {
  const actions = WAITS_FOR[state] ?? [];
  if (!reaches(grant, departmentId) || !actions.some((action) => PERMISSIONS[action].roles.includes(grant.role)))
    return false;
  const cents = grossCents === null || grossCents >= 0n ? grossCents : -grossCents;
  return state !== 'confirmed' || grant.limitCents === null || cents === null || cents <= grant.limitCents;
}

function leads(departmentId: string | null, { grants }: Staff): readonly string[] {
  const authorities = [...grants].flatMap(([personId, own]) =>
    own.flatMap((grant) => (grant.role === 'orderer' ? { ...grant, personId } : [])),
  );
  return leadsOf(authorities, departmentId);
}

/** Those of them who are there and see the invoice, and the deputies of those who are not. */
function present(
  ids: readonly string[],
  { invoice: { state, departmentId }, signedBy }: RemindedFacts,
  { grants, sight, absent, deputiesOf, today }: Staff,
  carries: (grant: Grant) => boolean,
): readonly Recipient[] {
  const sees = (held: readonly Grant[]) => isVisible(departmentId, visibleDepartments(held, today));
  const own = ids
    .filter((id) => !absent.has(id) && sees(sight.get(id) ?? []))
    .map((personId) => ({ personId, onBehalfOf: null }));
  const deputies = ids
    .filter((id) => absent.has(id))
    .flatMap((onBehalfOf) => deputiesOf(onBehalfOf).map((deputyship) => ({ onBehalfOf, deputyship })))
    .filter(({ onBehalfOf, deputyship: one }) => {
      if (absent.has(one.deputyId) || (state === 'confirmed' && signedBy.includes(one.deputyId))) return false;
      const lent = lentBy(one, grants.get(one.deputyId) ?? [], grants.get(onBehalfOf) ?? [], today);
      return lent.some(carries) && sees(lent);
    })
    .map(({ onBehalfOf, deputyship }) => ({ personId: deputyship.deputyId, onBehalfOf }));
  const all: readonly Recipient[] = [...own, ...deputies];
  return all.filter(({ personId }, index) => all.findIndex((one) => one.personId === personId) === index);
}
