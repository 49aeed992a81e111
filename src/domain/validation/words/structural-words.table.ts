import type { RuleWords } from './rule-words.js';

/** The gate's, the structure's and the bindings' own rules: by template, because elements are what they speak of. */
export const structuralWords: readonly RuleWords[] = [
  [
    'FORMAT-SYNTAX',
    'Die Datei ist keine Rechnung in einem der beiden Formate UBL und CII (gefunden: „{found}“).',
    'The file is no invoice in one of the two formats UBL and CII (found: “{found}”).',
    'eInvoice',
  ],
  [
    'FORMAT-SCENARIO',
    'Rechnungen nach der Spezifikation „{found}“ werden hier nicht angenommen.',
    'Invoices of the specification “{found}” are not taken here.',
    'specification',
  ],
  [
    'FORMAT-PROFILE',
    'Das Profil „{found}“ ist eine Buchungshilfe und keine vollständige Rechnung.',
    'The profile “{found}” is a booking aid and no complete invoice.',
    'fullProfile',
  ],
  [
    'STRUCTURE-ROOT',
    'Das äußerste Element {element} ist unbekannt; erwartet wird {expected}.',
    'The outermost element {element} is unknown; expected is {expected}.',
    'structure',
  ],
  [
    'STRUCTURE-UNEXPECTED',
    'Das Element {element} ist in {parent} an dieser Stelle nicht erlaubt; möglich ist hier {expected}.',
    'The element {element} is not allowed at this place in {parent}; possible here is {expected}.',
    'structure',
  ],
  ['STRUCTURE-MISSING', 'In {element} fehlt {expected}.', '{element} lacks {expected}.', 'structure'],
  [
    'STRUCTURE-CHILD',
    '{parent} enthält einen Wert; das Element {element} darf darin nicht stehen.',
    '{parent} holds a value; the element {element} must not stand in it.',
    'structure',
  ],
  [
    'STRUCTURE-TEXT',
    'In {element} darf kein Text stehen (gefunden: „{found}“).',
    'There must be no text in {element} (found: “{found}”).',
    'structure',
  ],
  [
    'STRUCTURE-VALUE',
    'Der Wert „{found}“ in {element} hat nicht die Form {expected}.',
    'The value “{found}” in {element} does not have the form {expected}.',
    'valueForm',
  ],
  [
    'STRUCTURE-ID',
    'Die Kennung „{found}“ kommt im Dokument mehrfach vor.',
    'The identifier “{found}” occurs more than once in the document.',
    'structure',
  ],
  [
    'STRUCTURE-ATTRIBUTE',
    'Das Attribut {attribute} ist an {element} nicht erlaubt.',
    'The attribute {attribute} is not allowed on {element}.',
    'structure',
  ],
  [
    'STRUCTURE-ATTRIBUTE-MISSING',
    'An {element} fehlt das Attribut {attribute}.',
    '{element} lacks the attribute {attribute}.',
    'structure',
  ],
  [
    'STRUCTURE-ATTRIBUTE-FIXED',
    'Das Attribut {attribute} an {element} muss „{expected}“ sein, nicht „{found}“.',
    'The attribute {attribute} on {element} must be “{expected}”, not “{found}”.',
    'structure',
  ],
  [
    'STRUCTURE-',
    'Das Element {element} ist nach dem Schema nicht gültig.',
    'The element {element} is not valid by the schema.',
    'structure',
  ],
  [
    'UBL-CR-',
    'Das Element {element} kommt in der europäischen Norm nicht vor und sollte fehlen.',
    'The European standard does not know the element {element}; it should be left out.',
    'leaveOut',
  ],
  [
    'UBL-',
    'Das Element {element} kommt in {in} {found} Mal vor; so oft lässt die europäische Norm es dort nicht zu.',
    'The element {element} occurs {found} times in {in}; the European standard does not allow that there.',
    'howOften',
  ],
  [
    'CII-',
    'Das Element {element} kommt in {in} {found} Mal vor; so oft lässt die europäische Norm es dort nicht zu.',
    'The element {element} occurs {found} times in {in}; the European standard does not allow that there.',
    'howOften',
  ],
];

/** Instead of the two above where the element is not there at all. */
export const missingElement = {
  de: 'In {in} fehlt das Element {element}.',
  en: '{in} lacks the element {element}.',
} as const;

/** Factur-X has rules of its own under numbers that mean something else in EN 16931. */
export const facturXVariantWords: readonly RuleWords[] = [
  [
    'CII-SR-464',
    'Die Angaben zum Zahlungsweg passen nicht zusammen.',
    'The payment instructions do not fit together.',
    'paymentMeans',
  ],
  [
    'CII-SR-469',
    'Der Verwendungszweck steht mehrfach da.',
    'The remittance information is given more than once.',
    'paymentMeans',
  ],
  [
    'CII-SR-470',
    'Zur Überweisung muss genau ein Konto angegeben sein: IBAN oder andere Kontonummer.',
    'A credit transfer needs exactly one account: an IBAN or another account number.',
    'account',
  ],
  [
    'CII-SR-471',
    'Ein Nachlass oder Zuschlag hat mehrere Umsatzsteuerkategorien.',
    'An allowance or charge has several VAT categories.',
    'vatCategory',
  ],
  [
    'CII-SR-472',
    'Ein Nachlass oder Zuschlag hat mehrere Steuersätze.',
    'An allowance or charge has several VAT rates.',
    'vatRate',
  ],
  [
    'CII-SR-473',
    'Ein Nachlass oder Zuschlag hat mehrere Beträge.',
    'An allowance or charge has several amounts.',
    'allowance',
  ],
];
