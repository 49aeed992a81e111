import type { Role } from '../src/domain/approval/roles.js';
import type { RoutingRule } from '../src/domain/routing/routing-rule.js';

/** The demo's authority as data: what an administrator would enter before the first invoice comes in. */
export const tenant = { slug: 'auenfurt', name: 'Stadt Auenfurt am Rhein' } as const;

/** Serves the whole town: it names no department, so the routing rules decide. */
export const townLeitwegId = '07999001-0001-90';

export const departments = [
  { code: 'HAUPTAMT', name: 'Hauptamt', leitwegIds: ['07999001-HAUPTAMT-07'] },
  { code: 'SCHULE', name: 'Amt für Schule und Sport', leitwegIds: ['07999001-SCHULE-40'] },
  { code: 'TIEFBAU', name: 'Tiefbauamt', leitwegIds: ['07999001-TIEFBAU-82'] },
  { code: 'GEBAEUDE', name: 'Gebäudemanagement', leitwegIds: [] },
  { code: 'FINANZEN', name: 'Kämmerei und Stadtkasse', leitwegIds: ['07999001-FINANZEN-14'] },
] as const satisfies readonly Department[];

export type DepartmentCode = (typeof departments)[number]['code'];

interface Department {
  readonly code: string;
  readonly name: string;
  readonly leitwegIds: readonly string[];
}

/** A right given in writing: from one day to another, in one department or in the whole town (null). */
export interface Grant {
  readonly role: Role;
  readonly department: DepartmentCode | null;
  /** Highest BT-112 in euro this person may order, a decimal string; null where the role has no limit. */
  readonly limitEuro: string | null;
  readonly validFrom: string;
  /** null: until revoked. */
  readonly validTo: string | null;
}

export interface Person {
  readonly login: string;
  readonly name: string;
  readonly grants: readonly Grant[];
}

const validFrom = '2026-01-01';

function grant(role: Role, department: DepartmentCode | null = null, limitEuro: string | null = null): Grant {
  return { role, department, limitEuro, validFrom, validTo: null };
}

/** A department's two confirmers: one may give both confirmations, the other only the arithmetical one. */
function staffOf(
  department: DepartmentCode,
  factual: Omit<Person, 'grants'>,
  arithmetical: Omit<Person, 'grants'>,
): readonly Person[] {
  return [
    { ...factual, grants: [grant('factualConfirmer', department), grant('arithmeticalConfirmer', department)] },
    { ...arithmetical, grants: [grant('arithmeticalConfirmer', department)] },
  ];
}

export const people: readonly Person[] = [
  // Two, because a changed account and what was captured by hand take a second person.
  { login: 'eingang', name: 'Erika Engel', grants: [grant('intake')] },
  { login: 'eingang2', name: 'Emil Ebert', grants: [grant('intake')] },
  ...staffOf('HAUPTAMT', { login: 'hanna', name: 'Hanna Hauser' }, { login: 'henrik', name: 'Henrik Holt' }),
  ...staffOf('SCHULE', { login: 'sofia', name: 'Sofia Sander' }, { login: 'simon', name: 'Simon Seidel' }),
  ...staffOf('TIEFBAU', { login: 'tilda', name: 'Tilda Thoma' }, { login: 'tarik', name: 'Tarik Tekin' }),
  ...staffOf('GEBAEUDE', { login: 'greta', name: 'Greta Gruber' }, { login: 'georg', name: 'Georg Gläser' }),
  ...staffOf('FINANZEN', { login: 'fatma', name: 'Fatma Frey' }, { login: 'felix', name: 'Felix Fuchs' }),
  {
    login: 'amtsleitung',
    name: 'Anna Adler',
    grants: (['HAUPTAMT', 'SCHULE', 'TIEFBAU', 'GEBAEUDE', 'FINANZEN'] as const).map((department) =>
      grant('orderer', department, '10000.00'),
    ),
  },
  { login: 'buergermeister', name: 'Bernd Bauer', grants: [grant('orderer', null, '250000.00')] },
  { login: 'buchhaltung', name: 'Boris Beck', grants: [grant('bookkeeper')] },
  { login: 'buchhaltung2', name: 'Britta Busch', grants: [grant('bookkeeper')] },
  { login: 'kasse', name: 'Karla Kern', grants: [grant('cashier')] },
  { login: 'pruefung', name: 'Rita Rabe', grants: [grant('auditor')] },
  // Two, because a change of roles or limits takes a second person.
  { login: 'admin', name: 'Martin Moll', grants: [grant('tenantAdmin')] },
  { login: 'admin2', name: 'Mona Mertens', grants: [grant('tenantAdmin')] },
];

/** The finance system's key; the secret itself is made at the start and shown once. */
export const financeSystem = {
  name: 'Haushaltssystem',
  scopes: ['handOver', 'read'],
} as const;

/** Tried in this order where the Leitweg-ID names the town but no department. */
export const routingRules: readonly TownRule[] = [
  {
    name: 'Bestellungen des Gebäudemanagements',
    when: { field: 'orderReference', operator: 'startsWith', value: 'GM-' },
    department: 'GEBAEUDE',
  },
  {
    name: 'Stromlieferungen',
    when: { field: 'sellerVatId', operator: 'is', value: 'DE999100341' },
    department: 'GEBAEUDE',
  },
  {
    name: 'Bestellungen der Kämmerei',
    when: {
      all: [
        { field: 'buyerReference', operator: 'is', value: townLeitwegId },
        { field: 'orderReference', operator: 'startsWith', value: 'FIN-' },
      ],
    },
    department: 'FINANZEN',
  },
];

export interface TownRule extends Pick<RoutingRule, 'name' | 'when'> {
  readonly department: DepartmentCode;
}
