import type { State, Wording } from '../approval/lifecycle.js';

/**
 * What is kept for how long. Defaults: § 147 (3) AO and § 14b UStG as of 2025 (eight years for vouchers, six for letters
 * received); staff as long as the last voucher that bears their name.
 */
export const RETENTION_CLASSES = {
  voucher: { label: { de: 'Buchungsbelege', en: 'Vouchers' }, years: 8 },
  letter: { label: { de: 'Empfangene Geschäftsbriefe', en: 'Letters received' }, years: 6 },
  other: { label: { de: 'Keine Rechnung', en: 'Not an invoice' }, years: 2 },
  staff: { label: { de: 'Ausgeschiedene Personen', en: 'People who have left' }, years: 8 },
} as const satisfies Record<string, { label: Wording; years: number }>;

export type RetentionClass = keyof typeof RETENTION_CLASSES;

/** Whether a stored text names a class. */
export const isRetentionClass = (text: string): text is RetentionClass => Object.hasOwn(RETENTION_CLASSES, text);

/**
 * From when years are counted: the end of the calendar year in which the document came (§ 147 (4) AO), or the end of the
 * one in which the annual accounts of its financial year were adopted (as municipal law of several Länder has it).
 */
export const retentionStarts = ['endOfYear', 'accountsAdopted'] as const;
export type RetentionStart = (typeof retentionStarts)[number];

export interface RetentionRule {
  readonly years: number;
  readonly start: RetentionStart;
}

/** What a town has set. */
export interface RetentionPolicy {
  readonly classes: Readonly<Record<RetentionClass, RetentionRule>>;
  /** In which year the accounts of a financial year were adopted; a year that is missing has not been closed yet. */
  readonly adoptions: readonly { readonly fiscalYear: number; readonly adoptedIn: number }[];
}

/** What is known of a document. Its issue date is not: suppliers write it, and a false one must not shorten anything. */
export interface KeptDocument {
  readonly state: State;
  /** The day in the town on which it came, YYYY-MM-DD. */
  readonly receivedOn: string;
  /** The financial year that it is coded to; null: that of its receipt. */
  readonly fiscalYear: number | null;
}

export interface Retention {
  readonly class: RetentionClass;
  /** The year by which it is filed: of its receipt, or the financial one, as the rule asks. */
  readonly year: number;
  /** The last day on which it has to be kept; null: not known before the accounts of `year` are adopted. */
  readonly lastDay: string | null;
  /** Its life has not ended: the class may change, and nothing is disposed of. */
  readonly provisional: boolean;
}

const CLASS_OF_END: Partial<Readonly<Record<State, RetentionClass>>> = {
  paid: 'voucher',
  paid_reduced: 'voucher',
  declined: 'voucher',
  superseded: 'voucher',
  rejected: 'letter',
  duplicate: 'letter',
  dismissed: 'other',
};

/** States out of which an invoice can be disposed of, by class. */
export const endStatesOf = (wanted: RetentionClass): readonly string[] =>
  Object.entries(CLASS_OF_END).flatMap(([state, name]) => (name === wanted ? [state] : []));

/** How long a document is kept; an invoice on its way counts as what it most likely becomes. */
export function retentionOf({ state, receivedOn, fiscalYear }: KeptDocument, policy: RetentionPolicy): Retention {
  const ended = CLASS_OF_END[state];
  const name = ended ?? 'voucher';
  const rule = policy.classes[name];
  const received = yearOf(receivedOn);
  const year = rule.start === 'accountsAdopted' ? (fiscalYear ?? received) : received;
  return { class: name, year, lastDay: lastDayOf(year, rule, policy), provisional: ended === undefined };
}

/** How long the name of somebody who has left is kept. Their year is a calendar year: no accounts are adopted for people. */
export function retentionOfPerson(leftOn: string, policy: RetentionPolicy): Retention {
  const year = yearOf(leftOn);
  const rule = { ...policy.classes.staff, start: 'endOfYear' as const };
  return { class: 'staff', year, lastDay: lastDayOf(year, rule, policy), provisional: false };
}

/** Whether nothing has to be kept any more on that day. */
export const isOver = ({ lastDay, provisional }: Retention, today: string): boolean =>
  !provisional && lastDay !== null && lastDay < today;

/** What may go of a class: everything filed up to a year, or that of single financial years. */
export type DisposableYears = { readonly upTo: number } | { readonly years: readonly number[] };

/** The years of a class whose retention is over on that day: the question that a list of documents is asked with. */
export function disposableYears(name: RetentionClass, policy: RetentionPolicy, today: string): DisposableYears {
  const rule = policy.classes[name];
  const thisYear = yearOf(today);
  if (rule.start === 'endOfYear' || name === 'staff') return { upTo: thisYear - rule.years - 1 };
  const over = policy.adoptions.filter(({ adoptedIn }) => adoptedIn + rule.years < thisYear);
  return { years: over.map(({ fiscalYear }) => fiscalYear) };
}

function lastDayOf(year: number, { years, start }: RetentionRule, { adoptions }: RetentionPolicy): string | null {
  const adopted = adoptions.find(({ fiscalYear }) => fiscalYear === year)?.adoptedIn;
  const from = start === 'endOfYear' ? year : adopted;
  return from === undefined ? null : `${String(from + years)}-12-31`;
}

const yearOf = (day: string): number => Number(day.slice(0, 4));
