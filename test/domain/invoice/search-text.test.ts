import { searchOf, searchTextOf, sellerSortOf, typedCents } from '../../../src/domain/invoice/search-text.js';

describe('an amount as people type it', () => {
  it.each<[string, bigint | null]>([
    ['1.234,56', 123_456n],
    ['1,234.56', 123_456n],
    ['1234,56', 123_456n],
    ['1234.56 €', 123_456n],
    ['€ 1.234', 123_400n],
    ['1,234', 123_400n],
    ['12.34', 1_234n],
    ['12,3', 1_230n],
    ['1.234.567,89 EUR', 123_456_789n],
    ["1'234.50", 123_450n],
    ['-119,00', -11_900n],
    ['119', 11_900n],
    ['1.23.456', null],
    ['1.234.56', null],
    ['12,345,6', null],
    ['RE-119', null],
    ['', null],
    [',', null],
    ['9'.repeat(40), null],
  ])('%s is %s cents', (typed, cents) => {
    expect(typedCents(typed)).toBe(cents);
  });
});

describe('a search', () => {
  const text = searchTextOf({
    number: 'RE-2026/0042',
    sellerName: 'Müller & Söhne',
    orderReference: 'GM-7',
    fileName: 'Rechnung März.pdf',
  });
  it.each(['re 2026 0042', '2026/0042', 'muller', 'SÖHNE', 'gm7', 'märz.pdf'])('for "%s" finds it', (typed) => {
    expect(text).toContain(searchOf(typed).folded);
  });

  it('does not run from one part into the next, and holds nothing that LIKE would read', () => {
    expect(text).not.toContain(searchOf('0042 Müller').folded);
    expect(searchOf('100%_\\').folded).toBe('100');
  });

  it('stays short enough for its column, whatever a document says', () => {
    const long = 'ﷺ'.repeat(5_000);
    const all = { number: long, sellerName: long, orderReference: long, fileName: long };
    expect(searchTextOf(all).length).toBeLessThanOrEqual(1_200);
    expect(sellerSortOf(long)?.length).toBeLessThanOrEqual(100);
    expect(sellerSortOf('&')).toBeNull();
  });
});
