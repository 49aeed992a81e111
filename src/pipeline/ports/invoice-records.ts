import type { State } from '../../domain/approval/lifecycle.js';
import type { LossKind } from '../../domain/deadlines/deadlines.js';
import type { Invoice } from '../../domain/invoice/invoice.js';
import type { ExaminedDocument, Verdict } from '../../domain/validation/examination.js';
import type { JudgementInBrief } from '../../domain/validation/dry-run.js';
import type { EarlierAttempts } from '../limits.js';

/** An invoice as stored: the row that has one state. Money in cents, days as YYYY-MM-DD. */
export interface InvoiceRecord {
  readonly id: string;
  readonly originalSha256: string;
  readonly receivedAt: Date;
  readonly state: State;
  readonly stateSince: Date;
  /** Version of what decisions rest on; a change of payment, coding or department raises it. */
  readonly version: number;
  readonly clarificationReason: string | null;
  readonly departmentId: string | null;
  readonly routedBy: unknown;
  readonly claimedBy: string | null;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly verdict: Verdict | null;
  readonly kind: 'invoice' | 'creditNote' | null;
  readonly number: string | null;
  readonly typeCode: string | null;
  readonly issueDate: string | null;
  readonly dueDate: string | null;
  readonly currency: string | null;
  readonly grossCents: bigint | null;
  readonly payableCents: bigint | null;
  readonly sellerName: string | null;
  readonly buyerReference: string | null;
  readonly orderReference: string | null;
  /** Last day on which the best Skonto may be taken. */
  readonly skontoUntil: string | null;
  /** The last day on which the next loss can be avoided, what is then lost in the invoice's currency, and by what. */
  readonly nextLossOn: string | null;
  readonly nextLossCents: bigint | null;
  readonly nextLossKind: LossKind | null;
  readonly fileName: string | null;
  /** What lists sort sellers by; see `sellerSortOf`. */
  readonly sellerSort: string | null;
  /** Number, date and amount as they are compared, `claimTraits`; null: nothing is compared. */
  readonly duplicateKey: string | null;
  readonly sellerKeys: readonly string[];
  readonly supplierId: string | null;
}

/** What the examination has made known; written once, when the document has been read. */
export type InvoiceKnowledge = Pick<
  InvoiceRecord,
  | 'verdict'
  | 'kind'
  | 'number'
  | 'typeCode'
  | 'issueDate'
  | 'dueDate'
  | 'currency'
  | 'grossCents'
  | 'payableCents'
  | 'sellerName'
  | 'buyerReference'
  | 'orderReference'
  | 'skontoUntil'
  | 'sellerSort'
  | 'duplicateKey'
  | 'sellerKeys'
  | 'supplierId'
> & {
  readonly model: Invoice | null;
  /** See `searchTextOf`. */
  readonly searchText: string;
  /** The number as corrections find it, see `foldedNumber`; null: it has none. */
  readonly numberKey: string | null;
  /** The numbers, folded, of the earlier invoices that it corrects. */
  readonly correctsKeys: readonly string[];
};

/** What a change of state sets along with the state itself. */
export interface StateChange {
  readonly from: State;
  readonly to: State;
  /** Number of the audit event that brings the state; the database refuses a state without it. */
  readonly eventNumber: number;
  readonly at: Date;
  readonly clarificationReason?: string | null;
  readonly departmentId?: string;
  readonly routedBy?: unknown;
  readonly claimedBy?: string | null;
  /** Has a worker look at it again: a state that waits for work, due at this moment. */
  readonly workDueAt?: Date;
  /** Whether decisions made so far rest on something else now. */
  readonly raisesVersion: boolean;
}

export interface PaymentInstruction {
  readonly version: number;
  readonly amountCents: bigint;
  readonly currency: string;
  readonly payee: string;
  readonly iban: string | null;
  readonly bic: string | null;
  readonly dueDate: string | null;
  /** What the payee reads on the statement (Verwendungszweck). */
  readonly purpose: string | null;
  /** Why less is paid than the invoice asks for, as the supplier reads it. */
  readonly reducedBecause: string | null;
  readonly means: PaymentMeans;
  readonly reason: string | null;
  readonly setBy: string | null;
  readonly setAt: Date;
  /** Another payee or account than before: it holds once a second person has confirmed it. */
  readonly needsSecond: boolean;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
}

/** How it is paid: sent to the payee's account, fetched from the town's (BG-19), or in another way. */
export type PaymentMeans = 'transfer' | 'directDebit' | 'other';

export interface DecisionRecord {
  readonly id: string;
  readonly invoiceId: string;
  readonly action: string;
  readonly progress: 'partial' | 'complete';
  readonly personId: string;
  readonly onBehalfOf: string | null;
  readonly reason: string | null;
  readonly invoiceVersion: number;
  readonly paymentVersion: number;
  readonly decidedAt: Date;
  readonly voidedAt: Date | null;
}

export interface StoredReport {
  readonly number: number;
  readonly examinedAt: Date;
  readonly verdict: Verdict;
  readonly report: Omit<ExaminedDocument, 'invoice'>;
}

/** An invoice whose document was judged, with the latest judgement in brief. */
export type JudgedInvoice = Pick<
  InvoiceRecord,
  'id' | 'receivedAt' | 'number' | 'fileName' | 'departmentId' | 'originalSha256'
> & {
  readonly stored: JudgementInBrief;
};

/** A file that waits for its examination, leased to this worker until `leaseUntil`. */
export interface LeasedInvoice extends EarlierAttempts {
  readonly id: string;
  readonly originalSha256: string;
  readonly fileName: string;
  readonly channelKind: string;
  /** Address the delivery came from; null where the channel knows none. */
  readonly sender: string | null;
  /** Everybody whom the mail was addressed to, with commas between; null where it was no mail. */
  readonly mailTo: string | null;
  readonly mailSubject: string | null;
  /** This attempt's number, counted from 1 and committed before the work starts. */
  readonly attempt: number;
  readonly receivedAt: Date;
}

export interface NewInvoice extends Pick<InvoiceRecord, 'id' | 'originalSha256' | 'receivedAt'> {
  /** What lists show as long as there is no number. */
  readonly fileName: string;
  readonly eventNumber: number;
}

/** By what invoices look like the same claim: number, date and amount, and anything that tells the seller. */
export type Likeness = Pick<InvoiceRecord, 'sellerKeys'> & {
  readonly duplicateKey: string;
  readonly supplierIds: readonly string[];
};

/** Invoices of the same seller that refer to each other, oldest first. */
export interface Corrections {
  /** The earlier ones that this one corrects. */
  readonly corrects: readonly InvoiceRecord[];
  /** Corrections and credit notes that name this one. */
  readonly correctedBy: readonly InvoiceRecord[];
}

/** Another invoice that looks like the same claim. */
export type SimilarInvoice = Pick<InvoiceRecord, 'id' | 'state' | 'clarificationReason'>;

export interface InvoiceRecords {
  /** Adds a received invoice, due at once. Its `invoice.received` event has been appended before. */
  add(invoice: NewInvoice): Promise<void>;
  find(id: string): Promise<InvoiceRecord | null>;
  /** One that is known to be there. */
  get(id: string): Promise<InvoiceRecord>;
  /** Locked against every other change until the transaction ends. */
  findForChange(id: string): Promise<InvoiceRecord | null>;
  findModel(id: string): Promise<Invoice | null>;
  /** The invoice that these bytes have already become, if any. */
  findByOriginal(sha256: string): Promise<string | null>;
  /**
   * Other invoices that look alike and were neither rejected nor declined, oldest first; without those
   * that a person has told apart from this one.
   */
  findDuplicates(likeness: Likeness, exceptId: string): Promise<readonly SimilarInvoice[]>;
  /** Notes that a person has compared two invoices and found them to be different claims. */
  tellApart(id: string, otherIds: readonly string[], by: string, at: Date): Promise<void>;
  /** Has whoever compares the same number, date and amount wait until this transaction ends. */
  lockClaim(duplicateKey: string): Promise<void>;
  /** What it corrects and what corrects it, in whatever state, at most 20 each. */
  corrections(invoice: Pick<InvoiceRecord, 'id' | 'sellerKeys' | 'supplierId'>): Promise<Corrections>;
  /** Invoices that look alike in whatever state, oldest first, at most 20. */
  findAlike(likeness: Likeness, exceptId: string): Promise<readonly InvoiceRecord[]>;
  /**
   * Other invoices that wait for the release of this account of one of these suppliers, locked; what somebody else has
   * locked is left out.
   */
  waitingForAccount(supplierIds: readonly string[], iban: string, exceptId: string): Promise<readonly InvoiceRecord[]>;
  /** Leases a received invoice whose work is due; null if it is not due, leased elsewhere or no longer `received`. */
  lease(id: string, now: Date, leaseUntil: Date): Promise<LeasedInvoice | null>;
  /** Gives the lease back: due again at `dueAt`; `countsAsAttempt` false takes the attempt off again. */
  postpone(id: string, attempt: number, dueAt: Date, error: string, countsAsAttempt: boolean): Promise<void>;
  writeKnowledge(id: string, knowledge: InvoiceKnowledge): Promise<void>;
  /** The only statement that writes a state; it also ends due work. False if the invoice is not in `from` any more. */
  writeState(id: string, change: StateChange): Promise<boolean>;
  addReport(invoiceId: string, report: Omit<StoredReport, 'number'>): Promise<void>;
  findReport(invoiceId: string): Promise<StoredReport | null>;
  /** Judged invoices, the latest received first, at most `limit` of those received before this one. */
  judged(before: Pick<JudgedInvoice, 'id' | 'receivedAt'> | null, limit: number): Promise<readonly JudgedInvoice[]>;
  addPaymentInstruction(invoiceId: string, instruction: PaymentInstruction): Promise<void>;
  findPaymentInstruction(invoiceId: string): Promise<PaymentInstruction | null>;
  /** Every version, the newest first. */
  paymentInstructions(invoiceId: string): Promise<readonly PaymentInstruction[]>;
  confirmPaymentInstruction(invoiceId: string, version: number, by: string, at: Date): Promise<void>;
  addDecision(decision: Omit<DecisionRecord, 'voidedAt'>): Promise<void>;
  decisions(invoiceId: string): Promise<readonly DecisionRecord[]>;
  /** Marks decisions as void; they stay in the record. */
  voidDecisions(ids: readonly string[], at: Date): Promise<void>;
}
