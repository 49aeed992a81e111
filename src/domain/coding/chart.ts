import type { Wording } from '../approval/lifecycle.js';

/** What an amount is coded to: one of each, the cost centre where the house has any. */
export const CHART_KINDS = {
  account: { de: 'Sachkonto', en: 'Account' },
  product: { de: 'Produkt', en: 'Product' },
  costCentre: { de: 'Kostenstelle', en: 'Cost centre' },
} as const satisfies Record<string, Wording>;

export type ChartKind = keyof typeof CHART_KINDS;

/** One line of a chart of accounts, of one Haushaltsjahr. */
export interface ChartEntry {
  readonly kind: ChartKind;
  readonly number: string;
  readonly name: string;
}

/** One that is known already; closed, it codes nothing new. */
export interface KnownEntry extends ChartEntry {
  readonly closed: boolean;
}

/** Highest Haushaltsjahr and lowest. */
export const FISCAL_YEARS = { first: 2000, last: 2199 } as const;

/** Entries of one year that a chart may have, and characters of a number and a name. */
export const CHART_LIMITS = { entries: 20_000, number: 40, name: 200 } as const;

/** A kind of entry by its number: how two lines are known to mean the same. */
export const keyOfEntry = ({ kind, number }: Pick<ChartEntry, 'kind' | 'number'>): string => `${kind} ${number}`;
