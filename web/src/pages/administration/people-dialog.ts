import type { Grant, Person } from './administration-queries.js';

/** The dialog that is open among people. */
export type PeopleDialog =
  | { readonly kind: 'add' }
  | { readonly kind: 'propose' | 'renew' | 'depart' | 'unlock' | 'resetFactor'; readonly person: Person }
  | { readonly kind: 'confirm' | 'revoke'; readonly person: Person; readonly grant: Grant };

/** Something shown once: a password or half of one. */
export interface Shown {
  readonly title: string;
  readonly label: string;
  readonly secret: string;
  readonly text: string;
}
