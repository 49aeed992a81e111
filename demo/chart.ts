import type { DepartmentCode } from './town.js';

/** The town's chart of accounts as its finance system exports it: what a German municipality books invoices to. */
export const chartCsv = `Art;Nummer;Bezeichnung
Sachkonto;5211000;Unterhaltung der Grundstücke und baulichen Anlagen
Sachkonto;5221000;Unterhaltung des Infrastrukturvermögens
Sachkonto;5241000;Bewirtschaftung der Grundstücke (Strom, Wasser, Reinigung)
Sachkonto;5255000;Unterhaltung des beweglichen Vermögens
Sachkonto;5271000;Lehr- und Lernmittel
Sachkonto;5431000;Geschäftsaufwendungen (Büro, Porto, Bücher)
Sachkonto;5431600;Wartung von Software und Geräten
Sachkonto;5499000;Gutachten und Sachverständige
Produkt;11.1.01;Zentrale Dienste und IT
Produkt;11.1.02;Finanzverwaltung
Produkt;11.1.05;Gebäudemanagement
Produkt;21.1.01;Grundschulen
Produkt;54.1.01;Gemeindestraßen
Kostenstelle;1010;Rathaus
Kostenstelle;2010;Grundschule am Rhein
Kostenstelle;2020;Grundschule Weinberg
Kostenstelle;5410;Bauhof
`;

/** A share in hundredths of the amount, and what it is coded to. */
export interface Share {
  readonly percent: number;
  readonly account: string;
  readonly product: string;
  readonly costCentre: string | null;
}

const all = (account: string, product: string, costCentre: string | null): readonly Share[] => [
  { percent: 100, account, product, costCentre },
];

/** What each department's invoices are mostly coded to; the schools' are split. */
export const usualCoding: Readonly<Record<DepartmentCode, readonly Share[]>> = {
  HAUPTAMT: all('5431600', '11.1.01', '1010'),
  SCHULE: [
    { percent: 60, account: '5431000', product: '21.1.01', costCentre: '2010' },
    { percent: 40, account: '5431000', product: '21.1.01', costCentre: '2020' },
  ],
  TIEFBAU: all('5221000', '54.1.01', '5410'),
  GEBAEUDE: all('5241000', '11.1.05', '1010'),
  FINANZEN: all('5431000', '11.1.02', null),
};

/** Cents of a total by shares; what rounding leaves is the last one's. */
export function sharesOf(total: string, shares: readonly Share[]): readonly string[] {
  const whole = BigInt(total.replace('.', ''));
  const parts = shares.map(({ percent }) => (whole * BigInt(percent)) / 100n);
  const rest = whole - parts.reduce((sum, part) => sum + part, 0n);
  return parts.map((part, at) => decimalOf(at === parts.length - 1 ? part + rest : part));
}

function decimalOf(cents: bigint): string {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
