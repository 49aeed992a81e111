import { wordsOf } from '../../words/words.js';

export const administrationWords = wordsOf({
  title: { de: 'Verwaltung', en: 'Administration' },
});
