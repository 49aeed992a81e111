import { wordsOf } from '../../words/words.js';

export const bulkWords = wordsOf({
  bar: { de: 'Mehrere Rechnungen', en: 'Several invoices' },
  chosen: { de: 'Gewählt: {count}', en: 'Chosen: {count}' },
  clear: { de: 'Auswahl aufheben', en: 'Clear the choice' },
  most: { de: 'Höchstens {most} auf einmal', en: '{most} at once at most' },
  claim: { de: 'Übernehmen', en: 'Take on' },
  confirmFactual: { de: 'Sachlich feststellen', en: 'Confirm the facts' },
  confirmArithmetical: { de: 'Rechnerisch feststellen', en: 'Confirm the figures' },
  order: { de: 'Anordnen', en: 'Order payment' },
  passOn: { de: 'Weitergeben', en: 'Pass on' },
  forward: { de: 'Weiterleiten', en: 'Forward' },
  each: {
    de: 'Jede wird für sich geprüft und entschieden. Was bei einer nicht geht, hält die anderen nicht auf.',
    en: 'Each is judged and decided by itself. What one is refused holds up no other.',
  },
  saysOrder: {
    de: 'Sie ordnen an, dass diese Beträge gezahlt werden. Danach holt das Haushaltssystem die Rechnungen ab.',
    en: 'You order that these amounts be paid. The finance system then fetches the invoices.',
  },
  saysFactual: {
    de: 'Sie stellen fest: Die Leistungen waren nötig und sind wie vereinbart erbracht, und die Rechnungen passen dazu.',
    en: 'You confirm: the services were needed and have been rendered as agreed, and the invoices match them.',
  },
  saysArithmetical: {
    de: 'Sie stellen fest: Mengen, Preise, Nachlässe, Umsatzsteuer und Summen sind richtig berechnet.',
    en: 'You confirm: quantities, prices, discounts, VAT and totals are calculated correctly.',
  },
  instead: { de: 'Rechnungsbetrag {amount}', en: 'The invoice says {amount}' },
  result: { de: '{action}: {done} von {count} erledigt', en: '{action}: {done} of {count} done' },
  doneOne: { de: 'Erledigt', en: 'Done' },
  donePartly: { de: 'Vermerkt, eine weitere Entscheidung fehlt noch', en: 'Noted, one more decision is missing' },
  close: { de: 'Schließen', en: 'Close' },
});
