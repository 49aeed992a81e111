import { In, type EntityManager } from 'typeorm';
import type { ChartEntry, KnownEntry } from '../../../domain/coding/chart.js';
import type { ChartRecords } from '../../../pipeline/ports/chart-records.js';
import { ChartEntryEntity } from '../entities/coding.entities.js';

/** Rows that one statement writes: PostgreSQL takes 65,535 parameters. */
const rowsAtOnce = 2000;

export class PostgresChartRecords implements ChartRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  async years(): Promise<readonly number[]> {
    const rows = await this.manager.query<{ year: number }[]>(
      'SELECT DISTINCT fiscal_year AS year FROM eingang.chart_entry WHERE tenant_id = $1 ORDER BY 1 DESC',
      [this.tenantId],
    );
    return rows.map(({ year }) => year);
  }

  async entries(fiscalYear: number): Promise<readonly KnownEntry[]> {
    const rows = await this.manager.find(ChartEntryEntity, {
      where: { tenantId: this.tenantId, fiscalYear },
      order: { kind: 'ASC', number: 'ASC' },
    });
    return rows.map(knownEntry);
  }

  async entriesNumbered(fiscalYear: number, numbers: readonly string[]): Promise<readonly KnownEntry[]> {
    const where = { tenantId: this.tenantId, fiscalYear, number: In([...numbers]) };
    return (await this.manager.findBy(ChartEntryEntity, where)).map(knownEntry);
  }

  async put(fiscalYear: number, entries: readonly ChartEntry[], changedAt: Date): Promise<void> {
    for (let from = 0; from < entries.length; from += rowsAtOnce) {
      const rows = entries.slice(from, from + rowsAtOnce).map(({ kind, number, name }) => ({
        ...{ tenantId: this.tenantId, fiscalYear, kind, number, name },
        ...{ changedAt, closedAt: null },
      }));
      await this.manager.upsert(ChartEntryEntity, rows, ['tenantId', 'fiscalYear', 'kind', 'number']);
    }
  }

  async close(
    fiscalYear: number,
    entries: readonly Pick<ChartEntry, 'kind' | 'number'>[],
    closedAt: Date,
  ): Promise<void> {
    await this.manager.query(
      `UPDATE eingang.chart_entry SET changed_at = $3, closed_at = $3
       WHERE tenant_id = $1 AND fiscal_year = $2 AND closed_at IS NULL
         AND (kind, number) IN (SELECT * FROM unnest($4::text[], $5::text[]))`,
      [this.tenantId, fiscalYear, closedAt, entries.map(({ kind }) => kind), entries.map(({ number }) => number)],
    );
  }
}

const knownEntry = ({ kind, number, name, closedAt }: ChartEntryEntity): KnownEntry => ({
  ...{ kind, number, name, closed: closedAt !== null },
});
