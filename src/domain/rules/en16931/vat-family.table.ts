/** The VAT categories of UNTDID 5305 that EN 16931 has rules for, and what it asks of each: the table behind ninety rules. */
export interface VatFamily {
  /** As in the rule ids: BR-S-01, BR-AE-08. */
  readonly family: string;
  readonly code: string;
  /** -01: a used category needs a breakdown; at least one, or exactly one. */
  readonly breakdowns: 'atLeastOne' | 'exactlyOne';
  /** -02 to -04: which tax numbers must be there, or none may. */
  readonly parties: 'seller' | 'sellerAndBuyer' | 'sellerVat' | 'sellerVatAndBuyerVat' | 'none';
  /** -05 to -07. */
  readonly rate: RateCondition;
  /** -05 in CII, where the official test of a line differs. */
  readonly ciiLineRate?: RateCondition;
  /** -08: the base of a breakdown against lines, charges and allowances of its category. */
  readonly base: { readonly ubl: BaseComparison; readonly cii: BaseComparison };
  /** -09: tax by the rate, or zero; CII tests the rate of L and M in BR-CO-17 only. */
  readonly tax: { readonly ubl: 'byRate' | 'zero'; readonly cii: 'byRate' | 'zero' | 'untested' };
  /** -10. */
  readonly reason: 'required' | 'forbidden';
  /** Whether CII looks at this breakdown's type code before it takes it for VAT. */
  readonly ciiTypeChecked: boolean;
  /** UBL counts uses and breakdowns of S without looking at the tax scheme. */
  readonly ublAnyScheme?: boolean;
}

export type RateCondition = 'positive' | 'notNegative' | 'zero' | 'absent';

/**
 * `near` is less than 1.00 away; `…PerRate` compares with what has the breakdown's rate. The official CII test of L and
 * M looks for the rate one level too high, so it never fires.
 */
export type BaseComparison = 'exact' | 'near' | 'exactPerRate' | 'nearPerRate' | 'nearPerUsedRate' | 'untested';

const taxed = {
  breakdowns: 'atLeastOne',
  parties: 'seller',
  reason: 'forbidden',
} as const;

const untaxed = {
  breakdowns: 'exactlyOne',
  rate: 'zero',
  base: { ubl: 'exact', cii: 'near' },
  tax: { ubl: 'zero', cii: 'zero' },
  reason: 'required',
  ciiTypeChecked: true,
} as const;

const island = {
  ...taxed,
  rate: 'notNegative',
  base: { ubl: 'nearPerRate', cii: 'untested' },
  tax: { ubl: 'byRate', cii: 'untested' },
  ciiTypeChecked: true,
} as const;

export const vatFamilies: readonly VatFamily[] = [
  {
    ...taxed,
    family: 'S',
    code: 'S',
    rate: 'positive',
    base: { ubl: 'nearPerUsedRate', cii: 'exactPerRate' },
    tax: { ubl: 'byRate', cii: 'byRate' },
    ciiTypeChecked: false,
    ublAnyScheme: true,
  },
  { ...untaxed, family: 'Z', code: 'Z', parties: 'seller', reason: 'forbidden', ciiTypeChecked: false },
  { ...untaxed, family: 'E', code: 'E', parties: 'seller' },
  { ...untaxed, family: 'AE', code: 'AE', parties: 'sellerAndBuyer' },
  { ...untaxed, family: 'IC', code: 'K', parties: 'sellerVatAndBuyerVat' },
  { ...untaxed, family: 'G', code: 'G', parties: 'sellerVat' },
  { ...untaxed, family: 'O', code: 'O', parties: 'none', rate: 'absent', base: { ubl: 'exact', cii: 'exact' } },
  { ...island, family: 'AF', code: 'L', ciiLineRate: 'positive' },
  { ...island, family: 'AG', code: 'M' },
];
