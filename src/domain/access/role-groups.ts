import { LENDABLE_ROLES } from '../approval/deputies.js';
import type { Action } from '../approval/lifecycle.js';
import { PERMISSIONS, ROLES, isRole, type Role } from '../approval/roles.js';

/** Every role, in the order in which an invoice meets them. */
export const EVERY_ROLE: readonly Role[] = Object.keys(ROLES).filter(isRole);

/** Whoever works with single invoices or checks them; the others configure or count and see none. */
export const INVOICE_READERS: readonly Role[] = [...LENDABLE_ROLES, 'auditor'];

/** Whoever changes what is configured. */
export const ADMINISTRATORS: readonly Role[] = ['tenantAdmin'];

/** Whoever reads what is configured, and who may do what. */
export const CONFIGURATION_READERS: readonly Role[] = ['tenantAdmin', 'auditor'];

/** Whoever looks after the installation also sees whether its connections work: channels, mailboxes, keys without secrets. */
export const CONNECTION_READERS: readonly Role[] = [...CONFIGURATION_READERS, 'systemAdmin'];

/** Whoever hands invoices in: the desks, and the administration that tries its channel. The audit office changes nothing. */
export const DELIVERERS: readonly Role[] = [...LENDABLE_ROLES, 'tenantAdmin'];

/** Whoever reads accounts and cost centres: the desks, whoever imports them, and the treasury, whose plan they are. */
export const CHART_READERS: readonly Role[] = [...INVOICE_READERS, 'tenantAdmin', 'treasurer'];

/** Whoever disposes of what need not be kept any more, two of them together. */
export const RECORD_KEEPERS: readonly Role[] = ['records'];

/** Whoever keeps an invoice from being disposed of. */
export const HOLD_SETTERS: readonly Role[] = ['records', 'tenantAdmin'];

/** Whoever sees what is held, what would go and what has gone. */
export const RECORD_READERS: readonly Role[] = ['records', ...CONFIGURATION_READERS];

/** Roles that may do at least one of these by the rules of approval. */
export const rolesFor = (...actions: readonly Action[]): readonly Role[] =>
  EVERY_ROLE.filter((role) => actions.some((action) => PERMISSIONS[action].roles.includes(role)));

const isAction = (text: string): text is Action => Object.hasOwn(PERMISSIONS, text);

/** Whoever decides on invoices at all; disposal has doors of its own. */
export const DECIDERS: readonly Role[] = rolesFor(
  ...Object.keys(PERMISSIONS)
    .filter(isAction)
    .filter((action) => action !== 'dispose'),
);
