/**
 * What the XML gate refuses, before any invoice rule is asked. Ids are this project's own and stable; sentences take
 * the finding's values by name; `detail` is English and stands in English sentences alone.
 */
export const formatRules = {
  'FORMAT-EMPTY': {
    de: 'Die Datei ist leer.',
    en: 'The file is empty.',
  },
  'FORMAT-SIZE': {
    de: 'Die Datei ist mit {found} Bytes größer als erlaubt ({limit}).',
    en: 'The file has {found} bytes, more than the limit of {limit}.',
  },
  'FORMAT-ENCODING': {
    de: 'Die Zeichencodierung {found} wird nicht angenommen; bitte als UTF-8 senden.',
    en: 'The character encoding {found} is not taken; please send UTF-8.',
  },
  'FORMAT-ENCODING-MISMATCH': {
    de: 'Die Datei nennt die Zeichencodierung {declared}, ist aber {found}.',
    en: 'The file declares the character encoding {declared} but is {found}.',
  },
  'FORMAT-ENCODING-BYTES': {
    de: 'Die Datei enthält Bytes, die in {declared} nicht vorkommen können.',
    en: 'The file holds bytes that {declared} does not have.',
  },
  'FORMAT-DTD': {
    de: 'Die Datei enthält eine Dokumenttypdefinition (DOCTYPE); das ist aus Sicherheitsgründen nicht erlaubt.',
    en: 'The file holds a document type definition (DOCTYPE), which is refused for safety.',
  },
  'FORMAT-ENTITY': {
    de: 'Die Datei verwendet eine Entität, die XML nicht kennt.',
    en: 'The file uses an entity that XML does not know.',
  },
  'FORMAT-NAMESPACE': {
    de: 'Ein Namensraum ist nicht richtig deklariert.',
    en: 'A namespace is not declared properly: {detail}',
  },
  'FORMAT-DEPTH': {
    de: 'Die Elemente sind tiefer als {limit} Ebenen geschachtelt.',
    en: 'The elements are nested deeper than {limit} levels.',
  },
  'FORMAT-LINES': {
    de: 'Die Rechnung hat mehr als {limit} Positionen.',
    en: 'The invoice has more than {limit} lines.',
  },
  'FORMAT-NODES': {
    de: 'Die Datei hat mehr als {limit} Elemente und Attribute.',
    en: 'The file has more than {limit} elements and attributes.',
  },
  'FORMAT-ATTRIBUTES': {
    de: 'Ein Element hat mehr als {limit} Attribute.',
    en: 'An element has more than {limit} attributes.',
  },
  'FORMAT-NOT-WELL-FORMED': {
    de: 'Die Datei ist kein wohlgeformtes XML.',
    en: 'The file is not well-formed XML: {detail}',
  },
} as const satisfies Readonly<Record<string, { readonly de: string; readonly en: string }>>;

export type FormatRule = keyof typeof formatRules;
