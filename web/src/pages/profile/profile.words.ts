import { wordsOf } from '../../words/words.js';

export const profileWords = wordsOf({
  title: { de: 'Mein Profil', en: 'My profile' },
  reminders: { de: 'Erinnerungen', en: 'Reminders' },
  lead: {
    de: 'Liegt eine Rechnung zu lange oder läuft ein Skonto ab, erinnert Eingang per E-Mail: Nummer, Verkäufer, Betrag und ein Link hierher. Zu einer Rechnung kommt am Tag höchstens eine Erinnerung jeder Art.',
    en: 'Where an invoice waits too long or a discount is about to be lost, Eingang reminds you by mail: number, seller, amount and a link to here. Of each kind there is at most one reminder a day for an invoice.',
  },
  off: { de: 'Diese Behörde erinnert noch nicht', en: 'This authority does not remind yet' },
  offText: {
    de: 'Was Sie hier wählen, gilt, sobald die Mandantenadministration die Erinnerungen einschaltet.',
    en: 'What you choose here holds once a tenant administrator switches reminders on.',
  },
  address: { de: 'E-Mail-Adresse', en: 'Mail address' },
  addressHint: {
    de: 'Ihre dienstliche Adresse. Ohne sie kann Eingang Sie nicht erinnern.',
    en: 'Your address at work. Without it Eingang cannot remind you.',
  },
  addressIn: {
    de: 'Ihre dienstliche Adresse in: {domains}. Ohne sie kann Eingang Sie nicht erinnern.',
    en: 'Your address at work, in: {domains}. Without it Eingang cannot remind you.',
  },
  addressWrong: { de: 'Bitte geben Sie eine E-Mail-Adresse an.', en: 'Enter a mail address.' },
  mode: { de: 'Wie möchten Sie erinnert werden?', en: 'How do you want to be reminded?' },
  each: {
    de: 'Jede als eigene E-Mail (ab elf am Tag gesammelt)',
    en: 'Each in a mail of its own (from eleven a day collected)',
  },
  digest: { de: 'Alles eines Tages in einer E-Mail', en: 'Everything of a day in one mail' },
  none: { de: 'Keine E-Mail, nur Eskalationen', en: 'No mail, escalations only' },
  modeHint: {
    de: 'Was in Ihrem Amt zu lange liegt, erfahren Sie als Amtsleitung immer.',
    en: 'What waits too long in your department you always hear of as its lead.',
  },
  language: { de: 'Sprache der E-Mails', en: 'Language of the mails' },
  de: { de: 'Deutsch', en: 'German' },
  en: { de: 'Englisch', en: 'English' },
  save: { de: 'Speichern', en: 'Save' },
  saved: { de: 'Gespeichert.', en: 'Saved.' },
  conflict: {
    de: 'Ihre Eingaben stehen noch im Formular. „Neuen Stand laden“ ersetzt sie durch das, was jetzt gilt.',
    en: 'Your entries are still in the form. “Load the present state” replaces them by what holds now.',
  },
});
