import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseXml } from '../../src/adapters/xml/parse-xml.js';
import { nonTerms } from '../../src/domain/reading/non-terms.js';
import { readInvoice } from '../../src/domain/reading/read-invoice.js';
import type { XmlBinary, XmlElement } from '../../src/domain/reading/xml-tree.js';

/**
 * The official test suite is no part of this project: it is read from beside the checkout, and where it is absent this
 * test says so.
 */
const folder = fileURLToPath(new URL('../../../shared/conformance/invoices/kosit-testsuite', import.meta.url));
const present = existsSync(folder);
if (!present) {
  process.stderr.write(
    `\n*** SKIPPED: the official test suite is not at ${folder}; its leaves were not compared. ***\n`,
  );
}

const files = present
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xml'))
  : [];

/** A tree whose values may be changed and set back. */
interface Tree extends XmlElement {
  text: string;
  binary?: XmlBinary;
  readonly attributes: { readonly namespace: string; readonly name: string; value: string }[];
  readonly children: Tree[];
}

const changeable = (element: XmlElement): Tree => ({
  ...element,
  attributes: element.attributes.map((attribute) => ({ ...attribute })),
  children: element.children.map(changeable),
});

/** Every leaf and attribute of a tree: its path, and a change that answers how to undo it. */
function* leavesOf(element: Tree, path: string): Generator<{ path: string; change: () => () => void }> {
  if (element.children.length === 0) yield { path, change: () => changeContent(element) };
  for (const attribute of element.attributes) {
    const change = () => {
      const before = attribute.value;
      attribute.value = `${before}x`;
      return () => (attribute.value = before);
    };
    yield { path: `${path}/@${attribute.name}`, change };
  }
  for (const child of element.children) yield* leavesOf(child, `${path}/${child.name}`);
}

const changeContent = (element: Tree): (() => void) => {
  const { text, binary } = element;
  if (binary) element.binary = { ...binary, end: binary.end + 4 };
  else element.text = `${text}x`;
  return () => {
    element.text = text;
    if (binary) element.binary = binary;
  };
};

const treeOf = (file: string): Tree => {
  const parsed = parseXml(readFileSync(join(folder, file)));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return changeable(parsed.root);
};

const isNonTerm = (path: string): boolean => {
  const syntax = path.startsWith('CrossIndustryInvoice/') ? 'cii' : 'ubl';
  return nonTerms.some((row) => row.syntax === syntax && path.endsWith(row.end));
};

(present ? describe : describe.skip)('the 86 invoices of the official test suite', () => {
  const used = new Set<string>();

  it('are all there', () => expect(files).toHaveLength(86));

  it.each(files)('%s: each leaf and attribute changes the model or is listed as no term', (file) => {
    const tree = treeOf(file);
    const before = JSON.stringify(readInvoice(tree).invoice);
    const idle: string[] = [];
    let leaves = 0;
    for (const { path, change } of leavesOf(tree, tree.name)) {
      const undo = change();
      leaves += 1;
      if (JSON.stringify(readInvoice(tree).invoice) === before) idle.push(path);
      undo();
    }
    expect(leaves).toBeGreaterThan(40);
    expect(idle.filter((path) => !isNonTerm(path))).toEqual([]);
    for (const path of idle) for (const row of nonTerms) if (path.endsWith(row.end)) used.add(row.end);
    expect(JSON.stringify(readInvoice(tree).invoice)).toBe(before);
  });

  it('use every row of the list of non-terms', () => {
    expect(nonTerms.filter((row) => !used.has(row.end))).toEqual([]);
  });
});
