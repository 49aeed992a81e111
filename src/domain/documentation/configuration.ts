import type { Role } from '../approval/roles.js';
import type { RetentionClass, RetentionRule } from '../retention/retention.js';
import type { Condition } from '../routing/routing-rule.js';

/** How the program is set up where it runs; nothing of it is secret. */
export interface InstallationFacts {
  readonly softwareVersion: string;
  readonly database: 'embedded' | 'server';
  readonly queue: 'postgres' | 'redis';
  readonly documents: 'postgres' | 'folder';
  readonly fileMb: number;
  /** Whether the installation has a mail server of its own for answers. */
  readonly sendsMail: boolean;
}

/** Grants of one kind that hold today, and how many people have them. */
export interface GrantLine {
  readonly role: Role;
  /** null: the whole authority. */
  readonly department: string | null;
  /** EUR; null: without limit. */
  readonly limit: string | null;
  readonly people: number;
}

/** What a tenant has configured as it holds today, without secrets and without names of people. */
export interface Configuration {
  readonly town: { readonly name: string; readonly slug: string };
  readonly installation: InstallationFacts;
  readonly departments: readonly { readonly code: string; readonly name: string }[];
  /** department null: the whole authority. */
  readonly leitwegIds: readonly { readonly leitwegId: string; readonly department: string | null }[];
  readonly grants: readonly GrantLine[];
  readonly rules: readonly { readonly name: string; readonly when: Condition; readonly department: string }[];
  readonly rulesVersion: number;
  readonly channels: readonly { readonly kind: string; readonly name: string }[];
  readonly mailboxes: readonly {
    readonly name: string;
    readonly address: string;
    readonly server: string;
    readonly security: string;
    readonly isRelay: boolean;
    readonly answers: boolean;
  }[];
  readonly apiKeys: readonly { readonly name: string; readonly scopes: readonly string[]; readonly until: string }[];
  readonly approval: {
    readonly steps: readonly { readonly upTo: string | null; readonly orders: number }[];
    readonly declineByTwoAbove: string | null;
    readonly twoConfirmers: boolean;
    readonly orderException: boolean;
  };
  readonly signIn: { readonly secondFactor: 'required' | 'voluntary'; readonly freshMinutes: number | null };
  readonly coding: { readonly requiredForOrder: boolean; readonly budgetCheck: { readonly url: string } | null };
  readonly place: { readonly land: string | null };
  readonly reminders: {
    readonly on: boolean;
    readonly time: string;
    readonly unclaimed: number | null;
    readonly unconfirmed: number | null;
    readonly unordered: number | null;
    readonly unanswered: number | null;
    readonly escalation: number | null;
    readonly skonto: number | null;
    readonly interest: boolean;
  };
  readonly retention: {
    readonly classes: Readonly<Record<Exclude<RetentionClass, 'staff'>, RetentionRule>> & {
      readonly staff: { readonly years: number };
    };
    readonly adoptions: readonly { readonly fiscalYear: number; readonly adoptedIn: number }[];
  };
  readonly counter: { readonly open: boolean };
  /** Ids of the keys that seals may be signed by, the one of today first. */
  readonly sealKeys: readonly string[];
  /** Rule books as reports name them. */
  readonly books: readonly string[];
}
