import { In, LessThan, type EntityManager } from 'typeorm';
import type { CounterRecords, CounterUse } from '../../../pipeline/ports/counter-records.js';
import { CounterUseEntity } from '../entities/tenant.entities.js';

/** The row that counts everybody together. */
const everybody = 'all';

type Use = Awaited<ReturnType<CounterRecords['use']>>;

export class PostgresCounterRecords implements CounterRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  async use(day: string, address: string): Promise<Use> {
    const { tenantId } = this;
    return useIn(
      await this.manager.findBy(CounterUseEntity, { tenantId, day, address: In([everybody, address]) }),
      address,
    );
  }

  /** Everybody's row first, in every transaction: nobody waits for an address while another waits for everybody. */
  async useForChange(day: string, address: string): Promise<Use> {
    const { tenantId } = this;
    const rows: CounterUseEntity[] = [];
    for (const one of [everybody, address]) {
      const empty = { tenantId, day, address: one, deliveries: 0, bytes: 0 };
      await this.manager.createQueryBuilder().insert().into(CounterUseEntity).values(empty).orIgnore().execute();
      const lock = { mode: 'pessimistic_write' } as const;
      rows.push(...(await this.manager.find(CounterUseEntity, { where: { tenantId, day, address: one }, lock })));
    }
    await this.manager.delete(CounterUseEntity, { tenantId, day: LessThan(day) });
    return useIn(rows, address);
  }

  async note(day: string, address: string, bytes: number): Promise<void> {
    await this.manager.query(
      `UPDATE eingang.counter_use SET deliveries = deliveries + 1, bytes = bytes + $4
       WHERE tenant_id = $1 AND day = $2 AND address IN ('all', $3)`,
      [this.tenantId, day, address, bytes],
    );
  }

  async noteUnpacked(day: string, bytes: number): Promise<void> {
    await this.manager.query(
      `INSERT INTO eingang.counter_use (tenant_id, day, address, deliveries, bytes) VALUES ($1, $2, 'all', 0, $3)
       ON CONFLICT (tenant_id, day, address) DO UPDATE SET bytes = counter_use.bytes + EXCLUDED.bytes`,
      [this.tenantId, day, bytes],
    );
  }
}

const useIn = (rows: readonly CounterUseEntity[], address: string): Use => {
  const of = (wanted: string): CounterUse => rows.find((row) => row.address === wanted) ?? { deliveries: 0, bytes: 0 };
  return { ofAddress: of(address), ofAll: of(everybody) };
};
