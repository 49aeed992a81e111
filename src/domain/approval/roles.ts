import type { Action, Wording } from './lifecycle.js';

/** The roles of a German municipality in the order in which an invoice meets them; a person may hold several, each by a grant. */
export const ROLES = {
  intake: { de: 'Rechnungseingang', en: 'Invoice intake' },
  coding: { de: 'Kontierung', en: 'Coding' },
  factualConfirmer: { de: 'Feststellung sachlich', en: 'Factual confirmation' },
  arithmeticalConfirmer: { de: 'Feststellung rechnerisch', en: 'Arithmetical confirmation' },
  orderer: { de: 'Anordnungsbefugnis', en: 'Authority to order' },
  cashier: { de: 'Kasse', en: 'Cash office' },
  bookkeeper: { de: 'Finanzbuchhaltung', en: 'Financial accounting' },
  treasurer: { de: 'Kämmerei', en: 'Treasury' },
  auditor: { de: 'Rechnungsprüfungsamt', en: 'Audit office' },
  records: { de: 'Schriftgutverwaltung', en: 'Records management' },
  tenantAdmin: { de: 'Mandantenadministration', en: 'Tenant administration' },
  systemAdmin: { de: 'Systemadministration', en: 'System administration' },
} as const satisfies Record<string, Wording>;

export type Role = keyof typeof ROLES;

/** Whether a stored or received text names a role. */
export const isRole = (text: string): text is Role => Object.hasOwn(ROLES, text);

/** Parts of the program and neighbours of the house that act without being a person. */
export type MachinePart = 'pipeline' | 'financeSystem' | 'supplier';

/** A role given in writing. */
export interface Grant {
  readonly role: Role;
  /** null: in every department of the tenant. */
  readonly departmentId: string | null;
  /** Highest amount in EUR cents, inclusive; null: without limit. */
  readonly limitCents: bigint | null;
  /** First and last day, YYYY-MM-DD, both inclusive; null: open. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface Permission {
  readonly roles: readonly Role[];
  readonly parts: readonly MachinePart[];
}

const people = (...roles: readonly Role[]): Permission => ({ roles, parts: [] });
const also = (part: MachinePart, ...roles: readonly Role[]): Permission => ({ roles, parts: [part] });

/**
 * Who may do what, before any guard looks at the single case. Audit office, treasury and the two administrations
 * appear nowhere: they read, count or configure, and decide on no invoice.
 */
export const PERMISSIONS: Readonly<Record<Action, Permission>> = {
  reject: also('pipeline', 'intake'),
  sendToClarification: also('pipeline', 'intake', 'coding', 'factualConfirmer', 'arithmeticalConfirmer'),
  route: also('pipeline', 'intake'),
  moveToTenant: also('pipeline', 'intake'),
  markDuplicate: people('intake', 'coding', 'factualConfirmer'),
  supersede: people('intake', 'factualConfirmer'),
  dismiss: people('intake'),
  dismissSuspicion: people('intake', 'coding', 'factualConfirmer'),
  releaseAccount: people('intake', 'bookkeeper'),
  capture: people('intake', 'bookkeeper'),
  confirmCapture: people('intake', 'bookkeeper'),
  recheck: also('pipeline', 'intake'),
  forward: people('intake', 'coding', 'factualConfirmer', 'arithmeticalConfirmer'),
  claim: people('coding', 'factualConfirmer', 'arithmeticalConfirmer'),
  takeOver: people('coding', 'factualConfirmer', 'arithmeticalConfirmer'),
  passOn: people('coding', 'factualConfirmer', 'arithmeticalConfirmer'),
  release: people('intake', 'coding', 'factualConfirmer', 'arithmeticalConfirmer', 'orderer'),
  code: people('coding', 'factualConfirmer'),
  amendPayment: people('coding', 'arithmeticalConfirmer'),
  confirmPayment: people('coding', 'factualConfirmer', 'arithmeticalConfirmer'),
  confirmFactual: people('factualConfirmer'),
  confirmArithmetical: people('arithmeticalConfirmer'),
  ask: people('coding', 'factualConfirmer', 'arithmeticalConfirmer'),
  answer: also('supplier', 'coding', 'factualConfirmer', 'arithmeticalConfirmer'),
  decline: people('factualConfirmer'),
  order: people('orderer'),
  // The first is who may order and has confirmed; the second any colleague who knows the invoices.
  orderAsException: people('orderer', 'intake', 'bookkeeper', 'factualConfirmer', 'arithmeticalConfirmer'),
  returnToReview: people('orderer', 'factualConfirmer', 'arithmeticalConfirmer'),
  revoke: people('orderer'),
  claimForPayment: also('financeSystem', 'bookkeeper'),
  acknowledge: also('financeSystem', 'bookkeeper'),
  refuseByFinance: also('financeSystem', 'bookkeeper'),
  returnUntaken: people('bookkeeper'),
  requestRecall: people('orderer', 'factualConfirmer'),
  recall: also('financeSystem', 'bookkeeper'),
  markPaid: also('financeSystem', 'cashier', 'bookkeeper'),
  markPaidReduced: also('financeSystem', 'cashier', 'bookkeeper'),
  reopen: people('intake', 'factualConfirmer'),
  dispose: people('records'),
};

/** A period of days, both ends inclusive, null open. Dates compare as text because they are YYYY-MM-DD. */
export interface Period {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export const hasBegun = (period: Period, today: string): boolean =>
  period.validFrom === null || period.validFrom <= today;

export const hasEnded = (period: Period, today: string): boolean => period.validTo !== null && period.validTo < today;

export const isValidOn = (period: Period, today: string): boolean =>
  hasBegun(period, today) && !hasEnded(period, today);

/** Whether a grant reaches an invoice of this department; an invoice without one is reached by a grant for all only. */
export const reaches = (grant: Grant, departmentId: string | null): boolean =>
  grant.departmentId === null || grant.departmentId === departmentId;
