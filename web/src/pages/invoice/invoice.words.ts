import { wordsOf } from '../../words/words.js';

export const invoiceWords = wordsOf({
  title: { de: 'Rechnung', en: 'Invoice' },
});
