import { officialRules } from '../../src/domain/rules/official-rules.table.js';
import type { FacturXProfile } from '../../src/domain/rules/factur-x/profile.rules.js';
import { ciiExamples } from './cii.examples.js';
import { cardinalityExamples } from './extended-cardinality.examples.js';
import { extendedExamples, inExtended, keptInExtended } from './extended.examples.js';
import { neverFires } from './never-fires.js';
import { guidelines, profileExamples } from './profile.examples.js';
import { after, attribute, drop, edit, examineText, put, samples, swap, type Edit } from './sample-documents.js';
import { sharedProfileExamples } from './shared-profile.examples.js';
import { vatCategoryExamples } from './vat-category.examples.js';

const core = swap('#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0', '');
const basic = swap('urn:xeinkauf.de:kosit:xrechnung_3.0', 'urn:factur-x.eu:1p0:basic');

const foundBy = (book: string, edits: readonly Edit[]): readonly string[] => [
  ...new Set(
    examineText(edit(samples.cii, edits))
      .findings.filter((finding) => finding.book === book)
      .map(({ rule }) => rule),
  ),
];

type Example = readonly [rules: string, ...edits: Edit[]];

const fx = (numbers: string): readonly string[] =>
  numbers.split(' ').map((number) => (/^\d/.test(number) ? `FX-SCH-A-000${number}` : number));

/** Numbers of the rules of EN 16931's profile (FX-SCH-A-000…) → what to do to the sample so that they are broken. */
const examples: readonly Example[] = [
  ['019', drop('ram:ID', 3)],
  ['020', swap('<ram:TypeCode>380</ram:TypeCode>', '')],
  ['021', attribute('udt:DateTimeString', 'format', null)],
  ['554', attribute('udt:DateTimeString', 'format', '610')],
  ['555', put('ram:TypeCode', '999')],
  ['553', put('ram:SubjectCode', 'XXX')],
  ['160', drop('ram:Content')],
  ['027', drop('ram:SellerTradeParty')],
  ['028', drop('ram:BuyerTradeParty')],
  ['030 BR-07', swap('<ram:Name>Stadt Musterstadt</ram:Name>', '')],
  ['032 BR-08', drop('ram:PostalTradeAddress')],
  ['035', drop('ram:CountryID')],
  ['580', put('ram:CountryID', 'XX')],
  ['568', put('ram:CountryID', 'XX', 2)],
  ['419', drop('ram:PostalTradeAddress', 2)],
  ['440', swap(' schemeID="0088">4012345000009', '>4012345000009')],
  ['579', swap('schemeID="0088">4012345000009', 'schemeID="88">4012345000009')],
  ['446', swap(' schemeID="EM">', '>')],
  ['582', swap('schemeID="EM">', 'schemeID="MAIL">')],
  ['581', swap('schemeID="0204">HRB', 'schemeID="HRB">HRB')],
  ['038', drop('ram:InvoiceCurrencyCode')],
  ['595', put('ram:InvoiceCurrencyCode', 'EURO')],
  ['610', put('ram:TaxCurrencyCode', 'FR')],
  ['042', swap('currencyID="CHF"', 'currencyID="EUR"')],
  ['173 BR-CO-18', drop('ram:ApplicableTradeTax', 2)],
  ['176 BR-46', drop('ram:CalculatedAmount')],
  ['177 BR-45', drop('ram:BasisAmount')],
  ['178 BR-47', drop('ram:CategoryCode', 2)],
  ['587', put('ram:CategoryCode', 'B', 2)],
  ['619', put('ram:CategoryCode', 'B')],
  ['601', put('ram:ReasonCode', '9')],
  ['604', put('ram:ReasonCode', '9', 2)],
  ['189 BR-12', drop('ram:LineTotalAmount', 2)],
  ['043 BR-14', drop('ram:GrandTotalAmount')],
  ['044 BR-15', drop('ram:DuePayableAmount')],
  ['609', swap('<ram:TypeCode>58<', '<ram:TypeCode>999<')],
  ['265 BR-16', drop('ram:IncludedSupplyChainTradeLineItem')],
  ['270 BR-21', drop('ram:LineID')],
  ['276 BR-22', drop('ram:BilledQuantity')],
  ['613', attribute('ram:BilledQuantity', 'unitCode', 'QM')],
  ['536', drop('ram:CategoryCode')],
  ['550 BR-25', swap('<ram:Name>Dachziegel verlegen</ram:Name>', '')],
  ['296', attribute('ram:ClassCode', 'listID', null)],
  ['297', attribute('ram:ClassCode', 'listID', 'CPV0')],
  ['628', swap('<ram:ID>DE</ram:ID>', '<ram:ID>D</ram:ID>')],
  ['616', swap('<ram:TypeCode>130</ram:TypeCode>', '')],
  ['618', swap('<ram:TypeCode>130<', '<ram:TypeCode>131<')],
  ['617', put('ram:ReferenceTypeCode', 'aaa')],
  ['563', drop('ram:IssuerAssignedID', 3)],
  ['286', swap(' filename="aufmass.pdf"', '')],
  ['287', swap('application/pdf', 'application/zip')],
  ['BR-17', swap('<ram:Name>Inkasso Beispiel AG</ram:Name>', '')],
  ['BR-CO-12', put('ram:ChargeTotalAmount', '11.00')],
  ['BR-CO-15', put('ram:GrandTotalAmount', '227.10')],
  ['CII-SR-470', after('ram:IBANID', '<ram:ProprietaryID>1</ram:ProprietaryID>')],
  ['CII-SR-473', after('ram:ActualAmount', '<ram:ActualAmount>1</ram:ActualAmount>', 3)],
  ['PEPPOL-EN16931-R008', put('ram:BuyerReference', ' ')],
];

describe('The books of Factur-X', () => {
  it('find nothing on an invoice as it should be in the profile EN 16931', () => {
    expect(foundBy('factur-x-en16931', [core])).toEqual([]);
  });

  it.each(examples.map(([rules, ...edits], number) => ({ rules: fx(rules), edits, number })))(
    'find $rules when the sample is broken there ($number)',
    ({ rules, edits }) => {
      const found = foundBy('factur-x-en16931', [core, ...edits]);
      expect(rules.filter((rule) => !found.includes(rule))).toEqual([]);
    },
  );

  it('are chosen by the profile in BT-24', () => {
    const wrongCode = put('ram:TypeCode', '999');
    expect(foundBy('factur-x-basic', [basic, wrongCode])).toContain('FX-SCH-A-000492');
    expect(foundBy('factur-x-extended', [inExtended, wrongCode])).toContain('FX-SCH-A-000635');
    expect(foundBy('factur-x-basic', [core, wrongCode])).toEqual([]);
  });
});

const profiles: readonly FacturXProfile[] = ['minimum', 'basic-wl', 'basic', 'en16931', 'extended'];

describe.each(profiles)('The book of the profile %s', (profile) => {
  const book = `factur-x-${profile}`;
  const official = idsOf(book);
  const rulesIn = (xml: string): ReadonlySet<string> =>
    new Set(
      examineText(xml)
        .findings.filter((finding) => finding.book === book)
        .map(({ rule }) => rule),
    );
  const built = profileExamples(profile).filter(({ rule }) => official.includes(rule));

  it('keeps and breaks each rule on an element, an attribute or a code where it looks', () => {
    const wrong = built.flatMap(({ rule, keeps, breaks }) => [
      ...keeps.filter((xml) => rulesIn(xml).has(rule)).map((xml) => `${rule} found in ${xml}`),
      ...breaks.filter((xml) => !rulesIn(xml).has(rule)).map((xml) => `${rule} not found in ${xml}`),
      ...(keeps.length === 0 || breaks.length === 0 ? [`${rule} has no example`] : []),
    ]);
    expect(wrong).toEqual([]);
  });

  const inProfile = swap('urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0', guidelines[profile]);

  it('finds nothing on an invoice as it should be', () => {
    expect([...rulesIn(inProfile(samples.cii))]).toEqual([]);
  });

  it('has an example of each rule', () => {
    const missing = new Set(official);
    for (const { rule } of built) missing.delete(rule);
    for (const [rules, ...edits] of examplesOf(profile)) {
      if (!rules.split(' ').some((rule) => missing.has(rule))) continue;
      // An example of another profile may have nothing to edit in this one.
      for (const rule of rulesIn(edits.reduce((text, change) => change(text), inProfile(samples.cii))))
        missing.delete(rule);
    }
    const known: readonly string[] = [...neverFires.cii, ...neverFires.facturX];
    expect([...missing].filter((rule) => !known.includes(rule))).toEqual([]);
  });
});

const examplesOf = (profile: FacturXProfile): readonly Example[] => [
  ...(profile === 'extended' ? extendedExamples : []),
  ...sharedProfileExamples,
  ...examples.map(([rules, ...edits]): Example => [fx(rules).join(' '), ...edits]),
  ...ciiExamples,
  ...vatCategoryExamples('cii'),
];

function idsOf(book: string): readonly string[] {
  const { fatal = '', warning = '', information = '' } = officialRules[book]?.cii ?? {};
  return `${fatal} ${warning} ${information}`.split(' ').filter((id) => id !== '');
}

describe('The book of EXTENDED', () => {
  it('finds nothing on an invoice as it should be', () => {
    expect(foundBy('factur-x-extended', [inExtended])).toEqual([]);
  });

  it.each(extendedExamples.map(([rules, ...edits], number) => ({ rules, edits, number })))(
    'finds $rules when the sample is broken there ($number)',
    ({ rules, edits }) => {
      const found = foundBy('factur-x-extended', [inExtended, ...edits]);
      expect(rules.split(' ').filter((rule) => !found.includes(rule))).toEqual([]);
    },
  );

  it.each(cardinalityExamples.map(([rule, change]) => ({ rule, change })))(
    'finds $rule where its element is missing or stands there twice',
    ({ rule, change }) => {
      expect(foundBy('factur-x-extended', [inExtended, change])).toContain(rule);
    },
  );

  it.each(keptInExtended.map(([rules, ...edits], number) => ({ rules, edits, number })))(
    'does not find $rules where the sample keeps them ($number)',
    ({ rules, edits }) => {
      const found = foundBy('factur-x-extended', [inExtended, ...edits]);
      expect(rules.split(' ').filter((rule) => found.includes(rule))).toEqual([]);
    },
  );

  it('has an example of each rule of its own', () => {
    const book = officialRules['factur-x-extended']?.cii;
    const own = `${book?.fatal ?? ''} ${book?.warning ?? ''}`.split(' ').filter((rule) => rule.startsWith('BR-FXEXT-'));
    const shown = new Set(extendedExamples.flatMap(([rules]) => rules.split(' ')));
    expect(own.length).toBeGreaterThan(60);
    expect(own.filter((rule) => !shown.has(rule))).toEqual([]);
  });
});
