import fc from 'fast-check';
import { checkLeitwegId } from '../../../src/domain/invoice/leitweg-id.js';
import { checkDigitsFor, mod97 } from '../../../src/domain/invoice/mod-97.js';

const coarse = fc.stringMatching(/^\d{2,12}$/);
const fine = fc.option(fc.stringMatching(/^[A-Z0-9]{1,30}$/), { nil: '' });

const leitwegIdOf = (first: string, second: string): string =>
  [first, ...(second ? [second] : []), checkDigitsFor(first + second)].join('-');

describe('a Leitweg-ID', () => {
  it.each([
    '04011000-1234512345-06',
    '991-33333TEST-33',
    '073405003000-001-69',
    '07-LBLBBZentr000-89',
    '05315-31001-86',
    '04011000-900X999-08',
    '992-90009-96',
    '09564000-NUE0001-49',
  ])('%s is right', (text) => {
    expect(checkLeitwegId(text)).toEqual({ kind: 'valid', leitwegId: text.toUpperCase() });
    expect(checkLeitwegId(` ${text.toLowerCase()}\n`)).toEqual({ kind: 'valid', leitwegId: text.toUpperCase() });
  });

  it('with wrong check digits says which would be right', () => {
    const check = checkLeitwegId('10101010-STO-10');
    expect(check).toMatchObject({ kind: 'invalid', error: 'checkDigits' });
    const digits = check.kind === 'invalid' ? check.expectedCheckDigits : '';
    expect(checkLeitwegId(`10101010-STO-${digits}`).kind).toBe('valid');
  });

  it.each([
    ['nothing', undefined, 'missing'],
    ['blanks', ' \t', 'missing'],
    ['another reference', 'Bestellung 4711', 'form'],
    ['one digit in front', '9-33333TEST-33', 'form'],
    ['13 digits in front', `${'1'.repeat(13)}-06`, 'form'],
    ['letters in front', 'AB-33333TEST-33', 'form'],
    ['31 characters behind', `991-${'A'.repeat(31)}-33`, 'form'],
    ['an empty middle', '991--33', 'form'],
    ['one check digit', '991-33333TEST-3', 'form'],
    ['letters for check digits', '991-33333TEST-AB', 'form'],
    ['a blank inside', '991-33333 TEST-33', 'form'],
    ['an umlaut', '991-33333TÄST-33', 'form'],
    ['digits of another script', '991-33333TEST-٣٣', 'form'],
    ['a megabyte', '1'.repeat(1_000_000), 'form'],
  ])('is not made of %s', (_, text, error) => {
    expect(checkLeitwegId(text)).toEqual({ kind: 'invalid', error });
  });

  it('is found wrong after any change of a single digit', () => {
    fc.assert(
      fc.property(coarse, fine, fc.nat(), fc.integer({ min: 1, max: 9 }), (first, second, at, by) => {
        const right = leitwegIdOf(first, second);
        expect(checkLeitwegId(right).kind).toBe('valid');
        const digits = [...right].flatMap((character, index) => (/\d/.test(character) ? [index] : []));
        const place = digits[at % digits.length] ?? 0;
        const changed = String((Number(right[place]) + by) % 10);
        expect(checkLeitwegId(right.slice(0, place) + changed + right.slice(place + 1))).toMatchObject({
          kind: 'invalid',
          error: 'checkDigits',
        });
      }),
    );
  });

  it('is found wrong after swapping two digits beside each other', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{3,12}$/), fine, fc.nat(), (first, second, at) => {
        const place = at % (first.length - 1);
        const [a = '', b = ''] = [first[place], first[place + 1]];
        fc.pre(a !== b);
        const swapped = first.slice(0, place) + b + a + first.slice(place + 2);
        const right = leitwegIdOf(first, second);
        expect(checkLeitwegId(swapped + right.slice(first.length)).kind).toBe('invalid');
      }),
    );
  });
});

describe('the remainder by 97', () => {
  it('is that of the number, however long', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{1,60}$/), (text) => {
        const digits = [...text].map((character) => Number.parseInt(character, 36)).join('');
        expect(BigInt(mod97(text))).toBe(BigInt(digits) % 97n);
      }),
    );
  });
});
