/** In the order in which an invoice meets them. */
export const roles = [
  'intake',
  'coding',
  'factualConfirmer',
  'arithmeticalConfirmer',
  'orderer',
  'cashier',
  'bookkeeper',
  'treasurer',
  'auditor',
  'records',
  'tenantAdmin',
  'systemAdmin',
] as const;

export type Role = (typeof roles)[number];

export const isRole = (text: string): text is Role => roles.some((role) => role === text);
