import type { Absence, Deputyship } from '../../domain/approval/deputies.js';
import type { Hold } from './people-records.js';

export interface AbsenceRecord extends Absence {
  readonly id: string;
  readonly personId: string;
  readonly enteredBy: string;
  readonly enteredAt: Date;
  /** Who came back early, or never went; null: it counts. */
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: Date | null;
}

/** It holds only once `confirmedBy`, a second person, has signed, and until somebody ends it. */
export interface DeputyshipRecord extends Deputyship {
  readonly validFrom: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
}

/** Whose deputyships are meant. */
export type DeputyshipSide = { readonly principalId: string } | { readonly deputyId: string };

export interface DeputyRecords {
  addAbsence(absence: AbsenceRecord): Promise<void>;
  /** Locked until the transaction ends. */
  findAbsenceForChange(id: string): Promise<AbsenceRecord | null>;
  withdrawAbsence(id: string, by: string, at: Date): Promise<void>;
  /** Everybody's absences that count and end on that day or later, the earliest first. */
  absencesFrom(day: string): Promise<readonly AbsenceRecord[]>;
  /** All of one person's that count, past ones too, the earliest first. */
  absencesOf(personId: string, hold?: Hold): Promise<readonly AbsenceRecord[]>;
  /** Everybody's that lie over that day, those that have been withdrawn too. */
  everyAbsenceOn(day: string): Promise<readonly AbsenceRecord[]>;
  addDeputyship(deputyship: DeputyshipRecord): Promise<void>;
  /** Locked until the transaction ends. */
  findDeputyshipForChange(id: string): Promise<DeputyshipRecord | null>;
  confirmDeputyship(id: string, by: string, at: Date): Promise<void>;
  endDeputyship(id: string, by: string, at: Date): Promise<void>;
  /** Confirmed and not ended; the days are judged by the decision. Everybody's, or those of one side. */
  deputyshipsInForce(side?: DeputyshipSide, hold?: Hold): Promise<readonly DeputyshipRecord[]>;
  /** All that have not ended, proposed ones too, the newest first. */
  openDeputyships(): Promise<readonly DeputyshipRecord[]>;
  /** All that were ever proposed, the earliest first. */
  everyDeputyship(): Promise<readonly DeputyshipRecord[]>;
}
