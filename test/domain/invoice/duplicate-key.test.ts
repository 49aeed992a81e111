import {
  claimTraits,
  duplicateKey,
  foldedName,
  type DuplicateTraits,
} from '../../../src/domain/invoice/duplicate-key.js';

const traits: DuplicateTraits = {
  sellerVatId: 'DE123456789',
  sellerTaxNumber: '12/345/67890',
  iban: 'DE89370400440532013000',
  sellerName: 'Müller & Söhne GmbH',
  number: 'RE-0042/24',
  issueDate: '2026-03-16',
  gross: '119.00',
  currency: 'EUR',
};

const key = (extra: Partial<DuplicateTraits> = {}): string | undefined => duplicateKey({ ...traits, ...extra });
const none = undefined;

describe('the duplicate key', () => {
  it('names seller, number, day, amount and currency', () => {
    expect(key()).toBe('vat:de123456789|re4224|2026-03-16|119|EUR');
  });

  it.each(['re 42 24', 'RE-42/24', 'RE.00042.024', 'Re–42–24', '\tRE 0042/24 '])(
    'takes the number %j for the same',
    (number) => {
      expect(key({ number })).toBe(key());
    },
  );

  it.each([
    ['another number', { number: 'RE-0043/24' }],
    ['another day', { issueDate: '2026-03-17' }],
    ['another amount', { gross: '119.01' }],
    ['another currency', { currency: 'CHF' }],
    ['a credit of the amount', { gross: '-119.00' }],
    ['another seller', { sellerVatId: 'DE987654321' }],
    ['more zeros behind', { number: 'RE-420/24' }],
  ])('tells %s apart', (_, extra) => {
    expect(key(extra)).not.toBe(key());
    expect(key(extra)).toBeDefined();
  });

  it('stands beside everything that tells the seller', () => {
    expect(claimTraits(traits)).toEqual({
      claim: 're4224|2026-03-16|119|EUR',
      sellerKeys: ['vat:de123456789', 'tax:1234567890', 'account:de89370400440532013000', 'name:mullersohnegmbh'],
    });
    const captured = claimTraits({ ...traits, sellerVatId: none, sellerTaxNumber: none, sellerName: 'Mueller & Co' });
    expect(captured).toEqual({
      claim: 're4224|2026-03-16|119|EUR',
      sellerKeys: ['account:de89370400440532013000', 'name:muellerco'],
    });
  });

  it('writes an amount in one way', () => {
    expect(key({ gross: '119' })).toBe(key());
    expect(key({ gross: '+119.0' })).toBe(key());
  });

  it('knows the seller by VAT id, else tax number, else account, else name', () => {
    const withoutVat = { sellerVatId: none };
    const withoutTax = { ...withoutVat, sellerTaxNumber: ' ' };
    const withoutAccount = { ...withoutTax, iban: none };
    expect(key(withoutVat)).toMatch(/^tax:1234567890\|/);
    expect(key(withoutTax)).toMatch(/^account:de89370400440532013000\|/);
    expect(key(withoutAccount)).toMatch(/^name:mullersohnegmbh\|/);
    expect(key({ ...withoutAccount, sellerName: none })).toBeUndefined();
  });

  it.each([
    ['number', { number: none }],
    ['number of letters or digits', { number: '---' }],
    ['day', { issueDate: none }],
    ['amount', { gross: none }],
    ['decimal amount', { gross: 'viel' }],
  ])('is not there without a %s', (_, extra) => {
    expect(key(extra)).toBeUndefined();
  });

  it('does without a currency', () => {
    expect(key({ currency: none })).toMatch(/\|119\|$/);
  });

  it('keeps a number of zeros', () => {
    expect(key({ number: '000' })).toMatch(/\|0\|/);
  });

  it('counts the beginning of endless values only', () => {
    expect(key({ number: '1'.repeat(1_000_000) })?.length).toBeLessThan(300);
  });

  it('folds names as people read them', () => {
    expect(foldedName('Straßenbau Ærø ﬁx, 2. Los')).toBe('strassenbauærøfix2los');
    expect(foldedName('MÜLLER')).toBe(foldedName('Müller'));
  });
});
