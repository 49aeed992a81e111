import type { RuleWords } from './rule-words.js';

/** Codes that are to be taken from a list (EN 16931: BR-CL). */
export const codeListWords: readonly RuleWords[] = [
  [
    'BR-CL-01',
    'Die Rechnungsart „{BT-3}“ gibt es nicht oder passt nicht zu diesem Dokument.',
    'There is no invoice type “{BT-3}”, or it does not fit this document.',
    'invoiceType',
  ],
  [
    'BR-CL-03',
    'Ein Betrag nennt „{found}“ als Währung; das ist kein gültiger Code.',
    'An amount names “{found}” as its currency, which is no valid code.',
    'currency',
  ],
  [
    'BR-CL-04',
    'Die Währung der Rechnung „{BT-5}“ gibt es nicht.',
    'There is no currency “{BT-5}” (currency of the invoice).',
    'currency',
  ],
  [
    'BR-CL-05',
    'Die Buchungswährung „{BT-6}“ gibt es nicht.',
    'There is no currency “{BT-6}” (VAT accounting currency).',
    'currency',
  ],
  [
    'BR-CL-06',
    'Der Code „{found}“ für den Zeitpunkt der Umsatzsteuer ist nicht erlaubt.',
    'The code “{found}” for the VAT point is not allowed.',
    'vatPoint',
  ],
  [
    'BR-CL-07',
    'Die Art „{found}“ eines Objekts, auf das sich die Rechnung bezieht, gibt es nicht.',
    'There is no kind “{found}” of an object that the invoice refers to.',
    'codeList',
  ],
  [
    'BR-CL-08',
    'Das Kürzel am Anfang einer Bemerkung („{found}“) steht nicht in der vorgeschriebenen Liste der Betreffe.',
    'The code at the start of a note (“{found}”) is not in the required list of subjects.',
    'noteSubject',
  ],
  [
    'BR-CL-10',
    'Die Kennung einer Partei nennt ein unbekanntes Schema („{found}“).',
    'The identifier of a party names an unknown scheme (“{found}”).',
    'partyScheme',
  ],
  [
    'BR-CL-11',
    'Die Registernummer einer Partei nennt ein unbekanntes Schema („{found}“).',
    'The registration number of a party names an unknown scheme (“{found}”).',
    'partyScheme',
  ],
  [
    'BR-CL-13',
    'Die Warengruppe eines Artikels nennt ein unbekanntes Verzeichnis („{found}“).',
    'The classification of an item names an unknown list (“{found}”).',
    'itemClassification',
  ],
  [
    'BR-CL-14',
    'Das Land „{found}“ in einer Anschrift gibt es nicht.',
    'There is no country “{found}” (in an address).',
    'country',
  ],
  [
    'BR-CL-15',
    'Das Herkunftsland „{found}“ eines Artikels gibt es nicht.',
    'There is no country of origin “{found}” (of an item).',
    'country',
  ],
  ['BR-CL-16', 'Die Zahlungsart „{found}“ gibt es nicht.', 'There is no payment means “{found}”.', 'paymentMeans'],
  [
    'BR-CL-17',
    'Die Umsatzsteuerkategorie „{found}“ ist nicht erlaubt (Aufschlüsselung, Nachlass oder Zuschlag).',
    'The VAT category “{found}” is not allowed (breakdown, allowance or charge).',
    'vatCategory',
  ],
  [
    'BR-CL-18',
    'Die Umsatzsteuerkategorie „{found}“ einer Position ist nicht erlaubt.',
    'The VAT category “{found}” of a line is not allowed.',
    'vatCategory',
  ],
  [
    'BR-CL-19',
    'Den Code „{found}“ für den Grund eines Nachlasses gibt es nicht.',
    'There is no code “{found}” for the reason of an allowance.',
    'reasonCode',
  ],
  [
    'BR-CL-20',
    'Den Code „{found}“ für den Grund eines Zuschlags gibt es nicht.',
    'There is no code “{found}” for the reason of a charge.',
    'reasonCode',
  ],
  [
    'BR-CL-21',
    'Die Standardnummer eines Artikels nennt ein unbekanntes Schema („{found}“).',
    'The standard identifier of an item names an unknown scheme (“{found}”).',
    'itemIdentifier',
  ],
  [
    'BR-CL-22',
    'Den Code „{found}“ für den Grund der Steuerbefreiung gibt es nicht.',
    'There is no code “{found}” for the reason of a tax exemption.',
    'exemptionReason',
  ],
  [
    'BR-CL-23',
    'Die Einheit „{found}“ gibt es in der vorgeschriebenen Liste nicht.',
    'There is no unit “{found}” in the required list.',
    'unit',
  ],
  [
    'BR-CL-24',
    'Die Dateiart „{found}“ eines Anhangs ist nicht erlaubt.',
    'The file type “{found}” of an attachment is not allowed.',
    'attachmentType',
  ],
  [
    'BR-CL-25',
    'Eine elektronische Adresse nennt eine unbekannte Art („{found}“).',
    'An electronic address names an unknown kind (“{found}”).',
    'electronicAddress',
  ],
  [
    'BR-CL-26',
    'Die Kennung des Lieferorts nennt ein unbekanntes Schema („{found}“).',
    'The identifier of the place of delivery names an unknown scheme (“{found}”).',
    'partyScheme',
  ],
];
