import type { SubjectKind } from '../../domain/audit/events.js';
import type { DisposableYears, RetentionClass } from '../../domain/retention/retention.js';

/** A legal hold (Aufbewahrungssperre) of an invoice. */
export interface LegalHold {
  readonly id: string;
  readonly invoiceId: string;
  readonly reason: string;
  readonly setBy: string;
  readonly setAt: Date;
  /** Somebody wants it lifted; another person has to agree. */
  readonly liftAsked: { readonly by: string; readonly at: Date; readonly reason: string } | null;
}

/** What of one class is over: the question that documents are looked through with. */
export interface OverQuestion {
  readonly class: RetentionClass;
  /** States out of which a document of the class goes. */
  readonly states: readonly string[];
  /** Whether years are financial ones. */
  readonly byAccounts: boolean;
  readonly over: DisposableYears;
}

/** What would go, by class and year. */
export interface Tally {
  readonly class: string;
  readonly year: number;
  readonly count: number;
  /** Of which a hold keeps so many. */
  readonly held: number;
}

/** A document or person that is to go. */
export interface Disposable {
  readonly id: string;
  readonly class: string;
  readonly year: number;
}

export interface DisposalRow {
  readonly id: string;
  readonly reason: string;
  readonly scope: readonly Tally[];
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: Date | null;
  /** Id of the last invoice that was looked at. */
  readonly place: string | null;
  readonly documents: number;
  readonly people: number;
  readonly doneAt: Date | null;
  /** SHA-256 over the items so far, each chained to the one before. */
  readonly digest: string | null;
}

export interface DisposalItem extends Disposable {
  readonly kind: 'invoice' | 'person';
  readonly originals: readonly string[];
  readonly disposedAt: Date;
}

/** What is held, what has gone, and how it goes. */
export interface RetentionRecords {
  openHold(invoiceId: string): Promise<LegalHold | null>;
  /** Invoices that are held, the newest hold first, at most so many. */
  holds(limit: number): Promise<readonly (LegalHold & { readonly number: string | null })[]>;
  addHold(hold: Omit<LegalHold, 'liftAsked'>): Promise<void>;
  askToLift(id: string, asked: NonNullable<LegalHold['liftAsked']>): Promise<void>;
  lift(id: string, by: string, at: Date): Promise<void>;
  /** The financial year that an invoice is coded to; null: it is not coded. */
  fiscalYear(invoiceId: string): Promise<number | null>;

  tally(questions: readonly OverQuestion[]): Promise<readonly Tally[]>;
  /** Not held, within the scope, ended before it was proposed, with an id behind `after`. */
  invoicesOver(
    questions: readonly OverQuestion[],
    within: { readonly scope: readonly Tally[]; readonly endedBy: Date; readonly after: string | null },
    limit: number,
  ): Promise<readonly Disposable[]>;
  /** People who have left and still have their names, up to a year of leaving. */
  peopleOver(upToYear: number, leftBy: Date, limit: number): Promise<readonly Disposable[]>;
  /** How many there are, by year. */
  peopleTally(upToYear: number): Promise<readonly Tally[]>;

  propose(disposal: Pick<DisposalRow, 'id' | 'reason' | 'scope' | 'proposedBy' | 'proposedAt'>): Promise<void>;
  /** Locked until the transaction ends. */
  findForChange(id: string): Promise<DisposalRow | null>;
  find(id: string): Promise<DisposalRow | null>;
  /** What waits for a second person or for the worker. */
  open(): Promise<DisposalRow | null>;
  /** The newest first. */
  list(limit: number): Promise<readonly DisposalRow[]>;
  confirm(id: string, by: string, at: Date): Promise<void>;
  withdraw(id: string, by: string, at: Date): Promise<void>;
  /** What is confirmed and not done; null: nothing, or another worker has it. */
  takeConfirmed(): Promise<DisposalRow | null>;
  /** Notes how far it has come. */
  move(id: string, to: Pick<DisposalRow, 'place' | 'documents' | 'people' | 'digest' | 'doneAt'>): Promise<void>;
  addItem(disposalId: string, item: DisposalItem): Promise<void>;
  /** In the order in which the digest was made. */
  items(disposalId: string, after: DisposalItem | null, limit: number): Promise<readonly DisposalItem[]>;

  /** Events whose payloads are still there. */
  payloads(kind: SubjectKind, id: string): Promise<readonly number[]>;
  /** `by` is the event that says so. */
  disposePayload(kind: SubjectKind, id: string, number: number, by: number): Promise<void>;
  /** SHA-256 names of everything that came with an invoice. */
  originalsOf(invoiceId: string): Promise<readonly string[]>;
  /** Deliveries of the invoice of which nothing has to be kept any more. */
  emptiedDeliveries(invoiceId: string): Promise<readonly string[]>;
  disposeInvoice(id: string): Promise<void>;
  disposeDelivery(id: string): Promise<void>;
  disposePerson(id: string, pseudonym: string): Promise<void>;

  /** Bytes that nothing needs any more, locked until the transaction ends, so that nothing begins to need them. */
  takeReleased(limit: number): Promise<readonly string[]>;
  noteRemoved(sha256: string, at: Date): Promise<void>;
}
