import { LessThan, Not, IsNull, type EntityManager } from 'typeorm';
import type { CounterHold, CounterRecords, CounterUse } from '../../../pipeline/ports/counter-records.js';
import { CounterHoldEntity, CounterUseEntity } from '../entities/tenant.entities.js';

/** The row that counts everybody together. */
const everybody = 'all';

type Use = Awaited<ReturnType<CounterRecords['useForChange']>>;

/** Everybody's row is taken first, in every transaction: nobody waits for an address while another waits for everybody. */
export class PostgresCounterRecords implements CounterRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  async useForChange(day: string, address: string, now: Date): Promise<Use> {
    const { tenantId } = this;
    await this.lock(day, everybody);
    await this.giveBackOverdue(now);
    const [ofAll, ofAddress] = [await this.lock(day, everybody), await this.lock(day, address)];
    await this.manager.delete(CounterUseEntity, { tenantId, day: LessThan(day) });
    await this.manager.delete(CounterHoldEntity, { tenantId, day: LessThan(day) });
    return { ofAll, ofAddress };
  }

  async hold({ id, day, address, bytes, until }: CounterHold): Promise<void> {
    const { tenantId } = this;
    await this.manager.insert(CounterHoldEntity, { tenantId, id, day, address, bytes, heldUntil: until });
    for (const one of [everybody, address]) await this.add(day, one, { deliveries: 1, bytes });
  }

  async settle(id: string, deliveryId: string): Promise<boolean> {
    const held = { tenantId: this.tenantId, id, heldUntil: Not(IsNull()) };
    const result = await this.manager.update(CounterHoldEntity, held, { heldUntil: null, deliveryId });
    return result.affected === 1;
  }

  async giveBack(id: string): Promise<void> {
    const { tenantId } = this;
    const held = await this.manager.findOneBy(CounterHoldEntity, { tenantId, id, heldUntil: Not(IsNull()) });
    if (held === null) return;
    await this.lock(held.day, everybody);
    const gone = await this.manager.delete(CounterHoldEntity, { tenantId, id, heldUntil: Not(IsNull()) });
    if (gone.affected !== 1) return;
    for (const one of [everybody, held.address]) await this.add(held.day, one, { deliveries: -1, bytes: -held.bytes });
  }

  async noteUnpacked(deliveryId: string, day: string, bytes: number): Promise<void> {
    const brought = await this.manager.findOneBy(CounterHoldEntity, { tenantId: this.tenantId, deliveryId, day });
    await this.lock(day, everybody);
    for (const one of [everybody, ...(brought ? [brought.address] : [])])
      await this.add(day, one, { deliveries: 0, bytes });
  }

  private async lock(day: string, address: string): Promise<CounterUse> {
    const row = { tenantId: this.tenantId, day, address };
    const empty = { ...row, deliveries: 0, bytes: 0 };
    await this.manager.createQueryBuilder().insert().into(CounterUseEntity).values(empty).orIgnore().execute();
    const lock = { mode: 'pessimistic_write' } as const;
    return (await this.manager.findOne(CounterUseEntity, { where: row, lock })) ?? empty;
  }

  private async add(day: string, address: string, { deliveries, bytes }: CounterUse): Promise<void> {
    await this.manager.query(
      `UPDATE eingang.counter_use SET deliveries = deliveries + $4, bytes = bytes + $5
       WHERE tenant_id = $1 AND day = $2 AND address = $3`,
      [this.tenantId, day, address, deliveries, bytes],
    );
  }

  private async giveBackOverdue(now: Date): Promise<void> {
    await this.manager.query(
      `WITH overdue AS (DELETE FROM eingang.counter_hold WHERE tenant_id = $1 AND held_until <= $2 RETURNING day, address, bytes),
       sums AS (SELECT o.day, w.address, count(*) AS deliveries, sum(o.bytes) AS bytes
         FROM overdue o CROSS JOIN LATERAL (VALUES ('all'), (o.address)) AS w (address) GROUP BY o.day, w.address)
       UPDATE eingang.counter_use u SET deliveries = u.deliveries - s.deliveries, bytes = u.bytes - s.bytes
       FROM sums s WHERE u.tenant_id = $1 AND u.day = s.day AND u.address = s.address`,
      [this.tenantId, now],
    );
  }
}
