import { LessThanOrEqual, Not, type EntityManager } from 'typeorm';
import type { SessionRecord, SessionRecords } from '../../../pipeline/ports/session-records.js';
import { SessionEntity } from '../entities/tenant.entities.js';

export class PostgresSessionRecords implements SessionRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  async add(session: SessionRecord): Promise<void> {
    await this.manager.insert(SessionEntity, { ...session, tenantId: this.tenantId });
  }

  ofPerson(personId: string): Promise<readonly SessionRecord[]> {
    const where = { tenantId: this.tenantId, personId };
    return this.manager.find(SessionEntity, { where, order: { lastSeenAt: 'DESC', id: 'DESC' } });
  }

  async renew(tokenHash: string, to: Pick<SessionRecord, 'tokenHash' | 'factorAt'>): Promise<boolean> {
    const { affected } = await this.manager.update(SessionEntity, this.session(tokenHash), to);
    return affected === 1;
  }

  async touch(tokenHash: string, at: Date): Promise<void> {
    await this.manager.update(SessionEntity, this.session(tokenHash), { lastSeenAt: at });
  }

  async remove(tokenHash: string): Promise<boolean> {
    const { affected } = await this.manager.delete(SessionEntity, this.session(tokenHash));
    return affected === 1;
  }

  async removeOthers(personId: string, exceptTokenHash: string): Promise<number> {
    const others = { tenantId: this.tenantId, personId, tokenHash: Not(exceptTokenHash) };
    const { affected } = await this.manager.delete(SessionEntity, others);
    return affected ?? 0;
  }

  async removeOfPerson(personId: string): Promise<void> {
    await this.manager.delete(SessionEntity, { tenantId: this.tenantId, personId });
  }

  async removeEnded(now: Date, idleSince: Date): Promise<void> {
    await this.manager.delete(SessionEntity, { tenantId: this.tenantId, expiresAt: LessThanOrEqual(now) });
    await this.manager.delete(SessionEntity, { tenantId: this.tenantId, lastSeenAt: LessThanOrEqual(idleSince) });
  }

  private session(tokenHash: string): { tenantId: string; tokenHash: string } {
    return { tenantId: this.tenantId, tokenHash };
  }
}
