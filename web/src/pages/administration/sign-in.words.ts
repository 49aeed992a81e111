import { wordsOf } from '../../words/words.js';

export const signInWords = wordsOf({
  title: { de: 'Anmeldung', en: 'Signing in' },
  lead: {
    de: 'Wer anordnet oder verwaltet, weist sich mit Kennwort und zweitem Faktor aus. Alle anderen können einen zweiten Faktor für sich einrichten.',
    en: 'Whoever orders or administers proves who they are by password and second factor. Everybody else may set one up for themselves.',
  },
  part: { de: 'Zweiter Faktor', en: 'Second factor' },
  secondFactor: {
    de: 'Zweiter Faktor für Anordnung und Verwaltung',
    en: 'Second factor for ordering and administration',
  },
  required: { de: 'Vorgeschrieben', en: 'Required' },
  voluntary: { de: 'Freiwillig', en: 'Voluntary' },
  fresh: { de: 'Vor einer Anordnung erneut bestätigen nach Minuten', en: 'Prove it again for an order after minutes' },
  freshHint: {
    de: '1 bis 60. Leer: Die Bestätigung bei der Anmeldung genügt.',
    en: '1 to 60. Empty: having proved it when signing in is enough.',
  },
  freshWrong: { de: 'Bitte eine ganze Zahl von 1 bis 60 eintragen.', en: 'Please enter a whole number from 1 to 60.' },
  freshLine: { de: 'Vor einer Anordnung erneut bestätigen', en: 'Prove it again for an order' },
  after: { de: 'nach {minutes} Minuten', en: 'after {minutes} minutes' },
  twoPeople: {
    de: 'Eine zweite Person der Mandantenadministration muss die Änderung bestätigen.',
    en: 'A second tenant administrator has to confirm the change.',
  },
  never: { de: 'nein, die Anmeldung genügt', en: 'no, signing in is enough' },
});
