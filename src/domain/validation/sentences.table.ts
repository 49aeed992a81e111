import { peppolSentences } from './peppol-sentences.table.js';

/** A sentence for one rule, or for all rules whose id begins with a prefix that ends in a hyphen. */
export interface Sentence {
  readonly rules: string;
  readonly de: string;
  readonly en: string;
}

/** Short sentences by rule and family, the more special ones first; each semantic rule is to get its own. */
export const sentences: readonly Sentence[] = [
  {
    rules: 'FORMAT-SYNTAX',
    de: 'Die Datei ist keine Rechnung in UBL oder CII (gefunden: {found}).',
    en: 'The file is no invoice in UBL or CII (found: {found}).',
  },
  {
    rules: 'FORMAT-SCENARIO',
    de: 'Die Spezifikationskennung (BT-24) „{found}“ wird hier nicht angenommen.',
    en: 'The specification identifier (BT-24) “{found}” is not taken here.',
  },
  {
    rules: 'FORMAT-PROFILE',
    de: 'Das Profil „{found}“ ist eine Buchungshilfe und keine vollständige Rechnung.',
    en: 'The profile “{found}” is a booking aid and no complete invoice.',
  },
  {
    rules: 'STRUCTURE-ROOT',
    de: 'Das Wurzelelement {element} ist unbekannt; erwartet wird {expected}.',
    en: 'The root element {element} is unknown; expected is {expected}.',
  },
  {
    rules: 'STRUCTURE-UNEXPECTED',
    de: 'Das Element {element} ist in {parent} an dieser Stelle nicht erlaubt; möglich ist hier {expected}.',
    en: 'The element {element} is not allowed at this place in {parent}; possible here is {expected}.',
  },
  {
    rules: 'STRUCTURE-MISSING',
    de: 'In {element} fehlt {expected}.',
    en: '{element} lacks {expected}.',
  },
  {
    rules: 'STRUCTURE-CHILD',
    de: '{parent} enthält einen Wert; das Element {element} darf darin nicht stehen.',
    en: '{parent} holds a value; the element {element} must not stand in it.',
  },
  {
    rules: 'STRUCTURE-TEXT',
    de: 'In {element} darf kein Text stehen (gefunden: {found}).',
    en: 'There must be no text in {element} (found: {found}).',
  },
  {
    rules: 'STRUCTURE-VALUE',
    de: 'Der Wert „{found}“ in {element} hat nicht die Form {expected}.',
    en: 'The value “{found}” in {element} does not have the form {expected}.',
  },
  {
    rules: 'STRUCTURE-ID',
    de: 'Die Kennung „{found}“ kommt im Dokument mehrfach vor.',
    en: 'The identifier “{found}” occurs more than once in the document.',
  },
  {
    rules: 'STRUCTURE-ATTRIBUTE',
    de: 'Das Attribut {attribute} ist an {element} nicht erlaubt.',
    en: 'The attribute {attribute} is not allowed on {element}.',
  },
  {
    rules: 'STRUCTURE-ATTRIBUTE-MISSING',
    de: 'An {element} fehlt das Attribut {attribute}.',
    en: '{element} lacks the attribute {attribute}.',
  },
  {
    rules: 'STRUCTURE-ATTRIBUTE-FIXED',
    de: 'Das Attribut {attribute} an {element} muss „{expected}“ sein, nicht „{found}“.',
    en: 'The attribute {attribute} on {element} must be “{expected}”, not “{found}”.',
  },
  {
    rules: 'STRUCTURE-',
    de: 'Das Element {element} ist nach dem Schema nicht gültig.',
    en: 'The element {element} is not valid by the schema.',
  },
  {
    rules: 'UBL-CR-',
    de: 'Das Element {element} wird von EN 16931 nicht verwendet und sollte fehlen.',
    en: 'The element {element} is not used by EN 16931 and should be left out.',
  },
  {
    rules: 'UBL-',
    de: 'Das Element {element} kommt in {in} {found} Mal vor; das passt nicht zu EN 16931.',
    en: 'The element {element} occurs {found} times in {in}, which does not fit EN 16931.',
  },
  {
    rules: 'CII-',
    de: 'Das Element {element} kommt in {in} {found} Mal vor; das passt nicht zu EN 16931.',
    en: 'The element {element} occurs {found} times in {in}, which does not fit EN 16931.',
  },
  {
    rules: 'BR-DEC-',
    de: 'Der Betrag {terms} darf höchstens zwei Nachkommastellen haben (gefunden: {found}).',
    en: 'The amount {terms} may have two decimals at most (found: {found}).',
  },
  {
    rules: 'BR-CL-',
    de: 'Der Code „{found}“ ({terms}) steht nicht in der vorgeschriebenen Codeliste.',
    en: 'The code “{found}” ({terms}) is not in the required code list.',
  },
  {
    rules: 'BR-CO-',
    de: 'Die Angaben {terms} passen nicht zueinander (gefunden: {found}).',
    en: 'The information {terms} does not fit together (found: {found}).',
  },
  ...peppolSentences,
];
