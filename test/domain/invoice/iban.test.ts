import fc from 'fast-check';
import { IBAN_LENGTHS, checkIban } from '../../../src/domain/invoice/iban.js';

/** Examples as the registry prints them. */
const EXAMPLES = [
  'DE89 3704 0044 0532 0130 00',
  'AT61 1904 3002 3457 3201',
  'CH93 0076 2011 6238 5295 7',
  'FR14 2004 1010 0505 0001 3M02 606',
  'GB29 NWBK 6016 1331 9268 19',
  'NL91 ABNA 0417 1643 00',
  'NO93 8601 1117 947',
  'MT84 MALT 0110 0001 2345 MTLC AST0 01S',
  'LC55 HEMM 0001 0001 0012 0012 0002 3015',
  'BR18 0036 0305 0000 1000 9795 493C 1',
  'SC18 SSCB 1101 0000 0000 0000 1497 USD',
  'PL61 1090 1014 0000 0712 1981 2874',
  'BI42 1000 0100 0100 0033 2045 181',
] as const;

describe('an account number', () => {
  it.each(EXAMPLES)('%s is right, with blanks or without', (written) => {
    const iban = written.replace(/ /g, '');
    const right = { kind: 'valid', iban, country: iban.slice(0, 2) };
    expect(checkIban(written)).toEqual(right);
    expect(checkIban(` ${iban.toLowerCase()} `)).toEqual(right);
  });

  it.each([
    ['nothing', '', { error: 'form' }],
    ['no check digits', 'DEXX370400440532013000', { error: 'form' }],
    ['a sign inside', 'DE89-3704-0044-0532-0130-00', { error: 'form' }],
    ['a megabyte', 'DE89'.repeat(250_000), { error: 'form' }],
    ['a country without them', 'US893704004405320130', { error: 'country' }],
    ['a name that objects have', 'TO893704004405320130', { error: 'country' }],
    ['a digit too few', 'DE8937040044053201300', { error: 'length', expectedLength: 22 }],
    ['a digit too many', 'DE893704004405320130000', { error: 'length', expectedLength: 22 }],
    ['wrong check digits', 'DE88370400440532013000', { error: 'checkDigits' }],
  ])('is not made of %s', (_, text, expected) => {
    expect(checkIban(text)).toEqual({ kind: 'invalid', ...expected });
  });

  it('is found wrong after any change of a single digit', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EXAMPLES), fc.nat(), fc.integer({ min: 1, max: 9 }), (written, at, by) => {
        const digits = [...written].flatMap((character, index) => (/\d/.test(character) ? [index] : []));
        const place = digits[at % digits.length] ?? 0;
        const changed = String((Number(written[place]) + by) % 10);
        expect(checkIban(written.slice(0, place) + changed + written.slice(place + 1))).toEqual({
          kind: 'invalid',
          error: 'checkDigits',
        });
      }),
    );
  });

  it('comes with the registry’s 89 countries, none longer than 34 characters', () => {
    const lengths = Object.values(IBAN_LENGTHS.lengths);
    expect(lengths.length).toBe(89);
    expect(Math.min(...lengths)).toBe(15);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(34);
  });
});
