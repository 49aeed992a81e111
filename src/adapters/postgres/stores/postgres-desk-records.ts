import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { Search } from '../../../domain/invoice/search-text.js';
import type { InvoiceRecord } from '../../../pipeline/ports/invoice-records.js';
import type {
  DeskRecords,
  InvoiceOrigin,
  ListFilter,
  OrderException,
  Selection,
  SortKey,
} from '../../../pipeline/ports/desk-records.js';
import { DecisionEntity, InvoiceEntity, PaymentInstructionEntity } from '../entities/invoice.entities.js';
import { DepartmentEntity } from '../entities/tenant.entities.js';
import { WAITING_FOR_SECOND, WAITS_FOR_SECOND } from './clearing-notes.js';
import { originsOf } from './invoice-origins.js';
import { containsSearched, foundBySearch } from './invoice-search.js';

type Query = SelectQueryBuilder<InvoiceEntity>;

/** What the index of the search has found; null: nothing is searched for, or it has to be looked for row by row. */
type Found = readonly string[] | null;

/** What each sort key stands for; a column that may be empty is read in two runs, so that its index serves both directions. */
const COLUMNS: Readonly<Record<SortKey, { property: string; type: string; mayBeEmpty: boolean }>> = {
  receivedAt: { property: 'i.receivedAt', type: 'timestamptz', mayBeEmpty: false },
  stateSince: { property: 'i.stateSince', type: 'timestamptz', mayBeEmpty: false },
  dueDate: { property: 'i.dueDate', type: 'date', mayBeEmpty: true },
  skontoUntil: { property: 'i.skontoUntil', type: 'date', mayBeEmpty: true },
  nextLoss: { property: 'i.nextLossOn', type: 'date', mayBeEmpty: true },
  gross: { property: 'i.grossCents', type: 'bigint', mayBeEmpty: true },
  seller: { property: 'i.sellerSort', type: 'text', mayBeEmpty: true },
};

/** So many rows of a list are looked through before the index of a search is asked. */
const rowsNear = 1000;

export class PostgresDeskRecords implements DeskRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  async list(filter: ListFilter): Promise<readonly InvoiceRecord[]> {
    const near = await this.near(filter);
    if (near.length === filter.limit) return near;
    const found = await this.found(filter);
    if (found?.length === 0) return [];
    const filled = filter.after?.value === null ? [] : await this.run(filter, found, filter.limit, 'filled');
    const left = filter.limit - filled.length;
    if (left === 0 || !COLUMNS[filter.sort].mayBeEmpty) return filled;
    return [...filled, ...(await this.run(filter, found, left, 'empty'))];
  }

  async count(selection: Selection, most: number): Promise<number> {
    const found = await this.found(selection);
    const [sql, parameters] = this.selected(selection, found).select('1').limit(most).getQueryAndParameters();
    const [row] = await this.manager.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM (${sql}) AS counted`,
      parameters,
    );
    return row?.count ?? 0;
  }

  async exceptions(
    after: { readonly at: Date; readonly id: string } | null,
    limit: number,
  ): Promise<readonly OrderException[]> {
    const query = this.manager
      .createQueryBuilder(DecisionEntity, 'd')
      .where(`d.tenantId = :tenantId AND d.action = 'orderAsException' AND d.progress = 'complete'`, {
        tenantId: this.tenantId,
      })
      .orderBy({ 'd.decidedAt': 'DESC', 'd.id': 'DESC' })
      .limit(limit);
    if (after) query.andWhere('(d.decidedAt, d.id) < (:at, :id)', after);
    const agreed = await query.getMany();
    if (agreed.length === 0) return [];
    const invoiceIds = In(agreed.map(({ invoiceId }) => invoiceId));
    const invoices = await this.manager.findBy(InvoiceEntity, { tenantId: this.tenantId, id: invoiceIds });
    const first = await this.manager.find(DecisionEntity, {
      where: { tenantId: this.tenantId, invoiceId: invoiceIds, action: 'orderAsException', progress: 'partial' },
      order: { decidedAt: 'ASC', id: 'ASC' },
    });
    return agreed.flatMap((one) => {
      const invoice = invoices.find(({ id }) => id === one.invoiceId);
      const ordered = first.findLast((half) => half.invoiceId === one.invoiceId && half.decidedAt <= one.decidedAt);
      const { number, sellerName, grossCents, currency, state } = invoice ?? new InvoiceEntity();
      const { id, invoiceId, voidedAt } = one;
      const told = { id, invoiceId, number, sellerName, grossCents, currency, state };
      return invoice ? [{ ...told, ordered: ordered ?? null, agreed: one, voided: voidedAt !== null }] : [];
    });
  }

  async origin(invoiceId: string): Promise<InvoiceOrigin | null> {
    const [found] = await originsOf(this.manager, this.tenantId, [invoiceId]);
    if (!found) return null;
    const { invoiceId: _, fileName: __, ...origin } = found;
    return origin;
  }

  async servesOthers(leitwegId: string): Promise<boolean> {
    const owners = await this.manager.query<{ tenant_id: string }[]>(
      'SELECT tenant_id FROM eingang.tenant_of_leitweg_id($1)',
      [leitwegId],
    );
    return owners.some((owner) => owner.tenant_id !== this.tenantId);
  }

  async instructedCents(invoiceIds: readonly string[]): Promise<ReadonlyMap<string, bigint>> {
    if (invoiceIds.length === 0) return new Map();
    const newest = await this.manager
      .createQueryBuilder(PaymentInstructionEntity, 'p')
      .distinctOn(['p.invoiceId'])
      .where('p.tenantId = :tenantId AND p.invoiceId = ANY(:invoiceIds)', { tenantId: this.tenantId, invoiceIds })
      .orderBy({ 'p.invoiceId': 'ASC', 'p.version': 'DESC' })
      .getMany();
    return new Map(newest.map(({ invoiceId, amountCents }) => [invoiceId, amountCents]));
  }

  async departmentNames(): Promise<Readonly<Record<string, string>>> {
    const departments = await this.manager.findBy(DepartmentEntity, { tenantId: this.tenantId });
    return Object.fromEntries(departments.map(({ id, name }) => [id, name]));
  }

  private run(
    filter: ListFilter,
    found: Found,
    limit: number,
    part: 'filled' | 'empty',
  ): Promise<readonly InvoiceRecord[]> {
    return this.ordered({ ...filter, limit }, found, part).getMany();
  }

  /** One of the two runs: rows that have a value in its order, then rows that have none in the order of their ids. */
  private ordered(filter: ListFilter, found: Found, part: 'filled' | 'empty'): Query {
    const { property, type, mayBeEmpty } = COLUMNS[filter.sort];
    const beyond = filter.descending ? '<' : '>';
    const query = this.selected(filter, found).limit(filter.limit);
    // By the property in both runs, so that no index in the order of ids alone seems to do for those that have none.
    inOrder(query, filter);
    if (part === 'filled') {
      if (mayBeEmpty) query.andWhere(`${property} IS NOT NULL`);
      if (filter.after)
        query.andWhere(`(${property}, i.id) ${beyond} (CAST(:placeValue AS ${type}), CAST(:placeId AS uuid))`, {
          placeValue: filter.after.value,
          placeId: filter.after.id,
        });
    } else {
      query.andWhere(`${property} IS NULL`);
      if (filter.after?.value === null) query.andWhere(`i.id ${beyond} :placeId`, { placeId: filter.after.id });
    }
    return query;
  }

  /** What of a search stands among the next rows of the list: frequent words fill a page here, and no index is asked. */
  private async near({ search, ...filter }: ListFilter): Promise<readonly InvoiceRecord[]> {
    if (!search || filter.after?.value === null) return [];
    const next = this.ordered({ ...filter, limit: rowsNear }, null, 'filled').select('i.id');
    const query = this.manager
      .createQueryBuilder(InvoiceEntity, 'i')
      .where('i.tenantId = :tenantId')
      .andWhere(`i.id = ANY(ARRAY(${next.getQuery()}))`)
      .setParameters(next.getParameters())
      .limit(filter.limit);
    andContaining(query, search);
    return inOrder(query, filter).getMany();
  }

  /** What people hold is so little that it is gone through. */
  private async found(selection: Selection): Promise<Found> {
    if (!selection.search || Array.isArray(selection.claimedBy)) return null;
    return foundBySearch(this.manager, this.tenantId, selection.search, selection);
  }

  private selected(selection: Selection, found: Found): Query {
    const { states, departmentIds, claimedBy, freeFor, clarificationReason, waitsForSecond, orderableBy, search } =
      selection;
    const query = this.manager
      .createQueryBuilder(InvoiceEntity, 'i')
      .where('i.tenantId = :tenantId', { tenantId: this.tenantId });
    if (states) andOneOf(query, 'i.state', 'states', states);
    if (departmentIds) andOneOf(query, 'i.departmentId', 'departments', departmentIds);
    if (claimedBy === null) query.andWhere('i.claimedBy IS NULL');
    else if (claimedBy !== undefined) query.andWhere('i.claimedBy = ANY(:claimedBy)', { claimedBy });
    if (freeFor !== undefined) query.andWhere('(i.claimedBy IS NULL OR i.claimedBy = ANY(:freeFor))', { freeFor });
    if (clarificationReason !== undefined)
      query.andWhere('i.clarificationReason = :clarificationReason', { clarificationReason });
    if (waitsForSecond) query.andWhere(`i.id = ANY(${WAITING_FOR_SECOND})`).andWhere(WAITS_FOR_SECOND);
    if (orderableBy) andOrderable(query, orderableBy);
    if (found) query.andWhere('i.id = ANY(:found)', { found });
    else if (search) andContaining(query, search);
    return query;
  }
}

/** A single value as such: then an index in which the order follows it serves both. */
function andOneOf(query: Query, property: string, name: string, values: readonly string[]): void {
  const [first, ...others] = new Set(values);
  if (first !== undefined && others.length === 0) query.andWhere(`${property} = :${name}`, { [name]: first });
  else query.andWhere(`${property} = ANY(:${name})`, { [name]: values });
}

function inOrder(query: Query, { sort, descending }: Pick<ListFilter, 'sort' | 'descending'>): Query {
  const direction = descending ? 'DESC' : 'ASC';
  return query.orderBy(COLUMNS[sort].property, direction).addOrderBy('i.id', direction);
}

/**
 * Reading along with the rules of approval, roughly: the decision itself looks again, and closer. It is asked row by row
 * along the list: nearly all of them can be ordered, which the planner does not expect of joins.
 */
function andOrderable(query: Query, { personIds, limits }: NonNullable<Selection['orderableBy']>): void {
  query.andWhere(
    `CASE WHEN EXISTS (SELECT 1 FROM unnest(CAST(:grantDepartments AS uuid[]), CAST(:grantLimits AS bigint[])) AS g (department_id, limit_cents)
       WHERE (g.department_id IS NULL OR g.department_id = i.departmentId)
         AND (g.limit_cents IS NULL OR abs(i.grossCents) <= g.limit_cents)) THEN true ELSE false END`,
    {
      grantDepartments: limits.map(({ departmentId }) => departmentId),
      grantLimits: limits.map(({ limitCents }) => limitCents?.toString() ?? null),
    },
  );
  query.andWhere(
    `CASE WHEN (SELECT true FROM eingang.decision d WHERE d.tenant_id = i.tenantId AND d.invoice_id = i.id
       AND (d.person_id = ANY(:orderers) OR d.on_behalf_of = ANY(:orderers))
       AND d.voided_at IS NULL AND d.action = ANY(:signing) LIMIT 1) THEN false ELSE true END`,
    { orderers: personIds, signing: ['confirmFactual', 'confirmArithmetical', 'order'] },
  );
}

function andContaining(query: Query, search: Search): void {
  const { sql, parameters } = containsSearched(search);
  query.andWhere(sql, parameters);
}
