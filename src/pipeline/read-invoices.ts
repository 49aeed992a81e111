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
import { isVisible, visibleDepartments } from './visibility.js';

/** Who reads: a person sees the departments of their grants; a machine with the scope `read` or `handOver` sees all. */
export type Reader =
  | { readonly kind: 'person'; readonly tenantId: string; readonly personId: string }
  | { readonly kind: 'apiKey'; readonly tenantId: string; readonly id: string };

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
      const seen = invoice && isVisible(invoice.departmentId, visible);
      return seen ? done(await work(tenant, invoice)) : refused('notFound');
    });
  }

  /** Departments a reader sees; null: all of them, and what has none. */
  private async visibleDepartments(tenant: TenantRecords, reader: Reader): Promise<readonly string[] | null> {
    if (reader.kind === 'apiKey') return null;
    return visibleDepartments(await tenant.people.grantsInForce(reader.personId), townDay(this.clock.now()));
  }
}
