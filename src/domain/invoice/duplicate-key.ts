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

/**
 * The key by which a second document of the same claim is suspected: seller (VAT id, else tax number, else account,
 * else name), number, date, amount with currency. It is a suspicion to be looked at, so it is generous:
 * 'RE-0042/24' and 're 42 24' are the same number. undefined where a part is missing: nothing is compared then.
 */
export function duplicateKey(traits: DuplicateTraits): string | undefined {
  const seller = sellerPart(traits);
  const number = traits.number === undefined ? '' : foldedNumber(traits.number);
  const amount = traits.gross === undefined ? undefined : decimalOf(traits.gross)?.toFixed();
  if (seller === undefined || number === '' || !traits.issueDate || amount === undefined) return undefined;
  return [seller, number, traits.issueDate, amount, (traits.currency ?? '').slice(0, 3)].join('|');
}

/** The same from the key data of an invoice. */
export const duplicateKeyOf = (key: KeyData): string | undefined =>
  duplicateKey({
    sellerVatId: key.seller.vatId,
    sellerTaxNumber: key.seller.taxNumber,
    iban: key.payee.iban,
    sellerName: key.seller.name,
    number: key.number,
    issueDate: key.issueDate,
    gross: key.totals.gross,
    currency: key.currency,
  });

function sellerPart({ sellerVatId, sellerTaxNumber, iban, sellerName }: DuplicateTraits): string | undefined {
  const candidates = [
    ['vat', sellerVatId],
    ['tax', sellerTaxNumber],
    ['account', iban],
    ['name', sellerName],
  ] as const;
  for (const [kind, text] of candidates) {
    const folded = foldedName(text ?? '');
    if (folded !== '') return `${kind}:${folded}`;
  }
  return undefined;
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

/** Leading zeros go in every run of digits, before the signs between the runs are gone. */
const foldedNumber = (number: string): string =>
  foldedName(
    number
      .slice(0, MAX_COUNTED_LENGTH)
      .normalize('NFKD')
      .replace(/(?<!\d)0+(?=\d)/g, ''),
  );
