import type { KeyData } from './key-data.js';
import { decimalOf } from './money.js';

/** What makes two documents look like the same invoice. */
export interface DuplicateTraits {
  readonly sellerVatId: string | undefined;
  readonly sellerTaxNumber: string | undefined;
  readonly iban: string | undefined;
  readonly sellerName: string | undefined;
  /** BT-1 */
  readonly number: string | undefined;
  /** BT-2, YYYY-MM-DD. */
  readonly issueDate: string | undefined;
  /** BT-112, a decimal. */
  readonly gross: string | undefined;
  readonly currency: string | undefined;
}

/** What of a name or number counts; what lies behind only makes two documents look more alike, which a person settles. */
const MAX_COUNTED_LENGTH = 200;

/** By what a second document of the same claim is suspected, whatever it calls its seller. */
export interface ClaimTraits {
  /** Number, date, amount with currency. */
  readonly claim: string;
  /** Everything that tells the seller; two that have one of these in common may have the same. */
  readonly sellerKeys: readonly string[];
}

/**
 * By what a second document of the same claim is suspected. It is a suspicion to be looked at, so it is generous:
 * 'RE-0042/24' and 're 42 24' are the same number, and a seller is the same by VAT id, tax number, account or name.
 * undefined where a part is missing: nothing is compared then.
 */
export function claimTraits(traits: DuplicateTraits): ClaimTraits | undefined {
  const sellerKeys = sellerParts(traits);
  const number = traits.number === undefined ? '' : foldedNumber(traits.number);
  const amount = traits.gross === undefined ? undefined : decimalOf(traits.gross)?.toFixed();
  if (sellerKeys.length === 0 || number === '' || !traits.issueDate || amount === undefined) return undefined;
  return { claim: [number, traits.issueDate, amount, (traits.currency ?? '').slice(0, 3)].join('|'), sellerKeys };
}

/** The same as one text, with what tells the seller best (VAT id, else tax number, else account, else name). */
export function duplicateKey(traits: DuplicateTraits): string | undefined {
  const found = claimTraits(traits);
  return found && [found.sellerKeys[0], found.claim].join('|');
}

/** From the key data of an invoice. */
export const claimTraitsOf = (key: KeyData): ClaimTraits | undefined => claimTraits(traitsOf(key));
export const duplicateKeyOf = (key: KeyData): string | undefined => duplicateKey(traitsOf(key));

const traitsOf = (key: KeyData): DuplicateTraits => ({
  sellerVatId: key.seller.vatId,
  sellerTaxNumber: key.seller.taxNumber,
  iban: key.payee.iban,
  sellerName: key.seller.name,
  number: key.number,
  issueDate: key.issueDate,
  gross: key.totals.gross,
  currency: key.currency,
});

function sellerParts({ sellerVatId, sellerTaxNumber, iban, sellerName }: DuplicateTraits): readonly string[] {
  const candidates = [
    ['vat', sellerVatId],
    ['tax', sellerTaxNumber],
    ['account', iban],
    ['name', sellerName],
  ] as const;
  return candidates.flatMap(([kind, text]) => {
    const folded = foldedName(text ?? '');
    return folded === '' ? [] : [`${kind}:${folded}`];
  });
}

/**
 * A name as it is compared: without accents, case, blanks and punctuation, ß as ss.
 * 'Müller & Söhne GmbH' and 'MÜLLER SÖHNE GMBH' are the same.
 */
export const foldedName = (name: string): string =>
  name
    .slice(0, MAX_COUNTED_LENGTH)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, MAX_COUNTED_LENGTH);

/** A number as it is compared. Leading zeros go in every run of digits, before the signs between the runs are gone. */
export const foldedNumber = (number: string): string =>
  foldedName(
    number
      .slice(0, MAX_COUNTED_LENGTH)
      .normalize('NFKD')
      .replace(/(?<!\d)0+(?=\d)/g, ''),
  );
