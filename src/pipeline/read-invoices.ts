import { correctionAdvice, type CorrectionAdvice } from '../domain/approval/corrections.js';
import type { Invoice } from '../domain/invoice/invoice.js';
import type { Retention } from '../domain/retention/retention.js';
import { suppliersMeant } from './account-doubt.js';
import { likenessOf } from './duplicate-doubt.js';
import { done, refused, type Outcome } from './outcome.js';
import { deadlinesIn, type DeadlinesView } from './deadlines-of-invoice.js';
import type { Clock } from './ports/clock.js';
import type { DocumentStore } from './ports/document-store.js';
import type { State } from '../domain/approval/lifecycle.js';
import { searchOf } from '../domain/invoice/search-text.js';
import type { CaptureRecord, ClearingNote } from './ports/capture-records.js';
import type { InvoiceOrigin, ListFilter, Selection } from './ports/desk-records.js';
import type { InvoiceRecord, PaymentInstruction, DecisionRecord, StoredReport } from './ports/invoice-records.js';
import type { SupplierAccount } from './ports/supplier-records.js';
import { retentionIn, retentionPolicy } from './retention-of-invoice.js';
import { presenceIn, type Presence } from './presence.js';
import { countedQueues, namesOf, selectionOf, type Queue, type Whose } from './queues.js';
import type { HistoryEvent, TenantDoor, TenantRecords } from './ports/tenant-door.js';
import { townDay } from './town-day.js';
import { departmentsSeen, sightOf } from './sight.js';
import { isVisible } from './visibility.js';

/** Who reads: a person sees the departments of their grants; a machine with the scope `read` or `handOver` sees all. */
export type Reader =
  | { readonly kind: 'person'; readonly tenantId: string; readonly personId: string }
  | { readonly kind: 'apiKey'; readonly tenantId: string; readonly id: string };

export interface InvoiceView {
  readonly retention: Retention & { readonly held: boolean };
  readonly deadlines: DeadlinesView;
  readonly invoice: InvoiceRecord;
  readonly payment: PaymentInstruction | null;
  readonly decisions: readonly DecisionRecord[];
  readonly origin: InvoiceOrigin | null;
  /** What a clerk has read off it, where it holds no structured data. */
  readonly capture: CaptureRecord | null;
  readonly departmentNames: Names;
  readonly presence: Presence;
  /** Names of the rules in force, by their ids. */
  readonly ruleNames: Names;
  readonly corrections: readonly SeenCorrection[];
}

/** Another invoice that corrects this one or is corrected by it. */
export interface SeenCorrection {
  readonly relation: 'corrects' | 'correctedBy';
  readonly advice: CorrectionAdvice;
  readonly other: InvoiceRecord;
  /** Of what the reader may not see, only its number and state are told. */
  readonly visible: boolean;
}

type Names = Readonly<Record<string, string>>;

export interface WantedList extends Pick<ListFilter, 'sort' | 'descending' | 'after' | 'limit'> {
  readonly queue: Queue;
  readonly states?: readonly State[] | undefined;
  readonly departmentId?: string | undefined;
  /** absent: by somebody who is not there today, and for whom nobody stands in. */
  readonly claimed?: 'me' | 'nobody' | 'absent' | undefined;
  /** Whose work, for people who stand in for others. */
  readonly whose?: Whose | undefined;
  /** Why it waits for clearing. */
  readonly reason?: string | undefined;
  /** Only where the first of two persons has acted in clearing. */
  readonly waitsForSecond?: boolean | undefined;
  /** As it was typed. */
  readonly search?: string | undefined;
}

export interface InvoiceList {
  readonly items: readonly InvoiceRecord[];
  /** Of those in clarification. */
  readonly notes: readonly ClearingNote[];
  /** What their payment instructions say is to be paid, where there is one. */
  readonly instructedCents: ReadonlyMap<string, bigint>;
  readonly departmentNames: Names;
  readonly presence: Presence;
}

export interface Duplicates extends Omit<InvoiceList, 'items' | 'notes'> {
  readonly visible: readonly InvoiceRecord[];
  /** The states of those that the reader may not see. */
  readonly hidden: readonly State[];
}

/** Queues are counted up to here and one beyond: more is a backlog, and one more or less of it tells nobody anything. */
export const mostCounted = 1000;

/** What waits, counted to `mostCounted` and one beyond. */
export type Counts = Readonly<Record<(typeof countedQueues)[number], number>> & {
  /** In the reader's departments, held by people who are absent and for whom nobody stands in. */
  readonly atAbsent: number;
};

/** Reading for people and machines, within what they may see. What one may not see does not exist for them. */
export class ReadInvoices {
  constructor(
    private readonly door: TenantDoor,
    private readonly documents: DocumentStore,
    private readonly clock: Clock,
  ) {}

  list(reader: Reader, wanted: WantedList): Promise<InvoiceList> {
    return this.door.inTenant(reader.tenantId, async (tenant) => {
      const { queue, departmentId, states, claimed, whose, reason, waitsForSecond, search, ...page } = wanted;
      const selection = await this.selection(tenant, reader, queue, whose);
      const presence = await this.presence(tenant);
      const items =
        selection === null
          ? []
          : await tenant.desk.list({
              ...narrowed(selection, { departmentId, states }),
              ...page,
              ...(claimed === undefined || queue === 'mine'
                ? {}
                : { claimedBy: HOLDERS[claimed](idOf(reader), presence) }),
              ...(reason === undefined ? {} : { clarificationReason: reason }),
              ...(waitsForSecond ? { waitsForSecond } : {}),
              ...(search === undefined ? {} : { search: searchOf(search) }),
            });
      const inClearing = items.filter(({ state }) => state === 'clarification').map(({ id }) => id);
      const notes = inClearing.length === 0 ? [] : await tenant.captures.notes(inClearing);
      const instructedCents = await tenant.desk.instructedCents(items.map(({ id }) => id));
      return { items, departmentNames: await tenant.desk.departmentNames(), notes, instructedCents, presence };
    });
  }

  /** How much of each queue waits for this person, counted to `mostCounted` and one beyond. */
  counts(reader: Reader): Promise<Counts> {
    return this.door.inTenant(reader.tenantId, async (tenant) => {
      const counts = { mine: 0, department: 0, clearing: 0, toConfirm: 0, toOrder: 0 };
      for (const queue of countedQueues) {
        const selection = await this.selection(tenant, reader, queue);
        counts[queue] = selection === null ? 0 : await tenant.desk.count(selection, mostCounted + 1);
      }
      const claimedBy = unattended(await this.presence(tenant));
      const held = claimedBy.length === 0 ? null : await this.selection(tenant, reader, 'department');
      const atAbsent = held === null ? 0 : await tenant.desk.count({ ...held, claimedBy }, mostCounted + 1);
      return { ...counts, atAbsent };
    });
  }

  get(reader: Reader, id: string): Promise<Outcome<InvoiceView>> {
    return this.withInvoice(reader, id, async (tenant, invoice) => ({
      invoice,
      payment: await tenant.invoices.findPaymentInstruction(id),
      decisions: await tenant.invoices.decisions(id),
      origin: await tenant.desk.origin(id),
      capture: await tenant.captures.find(id),
      retention: {
        ...(await retentionIn(tenant, invoice, await retentionPolicy(tenant))),
        held: (await tenant.retention.openHold(id)) !== null,
      },
      deadlines: await deadlinesIn(tenant, id, this.clock.now()),
      departmentNames: await tenant.desk.departmentNames(),
      presence: await this.presence(tenant),
      corrections: await this.corrections(tenant, reader, invoice),
      ruleNames: Object.fromEntries((await tenant.town.names()).map(({ id, name }) => [id, name])),
    }));
  }

  private async corrections(
    tenant: TenantRecords,
    reader: Reader,
    invoice: InvoiceRecord,
  ): Promise<readonly SeenCorrection[]> {
    const { corrects, correctedBy } = await tenant.invoices.corrections(invoice);
    if (corrects.length + correctedBy.length === 0) return [];
    const departments = await this.visibleDepartments(tenant, reader);
    const seen = (other: InvoiceRecord) => ({ other, visible: isVisible(other.departmentId, departments) });
    return [
      ...corrects.map((other) => ({
        ...{ relation: 'corrects' as const, advice: correctionAdvice(other, invoice) },
        ...seen(other),
      })),
      ...correctedBy.map((other) => ({
        ...{ relation: 'correctedBy' as const, advice: correctionAdvice(invoice, other) },
        ...seen(other),
      })),
    ];
  }

  /** What looks like the same claim, whatever has become of it. Of what one may not see, one learns that it exists. */
  duplicates(reader: Reader, id: string): Promise<Outcome<Duplicates>> {
    return this.withInvoice(reader, id, async (tenant, invoice) => {
      const departmentNames = await tenant.desk.departmentNames();
      const likeness = likenessOf(invoice);
      const presence = await this.presence(tenant);
      if (likeness === null) return { visible: [], hidden: [], departmentNames, instructedCents: new Map(), presence };
      const visible = await this.visibleDepartments(tenant, reader);
      const alike = await tenant.invoices.findAlike(likeness, id);
      const sees = ({ departmentId }: InvoiceRecord) => isVisible(departmentId, visible);
      const seen = alike.filter(sees);
      return {
        visible: seen,
        instructedCents: await tenant.desk.instructedCents(seen.map(({ id: other }) => other)),
        hidden: alike.filter((other) => !sees(other)).map(({ state }) => state),
        departmentNames,
        presence,
      };
    });
  }

  /** Accounts that the seller has used, whoever of the known ones or of that name it may be; the oldest first. */
  accounts(reader: Reader, id: string): Promise<Outcome<readonly SupplierAccount[]>> {
    return this.withInvoice(reader, id, async (tenant, invoice) => {
      const accounts: SupplierAccount[] = [];
      const { suppliers, nameKey } = await suppliersMeant(tenant, invoice);
      for (const supplier of suppliers) accounts.push(...(await tenant.suppliers.accounts(supplier)));
      const named = nameKey === null ? [] : await tenant.suppliers.accountsOfName(nameKey);
      accounts.push(...named.filter(({ iban }) => !accounts.some((account) => account.iban === iban)));
      return accounts.toSorted((a, b) => a.firstSeen.getTime() - b.firstSeen.getTime());
    });
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

  /** Reads something about an invoice in one transaction, if the reader may see it. */
  withInvoice<T>(
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

  private async selection(
    tenant: TenantRecords,
    reader: Reader,
    queue: Queue,
    whose?: Whose,
  ): Promise<Selection | null> {
    if (reader.kind === 'apiKey') return queue === 'all' ? { departmentIds: null } : null;
    const { personId } = reader;
    const today = townDay(this.clock.now());
    const sight = await sightOf(tenant, personId, today);
    const names = namesOf(sight, personId, whose, today);
    return names.length === 0 ? null : selectionOf(queue, { personId, names, visible: sight.visible, today });
  }

  /** Departments a reader sees; null: all of them, and what has none. */
  private async visibleDepartments(tenant: TenantRecords, reader: Reader): Promise<readonly string[] | null> {
    if (reader.kind === 'apiKey') return null;
    return departmentsSeen(tenant, reader.personId, townDay(this.clock.now()));
  }

  private presence(tenant: TenantRecords): Promise<Presence> {
    return presenceIn(tenant, townDay(this.clock.now()));
  }
}

/** Who is absent and represented by nobody: what they hold would lie. */
const unattended = ({ absent, deputiesOf }: Presence): readonly string[] =>
  absent.filter((id) => deputiesOf(id).length === 0);

const HOLDERS: Readonly<
  Record<NonNullable<WantedList['claimed']>, (readerId: string, presence: Presence) => readonly string[] | null>
> = {
  me: (readerId) => [readerId],
  nobody: () => null,
  absent: (_, presence) => unattended(presence),
};

const idOf = (reader: Reader): string => (reader.kind === 'person' ? reader.personId : reader.id);

/** What a queue holds and the filter wants. */
function narrowed(
  selection: Selection,
  { departmentId, states }: Pick<WantedList, 'departmentId' | 'states'>,
): Selection {
  const { states: held, departmentIds } = selection;
  const wantedStates = states && held ? states.filter((state) => held.includes(state)) : (states ?? held);
  return {
    ...selection,
    ...(wantedStates === undefined ? {} : { states: wantedStates }),
    departmentIds:
      departmentId === undefined ? departmentIds : isVisible(departmentId, departmentIds) ? [departmentId] : [],
  };
}
