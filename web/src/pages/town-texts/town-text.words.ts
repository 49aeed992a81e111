import { wordsOf } from '../../words/words.js';

export const townTextWords = wordsOf({
  imprint: { de: 'Impressum', en: 'Imprint' },
  privacy: { de: 'Datenschutz', en: 'Privacy' },
  accessibility: { de: 'Barrierefreiheit', en: 'Accessibility' },
  germanOnly: { de: 'Diesen Text gibt es nur auf Deutsch.', en: 'This text is available in German only.' },
  notWritten: { de: 'Dieser Text fehlt noch', en: 'This text is still missing' },
  noImprint: {
    de: '{town} hat hier noch kein Impressum hinterlegt. Sie finden es auf der Internetseite der Verwaltung.',
    en: '{town} has not provided its imprint here yet. You find it on the authority’s website.',
  },
  noPrivacy: {
    de: '{town} hat hier noch keine Datenschutzerklärung hinterlegt. Solange sie fehlt, nimmt der Schalter nichts an.',
    en: '{town} has not provided its privacy notice here yet. As long as it is missing, the counter takes nothing.',
  },
  noAccessibility: {
    de: '{town} hat hier noch keine Erklärung zur Barrierefreiheit hinterlegt. Stoßen Sie auf ein Hindernis, wenden Sie sich bitte direkt an die Verwaltung.',
    en: '{town} has not provided its accessibility statement here yet. If you meet a barrier, please turn to the authority directly.',
  },
});
