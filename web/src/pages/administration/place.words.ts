import { wordsOf } from '../../words/words.js';

export const placeWords = wordsOf({
  title: { de: 'Ort und Fristen', en: 'Place and deadlines' },
  lead: {
    de: 'Fällt das Ende einer Frist auf einen Feiertag, gilt der nächste Werktag (§ 193 BGB). Welche Tage Feiertage sind, bestimmt das Land.',
    en: 'Where a period ends on a public holiday, the next working day counts (§ 193 BGB). Which days these are depends on the Land.',
  },
  part: { de: 'Land', en: 'Land' },
  land: { de: 'In welchem Land liegt die Behörde?', en: 'In which Land is the authority?' },
  none: { de: 'Nicht festgelegt: nur bundesweite Feiertage', en: 'Not set: holidays of all Länder only' },
  save: { de: 'Land speichern', en: 'Save the Land' },
  saved: {
    de: 'Gespeichert. Die Fristen werden in den nächsten Minuten neu berechnet.',
    en: 'Saved. Deadlines are reckoned again within minutes.',
  },
});
