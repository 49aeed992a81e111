import { wordsOf } from '../../words/words.js';

export const clearingWords = wordsOf({
  title: { de: 'Klärung', en: 'Clearing' },
});
