import { cardinalities, codedPlaces } from '../../rules/factur-x/cardinality.table.js';
import { elementInWords } from './cii-elements.js';
import type { RuleWords } from './rule-words.js';
import { extendedVatWords } from './vat-words.table.js';

/** What the profile EXTENDED asks instead of EN 16931: lines that only group or inform do not count. */
const extended: readonly RuleWords[] = [
  [
    'BR-FXEXT-01',
    'Eine Bemerkung zur Rechnung hat weder einen Text noch einen Code.',
    'A note on the invoice has neither a text nor a code.',
    'note',
  ],
  [
    'BR-FXEXT-02',
    'Eine Bemerkung zu einer Position hat weder einen Text noch einen Code.',
    'A note on a line has neither a text nor a code.',
    'note',
  ],
  [
    'BR-FXEXT-03',
    'Die Steuernummer einer Partei muss als Umsatzsteuer-Identifikationsnummer (VA) gekennzeichnet sein.',
    'The tax number of a party must be marked as a VAT identifier (VA).',
    'vatIdentifier',
  ],
  [
    'BR-FXEXT-04',
    'Den Code einer Artikeleigenschaft gibt es in der Liste nicht.',
    'The code of an item’s attribute is not in the list.',
    'itemAttribute',
  ],
  [
    'BR-FXEXT-06',
    'Eine untergeordnete Position sagt nicht, ob sie gruppiert, informiert oder abgerechnet wird.',
    'A line below another does not say whether it groups, informs or is charged.',
    'subLines',
  ],
  [
    'BR-FXEXT-08',
    'Der Nettobetrag einer Gruppenposition ({BT-131:number}) ist nicht die Summe ihrer Unterpositionen.',
    'The net amount of a group of lines ({BT-131:number}) is not the sum of its lines.',
    'subLines',
  ],
  [
    'BR-FXEXT-11',
    'Eine Position ist einer Position untergeordnet, die es in der Rechnung nicht gibt.',
    'A line stands below a line that the invoice does not have.',
    'subLines',
  ],
  [
    'BR-FXEXT-12',
    'Eine Position und ihre Unterpositionen sind widersprüchlich gekennzeichnet.',
    'A line and its sub-lines are marked in contradiction.',
    'subLines',
  ],
  [
    'BR-FXEXT-BR-22',
    'Bei einer abgerechneten Position fehlt die Menge.',
    'The quantity of a charged line is missing.',
    'line',
  ],
  [
    'BR-FXEXT-BR-23',
    'Bei einer abgerechneten Position fehlt die Einheit der Menge.',
    'The unit of a charged line’s quantity is missing.',
    'unit',
  ],
  [
    'BR-FXEXT-BR-24',
    'Bei einer abgerechneten Position fehlt der Nettobetrag.',
    'The net amount of a charged line is missing.',
    'line',
  ],
  [
    'BR-FXEXT-BR-26',
    'Bei einer abgerechneten Position fehlt der Nettopreis.',
    'The net price of a charged line is missing.',
    'price',
  ],
  [
    'BR-FXEXT-BR-38',
    'Bei einem Zuschlag auf die Rechnung fehlt der Grund.',
    'A charge on the invoice has no reason.',
    'allowance',
  ],
  [
    'BR-FXEXT-BR-44',
    'Bei einem Zuschlag auf eine Position fehlt der Grund.',
    'A charge on a line has no reason.',
    'allowance',
  ],
  [
    'BR-FXEXT-BR-54-1',
    'Bei einer Eigenschaft eines Artikels fehlt der Name oder dessen Code.',
    'An attribute of an item lacks its name or code.',
    'itemAttribute',
  ],
  [
    'BR-FXEXT-BR-54-2',
    'Eine Eigenschaft eines Artikels braucht genau einen Wert: als Text oder als Menge.',
    'An attribute of an item needs exactly one value: as text or as a quantity.',
    'itemAttribute',
  ],
  [
    'BR-FXEXT-CII-DT-097a',
    'Ein Zeitpunkt ist nicht als Datum mit Uhrzeit geschrieben (gefunden: „{found}“).',
    'A point in time is not written as date and time (found: “{found}”).',
    'dateForm',
  ],
  [
    'BR-FXEXT-CO-04',
    'Bei einer abgerechneten Position fehlt die Umsatzsteuerkategorie.',
    'A charged line has no VAT category.',
    'vatCategory',
  ],
  [
    'BR-FXEXT-CO-10',
    'Die Summe der Positionen ({BT-106:number}) stimmt nicht: Die Nettobeträge der abgerechneten Positionen ergeben einen anderen Betrag.',
    'The sum of the lines ({BT-106:number}) is wrong: the net amounts of the charged lines add up to something else.',
    'totals',
  ],
  [
    'BR-FXEXT-CO-11',
    'Die Summe der Nachlässe ({BT-107:number}) stimmt nicht: Die Nachlässe auf die Rechnung ergeben einen anderen Betrag.',
    'The sum of allowances ({BT-107:number}) is wrong: the allowances on the invoice add up to something else.',
    'totals',
  ],
  [
    'BR-FXEXT-CO-12',
    'Die Summe der Zuschläge ({BT-108:number}) stimmt nicht: Zuschläge und Versandkosten ergeben einen anderen Betrag.',
    'The sum of charges ({BT-108:number}) is wrong: charges and logistics services add up to something else.',
    'totals',
  ],
  [
    'BR-FXEXT-CO-13',
    'Der Gesamtbetrag ohne Umsatzsteuer ({BT-109:number}) ist nicht die Summe der abgerechneten Positionen minus Nachlässe plus Zuschläge.',
    'The total without VAT ({BT-109:number}) is not the sum of the charged lines minus allowances plus charges.',
    'totals',
  ],
  [
    'BR-FXEXT-CO-15',
    'Der Gesamtbetrag mit Umsatzsteuer ({BT-112:number}) ist nicht der Betrag ohne Umsatzsteuer ({BT-109:number}) plus Umsatzsteuer.',
    'The total with VAT ({BT-112:number}) is not the total without VAT ({BT-109:number}) plus VAT.',
    'totals',
  ],
  [
    'BR-FXEXT-CO-16',
    'Der Zahlbetrag ({BT-115:number}) ist nicht der Gesamtbetrag mit Umsatzsteuer minus bereits gezahlt plus Rundung.',
    'The amount due ({BT-115:number}) is not the total with VAT minus what is paid already plus rounding.',
    'totals',
  ],
];

const howOften: Readonly<Record<string, { readonly de: string; readonly en: string }>> = {
  '=1': { de: 'muss genau einmal dastehen', en: 'must be there exactly once' },
  '<=1': { de: 'darf höchstens einmal dastehen', en: 'may be there once at most' },
  '>=1': { de: 'muss mindestens einmal dastehen', en: 'must be there at least once' },
};

/** Where an element stands, from the outside in, in words: "Verkäufer, Anschrift". The outermost parts say nothing. */
function placeInWords(path: string, language: 'de' | 'en'): string {
  const names = path
    .replace(/\[[^\]]*\]/g, '')
    .split('/')
    .filter((name) => name !== '' && !/(?:rsm:|ApplicableHeaderTrade)/.test(name));
  const words = names.map((name) => elementInWords(name)[language]);
  return words.length > 0 ? words.join(', ') : { de: 'Rechnung', en: 'invoice' }[language];
}

function cardinalityWords(at: string, text: string): RuleWords {
  const [number = '', limit = '', element = ''] = text.split(' ');
  const often = howOften[limit];
  const [de, en] = [placeInWords(at, 'de'), placeInWords(at, 'en')];
  if (often) {
    const name = elementInWords(element);
    return [idOf(number), `${de}: „${name.de}“ ${often.de}.`, `${en}: “${name.en}” ${often.en}.`, 'profileElement'];
  }
  const attribute = limit.replace('@', '');
  return [
    idOf(number),
    `${de}: Die Kennzeichnung „${attribute}“ fehlt.`,
    `${en}: the attribute “${attribute}” is missing.`,
    'profileElement',
  ];
}

function idOf(number: string): string {
  return `FX-SCH-A-${number.padStart(6, '0')}`;
}

/** The profiles' own rules on which elements there are, by template: their table says what they ask. */
const profileWords: readonly RuleWords[] = [
  ...cardinalities.flatMap(([at, rules]) => rules.split(', ').map((rule) => cardinalityWords(at, rule))),
  ...codedPlaces.flatMap(({ at, rules }) =>
    [...new Set(Object.values(rules))].map((number): RuleWords => [
      idOf(number ?? ''),
      `${placeInWords(at, 'de')}: Der Wert „{found}“ steht nicht in der vorgeschriebenen Liste.`,
      `${placeInWords(at, 'en')}: the value “{found}” is not in the required list.`,
      'codeList',
    ]),
  ),
  ...['026', '418', '493', '556', '636'].map((number): RuleWords => [
    idOf(number),
    'Die Spezifikation „{BT-24}“ ist nicht die dieses Profils.',
    'The specification “{BT-24}” is not that of this profile.',
    'specification',
  ]),
  ...(['042', '192'] as const).map((number): RuleWords => [
    idOf(number),
    'Die Umsatzsteuer insgesamt steht in derselben Währung mehrfach da.',
    'The VAT total is given more than once in the same currency.',
    'totals',
  ]),
  ...['045', '414', '486', '487', '525', '526', '606', '607'].map((number): RuleWords => [
    idOf(number),
    'Die Umsatzsteuer insgesamt nennt „{found}“ als Währung; das ist kein gültiger Code.',
    'The VAT total names “{found}” as its currency, which is no valid code.',
    'currency',
  ]),
  [
    'FX-SCH-',
    'An dieser Stelle fehlt ein Element, steht zu oft da oder hat einen Wert, den das Profil nicht kennt (gefunden: „{found}“).',
    'At this place an element is missing, stands there too often or has a value that the profile does not know (found: “{found}”).',
    'profileElement',
  ],
];

export const facturXWords: readonly RuleWords[] = [...extended, ...extendedVatWords, ...profileWords];
