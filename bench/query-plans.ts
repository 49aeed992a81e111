import type { DataSource, Logger } from 'typeorm';
import { largeTables } from './generated-towns.steps.js';

/** One step of a plan that reads a table which grows with the number of invoices. */
export interface PlanStep {
  readonly kind: string;
  readonly table: string;
  readonly index: string | null;
  /** Rows read, whether they were wanted or not. */
  readonly rows: number;
}

export interface PlannedStatement {
  readonly sql: string;
  readonly steps: readonly PlanStep[];
}

const readsLarge = new RegExp(`eingang"?[.]"?(${largeTables.join('|')}|search_invoices)\\b`);

interface Asked {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/**
 * How the server goes about what is asked of the database while the work runs: each statement again, in the tenant's own
 * transaction and by the same role, with EXPLAIN ANALYZE. What reads none of the large tables is left out, and what a
 * function asks within itself is not seen.
 */
export async function plansOf(
  database: DataSource,
  tenantId: string,
  work: () => Promise<unknown>,
): Promise<readonly PlannedStatement[]> {
  const asked: Asked[] = [];
  const before = database.logger;
  Object.assign(database, { logger: listening(asked) });
  await work().finally(() => Object.assign(database, { logger: before }));
  const reading = asked.filter(({ sql }) => /^\s*(SELECT|WITH)\b/.test(sql) && readsLarge.test(sql));
  return database.transaction(async (manager) => {
    await manager.query(`SELECT set_config('app.tenant', $1, true)`, [tenantId]);
    const planned: PlannedStatement[] = [];
    for (const { sql, parameters } of reading) {
      const [row] = await manager.query<[{ 'QUERY PLAN': readonly [{ Plan: PlanNode }] }]>(
        `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${sql}`,
        [...parameters],
      );
      planned.push({ sql, steps: stepsOf(row['QUERY PLAN'][0].Plan) });
    }
    return planned;
  });
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

function stepsOf(node: PlanNode, indexOfParent: string | null = null): readonly PlanStep[] {
  const table = node['Relation Name'];
  const index = node['Index Name'] ?? indexOfParent;
  const below = (node.Plans ?? []).flatMap((child) => stepsOf(child));
  if (table === undefined || !largeTables.some((large) => large === table)) return below;
  const rows = (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
  return [{ kind: node['Node Type'], table, index, rows: Math.round(rows) }, ...below];
}

/** Hears every statement and says nothing. */
const listening = (asked: Asked[]): Logger => ({
  logQuery: (sql, parameters: unknown) =>
    void asked.push({ sql, parameters: Array.isArray(parameters) ? parameters : [] }),
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
});
