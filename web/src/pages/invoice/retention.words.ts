import { wordsOf } from '../../words/words.js';

export const retentionFactWords = wordsOf({
  until: { de: 'bis {day}', en: 'until {day}' },
  probably: { de: 'voraussichtlich bis {day}', en: 'probably until {day}' },
  open: {
    de: 'offen, bis der Jahresabschluss {year} festgestellt ist',
    en: 'open until the accounts of {year} are adopted',
  },
  gone: { de: 'abgelaufen, gelöscht', en: 'ended, disposed of' },
  held: { de: 'gegen Löschen gesperrt', en: 'held, not to be disposed of' },
  hold: { de: 'Gegen Löschen sperren', en: 'Set a legal hold' },
  holdText: {
    de: 'Die Rechnung bleibt auch nach Ablauf der Aufbewahrung, bis zwei Personen die Sperre aufheben. Der Grund steht in der Historie.',
    en: 'The invoice stays beyond its retention until two people lift the hold. The reason stands in its history.',
  },
  reason: { de: 'Grund', en: 'Reason' },
  done: { de: 'Gesperrt.', en: 'Held.' },
});
