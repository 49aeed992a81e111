import type { Wording } from '../approval/lifecycle.js';
import { keyOfEntry, type ChartKind, type KnownEntry } from './chart.js';

/** One share of an invoice's amount and what it is coded to. */
export interface Split {
  readonly account: string;
  readonly product: string;
  /** null: the house has none, or none for this. */
  readonly costCentre: string | null;
  readonly cents: bigint;
  /** What the share is for, in the clerk's words. */
  readonly note: string | null;
}

/** Splits that a coding may have, and characters of a note. */
export const CODING_LIMITS = { splits: 100, note: 200 } as const;

/**
 * What the splits must add up to: the amount that the Kassenanordnung orders, which is the payment instruction's (BT-115,
 * or less where it was shortened). It is not BT-112: what has been paid in advance (BT-113) was ordered and coded then,
 * and what is coded must be what is paid, to the cent. What comes back by a credit note lowers what has been spent and
 * is coded negatively.
 */
export const amountToCode = (payableCents: bigint, kind: 'invoice' | 'creditNote' | null): bigint =>
  kind === 'creditNote' ? -payableCents : payableCents;

/** Why a coding cannot be taken. `{…}` is filled by the values of the fault. */
export const CODING_FAULTS = {
  noSplits: { de: 'Es ist keine Zeile eingetragen.', en: 'There is no line.' },
  tooManySplits: {
    de: `Mehr als ${CODING_LIMITS.splits} Zeilen sind nicht möglich.`,
    en: `More than ${CODING_LIMITS.splits} lines are not possible.`,
  },
  amountZero: { de: 'Zeile {line}: Der Betrag ist null.', en: 'Line {line}: the amount is zero.' },
  unknownEntry: {
    de: 'Zeile {line}: „{number}“ steht nicht im Kontenplan dieses Haushaltsjahres oder ist dort geschlossen.',
    en: 'Line {line}: “{number}” is not in the chart of this fiscal year, or closed there.',
  },
  sumDiffers: {
    de: 'Die Zeilen ergeben {sum}, kontiert werden müssen {total}.',
    en: 'The lines add up to {sum}; {total} have to be coded.',
  },
} as const satisfies Record<string, Wording>;

export interface CodingFault {
  readonly code: keyof typeof CODING_FAULTS;
  /** Counted from 1; null: the whole of it. */
  readonly line: number | null;
  readonly number: string | null;
}

/** Everything that is wrong with the splits of an amount. An open chart with these entries is what they are compared with. */
export function codingFaults(
  splits: readonly Split[],
  totalCents: bigint,
  chart: readonly KnownEntry[],
): readonly CodingFault[] {
  if (splits.length === 0) return [whole('noSplits')];
  if (splits.length > CODING_LIMITS.splits) return [whole('tooManySplits')];
  const open = openKeys(chart);
  const wrong = splits.flatMap((split, index) => faultsOf(split, index + 1, open));
  return sumOf(splits) === totalCents ? wrong : [...wrong, whole('sumDiffers')];
}

const openKeys = (chart: readonly KnownEntry[]): ReadonlySet<string> =>
  new Set(chart.filter(({ closed }) => !closed).map(keyOfEntry));

/** Whether everything that the splits name is in the chart and open there. */
export function codesOpenEntries(splits: readonly Split[], chart: readonly KnownEntry[]): boolean {
  const open = openKeys(chart);
  return splits.flatMap(entriesOf).every((entry) => open.has(keyOfEntry(entry)));
}

/** What the splits add up to. */
export const sumOf = (splits: readonly Pick<Split, 'cents'>[]): bigint =>
  splits.reduce((sum, { cents }) => sum + cents, 0n);

const whole = (code: CodingFault['code']): CodingFault => ({ code, line: null, number: null });

function faultsOf(split: Split, line: number, open: ReadonlySet<string>): readonly CodingFault[] {
  const named = entriesOf(split).filter((entry) => !open.has(keyOfEntry(entry)));
  const unknown = named.map(({ number }) => ({ code: 'unknownEntry', line, number }) as const);
  return split.cents === 0n ? [{ code: 'amountZero', line, number: null }, ...unknown] : unknown;
}

/** What a split names in the chart. */
export const entriesOf = ({ account, product, costCentre }: Split): readonly { kind: ChartKind; number: string }[] => [
  { kind: 'account', number: account },
  { kind: 'product', number: product },
  ...(costCentre === null ? [] : [{ kind: 'costCentre', number: costCentre } as const]),
];

/**
 * The splits of an earlier coding for another amount, in the same proportions: rounded towards zero to the cent, and what is
 * left over goes one cent each to the largest fractions, so that the sum is exact. Shares that would be nothing are left out.
 */
export function proportionally(earlier: readonly Split[], totalCents: bigint): readonly Split[] {
  const whole = sumOf(earlier);
  if (whole === 0n) return [];
  const shares = earlier.map((split, place) => {
    const exact = split.cents * totalCents;
    return { split, place, cents: exact / whole, rest: absolute(exact % whole) };
  });
  const left = totalCents - shares.reduce((sum, { cents }) => sum + cents, 0n);
  const step = left < 0n ? -1n : 1n;
  const raised = new Set(
    shares
      .toSorted((a, b) => (a.rest === b.rest ? a.place - b.place : a.rest > b.rest ? -1 : 1))
      .slice(0, Number(absolute(left)))
      .map(({ place }) => place),
  );
  return shares
    .map(({ split, place, cents }) => ({ ...split, cents: raised.has(place) ? cents + step : cents }))
    .filter(({ cents }) => cents !== 0n);
}

const absolute = (cents: bigint): bigint => (cents < 0n ? -cents : cents);
