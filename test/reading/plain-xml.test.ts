import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { decodeXml } from '../../src/adapters/xml/decode-xml.js';
import { parsePlain } from '../../src/adapters/xml/plain-xml.js';
import { TreeParser } from '../../src/adapters/xml/tree-parser.js';
import { defaultXmlLimits, type XmlLimits } from '../../src/adapters/xml/xml-limits.js';
import type { XmlElement } from '../../src/domain/reading/xml-tree.js';

const limits: XmlLimits = { ...defaultXmlLimits, maxDepth: 5, maxNodes: 60, maxAttributes: 3, maxInvoiceLines: 2 };

const plain = (text: string, within = limits): XmlElement | null =>
  parsePlain(decodeXml(Buffer.from(text), true), within);

/** What saxes makes of it; null where it refuses. */
function bySaxes(text: string, within = limits): XmlElement | null {
  try {
    return new TreeParser(decodeXml(Buffer.from(text), true), within).parse();
  } catch {
    return null;
  }
}

const pieces = fc.constantFrom(
  ...[
    '<a>',
    '</a>',
    '<b:c>',
    '</b:c>',
    '<a',
    ' x="1"',
    " y='2'",
    ' b:x="3"',
    ' xmlns="u"',
    ' xmlns:b="v"',
    ' xmlns:b=""',
  ],
  ...[
    '<InvoiceLine>',
    '</InvoiceLine>',
    '<InvoiceLine/>',
    '>',
    '/>',
    ' />',
    '<!-- n -->',
    '<!--',
    '-->',
    '--',
    '<?p i?>',
    '<![CDATA[t]]>',
  ],
  ...[
    ' ',
    '\n',
    '\t',
    '\r\n',
    'text',
    '&amp;',
    '&lt;',
    '&#65;',
    '&x;',
    '&',
    ']]>',
    '"',
    '=',
    'ä',
    '€',
    '😀',
    '\u0001',
    '\ufffe',
  ],
  ...[
    ' xml:lang="de"',
    ' xmlns:xml="w"',
    '<xmlx>',
    '<a-.b>',
    '</a-.b>',
    '<-a>',
    '<a:1>',
    '<!DOCTYPE a>',
    '<?xml version="1.0"?>',
  ],
  ...[' xmlns:b="http://www.w3.org/2000/xmlns/"', ' x="a\nb"', ' x="<"', ' x=" "', '<EmbeddedDocumentBinaryObject>'],
  ...['</EmbeddedDocumentBinaryObject>', 'QUJD'.repeat(20)],
);

describe('the short way of reading plain XML', () => {
  it('makes the same tree as saxes of whatever it takes', () => {
    let taken = 0;
    const document = fc.array(pieces, { maxLength: 14 }).map((all) => `<a xmlns:b="v">${all.join('')}</a>`);
    fc.assert(
      fc.property(
        fc.oneof(
          document,
          fc.array(pieces, { maxLength: 10 }).map((all) => all.join('')),
        ),
        (text) => {
          const tree = plain(text);
          if (tree === null) return;
          taken += 1;
          expect(tree).toEqual(bySaxes(text));
        },
      ),
      { numRuns: 6000 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  it.each([
    'rules/ubl-invoice.xml',
    'rules/cii-invoice.xml',
    'reading/roof-repair.ubl.xml',
    'reading/roof-repair.cii.xml',
  ])('takes %s', (name) => {
    const text = readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');
    const tree = plain(text, defaultXmlLimits);
    expect(tree).not.toBeNull();
    expect(tree).toEqual(bySaxes(text, defaultXmlLimits));
  });

  it.each([
    ['a document type', '<!DOCTYPE a><a/>'],
    ['CDATA', '<a><![CDATA[x]]></a>'],
    ['an instruction', '<a><?p?></a>'],
    ['a reference by number', '<a>&#65;</a>'],
    ['text beside an element', '<a>x<b/></a>'],
    ['text in parts', '<a>x<!-- -->y</a>'],
    ['too deep an element', '<a><a><a><a><a><a/></a></a></a></a></a>'],
    ['too many attributes', '<a b="" c="" d="" e=""/>'],
    ['too many lines', '<a><InvoiceLine/><InvoiceLine/><InvoiceLine/></a>'],
    ['an attribute twice', '<a x="1" x="2"/>'],
    ['a prefix without a namespace', '<p:a/>'],
    ['two roots', '<a/><a/>'],
    ['an end tag of another name', '<a></b>'],
    ['an element left open', '<a>'],
  ])('leaves %s to saxes', (_, text) => {
    expect(plain(text)).toBeNull();
  });

  it('is not led astray by a name without end', () => {
    expect(plain(`<a${'-.'.repeat(500_000)}`)).toBeNull();
  });
});
