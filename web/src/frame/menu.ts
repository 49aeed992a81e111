/** Whose desk an entry stands on, and whose work waits in it; who only reads is told of no count. */
interface MenuEntry {
  readonly sees: readonly string[];
  readonly works: readonly string[];
}

const confirmers = ['factualConfirmer', 'arithmeticalConfirmer'] as const;
const clerks = ['coding', ...confirmers] as const;

/**
 * The entries of the desk in their order, by role: nobody is led to where there is nothing for them. What is behind an
 * entry is decided by the service alone.
 */
export const MENU = {
  mine: { sees: clerks, works: clerks },
  department: { sees: [...clerks, 'orderer'], works: [...clerks, 'orderer'] },
  toConfirm: { sees: confirmers, works: confirmers },
  toOrder: { sees: ['orderer'], works: ['orderer'] },
  clearing: {
    sees: ['intake', 'bookkeeper', ...clerks, 'auditor'],
    works: ['intake', 'bookkeeper', 'coding', 'factualConfirmer'],
  },
  all: { sees: ['intake', ...clerks, 'orderer', 'cashier', 'bookkeeper', 'auditor', 'records'], works: [] },
  administration: { sees: ['tenantAdmin', 'auditor', 'records'], works: [] },
} as const satisfies Record<string, MenuEntry>;

export type MenuName = keyof typeof MENU;

/** What somebody may do today, as the session says it. */
type Grants = readonly { readonly role: string }[];

const isMenuName = (name: string): name is MenuName => name in MENU;

const holds = (grants: Grants, roles: readonly string[]): boolean => grants.some(({ role }) => roles.includes(role));

/** What this person finds in the navigation; the first of them is where their day begins. */
export const menuOf = (grants: Grants): readonly MenuName[] =>
  Object.keys(MENU)
    .filter(isMenuName)
    .filter((name) => holds(grants, MENU[name].sees));

/** Whether this person's work waits there. */
export const worksIn = (grants: Grants, name: MenuName): boolean => holds(grants, MENU[name].works);
