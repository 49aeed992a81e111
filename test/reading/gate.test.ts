import { parseXml } from '../../src/adapters/xml/parse-xml.js';
import { formatRules } from '../../src/domain/reading/format.rules.js';
import type { Finding } from '../../src/domain/validation/finding.js';

const utf16 = (text: string, order: 'le' | 'be', mark: boolean): Buffer => {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

const nested = (depth: number): string => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`;
const many = (count: number, text: string): string => `<Invoice>${text.repeat(count)}</Invoice>`;

const findingOf = (bytes: Uint8Array | string, limits = {}): Finding => {
  const parsed = parseXml(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, limits);
  if (parsed.ok) throw new Error('The gate let it through.');
  expect(parsed.findings).toHaveLength(1);
  const [finding] = parsed.findings;
  if (!finding) throw new Error('A refusal without a finding.');
  expect(formatRules).toHaveProperty([finding.rule]);
  expect(finding).toMatchObject({ book: 'format', severity: 'fatal', errorClass: 'format' });
  return finding;
};

const textOf = (bytes: Uint8Array | string): string => {
  const parsed = parseXml(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return parsed.root.text;
};

const lol = '<!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><l>&b;</l>';

/** What the gate refuses: a name, the bytes, the rule. */
const refused: readonly (readonly [string, Uint8Array | string, string])[] = [
  ['an empty file', '', 'FORMAT-EMPTY'],
  ['blanks alone', ' \n ', 'FORMAT-NOT-WELL-FORMED'],
  ['plain text', 'Sehr geehrte Damen und Herren', 'FORMAT-NOT-WELL-FORMED'],
  ['a PDF', '%PDF-1.7\n%âãÏÓ', 'FORMAT-NOT-WELL-FORMED'],
  ['an entity bomb', lol, 'FORMAT-DTD'],
  ['an outside entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'FORMAT-DTD'],
  ['an outside subset', '<!DOCTYPE a SYSTEM "http://192.0.2.1/a.dtd"><a/>', 'FORMAT-DTD'],
  ['an undefined entity', '<a>\n <b>&nbsp;</b></a>', 'FORMAT-ENTITY'],
  ['an undeclared prefix', '<a>\n<x:b/></a>', 'FORMAT-NAMESPACE'],
  ['an undeclared attribute prefix', '<a x:b="1"/>', 'FORMAT-NAMESPACE'],
  ['an emptied prefix', '<a xmlns:x=""/>', 'FORMAT-NAMESPACE'],
  ['another namespace for xml', '<a xmlns:xml="urn:x"/>', 'FORMAT-NAMESPACE'],
  ['another prefix for the xml namespace', '<a xmlns:x="http://www.w3.org/XML/1998/namespace"/>', 'FORMAT-NAMESPACE'],
  ['an element named xmlns:a', '<xmlns:a/>', 'FORMAT-NAMESPACE'],
  ['white space around a namespace name', '<a xmlns="urn:x "/>', 'FORMAT-NAMESPACE'],
  ['a local name that begins with a digit', '<x:1 xmlns:x="urn:x"/>', 'FORMAT-NOT-WELL-FORMED'],
  ['a local attribute name that begins with a hyphen', '<a xmlns:x="urn:x" x:-b="1"/>', 'FORMAT-NOT-WELL-FORMED'],
  ['a prefix that begins with a digit', '<a xmlns:1="urn:x"/>', 'FORMAT-NOT-WELL-FORMED'],
  ['a colon in the name of an instruction', '<a><?x:y?></a>', 'FORMAT-NOT-WELL-FORMED'],
  ['an instruction without white space behind its name', '<a><?x?y?></a>', 'FORMAT-NOT-WELL-FORMED'],
  ['a second byte order mark', '\ufeff\ufeff<a/>', 'FORMAT-NOT-WELL-FORMED'],
  ['a blank by number after the root', '<a/>&#32;', 'FORMAT-NOT-WELL-FORMED'],
  ['a control character that XML 1.1 allows', '<?xml version="1.1"?><a>&#1;</a>', 'FORMAT-NOT-WELL-FORMED'],
  ['a DTD after a comment that names none', '<!-- <!DOCTYPE --><!DOCTYPE a><a/>', 'FORMAT-DTD'],
  ['two colons', '<a xmlns:x="urn:x"><x:b:c/></a>', 'FORMAT-NOT-WELL-FORMED'],
  ['the same attribute twice', '<a b="1" b="2"/>', 'FORMAT-NOT-WELL-FORMED'],
  ['one attribute by two prefixes', '<a xmlns:x="u" xmlns:y="u" x:b="1" y:b="2"/>', 'FORMAT-NOT-WELL-FORMED'],
  ['mismatched tags', '<a><b></a></b>', 'FORMAT-NOT-WELL-FORMED'],
  ['an open end', '<a><b></b>', 'FORMAT-NOT-WELL-FORMED'],
  ['two roots', '<a/><b/>', 'FORMAT-NOT-WELL-FORMED'],
  ['text after the root', '<a/>x', 'FORMAT-NOT-WELL-FORMED'],
  ['CDATA after the root', '<a/><![CDATA[x]]>', 'FORMAT-NOT-WELL-FORMED'],
  ['a late declaration', '\n<?xml version="1.0"?><a/>', 'FORMAT-NOT-WELL-FORMED'],
  ['a declaration without version', '<?xml encoding="UTF-8"?><a/>', 'FORMAT-NOT-WELL-FORMED'],
  ['an end of CDATA in text', '<a>]]></a>', 'FORMAT-NOT-WELL-FORMED'],
  ['two hyphens in a comment', '<a><!-- a -- b --></a>', 'FORMAT-NOT-WELL-FORMED'],
  ['a control character', '<a>\u0001</a>', 'FORMAT-NOT-WELL-FORMED'],
  ['a control character by number', '<a>&#1;</a>', 'FORMAT-NOT-WELL-FORMED'],
  ['a NUL', '<a>\0</a>', 'FORMAT-NOT-WELL-FORMED'],
  ['half a surrogate by number', '<a>&#xD800;</a>', 'FORMAT-NOT-WELL-FORMED'],
  ['U+FFFF', '<a>\uffff</a>', 'FORMAT-NOT-WELL-FORMED'],
  ['a bare ampersand', '<a>Meier & Sohn</a>', 'FORMAT-NOT-WELL-FORMED'],
  ['an unquoted attribute', '<a b=1/>', 'FORMAT-NOT-WELL-FORMED'],
  ['a less-than in an attribute', '<a b="<"/>', 'FORMAT-NOT-WELL-FORMED'],
  ['attributes without a blank between', '<a b="1"c="2"/>', 'FORMAT-NOT-WELL-FORMED'],
  ['101 levels', nested(101), 'FORMAT-DEPTH'],
  ['100,000 levels', nested(100_000), 'FORMAT-DEPTH'],
  ['20,001 lines', many(20_001, '<InvoiceLine/>'), 'FORMAT-LINES'],
  ['201 attributes', `<a ${Array.from({ length: 201 }, (_, i) => `a${i}=""`).join(' ')}/>`, 'FORMAT-ATTRIBUTES'],
  ['UTF-8 that is none', Buffer.from([0x3c, 0x61, 0x3e, 0xe4, 0x3c, 0x2f, 0x61, 0x3e]), 'FORMAT-ENCODING-BYTES'],
  ['an overlong UTF-8 form', Buffer.from('3c613ec0bc3c2f613e', 'hex'), 'FORMAT-ENCODING-BYTES'],
  ['ASCII that is none', Buffer.from('<?xml version="1.0" encoding="US-ASCII"?><a>ä</a>'), 'FORMAT-ENCODING-BYTES'],
  ['an unknown encoding', '<?xml version="1.0" encoding="KOI8-R"?><a/>', 'FORMAT-ENCODING'],
  ['EBCDIC', Buffer.from([0x4c, 0x6f, 0xa7, 0x94, 0x93]), 'FORMAT-ENCODING'],
  ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]), 'FORMAT-ENCODING'],
  ['UTF-8 called UTF-16', '<?xml version="1.0" encoding="UTF-16"?><a/>', 'FORMAT-ENCODING-MISMATCH'],
  [
    'UTF-8 with a mark called Latin-1',
    '\ufeff<?xml version="1.0" encoding="ISO-8859-1"?><a/>',
    'FORMAT-ENCODING-MISMATCH',
  ],
  ['UTF-16 called UTF-8', utf16('<?xml version="1.0" encoding="UTF-8"?><a/>', 'le', true), 'FORMAT-ENCODING-MISMATCH'],
  ['UTF-16 with half a surrogate', utf16('<a>\ud800</a>', 'le', true), 'FORMAT-ENCODING-BYTES'],
];

describe('the XML gate refuses', () => {
  it.each(refused)('%s', (_name, bytes, rule) => expect(findingOf(bytes).rule).toBe(rule));

  it.each([
    ['an undefined entity', '<a>\n <b>&nbsp;</b></a>', 2, 5],
    ['mismatched tags', '<a>\n<b>\n</a></b>', 3, 1],
    ['101 levels', nested(101), 1, 301],
    ['a bare ampersand', '<a b="1">\n Meier &amp; Meier & Sohn\n <c>&lt;</c></a>', 2, 20],
    ['a bare ampersand before the end', '<a>\nMeier & Sohn</a>', 2, 7],
    ['a control character', '<a>\n12\u0001</a>', 2, 3],
    ['a fault after a long base64 value', `<a><BinaryObject>${'QUJD\n'.repeat(99)}</BinaryObject>&</a>`, 100, 16],
  ])('%s with its place', (_name, text, line, column) => expect(findingOf(text).at).toEqual({ line, column }));

  it('what is larger than the limit, unread', () => {
    expect(findingOf('<a></a>', { maxBytes: 6 })).toMatchObject({
      rule: 'FORMAT-SIZE',
      at: null,
      values: { found: '7', limit: '6' },
    });
    expect(findingOf('<a><b/><b/></a>', { maxNodes: 2 }).rule).toBe('FORMAT-NODES');
  });

  it('nothing by throwing, wherever a file breaks off', () => {
    const whole = Buffer.from('<?xml version="1.0"?><a xmlns="u" b="ü"><!-- c --><![CDATA[d]]>&amp;<e/></a>');
    for (let length = 0; length < whole.length; length += 1) {
      expect(parseXml(whole.subarray(0, length)).ok).toBe(false);
    }
    expect(parseXml(whole).ok).toBe(true);
  });
});

const declared = (encoding: string, text: string): string =>
  `<?xml version="1.0" encoding="${encoding}"?><a>${text}</a>`;

describe('the XML gate takes', () => {
  it.each([
    ['UTF-8', Buffer.from('<a>Köln €</a>'), 'Köln €'],
    ['UTF-8 with a mark', Buffer.from('\ufeff<a>Köln €</a>'), 'Köln €'],
    ['UTF-8 by name', Buffer.from(declared('utf-8', 'Köln €')), 'Köln €'],
    ['UTF-16 little-endian', utf16(declared('UTF-16', 'Köln €'), 'le', true), 'Köln €'],
    ['UTF-16 big-endian', utf16(declared('UTF-16', 'Köln €'), 'be', true), 'Köln €'],
    ['UTF-16 without a mark', utf16(declared('UTF-16LE', 'Köln €'), 'le', false), 'Köln €'],
    ['ISO-8859-1', Buffer.from(declared('ISO-8859-1', 'Köln'), 'latin1'), 'Köln'],
    ['ISO-8859-15', Buffer.from(declared('ISO-8859-15', 'Köln \xa4'), 'latin1'), 'Köln €'],
    ['windows-1252', Buffer.from(declared('windows-1252', 'Köln \x80 \x93x\x94'), 'latin1'), 'Köln € “x”'],
    ['US-ASCII', Buffer.from(declared('US-ASCII', 'Koeln &#8364;')), 'Koeln €'],
  ])('%s', (_name, bytes, text) => expect(textOf(bytes)).toBe(text));

  it('100 levels and 20,000 lines', () => {
    expect(parseXml(Buffer.from(nested(100))).ok).toBe(true);
    expect(parseXml(Buffer.from(many(20_000, '<InvoiceLine/>'))).ok).toBe(true);
  });

  it('line ends of every kind as one, but keeps a carriage return that is written by number', () => {
    expect(textOf('<a>1\r\n2\r3\n4&#13;</a>')).toBe('1\n2\n3\n4\r');
  });

  it('CDATA as text, and says where comments and children split it', () => {
    const parsed = parseXml(Buffer.from('<a>1<![CDATA[<2>]]>&lt;<!-- c -->3<b/>4</a>'));
    expect(parsed).toMatchObject({ ok: true, root: { text: '1<2><34', textNodes: ['1<2><', '3', '4'] } });
  });

  it('a file of several megabytes, wherever it is parted for parsing', () => {
    const smileys = '\u{1f600}'.repeat(1_500_000);
    const parsed = parseXml(Buffer.from(`<a>${smileys}<b/>${smileys}&lt;<!-- ${smileys} --><c/></a>`));
    expect(parsed.ok && parsed.root.textNodes?.map((text) => text.length)).toEqual([3_000_000, 3_000_001]);
    expect(parsed).toMatchObject({ root: { children: [{ column: 3_000_004 }, { column: 9_000_021 }] } });
  });

  it('attributes with their namespaces, declarations left out, white space normalised', () => {
    const parsed = parseXml(Buffer.from('<p:a xmlns:p="urn:p" xmlns="urn:d" p:b=" x\n&#10;y " c="z"><d/></p:a>'));
    expect(parsed).toMatchObject({
      ok: true,
      root: {
        namespace: 'urn:p',
        name: 'a',
        attributes: [
          { namespace: 'urn:p', name: 'b', value: ' x \ny ' },
          { namespace: '', name: 'c', value: 'z' },
        ],
        children: [{ namespace: 'urn:d', name: 'd' }],
      },
    });
  });
});

describe('places in the file', () => {
  it('are those of the start tags, from 1', () => {
    const parsed = parseXml(Buffer.from('<?xml version="1.0"?>\r\n<a>\r\n  <b/><c\n d="1"/>\n</a>'));
    expect(parsed).toMatchObject({
      root: {
        line: 2,
        column: 1,
        children: [
          { line: 3, column: 3 },
          { line: 3, column: 7 },
        ],
      },
    });
  });
});
