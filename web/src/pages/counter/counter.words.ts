import { wordsOf } from '../../words/words.js';

export const counterWords = wordsOf({
  title: { de: 'Rechnung einreichen', en: 'Submit an invoice' },
  trackTitle: { de: 'Ihre Einreichung', en: 'Your delivery' },
  imprint: { de: 'Impressum', en: 'Imprint' },
  privacy: { de: 'Datenschutz', en: 'Privacy' },
  accessibility: { de: 'Barrierefreiheit', en: 'Accessibility' },
});
