import { wordsOf } from '../../words/words.js';

export const queueWords = wordsOf({
  title: { de: 'Rechnungen', en: 'Invoices' },
});
