import fc from 'fast-check';
import { deflateSync } from 'node:zlib';
import { pdfLimits } from '../../src/adapters/pdf/pdf-limits.js';
import { readPdf } from '../../src/adapters/pdf/read-pdf.js';
import { encryptedPdfWith, hiddenBomb, packedZeros, pdfWith, rawPdf, stream } from '../adapters/pdf-samples.js';

const invoice = '<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"/>';

/** Names and texts of the embedded XML files, or the reason why there are none. */
async function read(bytes: Uint8Array): Promise<Readonly<Record<string, string | null>> | string> {
  const pdf = await readPdf(bytes);
  if (!pdf.ok) return pdf.reason;
  return Object.fromEntries(pdf.files.map(({ name, xml }) => [name, xml && Buffer.from(xml).toString()]));
}

const specification = (file: string, stream = 3): string =>
  `<< /Type /Filespec /F (${file}) /UF (${file}) /EF << /F ${stream} 0 R >> >>`;

describe('The files embedded in a PDF', () => {
  it.each(['factur-x.xml', 'zugferd-invoice.xml', 'ZUGFeRD-invoice.xml', 'xrechnung.xml', 'anything else.XML'])(
    'are found under the name %s, byte for byte',
    async (name) => {
      expect(await read(await pdfWith({ [name]: invoice }))).toEqual({ [name]: invoice });
    },
  );

  it('are listed but not unpacked where they are no XML', async () => {
    const pdf = await pdfWith({ 'factur-x.xml': invoice, 'photo.png': new Uint8Array(1000) });
    expect(await read(pdf)).toEqual({ 'factur-x.xml': invoice, 'photo.png': null });
  });

  it('are found where only AF names them', async () => {
    const pdf = rawPdf(['<< /Type /Catalog /AF [2 0 R] >>', specification('factur-x.xml'), stream(invoice)]);
    expect(await read(pdf)).toEqual({ 'factur-x.xml': invoice });
  });

  it('are found in the branches of a name tree that runs into itself, each once', async () => {
    const pdf = rawPdf([
      '<< /Type /Catalog /Names << /EmbeddedFiles 4 0 R >> /AF [2 0 R] >>',
      specification('factur-x.xml'),
      stream(deflateSync(invoice), '/Filter /FlateDecode'),
      '<< /Kids [5 0 R 4 0 R] >>',
      '<< /Names [(factur-x.xml) 2 0 R] /Kids [4 0 R] >>',
    ]);
    const found = await readPdf(pdf);
    expect(found.ok && found.files.map(({ name }) => name)).toEqual(['factur-x.xml']);
    expect(await read(pdf)).toEqual({ 'factur-x.xml': invoice });
  });

  it('lose the path that the sender wrote before their name', async () => {
    const pdf = rawPdf(['<< /Type /Catalog /AF 2 0 R >>', specification('../../etc/x\\\\y.xml'), stream(invoice)]);
    expect(await read(pdf)).toEqual({ 'y.xml': invoice });
  });

  it('reach up to their end mark where somebody changed the file by hand and left the lengths as they were', async () => {
    const pdf = rawPdf(['<< /Type /Catalog /AF [2 0 R] >>', specification('factur-x.xml'), stream('<a/>')]);
    const changed = Buffer.from(pdf.toString('latin1').replace('<a/>', '<a>longer</a>'), 'latin1');
    expect(await read(changed)).toEqual({ 'factur-x.xml': '<a>longer</a>\n' });
  });

  it('come with the conformance level that the metadata claim', async () => {
    const metadata = '<rdf:Description xmlns:fx="urn:x"><fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>';
    const pdf = await readPdf(rawPdf(['<< /Type /Catalog /Metadata 2 0 R >>', stream(metadata)]));
    expect(pdf).toMatchObject({ ok: true, conformanceLevel: 'EN 16931', files: [] });
  });
});

it('A profile in metadata full of blanks is none', async () => {
  const metadata = `<fx:ConformanceLevel>${' '.repeat(900_000)}`;
  const pdf = rawPdf(['<< /Type /Catalog /Metadata 2 0 R >>', stream(metadata, '/Type /Metadata')]);
  expect(await readPdf(pdf)).toMatchObject({ ok: true, conformanceLevel: null });
});

describe('A PDF that cannot be read as it should', () => {
  it('is named as encrypted where a password is needed, and read where it only restricts', async () => {
    const files = { 'factur-x.xml': invoice };
    expect(await read(await encryptedPdfWith(files, { userPassword: 'u', ownerPassword: 'o' }))).toBe('pdfEncrypted');
    expect(await read(await encryptedPdfWith(files, { ownerPassword: 'o' }))).toEqual(files);
  });

  it('is named as damaged where nothing of it is left, and as cut off where its end is', async () => {
    const whole = await pdfWith({ 'factur-x.xml': invoice });
    expect(await read(Buffer.from('%PDF-1.7 and nothing more'))).toBe('pdfDamaged');
    expect(await readPdf(whole)).toMatchObject({ cutOff: false });
    const catalogFirst = rawPdf(['<< /Type /Catalog >>', stream('x'.repeat(5000))]);
    expect(await readPdf(catalogFirst.subarray(0, 4000))).toMatchObject({ ok: true, files: [], cutOff: true });
  });

  it('is refused before its bookkeeping is unpacked beyond the limit', async () => {
    const bomb = stream(packedZeros(128), '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode');
    expect(await read(rawPdf(['<< /Type /Catalog >>', bomb]))).toBe('pdfUnpacksTooLarge');
  });

  it('is refused where an embedded file unpacks beyond the limit, through any filter', async () => {
    const packed = deflateSync(packedZeros(64));
    const bomb = stream(packed, '/Filter [/FlateDecode /FlateDecode]');
    const pdf = rawPdf(['<< /Type /Catalog /AF [2 0 R] >>', specification('factur-x.xml'), bomb]);
    expect(await read(pdf)).toBe('pdfEmbeddedFileTooLarge');
  });

  it('is refused with more embedded files than a delivery may have parts', async () => {
    const count = pdfLimits.files + 1;
    const numbers = Array.from({ length: count }, (_, at) => at);
    const pdf = rawPdf([
      `<< /Type /Catalog /AF [${numbers.map((at) => `${2 + at} 0 R`).join(' ')}] >>`,
      ...numbers.map((at) => specification(`${at}.xml`, 2 + count + at)),
      ...numbers.map(() => stream('<a/>')),
    ]);
    expect(await read(pdf)).toBe('pdfTooManyFiles');
  });

  it('never makes the reader throw, whatever has been changed in it', async () => {
    const whole = Buffer.from(await pdfWith({ 'factur-x.xml': invoice }));
    const raw = rawPdf(['<< /Type /Catalog /AF [2 0 R] >>', specification('factur-x.xml'), stream(invoice)]);
    const change = fc.record({ at: fc.nat(), byte: fc.nat(255), length: fc.integer({ min: 1, max: 20 }) });
    const property = fc.asyncProperty(
      fc.constantFrom(whole, raw),
      fc.array(change, { maxLength: 8 }),
      async (pdf, all) => {
        const changed = Buffer.from(pdf);
        for (const { at, byte, length } of all) overwrite(changed, at % pdf.length, length, byte);
        expect(await readPdf(changed)).toHaveProperty('ok');
      },
    );
    await fc.assert(property, { numRuns: 300, seed: 16931 });
  });

  it('may hide what it unpacks to from the first look, which is why it is read in a process with limits', async () => {
    expect(await read(hiddenBomb(1))).toEqual({});
  });
});

function overwrite(bytes: Buffer, from: number, length: number, byte: number): void {
  bytes.fill(byte, from, Math.min(bytes.length, from + length));
}

describe('A PDF of which each part sends its reader to the end of the file', () => {
  const megabytes = 3_000_000;
  const start = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n';
  it.each([
    ['a row of digits', `x${'1'.repeat(megabytes)}`, {}],
    ['numbers', '1 '.repeat(megabytes / 2), {}],
    ['objects without an end', '1 0 obj << \n'.repeat(megabytes / 12), 'pdfDamaged'],
    ['streams without an end', '1 0 obj << /Length 5 >> stream\n'.repeat(megabytes / 32), 'pdfDamaged'],
  ])('of %s, comes to an end', async (_, filling, outcome) => {
    expect(await read(Buffer.from(`${start}${filling}\nstartxref\n0\n%%EOF`))).toEqual(outcome);
  });
});
