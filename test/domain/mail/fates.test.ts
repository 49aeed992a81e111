import fc from 'fast-check';
import { fatesOf } from '../../../src/domain/mail/fates.js';
import { likelihoodOf, nameRole } from '../../../src/domain/mail/invoice-words.js';
import { noPlace, type InvoiceTraits, type Piece } from '../../../src/domain/mail/piece.js';

const traits = (changed: Partial<InvoiceTraits> = {}): InvoiceTraits => ({
  form: 'ubl',
  dataSha256: 'd',
  duplicateKey: 'key',
  typeCode: '380',
  iban: 'DE1',
  number: 'RE-4711',
  issueDate: '2026-11-20',
  ...changed,
});

let count = 0;
const piece = (fileName: string, changed: Partial<Piece> = {}): Piece => {
  count += 1;
  return {
    parent: null,
    fileName,
    named: true,
    mediaType: 'application/octet-stream',
    sizeBytes: 100_000,
    sha256: String(count),
    kind: 'pdf',
    place: noPlace,
    refusal: null,
    invoice: null,
    ...changed,
  };
};
const invoice = (fileName: string, changed: Partial<InvoiceTraits> = {}): Piece =>
  piece(fileName, {
    kind: changed.form === 'pdf' ? 'pdf' : 'xml',
    invoice: traits({ dataSha256: fileName, ...changed }),
  });

describe('What a name says', () => {
  it.each([
    ['Rechnung_4711.pdf', 'invoice'],
    ['RE-4711.pdf', 'invoice'],
    ['Schlussrechnung.pdf', 'invoice'],
    ['StromRechnung2026.pdf', 'invoice'],
    ['invoice-12.pdf', 'invoice'],
    ['Anlage zur Rechnung.pdf', 'beside'],
    ['Rechnung mit Anlage.pdf', 'invoice'],
    ['Auftragsbestätigung.pdf', 'beside'],
    ['Leistungsnachweis Oktober.pdf', 'beside'],
    ['AGB_2026.pdf', 'beside'],
    ['Scan_0001.pdf', null],
    ['4711.pdf', null],
    ['', null],
  ] as const)('%j: %j', (name, role) => {
    expect(nameRole(name)).toBe(role);
  });

  it('is not asked long, whatever it is', () => {
    expect(nameRole('a b'.repeat(50_000))).toBeNull();
  });

  it('counts for files of every kind, and without one only documents may be invoices', () => {
    const kinds = ['pdf', 'image', 'office', 'unknown', 'text'] as const;
    expect(kinds.map((kind) => likelihoodOf(piece('Rechnung.x', { kind })))).toEqual(kinds.map(() => 'likely'));
    expect(kinds.map((kind) => likelihoodOf(piece('4711.x', { kind })))).toEqual([
      'possible',
      'possible',
      'no',
      'no',
      'no',
    ]);
  });
});

describe('Twins', () => {
  it.each<[string, Partial<InvoiceTraits>, string]>([
    ['another form of one key', { form: 'pdf' }, 'twin'],
    ['the same data, whatever they say', { form: 'pdf', dataSha256: 'a.xml', duplicateKey: null }, 'twin'],
    ['another account: a person looks', { form: 'pdf', iban: 'DE2' }, 'invoice'],
    ['another type', { form: 'pdf', typeCode: '381' }, 'invoice'],
    ['another key', { form: 'pdf', duplicateKey: 'other' }, 'invoice'],
    ['no key', { form: 'pdf', duplicateKey: null }, 'invoice'],
    ['the same form with other bytes', { form: 'ubl' }, 'invoice'],
  ])('%s', (_, changed, fate) => {
    const fates = fatesOf([invoice('a.xml'), invoice('b.x', changed)]);
    expect(fates.map((one) => one.fate)).toEqual(['invoice', fate]);
  });
});

it.each([
  ['Rechnung_4711.pdf', 'twin'],
  ['Rechnung.pdf', 'twin'],
  ['Rechnung (2).pdf', 'twin'],
  ['Rechnung vom 20.11.2026.pdf', 'twin'],
  ['Rechnung November 2026.pdf', 'twin'],
  ['Rechnung_0004711.pdf', 'twin'],
  ['Rechnung_4712.pdf', 'otherInvoice'],
  ['Rechnung_47112.pdf', 'otherInvoice'],
  ['Rechnung_4712 vom 20.11.2026.pdf', 'otherInvoice'],
  ['Rechnung_RE-4711_Kopie.pdf', 'twin'],
  ['Rechnung_4712.docx', 'otherInvoice'],
  ['Lieferschein_4712.pdf', 'supporting'],
] as const)('%j beside RE-4711 of 2026-11-20: %s', (fileName, fate) => {
  const kind = fileName.endsWith('docx') ? 'office' : 'pdf';
  const [, beside] = fatesOf([invoice('xrechnung.xml'), piece(fileName, { kind })]);
  expect(beside?.fate).toBe(fate);
});

it('finds the invoice of a supporting document by name, number, folder, or because there is one only', () => {
  const zips = [1, 2].map((at) => piece(`${at}.zip`, { kind: 'zip' }));
  const inFolder = (at: number, one: Piece): Piece => ({ ...one, parent: at });
  const fates = fatesOf([
    ...zips,
    inFolder(0, invoice('eins.xml', { duplicateKey: '1', number: 'A-1001' })),
    inFolder(0, piece('Stunden.pdf')),
    inFolder(1, invoice('zwei.xml', { duplicateKey: '2', number: 'A-1002' })),
    inFolder(1, piece('Anlage A1001.pdf')),
    inFolder(1, piece('zwei-stunden.pdf')),
    piece('Vertrag.pdf'),
  ]);
  expect(fates.slice(3)).toEqual([
    { fate: 'supporting', of: 2 },
    { fate: 'invoice' },
    { fate: 'supporting', of: 2 },
    { fate: 'supporting', of: 4 },
    { fate: 'supporting', of: null },
  ]);
});

it('lets paper in a mail around or within one with data be an invoice only if it is called one', () => {
  const inner = (fileName: string, parent: number) => piece(fileName, { parent });
  const fates = fatesOf([
    piece('mail.eml', { kind: 'mail' }),
    inner('Anschreiben 3.pdf', 0),
    inner('Rechnung Papier.pdf', 0),
    { ...piece('innen.eml', { kind: 'mail' }), parent: 0 },
    { ...invoice('a.xml'), parent: 3 },
  ]);
  expect(fates.map((one) => one.fate)).toEqual(['opened', 'supporting', 'otherInvoice', 'opened', 'invoice']);
});

it('gives every piece of any delivery exactly one fate, and points to invoices only', () => {
  const kinds = ['pdf', 'xml', 'image', 'text', 'mail', 'zip', 'office', 'unknown', 'empty'] as const;
  const anyPiece = fc.record({
    fileName: fc.constantFrom('Rechnung.pdf', 'a.xml', 'AGB.pdf', 'RE-4711.pdf', 'b.bin'),
    kind: fc.constantFrom(...kinds),
    sha256: fc.constantFrom('1', '2', '3', '4', '5', '6'),
    holder: fc.nat(20),
    invoice: fc.option(
      fc.record({ form: fc.constantFrom('ubl', 'cii', 'pdf'), duplicateKey: fc.constantFrom('k', null) }),
    ),
  });
  fc.assert(
    fc.property(fc.array(anyPiece, { maxLength: 12 }), (made) => {
      const pieces = made.map(({ holder, invoice: read, ...rest }, at) =>
        piece(rest.fileName, {
          ...rest,
          parent: at === 0 || holder >= at ? null : holder,
          invoice: read && traits({ ...read, dataSha256: rest.sha256 }),
        }),
      );
      const fates = fatesOf(pieces);
      expect(fates).toHaveLength(pieces.length);
      for (const fate of fates)
        if ('of' in fate && fate.of !== null) expect(fates[fate.of]?.fate).toMatch(/^(?:invoice|otherInvoice)$/);
    }),
  );
});
