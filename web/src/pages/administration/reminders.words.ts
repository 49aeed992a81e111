import { wordsOf } from '../../words/words.js';

export const remindersWords = wordsOf({
  title: { de: 'Erinnerungen', en: 'Reminders' },
  lead: {
    de: 'Wer eine Rechnung liegen lässt, wird per E-Mail erinnert; danach erfährt es die Amtsleitung: wer in dem Amt bis zum höchsten Betrag anordnen darf. Ob einzeln, gesammelt oder gar nicht, wählt jede Person in ihrem Profil; Eskalationen kommen immer.',
    en: 'Who leaves an invoice lying is reminded by mail; after that the department’s lead hears of it: who may order there up to the highest amount. Each person chooses in their profile whether mails come one by one, collected or not at all; escalations always come.',
  },
  settings: { de: 'Wann woran erinnert wird', en: 'Who is reminded of what, and when' },
  on: { de: 'Beschäftigte werden erinnert', en: 'Staff are reminded' },
  time: { de: 'Uhrzeit an Werktagen', en: 'Time of day on working days' },
  timeHint: {
    de: 'Einmal am Tag; Wochenenden und die Feiertage des Landes bleiben frei.',
    en: 'Once a day; weekends and the public holidays of the Land are left out.',
  },
  timeWrong: { de: 'Bitte geben Sie eine Uhrzeit an.', en: 'Enter a time of day.' },
  days: { de: 'Nach wie vielen Werktagen', en: 'After how many working days' },
  daysHint: { de: 'Ein leeres Feld: daran wird nicht erinnert.', en: 'An empty field: there is no reminder of that.' },
  unclaimed: { de: 'Von niemandem übernommen', en: 'Taken on by nobody' },
  unconfirmed: { de: 'Übernommen, nicht festgestellt', en: 'Taken on, not confirmed' },
  unordered: { de: 'Festgestellt, nicht angeordnet', en: 'Confirmed, not ordered' },
  unanswered: { de: 'Rückfrage ohne Antwort', en: 'Query without an answer' },
  escalation: { de: 'Eskalation an die Amtsleitung', en: 'Escalation to the department’s lead' },
  again: { de: 'Dieselbe Erinnerung wieder', en: 'The same reminder again' },
  skonto: { de: 'Werktage, bevor ein Skonto verloren geht', en: 'Working days before a discount is lost' },
  losses: { de: 'Was Geld kostet', en: 'What costs money' },
  interest: { de: 'Erinnern, wenn der Verzug begonnen hat', en: 'Remind once default has begun' },
  domains: { de: 'Adressen nur in diesen Domains', en: 'Addresses in these domains only' },
  domainsHint: {
    de: 'Mit Komma getrennt, etwa stadt.example. Leer: jede Adresse.',
    en: 'With commas between, such as town.example. Empty: any address.',
  },
  domainsWrong: { de: 'Bitte geben Sie Domains ohne @ an.', en: 'Enter domains without @.' },
  numberWrong: {
    de: 'Bitte geben Sie eine ganze Zahl von {least} bis 60 an.',
    en: 'Enter a whole number from {least} to 60.',
  },
  save: { de: 'Erinnerungen speichern', en: 'Save reminders' },
  saved: { de: 'Gespeichert.', en: 'Saved.' },
  unreached: { de: 'Wer nicht erinnert werden kann', en: 'Who cannot be reminded' },
  unreachedText: {
    de: 'Diese Personen arbeiten mit Rechnungen und haben in ihrem Profil keine E-Mail-Adresse hinterlegt:',
    en: 'These people work with invoices and have named no mail address in their profile:',
  },
  allReached: {
    de: 'Alle, die mit Rechnungen arbeiten, haben eine Adresse hinterlegt.',
    en: 'Everybody who works with invoices has named an address.',
  },
});
