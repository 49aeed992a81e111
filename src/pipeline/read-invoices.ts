import { isValidOn, type Role } from '../domain/approval/roles.js';
import type { Invoice } from '../domain/invoice/invoice.js';
import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { DocumentStore } from './ports/document-store.js';
import type {
  InvoiceFilter,
  InvoiceRecord,
  PaymentInstruction,
  DecisionRecord,
  StoredReport,
} from './ports/invoice-records.js';
import type { HistoryEvent, TenantDoor, TenantRecords } from './ports/tenant-door.js';
import { townDay } from './town-day.js';

/** Who reads: a person sees the departments of their grants; a machine with the scope `read` or `handOver` sees all. */
export type Reader =
  | { readonly kind: 'person'; readonly tenantId: string; readonly personId: string }
  | { readonly kind: 'apiKey'; readonly tenantId: string; readonly id: string };

/** Roles whose work is with single invoices or with checking them; the others configure or count. */
const readingRoles: readonly Role[] = [
  'intake',
  'coding',
  'factualConfirmer',
  'arithmeticalConfirmer',
  'orderer',
  'cashier',
  'bookkeeper',
  'auditor',
  'records',
];

/** Roles that see invoices no department has yet (clearing), and every department. */
const everywhere: readonly Role[] = ['intake', 'auditor', 'cashier', 'bookkeeper', 'records'];

export interface InvoiceView {
  readonly invoice: InvoiceRecord;
  readonly payment: PaymentInstruction | null;
  readonly decisions: readonly DecisionRecord[];
}

/** Reading for people and machines, within what they may see. What one may not see does not exist for them. */
export class ReadInvoices {
  constructor(
    private readonly door: TenantDoor,
    private readonly documents: DocumentStore,
    private readonly clock: Clock,
  ) {}

  list(
    reader: Reader,
    filter: Omit<InvoiceFilter, 'departmentIds'> & { readonly departmentId?: string },
  ): Promise<readonly InvoiceRecord[]> {
    return this.door.inTenant(reader.tenantId, async (tenant) => {
      const visible = await this.visibleDepartments(tenant, reader);
      const { departmentId, ...rest } = filter;
      const wanted =
        departmentId === undefined ? visible : visible === null || visible.includes(departmentId) ? [departmentId] : [];
      return tenant.invoices.list({ ...rest, departmentIds: wanted });
    });
  }

  get(reader: Reader, id: string): Promise<Outcome<InvoiceView>> {
    return this.withInvoice(reader, id, async (tenant, invoice) => ({
      invoice,
      payment: await tenant.invoices.findPaymentInstruction(id),
      decisions: await tenant.invoices.decisions(id),
    }));
  }

  model(reader: Reader, id: string): Promise<Outcome<Invoice | null>> {
    return this.withInvoice(reader, id, (tenant) => tenant.invoices.findModel(id));
  }

  report(reader: Reader, id: string): Promise<Outcome<StoredReport | null>> {
    return this.withInvoice(reader, id, (tenant) => tenant.invoices.findReport(id));
  }

  /** At most `limit` events, beginning after event number `after`. */
  history(reader: Reader, id: string, after = 0, limit = 1000): Promise<Outcome<readonly HistoryEvent[]>> {
    return this.withInvoice(reader, id, (tenant) => tenant.audit.history('invoice', id, after, limit));
  }

  async original(
    reader: Reader,
    id: string,
  ): Promise<Outcome<{ readonly sha256: string; readonly bytes: Uint8Array }>> {
    const found = await this.withInvoice(reader, id, (_tenant, invoice) => Promise.resolve(invoice.originalSha256));
    if (found.kind === 'refused') return found;
    const bytes = await this.documents.read(reader.tenantId, found.value);
    return bytes === null ? refused('notFound') : done({ sha256: found.value, bytes });
  }

  private withInvoice<T>(
    reader: Reader,
    id: string,
    work: (tenant: TenantRecords, invoice: InvoiceRecord) => Promise<T>,
  ): Promise<Outcome<T>> {
    return this.door.inTenant(reader.tenantId, async (tenant) => {
      const visible = await this.visibleDepartments(tenant, reader);
      const invoice = await tenant.invoices.find(id);
      const seen =
        invoice && (visible === null || (invoice.departmentId !== null && visible.includes(invoice.departmentId)));
      return seen ? done(await work(tenant, invoice)) : refused('notFound');
    });
  }

  /** Departments a reader sees; null: all of them, and what has none. */
  private async visibleDepartments(tenant: TenantRecords, reader: Reader): Promise<readonly string[] | null> {
    if (reader.kind === 'apiKey') return null;
    const today = townDay(this.clock.now());
    const grants = (await tenant.people.grantsInForce(reader.personId)).filter(
      (grant) => readingRoles.includes(grant.role) && isValidOn(grant, today),
    );
    if (grants.some((grant) => grant.departmentId === null || everywhere.includes(grant.role))) return null;
    return grants.flatMap((grant) => (grant.departmentId === null ? [] : [grant.departmentId]));
  }
}
