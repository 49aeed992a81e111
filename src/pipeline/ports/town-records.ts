/** What a tenant has configured: departments, Leitweg-IDs, channels, API keys. */
export interface TownRecords {
  addTenant(tenant: { id: string; slug: string; name: string; at: Date }): Promise<void>;
  addDepartment(department: { id: string; code: string; name: string; at: Date }): Promise<void>;
  /** Those that have not been closed, by code. */
  departments(): Promise<readonly DepartmentRecord[]>;
  /** Whether this department is here and has not been closed. */
  hasDepartment(id: string): Promise<boolean>;
  /** What departments, routing rules, channels and API keys are called, also closed and retired ones. */
  names(): Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** Counts its version one further. */
  renameDepartment(id: string, wanted: { readonly code: string; readonly name: string }): Promise<void>;
  /**
   * The department if it has not been closed. Until the transaction ends nobody else changes it and nothing can begin to
   * lead to it; waits for what is just about to.
   */
  lockDepartment(id: string): Promise<DepartmentRecord | null>;
  closeDepartment(id: string, at: Date): Promise<void>;
  /** Open invoices, rules in force and Leitweg-IDs that keep a department from being closed. */
  usesOfDepartment(id: string): Promise<DepartmentUses>;
  /** departmentId null: the id serves the whole authority. False if the id is taken, by whomever. */
  assignLeitwegId(leitwegId: string, departmentId: string | null): Promise<boolean>;
  /** Of this tenant only; to be looked up before, as it says nothing. */
  removeLeitwegId(leitwegId: string): Promise<void>;
  leitwegIds(): Promise<readonly { leitwegId: string; departmentId: string | null }[]>;
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
  /** Counted by changes. */
  readonly version: number;
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
