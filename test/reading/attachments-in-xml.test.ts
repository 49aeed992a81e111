import { parseXml } from '../../src/adapters/xml/parse-xml.js';
import type { XmlElement } from '../../src/domain/reading/xml-tree.js';

const name = 'EmbeddedDocumentBinaryObject';
const long = Buffer.alloc(3000, 'Rechnung ').toString('base64');

const rootOf = (text: string, encoding: BufferEncoding = 'utf8'): XmlElement => {
  const parsed = parseXml(Buffer.from(text, encoding));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return parsed.root;
};

describe('a long base64 value', () => {
  it('stays in the bytes: the tree knows where it lies', () => {
    const xml = `<a>ü<${name} mimeCode="a>b">${long}</${name}></a>`;
    const [object] = rootOf(xml).children;
    const bytes = Buffer.from(xml);
    expect(object?.text).toBe('');
    expect(object?.binary?.valid).toBe(true);
    expect(bytes.toString('latin1', object?.binary?.start, object?.binary?.end)).toBe(long);
  });

  it.each([
    ['in one line', long, 1, 10 + name.length * 2 + long.length],
    ['in lines of 76', long.replace(/.{76}/g, '$&\n'), 53, undefined],
    ['in lines that end in CR LF', long.replace(/.{76}/g, '$&\r\n'), 53, undefined],
  ])('%s leaves the places behind it right', (_name, value, line, column) => {
    const xml = `<a><${name}>${value}</${name}><b/>\n<c/></a>`;
    const [, b, c] = rootOf(xml).children;
    const before = xml.slice(0, xml.indexOf('<b/>'));
    const lines = before.split(/\r\n|\n/);
    expect(b).toMatchObject({ line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 });
    expect(b?.line).toBe(line);
    if (column !== undefined) expect(b?.column).toBe(column - 1);
    expect(c).toMatchObject({ line: lines.length + 1, column: 1 });
  });

  it.each([
    ['a group of four that is cut short', long.slice(0, -1), false],
    ['padding inside', `${long.slice(0, 400)}==${long.slice(400)}==`, false],
    ['unused bits that are not zero', `${long}QR==`, false],
    ['padding at the end', `${long}QQ==`, true],
    ['white space between', `\n ${long.slice(0, 500)}\t${long.slice(500)}\n`, true],
  ])('with %s is judged by XML Schema', (_name, value, valid) => {
    expect(rootOf(`<a><${name}>${value}</${name}></a>`).children[0]?.binary?.valid).toBe(valid);
  });

  it.each([
    ['in a comment', `<a><!-- <${name}>${long}</${name}> --><b/></a>`, ''],
    ['in a CDATA section', `<a><![CDATA[<${name}>${long}</${name}>]]></a>`, `<${name}>${long}</${name}>`],
    ['of another element', `<a>${long}</a>`, long],
  ])('%s is none', (_name, xml, text) => expect(rootOf(xml).text).toBe(text));

  it.each([
    ['with a foreign character', `${long}*`],
    ['before a comment', `${long}<!-- c -->`],
    ['in CDATA', `<![CDATA[${long}]]>`],
  ])('%s stays in the text', (_name, value) => {
    const [object] = rootOf(`<a><${name}>${value}</${name}></a>`).children;
    expect(object?.binary).toBeUndefined();
    expect(object?.text.startsWith(long)).toBe(true);
  });

  it('in UTF-16 stays in the text, for its bytes are no base64', () => {
    const [object] = rootOf(`\ufeff<a><${name}>${long}</${name}></a>`, 'utf16le').children;
    expect(object?.text).toBe(long);
  });
});
