import type { RuleWords } from './rule-words.js';

/** What is calculated, and what excludes or requires what (EN 16931-1, 6.4.3: BR-CO). */
export const totalsWords: readonly RuleWords[] = [
  [
    'BR-CO-03',
    'Der Zeitpunkt der Umsatzsteuer ist als Datum ({BT-7:date}) und zugleich als Code („{BT-8}“) angegeben.',
    'The VAT point is given as a date ({BT-7:date}) and as a code (“{BT-8}”) at the same time.',
    'vatPoint',
  ],
  ['BR-CO-04', 'Bei einer Position fehlt die Umsatzsteuerkategorie.', 'A line has no VAT category.', 'vatCategory'],
  [
    'BR-CO-05',
    'Bei einem Nachlass auf die Rechnung sagen Grund und Code des Grundes Verschiedenes.',
    'Reason and reason code of an allowance on the invoice say different things.',
    'reasonAndCode',
  ],
  [
    'BR-CO-06',
    'Bei einem Zuschlag auf die Rechnung sagen Grund und Code des Grundes Verschiedenes.',
    'Reason and reason code of a charge on the invoice say different things.',
    'reasonAndCode',
  ],
  [
    'BR-CO-07',
    'Bei einem Nachlass auf eine Position sagen Grund und Code des Grundes Verschiedenes.',
    'Reason and reason code of an allowance on a line say different things.',
    'reasonAndCode',
  ],
  [
    'BR-CO-08',
    'Bei einem Zuschlag auf eine Position sagen Grund und Code des Grundes Verschiedenes.',
    'Reason and reason code of a charge on a line say different things.',
    'reasonAndCode',
  ],
  [
    'BR-CO-09',
    'Eine Umsatzsteuer-Identifikationsnummer beginnt nicht mit dem Kürzel eines Landes (zum Beispiel DE).',
    'A VAT identifier does not begin with the code of a country (for example DE).',
    'vatIdentifier',
  ],
  [
    'BR-CO-10',
    'Die Summe der Positionen ({BT-106:number}) stimmt nicht: Die Nettobeträge der Positionen ergeben einen anderen Betrag.',
    'The sum of the lines ({BT-106:number}) is wrong: the net amounts of the lines add up to something else.',
    'totals',
  ],
  [
    'BR-CO-11',
    'Die Summe der Nachlässe ({BT-107:number}) stimmt nicht: Die Nachlässe auf die Rechnung ergeben einen anderen Betrag.',
    'The sum of allowances ({BT-107:number}) is wrong: the allowances on the invoice add up to something else.',
    'totals',
  ],
  [
    'BR-CO-12',
    'Die Summe der Zuschläge ({BT-108:number}) stimmt nicht: Die Zuschläge auf die Rechnung ergeben einen anderen Betrag.',
    'The sum of charges ({BT-108:number}) is wrong: the charges on the invoice add up to something else.',
    'totals',
  ],
  [
    'BR-CO-13',
    'Der Gesamtbetrag ohne Umsatzsteuer ({BT-109:number}) ist nicht die Summe der Positionen ({BT-106:number}) minus Nachlässe ({BT-107:number}) plus Zuschläge ({BT-108:number}).',
    'The total without VAT ({BT-109:number}) is not the sum of the lines ({BT-106:number}) minus allowances ({BT-107:number}) plus charges ({BT-108:number}).',
    'totals',
  ],
  [
    'BR-CO-14',
    'Die Umsatzsteuer insgesamt ({BT-110:number}) ist nicht die Summe der Steuerbeträge in der Aufschlüsselung.',
    'The VAT total ({BT-110:number}) is not the sum of the tax amounts in the breakdown.',
    'totals',
  ],
  [
    'BR-CO-15',
    'Der Gesamtbetrag mit Umsatzsteuer ({BT-112:number}) ist nicht der Betrag ohne Umsatzsteuer ({BT-109:number}) plus Umsatzsteuer ({BT-110:number}).',
    'The total with VAT ({BT-112:number}) is not the total without VAT ({BT-109:number}) plus VAT ({BT-110:number}).',
    'totals',
  ],
  [
    'BR-CO-16',
    'Der Zahlbetrag ({BT-115:number}) ist nicht der Gesamtbetrag mit Umsatzsteuer ({BT-112:number}) minus bereits gezahlt ({BT-113:number}) plus Rundung ({BT-114:number}).',
    'The amount due ({BT-115:number}) is not the total with VAT ({BT-112:number}) minus what is paid already ({BT-113:number}) plus rounding ({BT-114:number}).',
    'totals',
  ],
  [
    'BR-CO-17',
    'In der Umsatzsteueraufschlüsselung ist der Steuerbetrag ({BT-117:number}) nicht Nettobetrag ({BT-116:number}) mal Steuersatz ({BT-119:number} %).',
    'In the VAT breakdown the tax amount ({BT-117:number}) is not the net amount ({BT-116:number}) times the rate ({BT-119:number} %).',
    'vatBreakdown',
  ],
  [
    'BR-CO-18',
    'Die Aufschlüsselung der Umsatzsteuer nach Steuersätzen fehlt.',
    'The breakdown of VAT by rates is missing.',
    'vatBreakdown',
  ],
  [
    'BR-CO-19',
    'Der Abrechnungszeitraum ist angegeben, aber ohne Beginn und Ende.',
    'The invoicing period is given but without start and end.',
    'period',
  ],
  [
    'BR-CO-20',
    'Der Zeitraum einer Position ist angegeben, aber ohne Beginn und Ende.',
    'The period of a line is given but without start and end.',
    'period',
  ],
  [
    'BR-CO-21',
    'Ein Nachlass auf die Rechnung nennt weder einen Grund noch dessen Code.',
    'An allowance on the invoice gives neither a reason nor its code.',
    'allowance',
  ],
  [
    'BR-CO-22',
    'Ein Zuschlag auf die Rechnung nennt weder einen Grund noch dessen Code.',
    'A charge on the invoice gives neither a reason nor its code.',
    'allowance',
  ],
  [
    'BR-CO-23',
    'Ein Nachlass auf eine Position nennt weder einen Grund noch dessen Code.',
    'An allowance on a line gives neither a reason nor its code.',
    'allowance',
  ],
  [
    'BR-CO-24',
    'Ein Zuschlag auf eine Position nennt weder einen Grund noch dessen Code.',
    'A charge on a line gives neither a reason nor its code.',
    'allowance',
  ],
  [
    'BR-CO-25',
    'Es ist etwas zu zahlen, aber weder eine Fälligkeit noch Zahlungsbedingungen stehen da.',
    'There is something to pay but neither a due date nor payment terms.',
    'paymentTerms',
  ],
  [
    'BR-CO-26',
    'Der Verkäufer ist nicht eindeutig zu erkennen: Es fehlt eine Kennung, Registernummer oder Umsatzsteuer-Identifikationsnummer.',
    'The seller cannot be identified: an identifier, registration number or VAT identifier is missing.',
    'sellerNumbers',
  ],
];

/** Rule → the amount that may have two decimals at most, in words (BR-DEC), and the term that holds it. */
const decimals = [
  ['01', 'BT-92', 'Betrag eines Nachlasses auf die Rechnung', 'amount of an allowance on the invoice'],
  ['02', 'BT-93', 'Grundbetrag eines Nachlasses auf die Rechnung', 'base amount of an allowance on the invoice'],
  ['05', 'BT-99', 'Betrag eines Zuschlags auf die Rechnung', 'amount of a charge on the invoice'],
  ['06', 'BT-100', 'Grundbetrag eines Zuschlags auf die Rechnung', 'base amount of a charge on the invoice'],
  ['09', 'BT-106', 'Gesamtbetrag der Positionen', 'sum of the lines'],
  ['10', 'BT-107', 'Gesamtbetrag der Nachlässe', 'sum of allowances'],
  ['11', 'BT-108', 'Gesamtbetrag der Zuschläge', 'sum of charges'],
  ['12', 'BT-109', 'Gesamtbetrag ohne Umsatzsteuer', 'total without VAT'],
  ['13', 'BT-110', 'Gesamtbetrag der Umsatzsteuer', 'VAT total'],
  ['14', 'BT-112', 'Gesamtbetrag mit Umsatzsteuer', 'total with VAT'],
  ['15', 'BT-111', 'Gesamtbetrag der Umsatzsteuer in der Buchungswährung', 'VAT total in the accounting currency'],
  ['16', 'BT-113', 'bereits gezahlte Betrag', 'amount paid already'],
  ['17', 'BT-114', 'Rundungsbetrag', 'rounding amount'],
  ['18', 'BT-115', 'Zahlbetrag', 'amount due for payment'],
  ['19', 'BT-116', 'Nettobetrag in der Umsatzsteueraufschlüsselung', 'net amount in the VAT breakdown'],
  ['20', 'BT-117', 'Steuerbetrag in der Umsatzsteueraufschlüsselung', 'tax amount in the VAT breakdown'],
  ['23', 'BT-131', 'Nettobetrag einer Position', 'net amount of a line'],
  ['24', 'BT-136', 'Betrag eines Nachlasses auf eine Position', 'amount of an allowance on a line'],
  ['25', 'BT-137', 'Grundbetrag eines Nachlasses auf eine Position', 'base amount of an allowance on a line'],
  ['27', 'BT-141', 'Betrag eines Zuschlags auf eine Position', 'amount of a charge on a line'],
  ['28', 'BT-142', 'Grundbetrag eines Zuschlags auf eine Position', 'base amount of a charge on a line'],
] as const;

export const decimalWords: readonly RuleWords[] = decimals.map(([number, term, de, en]) => [
  `BR-DEC-${number}`,
  `Der ${de} hat mehr als zwei Stellen nach dem Komma ({${term}:number}).`,
  `The ${en} has more than two decimals ({${term}:number}).`,
  'decimals',
]);
