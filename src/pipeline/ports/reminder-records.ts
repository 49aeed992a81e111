import type { State } from '../../domain/approval/lifecycle.js';
import type { CutOffs, WaitingKind } from '../../domain/reminders/cut-offs.js';
import type { ReminderKind, ReminderMode } from '../../domain/reminders/reminder-kinds.js';

/** How a person wants to be told. */
export interface ReminderChoice {
  readonly personId: string;
  /** null: there is none yet, so no mail can reach them. */
  readonly address: string | null;
  readonly language: 'de' | 'en';
  readonly mode: ReminderMode;
  /** Counted by changes. */
  readonly version: number;
  readonly changedAt: Date;
}

/** A tenant's round of a day, as far as it has come. */
export interface ReminderRound {
  /** YYYY-MM-DD; null: none is under way. */
  readonly day: string | null;
  /** The last invoice that it has looked at. */
  readonly place: string | null;
  /** The last day whose round has ended. */
  readonly heldOn: string | null;
}

/** Cut-offs as columns are compared with them: the moments at which those days begin. */
export interface DueQuestion extends Pick<CutOffs, 'today' | 'skontoUntil' | 'interest' | 'againBefore'> {
  readonly before: Readonly<Record<WaitingKind, Date | null>>;
  /** The last invoice that was looked at; null: none. */
  readonly after: string | null;
  readonly limit: number;
}

/** An invoice that somebody is to be reminded of; `kinds` may be empty where all of it has been told lately. */
export interface DueInvoice {
  readonly id: string;
  readonly kinds: readonly ReminderKind[];
}

/** What decides who is reminded of an invoice. */
export interface RemindedInvoice {
  readonly id: string;
  readonly state: State;
  readonly stateSince: Date;
  readonly departmentId: string | null;
  readonly claimedBy: string | null;
  readonly number: string | null;
  readonly fileName: string | null;
  readonly sellerName: string | null;
  readonly currency: string | null;
  readonly grossCents: bigint | null;
  readonly nextLossOn: string | null;
  readonly nextLossCents: bigint | null;
  readonly nextLossKind: 'skonto' | 'default' | null;
}

export interface ReminderRecord {
  readonly id: string;
  readonly invoiceId: string;
  readonly kind: ReminderKind;
  /** The day in the town, YYYY-MM-DD. */
  readonly day: string;
  /** null: there was nobody to be told. */
  readonly personId: string | null;
  /** In whose place. */
  readonly onBehalfOf: string | null;
  readonly plannedAt: Date;
}

export interface ReminderMail {
  readonly id: string;
  readonly personId: string;
  readonly form: 'single' | 'digest';
  readonly day: string;
  /** With its angle brackets. */
  readonly messageId: string;
  readonly plannedAt: Date;
}

export interface ReminderRecords {
  findChoice(personId: string): Promise<ReminderChoice | null>;
  /** Has other changes of the person's choice wait until the transaction ends. */
  lockChoice(personId: string): Promise<void>;
  choices(): Promise<readonly ReminderChoice[]>;
  saveChoice(choice: ReminderChoice): Promise<void>;
  /** When the next round is due; null: never. A round under way goes on then. */
  schedule(dueAt: Date): Promise<void>;
  /** Locked until the transaction ends; null: none is due, or another worker is at it. */
  takeRound(now: Date): Promise<ReminderRound | null>;
  moveRound(round: Pick<ReminderRound, 'day' | 'place'>): Promise<void>;
  endRound(heldOn: string | null, dueAt: Date): Promise<void>;
  due(question: DueQuestion): Promise<readonly DueInvoice[]>;
  invoice(id: string): Promise<RemindedInvoice>;
  /** False: there is one of that kind, day, invoice and person already. */
  add(reminder: ReminderRecord): Promise<boolean>;
  /** People with reminders that no mail tells yet, and who have got no digest that day. */
  withoutMail(day: string, limit: number): Promise<readonly string[]>;
  /** Of a person, those that no mail tells yet, in the order of their making, at most `limit`. */
  untold(personId: string, limit: number): Promise<readonly ReminderRecord[]>;
  /** Adds a mail that tells one reminder, or all that the person has been told by none. */
  addMail(mail: ReminderMail, reminderId: string | 'all'): Promise<void>;
  mail(id: string): Promise<ReminderMail>;
  /** The kinds in that order, at most `limit`, and how many there are in all. */
  toldBy(
    mailId: string,
    kinds: readonly ReminderKind[],
    limit: number,
  ): Promise<{ readonly first: readonly ReminderRecord[]; readonly count: number }>;
  /** How many each person has been noted for and told of by no mail yet. */
  untoldCounts(): Promise<ReadonlyMap<string, number>>;
  /** Removes reminders of before that day and mails that have told them; false: there was none. */
  forget(before: string, limit: number): Promise<boolean>;
  endMail(id: string, outcome: 'sent' | 'failed' | 'dropped', at: Date): Promise<void>;
}
