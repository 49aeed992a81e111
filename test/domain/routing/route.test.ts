import { explainClearing } from '../../../src/domain/routing/clearing-reasons.js';
import { route, type RoutingBook } from '../../../src/domain/routing/route.js';
import type { RoutingRule } from '../../../src/domain/routing/routing-rule.js';

const rule = (id: string, position: number, seller: string, departmentId = `amt-${id}`): RoutingRule => ({
  id,
  position,
  name: `Regel ${id}`,
  when: { field: 'sellerName', operator: 'startsWith', value: seller },
  departmentId,
});

const OF_BAUAMT = '05315-31001-86';
const OF_ALL = '991-33333TEST-33';

const book: RoutingBook = {
  leitwegIds: [
    { leitwegId: OF_BAUAMT, departmentId: 'bauamt' },
    { leitwegId: OF_ALL.toLowerCase(), departmentId: null },
  ],
  rules: [rule('b', 20, 'Stadt'), rule('c', 10, 'Stadtwerke'), rule('a', 20, 'Stadt')],
};

describe('where an invoice goes', () => {
  it('follows the Leitweg-ID of a department, whatever the rules say', () => {
    expect(route({ buyerReference: ` ${OF_BAUAMT} `, sellerName: 'Stadtwerke' }, book)).toEqual({
      kind: 'routed',
      departmentId: 'bauamt',
      by: {
        leitwegId: OF_BAUAMT,
        compared: [{ field: 'buyerReference', operator: 'is', expected: OF_BAUAMT, found: OF_BAUAMT, negated: false }],
      },
    });
  });

  it.each([
    ['serves the whole authority', OF_ALL],
    ['is missing', undefined],
    ['is mistyped', '05315-31001-87'],
    ['is another kind of reference', 'Frau Meier'],
  ])('follows the rules where the Leitweg-ID %s', (_, buyerReference) => {
    expect(route({ buyerReference, sellerName: 'Stadtwerke Musterstadt' }, book)).toEqual({
      kind: 'routed',
      departmentId: 'amt-c',
      by: {
        ruleId: 'c',
        compared: [
          {
            field: 'sellerName',
            operator: 'startsWith',
            expected: 'Stadtwerke',
            found: 'Stadtwerke Musterstadt',
            negated: false,
          },
        ],
      },
    });
  });

  it('tries rules by position, equal ones by id', () => {
    const routing = route({ sellerName: 'Stadtreinigung' }, book);
    expect(routing.kind === 'routed' && routing.by.ruleId).toBe('a');
    const reversed = route({ sellerName: 'Stadtreinigung' }, { ...book, rules: book.rules.toReversed() });
    expect(reversed).toEqual(routing);
  });

  it.each([
    ['no Leitweg-ID', undefined, {}, 'leitwegIdMissing', {}],
    ['another reference', 'Frau Meier', {}, 'leitwegIdInvalid', { found: 'Frau Meier' }],
    [
      'a mistyped one',
      '05315-31001-87',
      {},
      'leitwegIdInvalid',
      { found: '05315-31001-87', expectedCheckDigits: '86' },
    ],
    ['one that serves all', OF_ALL, {}, 'noRuleMatched', { found: OF_ALL }],
    ['one that nobody knows', '992-90009-96', {}, 'leitwegIdUnknown', { found: '992-90009-96' }],
    [
      'one of another tenant',
      '992-90009-96',
      { leitwegIdServesOtherTenant: true },
      'otherTenant',
      { found: '992-90009-96' },
    ],
  ] as const)('goes to clearing with the reason where there is %s', (_, buyerReference, extra, reason, values) => {
    const routing = route({ buyerReference, sellerName: 'Unbekannt' }, { ...book, ...extra });
    expect(routing).toEqual({ kind: 'clearing', reason, values });
    for (const language of ['de', 'en'] as const) {
      expect(explainClearing(reason, values, language)).toMatch(/^[^{}]{40,}[.]$/);
    }
  });

  it('lets no rule pull in what is correctly addressed to somebody else', () => {
    expect(route({ buyerReference: '992-90009-96', sellerName: 'Stadtwerke' }, book).kind).toBe('clearing');
  });

  it('says which check digits would be right, and quotes no endless reference', () => {
    expect(explainClearing('leitwegIdInvalid', { found: 'X', expectedCheckDigits: '86' }, 'de')).toContain(
      '„X“ ist falsch geschrieben (richtig wären die Prüfziffern 86), und',
    );
    expect(explainClearing('leitwegIdInvalid', {}, 'en')).toContain('“” is mistyped and');
    const routing = route({ buyerReference: 'x'.repeat(1_000_000) }, book);
    expect(routing.kind === 'clearing' && routing.values['found']?.length).toBe(100);
  });
});
