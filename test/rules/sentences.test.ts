import { describeDocument } from '../../src/commands/validate-text.js';
import { formatRules } from '../../src/domain/reading/format.rules.js';
import { readingRules } from '../../src/domain/reading/reading.rules.js';
import type { Finding } from '../../src/domain/validation/finding.js';
import { readableFinding } from '../../src/domain/validation/readable-report.js';
import { bookNames, rulesInBook, type CataloguedRule } from '../../src/domain/validation/rule-catalogue.js';
import { adviceOf, sentenceOf, wordsOfRule } from '../../src/domain/validation/sentences.js';
import { ruleWords } from '../../src/domain/validation/sentences.table.js';
import { termInWords } from '../../src/domain/validation/term-words.js';
import { dateIn, numberIn } from '../../src/domain/validation/value-forms.js';
import { edit, examineText, put, samples, swap } from './sample-documents.js';

const languages = ['de', 'en'] as const;

const said = (xml: string, rule: string, language: 'de' | 'en'): string | undefined => {
  const finding = examineText(xml).findings.find((candidate) => candidate.rule === rule);
  return finding && sentenceOf(finding, language);
};

/** Rules that count elements take their words from templates; all others are semantic. */
const isStructural = ({ id }: CataloguedRule): boolean => /^(?:UBL|CII)-|^FX-SCH-/.test(id);
const everyRule = bookNames.flatMap(rulesInBook);
const semantic = everyRule.filter((rule) => !isStructural(rule));

/** A finding of the rule in which every value that its sentence could quote is the same. */
const findingOf = ({ book, id }: CataloguedRule, value: string): Finding => {
  const { sentence } = wordsOfRule(book, id);
  const names = [...sentence.de.matchAll(/\{([\w-]+)/g)].map(([, name = '']) => name);
  // Names of elements are no values: they stand there as they are written in the file.
  const values = Object.fromEntries(names.map((name) => [name, name === 'element' ? 'ID' : value]));
  return { book, rule: id, severity: 'fatal', errorClass: 'businessRule', at: null, terms: [], values };
};

describe('The sentences', () => {
  it('quote what was found, in both languages', () => {
    const xml = edit(samples.ubl, [put('cbc:DocumentCurrencyCode', 'EU'), put('cbc:PayableAmount', '1200.001')]);
    expect(said(xml, 'BR-CL-04', 'de')).toBe('Die Währung der Rechnung „EU“ gibt es nicht.');
    expect(said(xml, 'BR-DEC-18', 'en')).toBe('The amount due for payment has more than two decimals (1,200.001).');
    expect(said(xml, 'BR-DEC-18', 'de')).toBe('Der Zahlbetrag hat mehr als zwei Stellen nach dem Komma (1.200,001).');
  });

  it('show amounts and dates as the reader writes them, and quote what is neither', () => {
    expect(languages.map((language) => numberIn('-1234567.50', language))).toEqual(['−1.234.567,50', '−1,234,567.50']);
    expect(numberIn('12', 'de')).toBe('12');
    expect(numberIn('1,5', 'de')).toBe('„1,5“');
    expect(languages.map((language) => dateIn('2026-01-05', language))).toEqual(['05.01.2026', '5 January 2026']);
    expect(languages.map((language) => dateIn('20261231', language))).toEqual(['31.12.2026', '31 December 2026']);
    expect(dateIn('2026-13-01', 'en')).toBe('“2026-13-01”');
  });

  it('turn no direction of writing round and hide nothing, whatever the document holds', () => {
    const xml = edit(samples.ubl, [put('cbc:DocumentCurrencyCode', 'E\u202eRU\u200b\u2066')]);
    expect(said(xml, 'BR-CL-04', 'de')).toBe('Die Währung der Rechnung „ERU“ gibt es nicht.');
    const judged = { ...examineText(xml), embedded: null, invoice: null, attachments: [] };
    const line = describeDocument('a\u202ebc\u001b[2J.xml', judged, 'en');
    expect(line).toMatch(/^abc \[2J\.xml: /);
    expect(line).not.toMatch(/\p{Cf}/u);
  });

  it('say in a report what, where, why and how, and the rule last', () => {
    const finding = examineText(edit(samples.ubl, [put('cbc:BuyerReference', ' ')])).findings.find(
      ({ rule }) => rule === 'BR-DE-15',
    );
    expect(finding && readableFinding(finding, 'de')).toMatchObject({
      what: 'Die Leitweg-ID der Behörde fehlt.',
      where: expect.stringMatching(/^Zeile \d+; Leitweg-ID \(BT-10\)$/),
      why: expect.stringMatching(/XRechnung .*\(Geschäftsregelfehler\)$/),
      mend: expect.stringContaining('Tragen Sie die Leitweg-ID der Behörde ein'),
      rule: 'BR-DE-15',
    });
  });

  it('say which element is missing or empty', () => {
    const empty = edit(samples.ubl, [put('cbc:BuyerReference', ' ')]);
    expect(said(empty, 'PEPPOL-EN16931-R008', 'de')).toBe('Das Element BuyerReference ist leer.');
    const finding = { book: 'en16931', severity: 'fatal', errorClass: 'businessRule', at: null, terms: [] } as const;
    const values = { element: 'TypeCode', in: 'ApplicableTradeTax', found: '0' };
    expect(sentenceOf({ ...finding, rule: 'CII-SR-500', values }, 'en')).toBe(
      'ApplicableTradeTax lacks the element TypeCode.',
    );
    const none = { ...finding, rule: 'BR-CO-16', values: { 'BT-115': '1.00', 'BT-112': '2.00', 'BT-113': '0.5' } };
    expect(sentenceOf(none, 'en')).toBe(
      'The amount due (1.00) is not the total with VAT (2.00) minus what is paid already (0.5) plus rounding.',
    );
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
    expect(adviceOf(broken, 'en')).toContain('Create it anew');
    expect(sentenceOf({ ...finding, rule: 'constructor', values: {} }, 'en')).toContain('Rule constructor');
  });

  it('stand in no second book, and in German without English details', () => {
    const own = Object.entries({ ...formatRules, ...readingRules });
    expect(own.length).toBeGreaterThan(15);
    expect(ruleWords.filter(([rule]) => own.some(([other]) => rule === other))).toEqual([]);
    for (const [, { de }] of own) expect(de).not.toContain('{detail}');
  });

  it('are what the command line says', () => {
    const judged = examineText(edit(samples.ubl, [put('cbc:DocumentCurrencyCode', 'EU')]));
    expect(describeDocument('a.xml', { ...judged, embedded: null, invoice: null, attachments: [] }, 'de')).toContain(
      ' Die Währung der Rechnung „EU“ gibt es nicht.\n',
    );
  });
});

describe('The words of rules', () => {
  it('are their own for every semantic rule of every book', () => {
    expect(semantic.length).toBeGreaterThan(900);
    expect(semantic.filter(({ ownWords }) => !ownWords).map(({ book, id }) => `${book} ${id}`)).toEqual([]);
  });

  it('are those of a family at least for every structural rule', () => {
    const none = wordsOfRule('format', 'no such rule').sentence;
    const without = everyRule.filter(({ book, id }) => wordsOfRule(book, id).sentence === none);
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it('call who buys by one word, that of the standard', () => {
    const texts = everyRule.flatMap(({ sentence, advice, terms }) => [sentence, advice, ...terms].map(({ de }) => de));
    expect(texts.filter((text) => /(?<!Ver)(?<!ver)Käufer/.test(text))).toEqual([]);
    expect(texts.filter((text) => text.includes('Erwerber')).length).toBeGreaterThan(30);
  });

  it('name a term that CII states twice as the standard does', () => {
    expect(termInWords('BT-149', 'de')).toBe('Preis, Preiseinheit (BT-149)');
  });

  it('speak of the rate where a category has several', () => {
    expect(wordsOfRule('en16931', 'BR-S-08').sentence.de).toMatch(/mit demselben Steuersatz\.$/);
    expect(wordsOfRule('en16931', 'BR-AE-08').sentence.en).not.toContain('rate');
  });

  it('stand there once for each rule', () => {
    const ids = ruleWords.map(([rule]) => rule);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('hold the same values in both languages, and no letter of a term without its word', () => {
    const names = (text: string): string => (text.match(/\{[^}]+\}/g) ?? []).toSorted().join();
    const isBare = (text: string): boolean => /\bB[TG]-/.test(text.replace(/\{[^}]+\}/g, ''));
    expect(ruleWords.filter(([, de, en]) => names(de) !== names(en) || de === en)).toEqual([]);
    expect(ruleWords.filter(([, de, en]) => isBare(de) || isBare(en))).toEqual([]);
  });

  it('end as sentences and advise in sentences', () => {
    const said = everyRule.flatMap(({ id, sentence, advice }) =>
      languages.flatMap((language) => [`${id} ${sentence[language]}`, `${id} ${advice[language]}`]),
    );
    expect(said.filter((text) => !/^[^{}]{25,}[.!]$/.test(text))).toEqual([]);
  });

  it('show no English decimal to a German reader unless they quote a text', () => {
    const unquoted = semantic.map((rule) => {
      const sentence = sentenceOf(findingOf(rule, '1234.50'), 'de');
      return `${rule.id} ${sentence.replace(/„[^“]*“/g, '')}`;
    });
    expect(unquoted.filter((text) => /\d\.\d\d(?!\d)/.test(text))).toEqual([]);
    expect(unquoted.filter((text) => text.includes('1.234,50')).length).toBeGreaterThan(50);
  });

  it('name every term of every rule in words, its number in brackets at the end', () => {
    const terms = everyRule.flatMap(({ terms: own }) => own.flatMap(({ de, en }) => [de, en]));
    expect(terms.length).toBeGreaterThan(1000);
    expect(terms.filter((term) => !/^\p{L}{3}.* \(B[TG]-[\w-]+\)$/u.test(term))).toEqual([]);
  });
});
