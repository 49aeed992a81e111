import type { RoutingRule } from '../../domain/routing/routing-rule.js';

/** What a tenant has configured: departments, Leitweg-IDs, routing rules, channels, API keys. */
export interface TownRecords {
  addTenant(tenant: { id: string; slug: string; name: string; at: Date }): Promise<void>;
  addDepartment(department: { id: string; code: string; name: string; at: Date }): Promise<void>;
  departments(): Promise<readonly DepartmentRecord[]>;
  /** What departments, routing rules, channels and API keys are called, also closed and retired ones. */
  names(): Promise<readonly { readonly id: string; readonly name: string }[]>;
  renameDepartment(id: string, wanted: { readonly code: string; readonly name: string }): Promise<void>;
  /** Until the transaction ends nothing can begin to lead to this department; waits for what is just about to. */
  lockDepartment(id: string): Promise<void>;
  closeDepartment(id: string, at: Date): Promise<void>;
  /** Open invoices, rules in force and Leitweg-IDs that keep a department from being closed. */
  usesOfDepartment(id: string): Promise<DepartmentUses>;
  /** departmentId null: the id serves the whole authority. False if the id is taken, by whomever. */
  assignLeitwegId(leitwegId: string, departmentId: string | null): Promise<boolean>;
  /** Of this tenant only; to be looked up before, as it says nothing. */
  removeLeitwegId(leitwegId: string): Promise<void>;
  leitwegIds(): Promise<readonly { leitwegId: string; departmentId: string | null }[]>;
  addRoutingRule(rule: RoutingRule & { at: Date }): Promise<void>;
  /** The rules in force, in their order. */
  routingRules(): Promise<readonly RoutingRule[]>;
  /** False if the rule is not in force. */
  retireRoutingRule(id: string, at: Date): Promise<boolean>;
  /** Puts the rules in force into this order, at positions 10, 20, …; `ids` names each of them once. */
  orderRoutingRules(ids: readonly string[]): Promise<void>;
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

export interface DepartmentUses {
  readonly invoices: number;
  readonly rules: number;
  readonly leitwegIds: number;
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
