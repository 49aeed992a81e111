import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseXml } from '../../src/adapters/xml/parse-xml.js';
import type { Invoice } from '../../src/domain/invoice/invoice.js';
import { keyData } from '../../src/domain/invoice/key-data.js';
import { attachmentsOf } from '../../src/domain/reading/attachments.js';
import { readInvoice } from '../../src/domain/reading/read-invoice.js';
import type { Reading } from '../../src/domain/reading/reading.js';

const fixture = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../fixtures/reading/${name}`, import.meta.url)), 'utf8');

const ubl = fixture('roof-repair.ubl.xml');
const cii = fixture('roof-repair.cii.xml');

const read = (xml: string): Reading & { readonly invoice: Invoice } => {
  const parsed = parseXml(Buffer.from(xml));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  const reading = readInvoice(parsed.root, { places: true });
  if (!reading.invoice) throw new Error('not read');
  return { ...reading, invoice: reading.invoice };
};

/** The UBL invoice with one piece of it written otherwise. */
const changed = (from: string, to: string): Reading & { readonly invoice: Invoice } => {
  expect(ubl.split(from).length).toBeGreaterThan(1);
  return read(ubl.replace(from, to));
};

describe('one invoice in two syntaxes', () => {
  it('is one and the same in the terms of the standard', () => {
    expect(read(cii).invoice).toEqual(read(ubl).invoice);
    expect(read(ubl)).toMatchObject({ syntax: 'ubl-invoice', findings: [] });
    expect(read(cii)).toMatchObject({ syntax: 'cii', findings: [] });
  });

  it.each([
    ['UBL', ubl],
    ['CII', cii],
  ])('has the key data that storage and routing need (%s)', (_name, xml) => {
    expect(keyData(read(xml).invoice)).toEqual({
      number: 'TW-2026-0117',
      typeCode: '380',
      kind: 'invoice',
      issueDate: '2026-03-02',
      dueDate: '2026-04-01',
      currency: 'EUR',
      totals: { net: '950.00', vat: '180.50', gross: '1130.50', payable: '1130.50' },
      seller: {
        name: 'Holzbau Tannwald GmbH',
        vatId: 'DE123456789',
        taxNumber: '12/345/67890',
        identifiers: [{ value: '4012345000009', scheme: '0088' }],
        email: 'laercher@tannwald.example',
      },
      payee: {
        name: 'Holzbau Tannwald GmbH',
        iban: 'DE02120300000000202051',
        bic: 'BYLADEM1001',
        purpose: 'TW-2026-0117',
        means: 'transfer',
      },
      buyer: { name: 'Stadt Erlenfurt', reference: '04011000-1234512345-06', vatId: undefined },
      orderReference: 'B-2026-88',
      contractReference: 'V-77',
      projectReference: undefined,
      precedingInvoices: [{ number: 'TW-2025-0998', issueDate: '2025-12-18' }],
      skontoText: '#SKONTO#TAGE=14#PROZENT=2.00#\n',
    });
  });
});

describe('places', () => {
  it('are those of the elements, with the raw text where the model holds another', () => {
    const { places } = read(cii);
    const line = cii.slice(0, cii.indexOf('20260302')).split('\n').length;
    expect(places.get('issueDate')).toEqual({ line, column: 24, raw: '20260302' });
    expect(places.get('totals.gross')).not.toHaveProperty('raw');
    expect(places.get('lines[0]')).toMatchObject({ column: 5 });
  });
});

describe('what is lexically wrong', () => {
  it.each([
    ['a day that is none', '2026-02-30', '2026-02-30'],
    ['a German date', '02.03.2026', '02.03.2026'],
    ['a date with a zone, which is right', '2026-03-02+01:00', '2026-03-02'],
    ['an empty date', '', ''],
  ])('%s stays as it was written', (_name, written, kept) => {
    const { invoice, findings } = changed('<cbc:IssueDate>2026-03-02<', `<cbc:IssueDate>${written}<`);
    expect(invoice.issueDate).toBe(kept);
    expect(findings.map(({ rule }) => rule)).toEqual(kept === '2026-03-02' || kept === '' ? [] : ['READ-LEXICAL']);
  });

  it('in CII a date of another format is kept raw', () => {
    const { invoice } = read(cii.replace('format="102">20260302', 'format="203">202603021200'));
    expect(invoice.issueDate).toBe('202603021200');
  });

  it('an amount with a comma stays, and is no key data', () => {
    const { invoice, findings } = changed('>1130.50</cbc:TaxInclusive', '>1.130,50</cbc:TaxInclusive');
    expect(invoice.totals?.gross).toBe('1.130,50');
    expect(keyData(invoice).totals.gross).toBeUndefined();
    expect(findings).toMatchObject([{ rule: 'READ-LEXICAL', terms: ['BT-112'], values: { value: '1.130,50' } }]);
  });
});

describe('what does not fit the model', () => {
  it('of a second buyer reference the first counts, and a remark names it', () => {
    const { invoice, findings } = changed(
      '</cbc:BuyerReference>',
      '</cbc:BuyerReference><cbc:BuyerReference>2</cbc:BuyerReference>',
    );
    expect(invoice.buyerReference).toBe('04011000-1234512345-06');
    expect(findings).toMatchObject([{ rule: 'READ-SURPLUS', severity: 'information', terms: ['BT-10'] }]);
  });

  it('an allowance that is neither allowance nor charge is in neither list', () => {
    const { invoice, findings } = changed('<cbc:ChargeIndicator>false<', '<cbc:ChargeIndicator>nein<');
    expect(invoice.allowances).toBeUndefined();
    expect(invoice.charges).toHaveLength(1);
    expect(findings).toMatchObject([{ rule: 'READ-UNDECIDED', values: { element: 'AllowanceCharge' } }]);
  });

  it('an amount in another currency is named beside the amounts', () => {
    const { invoice } = changed('<cbc:PriceAmount currencyID="EUR"', '<cbc:PriceAmount currencyID="USD"');
    expect(invoice.otherCurrencies).toEqual({ 'lines[0].price.net': 'USD' });
    expect(read(ubl).invoice).not.toHaveProperty('otherCurrencies');
  });

  it('a present but empty element is an empty string, a missing one is no key', () => {
    const { invoice } = changed('<cbc:CityName>Erlenfurt</cbc:CityName>', '<cbc:CityName/>');
    expect(invoice.buyer?.address?.city).toBe('');
    expect(invoice.buyer).not.toHaveProperty('vatId');
  });
});

describe('sub lines of the XRechnung Extension', () => {
  it('nest to any depth with the terms of a line', () => {
    const sub = (id: string, inner: string) =>
      `<cac:SubInvoiceLine><cbc:ID>${id}</cbc:ID>${inner}</cac:SubInvoiceLine>`;
    const { invoice } = changed(
      '</cac:InvoiceLine>',
      `${sub('1.1', sub('1.1.1', ''))}${sub('1.2', '')}</cac:InvoiceLine>`,
    );
    expect(invoice.lines?.[0]?.subLines).toEqual([{ id: '1.1', subLines: [{ id: '1.1.1' }] }, { id: '1.2' }]);
  });
});

describe('attachments', () => {
  it('that are long are known by their place in the bytes', () => {
    const content = Buffer.alloc(300, 'Fläche;m²\n').toString('base64');
    const { invoice } = changed('RmzDpGNoZTttMgo0Miw7bTIK', content);
    const [attachment] = attachmentsOf(invoice);
    expect(attachment).toMatchObject({ name: 'aufmass.csv', mediaType: 'text/csv' });
    const bytes = Buffer.from(ubl.replace('RmzDpGNoZTttMgo0Miw7bTIK', content));
    expect(bytes.toString('latin1', attachment?.base64At?.start, attachment?.base64At?.end)).toBe(content);
  });

  it('that are short stand in the model', () => {
    const { invoice } = read(ubl);
    expect(invoice.supportingDocuments?.[0]?.attachment?.base64).toBe('RmzDpGNoZTttMgo0Miw7bTIK');
    expect(attachmentsOf(invoice)).toEqual([{ name: 'aufmass.csv', mediaType: 'text/csv', base64At: null }]);
  });
});
