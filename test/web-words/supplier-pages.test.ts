import { formatBytes } from '../../web/src/format/decimals.js';
import { faultOfFile, faultOfList, sharesOf } from '../../web/src/pages/counter/file-limits.js';
import { blocksOf, piecesOf } from '../../web/src/pages/town-texts/text-blocks.js';

const limits = { fileBytes: 10, deliveryBytes: 15, parts: 3 };

const file = (size: number) => new File([new Uint8Array(size)], `${size}.xml`);
const list = (...sizes: readonly number[]) => sizes.map((size, id) => ({ id, file: file(size) }));

describe('A supplier’s files', () => {
  it.each([
    [0, 'fileEmpty'],
    [1, null],
    [10, null],
    [11, 'fileTooLarge'],
  ] as const)('of %i bytes are judged before they are sent', (size, fault) => {
    expect(faultOfFile(file(size), limits)).toBe(fault);
  });

  it.each([
    [[], 'nothingChosen'],
    [[1, 0], 'someFaulty'],
    [[1, 1, 1, 1], 'tooMany'],
    [[8, 8], 'tooMuch'],
    [[5, 10], null],
  ] as const)('as a list of %j are judged together', (sizes, fault) => {
    expect(faultOfList(list(...sizes), limits)).toBe(fault);
  });

  it('go one after the other, an empty one at once', () => {
    expect([...sharesOf(list(4, 6, 2), 7).values()]).toEqual([1, 0.5, 0]);
    expect([...sharesOf(list(4, 6, 2), 99).values()]).toEqual([1, 1, 1]);
  });

  it('have sizes that fit the limit as the service says it', () => {
    expect(formatBytes(25 * 1024 * 1024, 'de')).toBe('25\u00a0MB');
    expect(formatBytes(3_355_443, 'de')).toBe('3,2\u00a0MB');
    expect(formatBytes(1536, 'en')).toBe('1.5\u00a0KB');
  });
});

describe('A town’s text', () => {
  it('has paragraphs, headings with what stands right below them, and lists', () => {
    expect(blocksOf('# Kontakt\nRathaus\nMarkt 1\r\n\r\n \n- Brief\n- Fax\n\n## Zeiten')).toEqual([
      { kind: 'heading', level: 2, text: 'Kontakt' },
      { kind: 'paragraph', text: 'Rathaus\nMarkt 1' },
      { kind: 'list', items: ['Brief', 'Fax'] },
      { kind: 'heading', level: 3, text: 'Zeiten' },
    ]);
  });

  it('links addresses of the web and of mail, without the sign that ends the sentence', () => {
    expect(piecesOf('Siehe https://stadt.example/a?b=1#c. Oder an post@stadt.example!')).toEqual([
      { text: 'Siehe ', href: null },
      { text: 'https://stadt.example/a?b=1#c', href: 'https://stadt.example/a?b=1#c' },
      { text: '. Oder an ', href: null },
      { text: 'post@stadt.example', href: 'mailto:post@stadt.example' },
      { text: '!', href: null },
    ]);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    '<a href="javascript:alert(1)">hier</a>',
    'HTTP:alert(1)',
  ])('leaves %s as text', (text) => {
    expect(piecesOf(text)).toEqual([{ text, href: null }]);
  });

  it.each(['https://a.example/"onmouseover="x', "https://a.example/'x"])(
    'ends the address before a quote: %s',
    (text) => {
      expect(piecesOf(text)[0]?.href).toBe('https://a.example/');
    },
  );

  it('loses nothing of what was written', () => {
    const text = 'a https://x.example/ü, b c@d.example; (https://y.example) – Ende';
    expect(
      piecesOf(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});
