import type { RoutingRule } from './administration-queries.js';

/** The dialog that is open among rules. */
export type RuleDialog = { readonly kind: 'add' } | { readonly kind: 'change' | 'retire'; readonly rule: RoutingRule };
