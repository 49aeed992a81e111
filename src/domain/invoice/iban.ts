import { checkDigitsFor } from './mod-97.js';

/** Length of an account number per country; source: SWIFT IBAN Registry (ISO 13616), release 100. */
export const IBAN_LENGTHS = {
  source: 'SWIFT IBAN Registry',
  version: 'release 100',
  // prettier-ignore
  lengths: {
    AD: 24, AE: 23, AL: 28, AT: 20, AZ: 28, BA: 20, BE: 16, BG: 22, BH: 22, BI: 27, BR: 29, BY: 28, CH: 21, CR: 22,
    CY: 28, CZ: 24, DE: 22, DJ: 27, DK: 18, DO: 28, EE: 20, EG: 29, ES: 24, FI: 18, FK: 18, FO: 18, FR: 27, GB: 22,
    GE: 22, GI: 23, GL: 18, GR: 27, GT: 28, HN: 28, HR: 21, HU: 28, IE: 22, IL: 23, IQ: 23, IS: 26, IT: 27, JO: 30,
    KW: 30, KZ: 20, LB: 28, LC: 32, LI: 21, LT: 20, LU: 20, LV: 21, LY: 25, MC: 27, MD: 24, ME: 22, MK: 19, MN: 20,
    MR: 27, MT: 31, MU: 30, NI: 28, NL: 18, NO: 15, OM: 23, PK: 24, PL: 28, PS: 29, PT: 25, QA: 29, RO: 24, RS: 22,
    RU: 33, SA: 24, SC: 31, SD: 18, SE: 24, SI: 19, SK: 24, SM: 27, SO: 23, ST: 25, SV: 28, TL: 23, TN: 24, TR: 26,
    UA: 29, VA: 22, VG: 24, XK: 20, YE: 30,
  },
} as const;

export type IbanCheck =
  | { readonly kind: 'valid'; /** Without blanks, upper case. */ readonly iban: string; readonly country: string }
  | {
      readonly kind: 'invalid';
      /** form: no country code, check digits and account in letters and digits; country: none that has IBANs. */
      readonly error: 'form' | 'country' | 'length' | 'checkDigits';
      /** Characters that the country demands, where the length is wrong. */
      readonly expectedLength?: number;
    };

const FORM = /^([A-Z]{2})(\d{2})([A-Z0-9]{8,30})$/;

/** A little more than an IBAN in groups of four takes; beyond that nothing is read. */
const MAX_WRITTEN_LENGTH = 50;

/** Checks an account number as written, blanks allowed: form, length of its country, check digits (ISO 13616). */
export function checkIban(text: string): IbanCheck {
  const parts = text.length > MAX_WRITTEN_LENGTH ? null : FORM.exec(text.replace(/\s/g, '').toUpperCase());
  if (!parts) return { kind: 'invalid', error: 'form' };
  const [iban, country = '', digits, account = ''] = parts;
  const expectedLength = LENGTHS.get(country);
  if (expectedLength === undefined) return { kind: 'invalid', error: 'country' };
  if (iban.length !== expectedLength) return { kind: 'invalid', error: 'length', expectedLength };
  return digits === checkDigitsFor(account + country)
    ? { kind: 'valid', iban, country }
    : { kind: 'invalid', error: 'checkDigits' };
}

const LENGTHS: ReadonlyMap<string, number> = new Map(Object.entries(IBAN_LENGTHS.lengths));
