import { wordsOf } from '../../words/words.js';

export const correctionWords = wordsOf({
  hasCorrection: { de: 'Zu dieser Rechnung liegt eine Korrektur vor', en: 'There is a correction of this invoice' },
  hasCredit: { de: 'Zu dieser Rechnung liegt eine Gutschrift vor', en: 'There is a credit note for this invoice' },
  isCorrection: { de: 'Diese Rechnung korrigiert eine frühere', en: 'This invoice corrects an earlier one' },
  isCredit: {
    de: 'Diese Gutschrift gehört zu einer früheren Rechnung',
    en: 'This credit note belongs to an earlier invoice',
  },
  unnamed: { de: 'ohne Nummer', en: 'without a number' },
  unseen: {
    de: 'in einem Amt, dessen Rechnungen Sie nicht sehen',
    en: 'in a department whose invoices you do not see',
  },
  replace: {
    de: 'Soll nur die spätere gelten, ersetzen Sie die frühere durch sie. Sonst gehen beide weiter ihren Weg zur Zahlung.',
    en: 'If only the later one is to hold, replace the earlier one by it. Otherwise both go on their way to payment.',
  },
  partCredit: {
    de: 'Die Gutschrift ist niedriger als die Rechnung: Beide gehen weiter ihren Weg und werden verrechnet.',
    en: 'The credit note is lower than the invoice: both go on their way and are set off against each other.',
  },
  bothPaid: {
    de: 'Die frühere ist schon bei der Finanzbuchhaltung. Wird auch die Korrektur angeordnet, werden beide gezahlt, solange die frühere nicht zurückgerufen ist.',
    en: 'The earlier one is with financial accounting already. If the correction is ordered too, both are paid unless the earlier one is recalled.',
  },
  setOff: {
    de: 'Die Rechnung ist schon bei der Finanzbuchhaltung. Die Gutschrift wird mit ihr verrechnet, sobald sie angeordnet ist.',
    en: 'The invoice is with financial accounting already. The credit note is set off against it once it is ordered.',
  },
});
