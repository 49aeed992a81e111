import { describeDocument } from '../../src/commands/validate-text.js';
import { formatRules } from '../../src/domain/reading/format.rules.js';
import { readingRules } from '../../src/domain/reading/reading.rules.js';
import { peppolIds } from '../../src/domain/rules/peppol/peppol.book.js';
import { sentenceOf } from '../../src/domain/validation/sentences.js';
import { sentences } from '../../src/domain/validation/sentences.table.js';
import { edit, examineText, put, samples, swap } from './sample-documents.js';

const said = (xml: string, rule: string, language: 'de' | 'en'): string | undefined => {
  const finding = examineText(xml).findings.find((candidate) => candidate.rule === rule);
  return finding && sentenceOf(finding, language);
};

describe('The sentences', () => {
  it('quote what was found, in both languages', () => {
    const xml = edit(samples.ubl, [put('cbc:DocumentCurrencyCode', 'EU'), put('cbc:PayableAmount', '200.001')]);
    expect(said(xml, 'BR-CL-04', 'de')).toBe('Der Code „EU“ (BT-5) steht nicht in der vorgeschriebenen Codeliste.');
    expect(said(xml, 'BR-DEC-18', 'en')).toBe('The amount BT-115 may have two decimals at most (found: 200.001).');
  });

  it('fall back to the rule’s id and terms', () => {
    const xml = edit(samples.ubl, [put('cbc:BuyerReference', ' ')]);
    expect(said(xml, 'BR-DE-15', 'en')).toBe('Rule BR-DE-15 is broken; concerned: BT-10.');
    expect(said(xml, 'PEPPOL-EN16931-R008', 'de')).toContain('Ein Element ist leer');
  });

  it('name what a structure expects', () => {
    const xml = edit(samples.cii, [swap('<ram:TypeCode>380<', '<ram:Farbe>rot</ram:Farbe><ram:TypeCode>380<')]);
    expect(said(xml, 'STRUCTURE-UNEXPECTED', 'en')).toContain(
      'The element Farbe is not allowed at this place in ExchangedDocument',
    );
  });

  it('are those of the gate and of reading for what these have found', () => {
    const finding = { book: 'format', severity: 'fatal', errorClass: 'format', at: null, terms: [] } as const;
    const read = { ...finding, rule: 'READ-LEXICAL', values: { value: 'morgen' } };
    expect(sentenceOf(read, 'de')).toBe('Der Wert „morgen“ ist kein Datum und keine Zahl, wie es hier nötig ist.');
    const broken = { ...finding, rule: 'FORMAT-NOT-WELL-FORMED', values: { detail: 'unclosed tag: a' } };
    expect(sentenceOf(broken, 'de')).toBe('Die Datei ist kein wohlgeformtes XML.');
    expect(sentenceOf(broken, 'en')).toBe('The file is not well-formed XML: unclosed tag: a');
    expect(sentenceOf({ ...finding, rule: 'constructor', values: {} }, 'en')).toContain('Rule constructor');
  });

  it('stand in no second book, and in German without English details', () => {
    const own = Object.entries({ ...formatRules, ...readingRules });
    expect(own.length).toBeGreaterThan(15);
    expect(sentences.filter(({ rules }) => own.some(([rule]) => rule === rules))).toEqual([]);
    for (const [, { de }] of own) expect(de).not.toContain('{detail}');
  });

  it('are what the command line says', () => {
    const judged = examineText(edit(samples.ubl, [put('cbc:DocumentCurrencyCode', 'EU')]));
    expect(describeDocument('a.xml', { ...judged, embedded: null, invoice: null, attachments: [] }, 'de')).toContain(
      ' BT-5 Der Code „EU“ (BT-5) steht nicht in der vorgeschriebenen Codeliste.\n',
    );
  });

  it('exist for every rule of Peppol', () => {
    const known = new Set(sentences.map(({ rules }) => rules));
    expect([...peppolIds.ubl, ...peppolIds.cii].filter((rule) => !known.has(rule))).toEqual([]);
  });

  it('exist in both languages with the same values', () => {
    const names = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();
    expect(sentences.length).toBeGreaterThan(15);
    for (const { de, en } of sentences) expect(names(de)).toEqual(names(en));
  });
});
