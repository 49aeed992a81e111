import { IsNull, type EntityManager } from 'typeorm';
import type { State } from '../../../domain/approval/lifecycle.js';
import { parseConditions } from '../../../domain/routing/conditions.js';
import type { RoutingRule } from '../../../domain/routing/routing-rule.js';
import type { VersionedRule } from '../../../domain/routing/rule-set.js';
import type {
  RoutedPlace,
  RoutedSample,
  RoutingRecords,
  RuleSetVersion,
} from '../../../pipeline/ports/routing-records.js';
import { originsOf, type StoredOrigin } from './invoice-origins.js';
import { RoutingRuleEntity, RoutingVersionEntity } from '../entities/tenant.entities.js';

export class PostgresRoutingRecords implements RoutingRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  async rules(): Promise<readonly RoutingRule[]> {
    const rows = await this.manager.find(RoutingRuleEntity, {
      where: { tenantId: this.tenantId, retiredAt: IsNull() },
      order: { position: 'ASC' },
    });
    return rows.map(ruleOf);
  }

  version(): Promise<number> {
    return this.versionIn('');
  }

  lockVersion(): Promise<number> {
    return this.versionIn('FOR NO KEY UPDATE');
  }

  async set({ version, setBy, setAt, rules }: RuleSetVersion): Promise<void> {
    const ids = rules.map(({ id }) => id);
    const { manager, tenantId } = this;
    await manager.query(
      `UPDATE eingang.routing_rule SET retired_at = $3 WHERE tenant_id = $1 AND retired_at IS NULL AND NOT id = ANY($2::uuid[])`,
      [tenantId, ids, setAt],
    );
    // Two rules in force never stand at one place, not even for a moment: first all are moved out of the way.
    await manager.query(
      `UPDATE eingang.routing_rule SET position = -position WHERE tenant_id = $1 AND retired_at IS NULL`,
      [tenantId],
    );
    await manager.query(
      `INSERT INTO eingang.routing_rule AS held (tenant_id, id, position, name, conditions, department_id, created_at)
       SELECT $1, r.id, r.position, r.name, r."when", r."departmentId", $3
       FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, position integer, name text, "when" jsonb, "departmentId" uuid)
       ON CONFLICT (tenant_id, id) DO UPDATE SET position = excluded.position`,
      [tenantId, JSON.stringify(rules), setAt],
    );
    await manager.query('UPDATE eingang.tenant SET rules_version = $2 WHERE id = $1', [tenantId, version]);
    await manager.insert(RoutingVersionEntity, { tenantId, version, setBy, setAt, rules: rules as unknown as object });
  }

  async versions(before: number | null, limit: number): Promise<readonly RuleSetVersion[]> {
    const rows = await this.manager.query<(Omit<RuleSetVersion, 'rules'> & { readonly rules: StoredRule[] })[]>(
      `SELECT version, set_by AS "setBy", set_at AS "setAt", rules FROM eingang.routing_version
       WHERE tenant_id = $1 AND ($2::integer IS NULL OR version < $2) ORDER BY version DESC LIMIT $3`,
      [this.tenantId, before, limit],
    );
    return rows.map((row) => ({ ...row, rules: row.rules.map(versionedOf) }));
  }

  async latest(before: RoutedPlace | null, limit: number, withLines: boolean): Promise<readonly RoutedSample[]> {
    const rows = await this.manager.query<SampleRow[]>(
      `SELECT id, received_at AS "receivedAt", number, seller_name AS "sellerName", department_id AS "departmentId",
         CASE WHEN $5 THEN model ELSE model - 'lines' END AS model
       FROM eingang.invoice WHERE tenant_id = $1 AND model IS NOT NULL AND NOT state = ANY($2)
         AND ($3::timestamptz IS NULL OR (received_at, id) < ($3, $4::uuid))
       ORDER BY received_at DESC, id DESC LIMIT $6`,
      [this.tenantId, neverRouted, before?.receivedAt ?? null, before?.id ?? null, withLines, limit],
    );
    const origins = await originsOf(
      this.manager,
      this.tenantId,
      rows.map(({ id }) => id),
    );
    const byId = new Map(origins.map((origin) => [origin.invoiceId, origin]));
    return rows.map((row) => ({ ...deliveryOf(row.id, byId), ...row }));
  }

  private async versionIn(lock: string): Promise<number> {
    const [row] = await this.manager.query<{ version: number }[]>(
      `SELECT rules_version AS version FROM eingang.tenant WHERE id = $1 ${lock}`,
      [this.tenantId],
    );
    if (!row) throw new Error(`there is no tenant ${this.tenantId}`);
    return row.version;
  }
}

/** States in which no rule has been asked, or what was sent has gone. */
const neverRouted = ['received', 'rejected', 'duplicate', 'dismissed', 'moved', 'disposed'] satisfies State[];

function deliveryOf(id: string, origins: ReadonlyMap<string, StoredOrigin>) {
  const origin = origins.get(id);
  if (!origin) throw new Error(`invoice ${id} came with no delivery`);
  const { fileName, channelKind, sender, mailTo, mailSubject } = origin;
  return { fileName, channelKind, sender, mailTo, mailSubject };
}

type SampleRow = Pick<RoutedSample, 'id' | 'receivedAt' | 'number' | 'sellerName' | 'departmentId' | 'model'>;

type StoredRule = Omit<VersionedRule, 'when'> & { readonly when: unknown };

const ruleOf = ({ id, position, name, conditions, departmentId }: RoutingRuleEntity): RoutingRule => ({
  ...{ id, position, name, departmentId },
  when: conditionsOf(id, conditions),
});

const versionedOf = ({ when, ...rule }: StoredRule): VersionedRule => ({ ...rule, when: conditionsOf(rule.id, when) });

function conditionsOf(id: string, json: unknown): RoutingRule['when'] {
  const parsed = parseConditions(json);
  if (parsed.kind !== 'conditions') throw new Error(`routing rule ${id} holds conditions that cannot be read`);
  return parsed.when;
}
