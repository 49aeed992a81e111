import { IsNull, Not, type EntityManager } from 'typeorm';
import type {
  GrantRecord,
  Hold,
  ListedPerson,
  PasswordRenewal,
  PeopleRecords,
  PersonRecord,
} from '../../../pipeline/ports/people-records.js';
import { storableText } from '../column-types.js';
import { lockOf } from '../hold.js';
import { PersonAccountEntity, PersonEntity, PersonGrantEntity } from '../entities/tenant.entities.js';

export class PostgresPeopleRecords implements PeopleRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  async lockAdministrators(): Promise<void> {
    await this.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('administrators ' || $1, 0))`, [
      this.tenantId,
    ]);
  }

  async add(person: PersonRecord): Promise<void> {
    await this.manager.insert(PersonEntity, { ...person, tenantId: this.tenantId });
  }

  find(id: string): Promise<PersonRecord | null> {
    return this.manager.findOneBy(PersonEntity, this.person(id));
  }

  findByLoginForChange(login: string): Promise<PersonRecord | null> {
    return this.manager.findOne(PersonEntity, {
      where: { tenantId: this.tenantId, login: storableText(login) },
      lock: { mode: 'pessimistic_write' },
    });
  }

  list(): Promise<readonly ListedPerson[]> {
    return this.manager.find(PersonEntity, { where: { tenantId: this.tenantId }, order: { login: 'ASC' } });
  }

  async noteSignIn(id: string, outcome: { failedSignIns: number; lockedUntil: Date | null }): Promise<void> {
    await this.manager.update(PersonEntity, this.person(id), outcome);
  }

  async setPassword(id: string, passwordHash: string): Promise<void> {
    await this.manager.update(PersonEntity, this.person(id), { passwordHash, passwordOneTime: false });
  }

  findForChange(id: string): Promise<PersonRecord | null> {
    return this.manager.findOne(PersonEntity, { where: this.person(id), lock: { mode: 'pessimistic_write' } });
  }

  async noteDeparture(id: string, at: Date): Promise<void> {
    await this.manager.update(PersonEntity, this.person(id), { leftAt: at });
  }

  async noteRenewalAsked(id: string, { askedBy, askedAt }: PasswordRenewal): Promise<void> {
    await this.manager.update(PersonEntity, this.person(id), { renewalAskedBy: askedBy, renewalAskedAt: askedAt });
  }

  async findRenewal(id: string): Promise<PasswordRenewal | null> {
    const found = await this.manager.findOneBy(PersonEntity, this.person(id));
    const { renewalAskedBy: askedBy = null, renewalAskedAt: askedAt = null } = found ?? {};
    return askedBy === null || askedAt === null ? null : { askedBy, askedAt };
  }

  async renewPassword(id: string, passwordHash: string): Promise<void> {
    const open = { failedSignIns: 0, lockedUntil: null };
    const ended = { renewalAskedBy: null, renewalAskedAt: null };
    await this.manager.update(PersonEntity, this.person(id), {
      passwordHash,
      passwordOneTime: true,
      ...open,
      ...ended,
    });
  }

  async addGrant(grant: GrantRecord): Promise<void> {
    await this.manager.insert(PersonGrantEntity, { ...grant, tenantId: this.tenantId });
  }

  findGrantForChange(id: string): Promise<GrantRecord | null> {
    return this.manager.findOne(PersonGrantEntity, { where: this.person(id), lock: { mode: 'pessimistic_write' } });
  }

  async confirmGrant(id: string, confirmedBy: string, at: Date): Promise<void> {
    await this.manager.update(PersonGrantEntity, this.person(id), { confirmedBy, confirmedAt: at });
  }

  async revokeGrant(id: string, at: Date): Promise<void> {
    await this.manager.update(PersonGrantEntity, this.person(id), { revokedAt: at });
  }

  grantsInForce(personId: string, hold?: Hold): Promise<readonly GrantRecord[]> {
    const inForce = { tenantId: this.tenantId, personId, confirmedAt: Not(IsNull()), revokedAt: IsNull() };
    return this.manager.find(PersonGrantEntity, { where: inForce, order: { id: 'ASC' }, ...lockOf(hold) });
  }

  grants(): Promise<readonly GrantRecord[]> {
    return this.manager.find(PersonGrantEntity, { where: { tenantId: this.tenantId }, order: { id: 'ASC' } });
  }

  async accountHashes(personId: string): Promise<readonly string[]> {
    const rows = await this.manager.findBy(PersonAccountEntity, { tenantId: this.tenantId, personId });
    return rows.map((row) => row.accountHash);
  }

  async addAccountHashes(personId: string, hashes: readonly string[]): Promise<void> {
    const rows = [...new Set(hashes)].map((accountHash) => ({ tenantId: this.tenantId, personId, accountHash }));
    if (rows.length > 0) await this.manager.insert(PersonAccountEntity, rows);
  }

  private person(id: string): { tenantId: string; id: string } {
    return { tenantId: this.tenantId, id };
  }
}
