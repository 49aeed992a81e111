import { LessThan, Not, type EntityManager } from 'typeorm';
import type { Split } from '../../../domain/coding/coding.js';
import type { BudgetAnswerRecord, CodingRecord, CodingRecords } from '../../../pipeline/ports/coding-records.js';
import { storableRow } from '../column-types.js';
import { BudgetAnswerEntity, CodingEntity } from '../entities/coding.entities.js';

/** A split as it lies in its column: JSON knows no bigint. */
interface StoredSplit extends Omit<Split, 'cents'> {
  readonly cents: string;
}

export class PostgresCodingRecords implements CodingRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  async add(invoiceId: string, coding: CodingRecord): Promise<void> {
    const splits = coding.splits.map((split) => ({ ...split, cents: split.cents.toString() }));
    await this.manager.insert(CodingEntity, {
      ...coding,
      splits: splits as object,
      tenantId: this.tenantId,
      invoiceId,
    });
  }

  async find(invoiceId: string): Promise<CodingRecord | null> {
    const found = await this.manager.findOne(CodingEntity, {
      where: { tenantId: this.tenantId, invoiceId },
      order: { version: 'DESC' },
    });
    return found && codingIn(found);
  }

  async versions(invoiceId: string): Promise<readonly CodingRecord[]> {
    const found = await this.manager.find(CodingEntity, {
      where: { tenantId: this.tenantId, invoiceId },
      order: { version: 'DESC' },
    });
    return found.map(codingIn);
  }

  async lastOf(
    supplierId: string,
    exceptInvoiceId: string,
  ): Promise<{ readonly invoiceId: string; readonly coding: CodingRecord } | null> {
    const found = await this.manager.findOne(CodingEntity, {
      where: { tenantId: this.tenantId, supplierId, invoiceId: Not(exceptInvoiceId) },
      order: { setAt: 'DESC', invoiceId: 'DESC', version: 'DESC' },
    });
    return found && { invoiceId: found.invoiceId, coding: codingIn(found) };
  }

  async addBudgetAnswer(invoiceId: string, answer: BudgetAnswerRecord): Promise<void> {
    const place = { tenantId: this.tenantId, invoiceId, codingVersion: answer.codingVersion };
    const number = (await this.manager.countBy(BudgetAnswerEntity, place)) + 1;
    await this.manager.insert(BudgetAnswerEntity, { ...storableRow(answer), ...place, number });
  }

  findBudgetAnswer(invoiceId: string, codingVersion: number): Promise<BudgetAnswerRecord | null> {
    return this.manager
      .createQueryBuilder(BudgetAnswerEntity, 'b')
      .where({ tenantId: this.tenantId, invoiceId, codingVersion })
      .orderBy(`CASE b.answer WHEN 'unknown' THEN 1 ELSE 0 END`)
      .addOrderBy('b.number', 'DESC')
      .limit(1)
      .getOne();
  }

  findBudgetAnswerBefore(invoiceId: string, codingVersion: number): Promise<BudgetAnswerRecord | null> {
    return this.manager.findOne(BudgetAnswerEntity, {
      where: { tenantId: this.tenantId, invoiceId, codingVersion: LessThan(codingVersion), answer: Not('unknown') },
      order: { codingVersion: 'DESC', number: 'DESC' },
    });
  }
}

const codingIn = ({ tenantId: _, invoiceId: __, splits, ...coding }: CodingEntity): CodingRecord => ({
  ...coding,
  splits: (splits as readonly StoredSplit[]).map((split) => ({ ...split, cents: BigInt(split.cents) })),
});
