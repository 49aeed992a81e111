import type { Role } from '../../domain/approval/roles.js';

export interface PersonRecord {
  readonly id: string;
  /** Lower case, unique within the tenant. */
  readonly login: string;
  readonly displayName: string;
  readonly passwordHash: string;
  /** The password was given out and must be changed at the first sign-in. */
  readonly passwordOneTime: boolean;
  readonly failedSignIns: number;
  readonly lockedUntil: Date | null;
  readonly createdAt: Date;
  readonly leftAt: Date | null;
}

/** A person as the list of people tells them. */
export interface ListedPerson extends PersonRecord {
  /** Who has asked for a new one-time password, and when; null where nobody has. */
  readonly renewalAskedBy: string | null;
  readonly renewalAskedAt: Date | null;
}

/** A role given in writing; it holds only once `confirmedBy`, a second person, has signed (or at the tenant's birth). */
export interface GrantRecord {
  readonly id: string;
  readonly personId: string;
  readonly role: Role;
  readonly departmentId: string | null;
  readonly limitCents: bigint | null;
  /** Days, YYYY-MM-DD, both inclusive. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly proposedBy: string | null;
  readonly proposedAt: Date;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  readonly revokedAt: Date | null;
}

export interface PasswordRenewal {
  readonly askedBy: string;
  readonly askedAt: Date;
}

/** `held`: whoever takes one of them away waits until the transaction ends, and what is being taken away counts no more. */
export type Hold = 'held';

export interface PeopleRecords {
  /** Has whoever else takes an administrator's rights away wait until this transaction ends. */
  lockAdministrators(): Promise<void>;
  add(person: PersonRecord): Promise<void>;
  find(id: string): Promise<PersonRecord | null>;
  /** Locked until the transaction ends, so that failed sign-ins are counted one by one. */
  findByLoginForChange(login: string): Promise<PersonRecord | null>;
  list(): Promise<readonly ListedPerson[]>;
  noteSignIn(id: string, outcome: { failedSignIns: number; lockedUntil: Date | null }): Promise<void>;
  setPassword(id: string, passwordHash: string): Promise<void>;
  /** Locked until the transaction ends. */
  findForChange(id: string): Promise<PersonRecord | null>;
  noteDeparture(id: string, at: Date): Promise<void>;
  noteRenewalAsked(id: string, renewal: PasswordRenewal): Promise<void>;
  /** The new one-time password that somebody has asked for; null where none is asked for. */
  findRenewal(id: string): Promise<PasswordRenewal | null>;
  /** Sets the one-time password and ends its renewal; a locked access is open again. */
  renewPassword(id: string, passwordHash: string): Promise<void>;
  addGrant(grant: GrantRecord): Promise<void>;
  findGrantForChange(id: string): Promise<GrantRecord | null>;
  confirmGrant(id: string, confirmedBy: string, at: Date): Promise<void>;
  revokeGrant(id: string, at: Date): Promise<void>;
  /** Confirmed grants that are not revoked; the days are judged by the decision. */
  grantsInForce(personId: string, hold?: Hold): Promise<readonly GrantRecord[]>;
  /** All grants, also proposed and revoked ones. */
  grants(): Promise<readonly GrantRecord[]>;
  /** Keyed hashes of the person's own bank accounts. */
  accountHashes(personId: string): Promise<readonly string[]>;
  addAccountHashes(personId: string, hashes: readonly string[]): Promise<void>;
}
