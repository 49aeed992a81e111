/** What reading itself has to say: remarks about what the model does not hold. They never decide about a document. */
export const readingRules = {
  'READ-SURPLUS': {
    de: 'Das Element {element} steht mehrfach; gelesen wurde das erste.',
    en: 'The element {element} stands more than once; the first was read.',
  },
  'READ-UNDECIDED': {
    de: 'Das Element {element} ist nach seiner Kennzeichnung keinem Begriff der Norm zuzuordnen.',
    en: 'By its code or scheme the element {element} is no term of the standard.',
  },
  'READ-LEXICAL': {
    de: 'Der Wert „{value}“ ist kein Datum und keine Zahl, wie es hier nötig ist.',
    en: 'The value "{value}" is no date or number, as is needed here.',
  },
} as const satisfies Readonly<Record<string, { readonly de: string; readonly en: string }>>;

export type ReadingRule = keyof typeof readingRules;
