/** What an API key may be used for; a key has one or several. */
export const scopes = ['deliver', 'handOver', 'read'] as const;
export type Scope = (typeof scopes)[number];
