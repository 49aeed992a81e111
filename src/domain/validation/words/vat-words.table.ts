import { vatFamilies, type RateCondition, type VatFamily } from '../../rules/en16931/vat-family.table.js';
import type { RuleWords } from './rule-words.js';

interface Words {
  readonly de: string;
  readonly en: string;
}

/** What a VAT category is called, by its code. */
const categories: Readonly<Record<string, Words>> = {
  S: { de: '„Regelbesteuert“ (S)', en: '“standard rated” (S)' },
  Z: { de: '„Nullsatz“ (Z)', en: '“zero rated” (Z)' },
  E: { de: '„Steuerbefreit“ (E)', en: '“exempt” (E)' },
  AE: { de: '„Steuerschuldnerschaft des Leistungsempfängers“ (AE)', en: '“reverse charge” (AE)' },
  K: { de: '„Innergemeinschaftliche Lieferung“ (K)', en: '“intra-community supply” (K)' },
  G: { de: '„Ausfuhr“ (G)', en: '“export” (G)' },
  O: { de: '„Nicht steuerbar“ (O)', en: '“not subject to VAT” (O)' },
  L: { de: '„Kanarische Inseln“ (L)', en: '“Canary Islands” (L)' },
  M: { de: '„Ceuta und Melilla“ (M)', en: '“Ceuta and Melilla” (M)' },
};

/** Which tax numbers a category asks for, as the end of a sentence. */
const missingNumbers: Readonly<Record<VatFamily['parties'], Words>> = {
  seller: {
    de: 'dazu fehlt die Umsatzsteuer-Identifikationsnummer oder Steuernummer des Verkäufers',
    en: 'but the seller’s VAT identifier or tax number is missing',
  },
  sellerAndBuyer: {
    de: 'dazu fehlt eine Steuernummer des Verkäufers oder die Umsatzsteuer-Identifikationsnummer des Erwerbers',
    en: 'but a tax number of the seller or the buyer’s VAT identifier is missing',
  },
  sellerVat: {
    de: 'dazu fehlt die Umsatzsteuer-Identifikationsnummer des Verkäufers',
    en: 'but the seller’s VAT identifier is missing',
  },
  sellerVatAndBuyerVat: {
    de: 'dazu fehlt die Umsatzsteuer-Identifikationsnummer des Verkäufers oder die des Erwerbers',
    en: 'but the VAT identifier of the seller or of the buyer is missing',
  },
  none: {
    de: 'dazu darf keine Umsatzsteuer-Identifikationsnummer dastehen',
    en: 'so that no VAT identifier may be given',
  },
};

const wantedRates: Readonly<Record<RateCondition, Words>> = {
  positive: { de: 'muss größer als null sein', en: 'must be above zero' },
  notNegative: { de: 'muss null oder größer sein', en: 'must be zero or above' },
  zero: { de: 'muss null sein', en: 'must be zero' },
  absent: { de: 'darf nicht angegeben sein', en: 'must not be given' },
};

const things: readonly (readonly [parties: string, rate: string, one: Words])[] = [
  ['02', '05', { de: 'eine Position', en: 'a line' }],
  ['03', '06', { de: 'ein Nachlass auf die Rechnung', en: 'an allowance on the invoice' }],
  ['04', '07', { de: 'ein Zuschlag auf die Rechnung', en: 'a charge on the invoice' }],
];

const of: Readonly<Record<string, Words>> = {
  '05': { de: 'einer Position', en: 'a line' },
  '06': { de: 'eines Nachlasses', en: 'an allowance' },
  '07': { de: 'eines Zuschlags', en: 'a charge' },
};

/** Nine categories by ten questions, as the rules are; then what only some categories have. */
export const vatWords: readonly RuleWords[] = [
  ...vatFamilies.flatMap(familyWords),
  [
    'BR-IC-11',
    'Bei einer innergemeinschaftlichen Lieferung fehlen Lieferdatum und Abrechnungszeitraum.',
    'An intra-community supply lacks both delivery date and invoicing period.',
    'deliveryDate',
  ],
  [
    'BR-IC-12',
    'Bei einer innergemeinschaftlichen Lieferung fehlt das Land, in das geliefert wird.',
    'An intra-community supply lacks the country of delivery.',
    'deliveryAddress',
  ],
  [
    'BR-O-11',
    'Die Aufschlüsselung weist „nicht steuerbar“ (O) aus; daneben darf sie keine andere Steuerkategorie haben.',
    'The breakdown says “not subject to VAT” (O); no other VAT category may stand beside it there.',
    'notSubject',
  ],
  [
    'BR-O-12',
    'Die Aufschlüsselung weist „nicht steuerbar“ (O) aus; dann darf keine Position eine andere Steuerkategorie haben.',
    'The breakdown says “not subject to VAT” (O), so that no line may have another VAT category.',
    'notSubject',
  ],
  [
    'BR-O-13',
    'Die Aufschlüsselung weist „nicht steuerbar“ (O) aus; dann darf kein Nachlass eine andere Steuerkategorie haben.',
    'The breakdown says “not subject to VAT” (O), so that no allowance may have another VAT category.',
    'notSubject',
  ],
  [
    'BR-O-14',
    'Die Aufschlüsselung weist „nicht steuerbar“ (O) aus; dann darf kein Zuschlag eine andere Steuerkategorie haben.',
    'The breakdown says “not subject to VAT” (O), so that no charge may have another VAT category.',
    'notSubject',
  ],
  [
    'BR-B-01',
    'Geteilte Zahlung der Umsatzsteuer (B) gibt es nur innerhalb Italiens.',
    'Split payment of VAT (B) exists within Italy only.',
    'splitPayment',
  ],
  [
    'BR-B-02',
    'Geteilte Zahlung der Umsatzsteuer (B) und „regelbesteuert“ (S) schließen sich in einer Rechnung aus.',
    'Split payment of VAT (B) and “standard rated” (S) do not go together in an invoice.',
    'splitPayment',
  ],
];

function familyWords(family: VatFamily): readonly RuleWords[] {
  const name = categories[family.code] ?? { de: `„${family.code}“`, en: `“${family.code}”` };
  return [
    breakdownWords(`BR-${family.family}-01`, family, name),
    ...things.map(([number, , one]): RuleWords => {
      const missing = missingNumbers[family.parties];
      return [
        `BR-${family.family}-${number}`,
        `${capital(one.de)} hat die Steuerkategorie ${name.de}; ${missing.de}.`,
        `${capital(one.en)} has the VAT category ${name.en}, ${missing.en}.`,
        family.parties === 'none' ? 'notSubject' : 'vatNumbers',
      ];
    }),
    ...things.map(([, number]): RuleWords => {
      const wanted = wantedRates[family.rate];
      return [
        `BR-${family.family}-${number}`,
        `Der Steuersatz ${of[number]?.de ?? ''} der Steuerkategorie ${name.de} ${wanted.de} (gefunden: {found:number}).`,
        `The VAT rate of ${of[number]?.en ?? ''} of the category ${name.en} ${wanted.en} (found: {found:number}).`,
        'vatRate',
      ];
    }),
    baseWords(`BR-${family.family}-08`, family, name),
    taxWords(`BR-${family.family}-09`, family, name),
    reasonWords(`BR-${family.family}-10`, family, name),
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function breakdownWords(rule: string, { breakdowns }: VatFamily, name: Words): RuleWords {
  return breakdowns === 'exactlyOne'
    ? [
        rule,
        `Zur Steuerkategorie ${name.de} muss die Umsatzsteueraufschlüsselung genau eine Zeile haben, wenn sie in der Rechnung vorkommt.`,
        `For the VAT category ${name.en} the VAT breakdown must have exactly one entry if the invoice uses it.`,
        'vatBreakdown',
      ]
    : [
        rule,
        `Positionen und Umsatzsteueraufschlüsselung passen nicht zusammen: Die Steuerkategorie ${name.de} steht nur auf einer Seite.`,
        `Lines and VAT breakdown do not fit together: the category ${name.en} stands on one side only.`,
        'vatBreakdown',
      ];
}

/** Where a category has several rates, each rate has a breakdown and a sum of its own. */
function baseWords(rule: string, { rate }: VatFamily, name: Words): RuleWords {
  const oneRate = rate === 'zero' || rate === 'absent';
  return [
    rule,
    `In der Umsatzsteueraufschlüsselung ist der Nettobetrag der Steuerkategorie ${name.de} ({found:number}) nicht die Summe ihrer Positionen, Nachlässe und Zuschläge${oneRate ? '' : ' mit demselben Steuersatz'}.`,
    `In the VAT breakdown the net amount of the category ${name.en} ({found:number}) is not the sum of its lines, allowances and charges${oneRate ? '' : ' with the same rate'}.`,
    'vatBreakdown',
  ];
}

function taxWords(rule: string, { tax }: VatFamily, name: Words): RuleWords {
  return tax.ubl === 'zero'
    ? [
        rule,
        `In der Umsatzsteueraufschlüsselung muss der Steuerbetrag der Steuerkategorie ${name.de} null sein (gefunden: {found:number}).`,
        `In the VAT breakdown the tax amount of the category ${name.en} must be zero (found: {found:number}).`,
        'vatBreakdown',
      ]
    : [
        rule,
        `In der Umsatzsteueraufschlüsselung ist der Steuerbetrag der Steuerkategorie ${name.de} ({found:number}) nicht Nettobetrag mal Steuersatz.`,
        `In the VAT breakdown the tax amount of the category ${name.en} ({found:number}) is not net amount times rate.`,
        'vatBreakdown',
      ];
}

function reasonWords(rule: string, { reason }: VatFamily, name: Words): RuleWords {
  return reason === 'required'
    ? [
        rule,
        `Zur Steuerkategorie ${name.de} fehlt der Grund, warum keine Umsatzsteuer berechnet wird.`,
        `The VAT category ${name.en} lacks the reason why no VAT is charged.`,
        'exemptionReason',
      ]
    : [
        rule,
        `Bei der Steuerkategorie ${name.de} darf kein Grund für eine Steuerbefreiung stehen.`,
        `The VAT category ${name.en} must not have a reason for exemption.`,
        'noExemptionReason',
      ];
}

/** The profile EXTENDED asks the same of each category in its own way (BR-FXEXT): lines that only group do not count. */
export const extendedVatWords: readonly RuleWords[] = vatFamilies.flatMap((family): readonly RuleWords[] => {
  const name = categories[family.code] ?? { de: `„${family.code}“`, en: `“${family.code}”` };
  const id = `BR-FXEXT-${family.family}`;
  const hyphenless =
    family.family === 'S' ? [baseWords('BR-FXEXT-S08b', family, name), taxWords('BR-FXEXT-S-09b', family, name)] : [];
  return [
    breakdownWords(`${id}-01`, family, name),
    ...['08b', '08ini', '08rev'].map((number) => baseWords(`${id}-${number}`, family, name)),
    ...hyphenless,
  ];
});
