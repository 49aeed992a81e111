import { IsNull, LessThanOrEqual, MoreThanOrEqual, Not, type EntityManager } from 'typeorm';
import type {
  AbsenceRecord,
  DeputyRecords,
  DeputyshipRecord,
  DeputyshipSide,
} from '../../../pipeline/ports/deputy-records.js';
import type { Hold } from '../../../pipeline/ports/people-records.js';
import { lockOf } from '../hold.js';
import { AbsenceEntity, DeputyshipEntity } from '../entities/deputy.entities.js';

export class PostgresDeputyRecords implements DeputyRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  async addAbsence(absence: AbsenceRecord): Promise<void> {
    await this.manager.insert(AbsenceEntity, { ...absence, tenantId: this.tenantId });
  }

  findAbsenceForChange(id: string): Promise<AbsenceRecord | null> {
    return this.manager.findOne(AbsenceEntity, { where: this.row(id), lock: { mode: 'pessimistic_write' } });
  }

  async withdrawAbsence(id: string, by: string, at: Date): Promise<void> {
    await this.manager.update(AbsenceEntity, this.row(id), { withdrawnBy: by, withdrawnAt: at });
  }

  absencesFrom(day: string): Promise<readonly AbsenceRecord[]> {
    const where = { tenantId: this.tenantId, lastDay: MoreThanOrEqual(day), withdrawnAt: IsNull() };
    return this.manager.find(AbsenceEntity, { where, order: { firstDay: 'ASC', id: 'ASC' } });
  }

  absencesOf(personId: string, hold?: Hold): Promise<readonly AbsenceRecord[]> {
    const where = { tenantId: this.tenantId, personId, withdrawnAt: IsNull() };
    return this.manager.find(AbsenceEntity, { where, order: { firstDay: 'ASC', id: 'ASC' }, ...lockOf(hold) });
  }

  everyAbsenceOn(day: string): Promise<readonly AbsenceRecord[]> {
    const where = { tenantId: this.tenantId, firstDay: LessThanOrEqual(day), lastDay: MoreThanOrEqual(day) };
    return this.manager.find(AbsenceEntity, { where, order: { firstDay: 'ASC', id: 'ASC' } });
  }

  async addDeputyship({ roles, ...deputyship }: DeputyshipRecord): Promise<void> {
    const row = { ...deputyship, roles: roles && [...roles], tenantId: this.tenantId };
    await this.manager.insert(DeputyshipEntity, row);
  }

  findDeputyshipForChange(id: string): Promise<DeputyshipRecord | null> {
    return this.manager.findOne(DeputyshipEntity, { where: this.row(id), lock: { mode: 'pessimistic_write' } });
  }

  async confirmDeputyship(id: string, by: string, at: Date): Promise<void> {
    await this.manager.update(DeputyshipEntity, this.row(id), { confirmedBy: by, confirmedAt: at });
  }

  async endDeputyship(id: string, by: string, at: Date): Promise<void> {
    await this.manager.update(DeputyshipEntity, this.row(id), { endedBy: by, endedAt: at });
  }

  deputyshipsInForce(side?: DeputyshipSide, hold?: Hold): Promise<readonly DeputyshipRecord[]> {
    const inForce = { tenantId: this.tenantId, confirmedAt: Not(IsNull()), endedAt: IsNull() };
    const order = { id: 'ASC' } as const;
    return this.manager.find(DeputyshipEntity, { where: { ...inForce, ...side }, order, ...lockOf(hold) });
  }

  openDeputyships(): Promise<readonly DeputyshipRecord[]> {
    return this.manager.find(DeputyshipEntity, {
      where: { tenantId: this.tenantId, endedAt: IsNull() },
      order: { proposedAt: 'DESC', id: 'DESC' },
    });
  }

  everyDeputyship(): Promise<readonly DeputyshipRecord[]> {
    const where = { tenantId: this.tenantId };
    return this.manager.find(DeputyshipEntity, { where, order: { proposedAt: 'ASC', id: 'ASC' } });
  }

  private row(id: string): { tenantId: string; id: string } {
    return { tenantId: this.tenantId, id };
  }
}
