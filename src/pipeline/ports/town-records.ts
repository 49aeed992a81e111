import type { RoutingRule } from '../../domain/routing/routing-rule.js';

/** What a tenant has configured: departments, Leitweg-IDs, routing rules, channels, API keys. */
export interface TownRecords {
  addTenant(tenant: { id: string; slug: string; name: string; at: Date }): Promise<void>;
  addDepartment(department: { id: string; code: string; name: string; at: Date }): Promise<void>;
  departments(): Promise<readonly DepartmentRecord[]>;
  /** departmentId null: the id serves the whole authority. False if the id is taken, by whomever. */
  assignLeitwegId(leitwegId: string, departmentId: string | null): Promise<boolean>;
  leitwegIds(): Promise<readonly { leitwegId: string; departmentId: string | null }[]>;
  addRoutingRule(rule: RoutingRule & { at: Date }): Promise<void>;
  /** The rules in force, in their order. */
  routingRules(): Promise<readonly RoutingRule[]>;
  addChannel(channel: { id: string; kind: ChannelKind; name: string; at: Date }): Promise<void>;
  channels(): Promise<readonly { id: string; kind: ChannelKind; name: string }[]>;
  addApiKey(key: ApiKeyRecord & { keyHash: string }): Promise<void>;
  apiKeys(): Promise<readonly ApiKeyRecord[]>;
  revokeApiKey(id: string, at: Date): Promise<boolean>;
}

export type ChannelKind = 'api' | 'upload' | 'mail' | 'folder' | 'peppol';

export interface DepartmentRecord {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

export interface ApiKeyRecord {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly channelId: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}
