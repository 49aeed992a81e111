import fc from 'fast-check';
import type { XmlElement } from '../../src/domain/reading/xml-tree.js';
import { completenessOf, isComplete, rulesOf, versionOf } from '../../src/domain/rules/books.js';
import { indexDocument } from '../../src/domain/rules/document-index.js';
import { isAtLeast } from '../../src/domain/rules/engine/dates.js';
import { decimalOf, roundUp, sumOf, toCents } from '../../src/domain/rules/engine/numbers.js';
import { pathOf } from '../../src/domain/rules/engine/path.js';
import { runRules } from '../../src/domain/rules/engine/rule-book.js';
import { officialRules } from '../../src/domain/rules/official-rules.table.js';
import { isIban } from '../../src/domain/rules/xrechnung/iban.js';
import { isSkontoText } from '../../src/domain/rules/xrechnung/skonto-lines.js';
import type { AcceptedFamily } from '../../src/domain/validation/examination-options.js';
import { examineDocument } from '../../src/domain/validation/examine-document.js';
import { edit, everyRule, examineText, operation, put, samples, swap } from './sample-documents.js';

const xrechnung = 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0';
const withId = (id: string, syntax: 'ubl' | 'cii' = 'ubl'): string => edit(samples[syntax], [swap(xrechnung, id)]);
const judge = (xml: string, ...accept: AcceptedFamily[]) =>
  examineText(xml, { accept: new Set(accept), exhaustive: false });

describe('The verdict', () => {
  it('accepts only with proof that every step ran', () => {
    const judged = examineText(samples.ubl, operation);
    expect(judged).toMatchObject({
      verdict: 'accepted',
      acceptance: 'accept',
      scenario: 'EN16931 XRechnung (UBL Invoice)',
      syntax: 'ubl-invoice',
    });
    expect(judged.steps.map(({ outcome }) => outcome)).toEqual(Array(6).fill('passed'));
    expect(judged.versions).toMatchObject({ en16931: 'CEN 1.3.16', xrechnung: 'XRechnung 2.6.0' });
  });

  it('accepts with remarks where a book only warns', () => {
    expect(judge(edit(samples.ubl, [put('cbc:Telephone', '12')])).verdict).toBe('acceptedWithRemarks');
  });

  it('follows the levels of the scenario', () => {
    const judged = judge(edit(samples.ubl, [swap('schemeID="0160"', 'schemeID="GTIN"')]));
    expect(judged.findings).toMatchObject([{ rule: 'BR-CL-21', severity: 'warning' }]);
    expect(judged).toMatchObject({ verdict: 'acceptedWithRemarks', acceptance: 'accept' });
  });

  it('rejects for a fatal finding', () => {
    expect(judge(edit(samples.cii, [put('ram:BuyerReference', ' ')]))).toMatchObject({
      verdict: 'rejected',
      acceptance: 'reject',
    });
  });

  it('rejects what is no XML', () => {
    expect(judge('<Invoice>')).toMatchObject({ verdict: 'rejected', wellFormed: false, acceptance: 'reject' });
  });

  it.each([
    ['EN 16931 core', 'urn:cen.eu:en16931:2017', 'en16931', 'accepted'],
    [
      'Peppol, by whose own book it is judged',
      'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
      'peppol',
      'rejected',
    ],
    ['Factur-X EXTENDED', 'urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended', 'factur-x', 'accepted'],
  ] as const)('takes %s only where the tenant says so', (_what, id, family, verdict) => {
    expect(judge(withId(id, 'cii')).verdict).toBe('rejected');
    expect(judge(withId(id, 'cii'), family).verdict).toBe(verdict);
  });

  it('knows no scenario for UBL that calls itself Factur-X, which has no rules for it', () => {
    const ubl = withId('urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended');
    expect(judge(ubl, 'factur-x')).toMatchObject({ verdict: 'rejected', reason: 'noScenario' });
  });

  it('follows a scenario of KoSIT to its end though this operation does not take the document', () => {
    expect(judge(withId('urn:cen.eu:en16931:2017'))).toMatchObject({
      acceptance: 'accept',
      verdict: 'rejected',
      reason: 'noScenario',
    });
  });

  it.each(['urn:factur-x.eu:1p0:minimum', 'urn:factur-x.eu:1p0:basicwl'])(
    'never takes the booking aid %s for an e-invoice',
    (id) => {
      expect(judge(withId(id, 'cii'), 'factur-x', 'en16931', 'peppol')).toMatchObject({
        verdict: 'notAnEInvoice',
        acceptance: 'no-scenario',
        reason: 'noFullInvoice',
      });
    },
  );

  it.each([`${xrechnung} `, `\n${xrechnung}`, xrechnung.toUpperCase()])(
    'knows no scenario for an identifier that is not exact',
    (id) => {
      expect(judge(withId(id))).toMatchObject({ acceptance: 'no-scenario', verdict: 'rejected' });
    },
  );

  it('takes an identifier split by a comment in a UBL invoice only', () => {
    const split = xrechnung.replace('2017', '20<!-- -->17');
    expect([judge(withId(split)).acceptance, judge(withId(split, 'cii')).acceptance]).toEqual([
      'accept',
      'no-scenario',
    ]);
  });

  it.each([
    ['<x/>', 'unknownDocument', null],
    ['<CrossIndustryDocument xmlns="urn:ferd:CrossIndustryDocument:invoice:1p0"/>', 'zugferd-1', 'zugferd-1'],
  ])('calls %s no e-invoice', (xml, reason, syntax) => {
    expect(judge(xml)).toMatchObject({ verdict: 'notAnEInvoice', reason, syntax, structureValid: null });
  });
});

describe('A check', () => {
  const names = [
    'Invoice',
    'ID',
    'AllowanceCharge',
    'Amount',
    'TaxTotal',
    'TaxSubtotal',
    'InvoiceLine',
    'CategoryCode',
    'CrossIndustryInvoice',
    'ApplicableTradeTax',
  ];
  const namespaces = [
    '',
    ...['Invoice-2', 'CommonAggregateComponents-2', 'CommonBasicComponents-2'].map(
      (name) => `urn:oasis:names:specification:ubl:schema:xsd:${name}`,
    ),
    'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
    'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
  ];
  const attributes = fc.array(
    fc.record({
      namespace: fc.constantFrom('', 'urn:x'),
      name: fc.constantFrom('schemeID', 'currencyID', '__proto__'),
      value: fc.string(),
    }),
    { maxLength: 2 },
  );
  const treeOf = (depth: number): fc.Arbitrary<XmlElement> =>
    fc.record({
      namespace: fc.constantFrom(...namespaces),
      name: fc.constantFrom(...names),
      attributes,
      children: depth === 0 ? fc.constant([]) : fc.array(treeOf(depth - 1), { maxLength: 4 }),
      text: fc.oneof(fc.string(), fc.constantFrom('-0.00', '1e9', 'NaN', '9'.repeat(300))),
      line: fc.constant(1),
      column: fc.constant(1),
    });
  const tree = treeOf(4);

  it('never throws on any tree', () => {
    const roots = [
      { namespace: namespaces[1] ?? '', name: 'Invoice' },
      { namespace: namespaces[4] ?? '', name: 'CrossIndustryInvoice' },
    ];
    fc.assert(
      fc.property(tree, fc.constantFrom(...roots), (any, root) => {
        const judged = examineDocument({ ok: true, root: { ...any, ...root } }, everyRule);
        expect(judged.steps.map(({ outcome }) => outcome)).not.toContain('couldNotRun');
        expect(judged.verdict).not.toBe('accepted');
      }),
      { numRuns: 300 },
    );
  });

  it('survives a step that breaks down, and then says so', () => {
    const broken: XmlElement = {
      namespace: namespaces[1] ?? '',
      name: 'Invoice',
      attributes: [],
      text: '',
      line: 1,
      column: 1,
      get children(): never {
        throw new Error('a tree that cannot be walked');
      },
    };
    expect(examineDocument({ ok: true, root: broken }, operation)).toMatchObject({
      verdict: 'couldNotBeChecked',
      acceptance: 'no-scenario',
    });
  });

  it('keeps a rule that breaks down from the others, and notes it', () => {
    const document = indexDocument(
      { namespace: '', name: 'x', attributes: [], children: [], text: '', line: 1, column: 1 },
      'ubl',
      {},
    );
    const finding = {
      book: 'en16931',
      rule: 'A',
      severity: 'fatal',
      errorClass: 'businessRule',
      at: null,
      terms: [],
      values: {},
    } as const;
    const run = runRules(
      [
        {
          id: 'B',
          entry: null,
          run: () => {
            throw new Error('broken');
          },
        },
        {
          id: 'A',
          entry: null,
          run: (_, report) => {
            report(finding);
          },
        },
      ],
      document,
    );
    expect(run).toEqual({ findings: [finding], broken: ['B'] });
  });
});

describe('The books', () => {
  it.each([
    ['en16931', 'ubl'],
    ['en16931', 'cii'],
    ['xrechnung', 'ubl'],
    ['xrechnung', 'cii'],
    ['peppol', 'ubl'],
    ['peppol', 'cii'],
    ['factur-x-basic-wl', 'cii'],
    ['factur-x-basic', 'cii'],
    ['factur-x-en16931', 'cii'],
    ['factur-x-minimum', 'cii'],
    ['factur-x-extended', 'cii'],
  ] as const)('%s in %s has every official rule and no other', (book, syntax) => {
    const { missing, invented, official } = completenessOf(book, syntax);
    expect({ missing, invented }).toEqual({ missing: [], invented: [] });
    expect(official).toBeGreaterThan(50);
  });

  it('says of a book that is not built how little there is of it', () => {
    expect(rulesOf('factur-x-minimum', 'ubl')).toBeNull();
    expect(versionOf('factur-x-minimum', 'ubl')).toBe('no official artefact');
    expect(versionOf('peppol', 'ubl')).toBe('Peppol BIS 3.0.21');
    expect(isComplete('factur-x-minimum', 'cii')).toBe(true);
    expect(isComplete('factur-x-extended', 'cii')).toBe(true);
  });

  it.each(['ubl', 'cii'] as const)('findings have the official level in %s', (syntax) => {
    const official = ['en16931', 'xrechnung'].map((book) => officialRules[book]?.[syntax]);
    const levels = new Map(
      official.flatMap((rules) =>
        (['fatal', 'warning', 'information'] as const).flatMap((level) =>
          (rules?.[level] ?? '').split(' ').map((id) => [id, level] as const),
        ),
      ),
    );
    const empty =
      syntax === 'ubl' ? samples.ubl.replace(/>[^<\n]+</g, '>x<') : samples.cii.replace(/>[^<\n]+</g, '>x<');
    const findings = examineText(empty).findings.filter(({ book }) => book === 'en16931' || book === 'xrechnung');
    expect(findings.length).toBeGreaterThan(40);
    expect(findings.filter(({ rule, severity }) => levels.get(rule) !== severity).map(({ rule }) => rule)).toEqual([]);
  });
});

describe('Small parts', () => {
  it('round half up towards plus infinity', () => {
    expect(
      ['-2.5', '2.5', '-2.6', '-0.4'].map((text) => decimalOf(text)).map((value) => value && roundUp(value).toString()),
    ).toEqual(['-2', '3', '-3', '0']);
    expect(
      ['1.005', '-1.005'].map((text) => decimalOf(text)).map((value) => value && toCents(value).toString()),
    ).toEqual(['1.01', '-1']);
  });

  it('sum exactly, or not at all', () => {
    expect(sumOf(['0.1', '0.2', ' .3 '])?.toString()).toBe('0.6');
    expect(sumOf(['1', 'x'])).toBeNull();
    expect([decimalOf('1e3'), decimalOf(''), decimalOf(null), decimalOf('9'.repeat(300))]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(decimalOf('+1.')?.toString()).toBe('1');
  });

  it('compare dates by day and zone', () => {
    expect([
      isAtLeast('2024-03-01', '2024-02-29'),
      isAtLeast('2024-01-01+02:00', '2024-01-01Z'),
      isAtLeast('2024-01-01-02:00', '2024-01-01'),
      isAtLeast('x', '2024-01-01'),
    ]).toEqual([true, false, true, false]);
  });

  it('check an IBAN as the official rules do', () => {
    expect(
      ['DE89 3704 0044 0532 0130 00', 'DE88370400440532013000', 'de89370400440532013000', 'GB82West12345698765432'].map(
        isIban,
      ),
    ).toEqual([true, false, false, false]);
  });

  it.each([
    ['frei', true],
    ['#SKONTO#TAGE=7#PROZENT=2.00#BASISBETRAG=-10.00#\nDanach netto', true],
    ['#SKONTO#TAGE=7#PROZENT=2.00#  \n', true],
    ['#SKONTO#TAGE=7#PROZENT=2.00# netto\n', false],
    ['#VERZUG#TAGE=7#PROZENT=2.00#\n', false],
    ['#SKONTO#TAGE=7#PROZENT=2.00#\nsiehe #x# oben', false],
  ])('read Skonto lines: %j', (text, right) => {
    expect(isSkontoText(text)).toBe(right);
  });

  it.each(['a[', "a[b='x]", 'a//b', '', 'a]'])('refuse the path %j', (text) => {
    expect(() => pathOf(text)).toThrow('not understood');
  });
});
