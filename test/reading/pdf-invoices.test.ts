import { readPdf } from '../../src/adapters/pdf/read-pdf.js';
import { createFileExaminer } from '../../src/adapters/reader-process/examine-file.js';
import { parseXml } from '../../src/adapters/xml/parse-xml.js';
import { strictOptions } from '../../src/domain/validation/examination-options.js';
import { createHash } from 'node:crypto';
import { pdfWith, rawPdf } from '../adapters/pdf-samples.js';

const examineFile = createFileExaminer({ parseXml, readPdf });

const root = (name: string, namespace: string): string => `<x:${name} xmlns:x="${namespace}"/>`;
const cii = root('CrossIndustryInvoice', 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100');
const ubl = root('Invoice', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2');
const zugferd1 = root('CrossIndustryDocument', 'urn:ferd:CrossIndustryDocument:invoice:1p0');
const order = root('SCRDMCCBDACIOMessageStructure', 'urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100');

async function examine(bytes: Uint8Array | string, fileName = 'file'): ReturnType<typeof examineFile> {
  return examineFile(Buffer.from(bytes), fileName, strictOptions);
}

async function embeddedNames(files: Readonly<Record<string, string>>): Promise<readonly (string | undefined)[]> {
  const { documents } = await examine(await pdfWith(files));
  return documents.map(({ embedded }) => embedded?.name);
}

describe('A file is judged by what its bytes are', () => {
  it.each([
    ['an empty file', '', 'emptyFile'],
    ['a picture that calls itself an invoice', '\x89PNG\r\n\x1a\n', 'unknownFileKind'],
    ['a PDF without an invoice', rawPdf(['<< /Type /Catalog >>']), 'pdfWithoutInvoice'],
  ])('%s is no e-invoice, with the reason %s', async (_what, bytes, reason) => {
    expect((await examine(bytes, 'rechnung.pdf')).documents).toMatchObject([
      { verdict: 'notAnEInvoice', acceptance: 'no-scenario', wellFormed: null, embedded: null, reason },
    ]);
  });

  it.each(['<a/>', '\ufeff<a/>', ' \r\n<a/>'])('markup (%j) is XML whatever its name', async (text) => {
    expect((await examine(text, 'rechnung.pdf')).documents).toMatchObject([{ embedded: null, wellFormed: true }]);
    expect((await examine(Buffer.from(text, 'utf16le'))).documents[0]?.wellFormed).not.toBeNull();
  });

  it('text that is called XML and is none is said to be not well-formed, and where', async () => {
    const { documents } = await examine('Sehr geehrte Damen und Herren', 'rechnung.XML');
    expect(documents).toMatchObject([{ wellFormed: false, findings: [{ book: 'format', severity: 'fatal' }] }]);
  });

  it('a PDF that could not be opened could not be checked; that is no verdict on the invoice', async () => {
    expect((await examine('%PDF-1.7 and no more')).documents).toMatchObject([
      { verdict: 'couldNotBeChecked', reason: 'pdfDamaged', wellFormed: null },
    ]);
  });
});

describe('The invoices of a PDF', () => {
  it('carry the name and the SHA-256 of the embedded file', async () => {
    const { documents } = await examine(await pdfWith({ 'factur-x.xml': cii }));
    const sha256 = createHash('sha256').update(cii).digest('hex');
    expect(documents).toMatchObject([{ wellFormed: true, embedded: { name: 'factur-x.xml', sha256 } }]);
  });

  it('are known by their name in any case, even if they cannot be read', async () => {
    const { documents } = await examine(await pdfWith({ 'FACTUR-X.XML': '<broken' }));
    expect(documents).toMatchObject([{ wellFormed: false, embedded: { name: 'FACTUR-X.XML' } }]);
  });

  it.each([
    ['CII', cii],
    ['UBL', ubl],
    ['ZUGFeRD 1', zugferd1],
  ])('are known by their root element under any name: %s', async (_syntax, xml) => {
    expect(await embeddedNames({ 'Anlage 7.xml': xml })).toEqual(['Anlage 7.xml']);
  });

  it('are neither orders nor other data, which are listed beside them', async () => {
    const files = { 'order-x.xml': order, 'data.xml': '<a/>', 'broken.xml': '<a', 'factur-x.xml': cii };
    const { documents } = await examine(await pdfWith(files));
    expect(documents.map(({ embedded }) => embedded?.name)).toEqual(['factur-x.xml']);
    expect(documents[0]?.attachments.map(({ name }) => name).sort()).toEqual(['broken.xml', 'data.xml', 'order-x.xml']);
    expect(await embeddedNames({ 'order-x.xml': order })).toEqual([undefined]);
  });

  it('are each a document of their own, the same one embedded twice is one', async () => {
    expect(await embeddedNames({ 'ZUGFeRD-invoice.xml': zugferd1, 'factur-x.xml': cii })).toHaveLength(2);
    expect(await embeddedNames({ 'copy.xml': cii, 'factur-x.xml': cii })).toHaveLength(1);
  });
});
