import {
  searchedTexts,
  searchOf,
  searchTextOf,
  sellerSortOf,
  typedCents,
} from '../../../src/domain/invoice/search-text.js';

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

/** Whether the search looks for something that stands in the text: of one spelling each word. */
const finds = (typed: string, text: string): boolean =>
  searchOf(typed).spellings.some((words) => words.every((word) => text.includes(word)));

describe('a search', () => {
  const text = searchTextOf({
    number: 'RE-2026/0042',
    sellerName: 'Müller & Söhne',
    orderReference: 'GM-7',
    fileName: 'Rechnung März.pdf',
    texts: ['Vertrag V-88/3', 'Wartung der Druckluftanlage', 'Größe XL'],
  });

  it.each([
    ...['re 2026 0042', '2026/0042', '26/00', 'muller', 'mueller', 'MÜLLER', 'SÖHNE müller', 'gm7', 'märz.pdf'],
    ...['0042 Müller', 'söhne gm-7', 'druckluft wartung', 'luftanlage', 'v88', 'grosse xl', 'groesse', 'Größe'],
  ])('for "%s" finds it', (typed) => {
    expect(finds(typed, text)).toBe(true);
  });

  it.each(['0043', 'müller huber', 'wartungder', '0042müller', 'mueler', '…', ''])('for "%s" does not', (typed) => {
    expect(finds(typed, text)).toBe(false);
  });

  it('finds with umlauts what is written without', () => {
    expect(finds('Müller', searchTextOf({ ...nothing, sellerName: 'Mueller GmbH' }))).toBe(true);
  });

  it('looks for words that hold nothing which LIKE would read, and for so many at most', () => {
    expect(searchOf('100%_\\ 5').spellings).toEqual([['100', '5']]);
    expect(searchOf('a b c d e f g h i j').spellings[0]).toHaveLength(8);
  });

  it('stays short enough for its column, whatever a document says', () => {
    const long = 'ﷺ ä'.repeat(5_000);
    const all = { number: long, sellerName: long, orderReference: long, fileName: long, texts: [long, long] };
    expect(searchTextOf(all).length).toBeLessThanOrEqual(4_200);
    expect(sellerSortOf(long)?.length).toBeLessThanOrEqual(100);
    expect(sellerSortOf('&')).toBeNull();
  });

  it('looks through the references, notes and items of an invoice', () => {
    const invoice = {
      contractReferences: ['V-1'],
      orderReferences: ['B-1', 'B-2'],
      notes: [{ text: 'Danke' }, {}],
      lines: [{ item: { name: 'Besen' } }, {}],
    };
    expect(searchedTexts(invoice)).toEqual(['V-1', 'B-2', 'Danke', 'Besen']);
  });
});

const nothing = { number: null, sellerName: null, orderReference: null, fileName: null, texts: [] };
