import type { State } from '../../domain/approval/lifecycle.js';
import type { DeadlineFacts, LossKind } from '../../domain/deadlines/deadlines.js';

/** What an invoice's deadlines are reckoned from. */
export interface DeadlineRecord extends DeadlineFacts {
  readonly state: State;
}

/** What is stored of them: the loss that comes next, and when that has to be looked at again. */
export interface StoredLoss {
  readonly nextLossOn: string | null;
  readonly nextLossCents: bigint | null;
  readonly nextLossKind: LossKind | null;
  readonly deadlinesDueAt: Date | null;
}

export interface DeadlineRecords {
  /** null: there is no such invoice. */
  find(invoiceId: string): Promise<DeadlineRecord | null>;
  write(invoiceId: string, loss: StoredLoss): Promise<void>;
  /** Invoices to be looked at again by then, at most `limit`, locked; what somebody else has locked is left out. */
  due(by: Date, limit: number): Promise<readonly string[]>;
  /** Has every invoice with a loss looked at again. */
  allDue(at: Date): Promise<void>;
}
