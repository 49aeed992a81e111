import { wordsOf } from '../../words/words.js';

export const settingWords = wordsOf({
  title: { de: 'Schalter und Texte', en: 'Counter and texts' },
  lead: {
    de: 'Am Schalter reichen Lieferanten ohne Konto Rechnungen ein. Öffnen lässt er sich, sobald Impressum, Datenschutzerklärung und Erklärung zur Barrierefreiheit hinterlegt sind.',
    en: 'At the counter suppliers submit invoices without an account. It can be opened once imprint, privacy notice and accessibility statement are there.',
  },
  visit: { de: 'Schalter ansehen', en: 'See the counter' },
  counter: { de: 'Schalter', en: 'Counter' },
  texts: { de: 'Texte', en: 'Texts' },
  open: { de: 'Der Schalter ist geöffnet', en: 'The counter is open' },
  note: { de: 'Hinweis, solange er geschlossen ist', en: 'Note while it is closed' },
  noteDe: { de: 'Hinweis auf Deutsch', en: 'Note in German' },
  noteEn: { de: 'Hinweis auf Englisch', en: 'Note in English' },
  noteHint: {
    de: 'Sagen Sie, warum und bis wann, und wie man Sie sonst erreicht.',
    en: 'Say why and until when, and how else to reach you.',
  },
  quotas: { de: 'Wie viel angenommen wird', en: 'How much is taken in' },
  quotasHint: {
    de: 'Schützt vor Überflutung. Wer an eine Grenze stößt, erfährt es sofort und es geht nichts verloren.',
    en: 'Protects from floods. Whoever meets a limit is told at once, and nothing is lost.',
  },
  deliveriesPerAddressAndDay: { de: 'Einreichungen je Absenderadresse und Tag', en: 'Deliveries by address and day' },
  deliveriesPerDay: { de: 'Einreichungen insgesamt je Tag', en: 'Deliveries in all by day' },
  megabytesPerDay: { de: 'Megabyte insgesamt je Tag', en: 'Megabytes in all by day' },
  checksPerAddressAndHour: { de: 'Prüfungen je Absenderadresse und Stunde', en: 'Checks by address and hour' },
  checksHint: { de: '0: Prüfen ohne Einreichen ist abgeschaltet.', en: '0: checking without sending is switched off.' },
  wholeNumber: {
    de: 'Bitte geben Sie eine ganze Zahl von {least} bis {most} an.',
    en: 'Enter a whole number from {least} to {most}.',
  },
  imprint: { de: 'Impressum', en: 'Imprint' },
  privacy: { de: 'Datenschutzerklärung', en: 'Privacy notice' },
  accessibility: { de: 'Erklärung zur Barrierefreiheit', en: 'Accessibility statement' },
  textHint: {
    de: 'Reiner Text; eine Leerzeile trennt Absätze.',
    en: 'Plain text; a blank line parts paragraphs.',
  },
  german: { de: '{text} auf Deutsch', en: '{text} in German' },
  english: { de: '{text} auf Englisch', en: '{text} in English' },
  germanMissing: {
    de: 'Ohne den deutschen Text wird auch der englische nicht gezeigt. Bitte ergänzen Sie ihn.',
    en: 'Without the German text the English one is not shown either. Please add it.',
  },
  feedback: { de: 'E-Mail-Adresse für Hinweise', en: 'Mail address for feedback' },
  feedbackHint: {
    de: 'An sie schreiben Menschen, die auf eine Barriere oder einen Fehler stoßen.',
    en: 'People who meet a barrier or a mistake write to it.',
  },
  feedbackWrong: { de: 'Bitte geben Sie eine E-Mail-Adresse an.', en: 'Enter a mail address.' },
  saveCounter: { de: 'Schalter speichern', en: 'Save the counter' },
  saveTexts: { de: 'Texte speichern', en: 'Save the texts' },
  saved: { de: 'Gespeichert.', en: 'Saved.' },
  setBy: { de: 'Zuletzt geändert am {time}, Fassung {version}', en: 'Last changed at {time}, version {version}' },
  unset: { de: 'Noch nichts festgelegt; es gelten die Vorgaben.', en: 'Nothing has been set yet; the defaults hold.' },
  conflict: {
    de: 'Ihre Eingaben stehen noch im Formular. „Neuen Stand laden“ ersetzt sie durch das, was jetzt gilt.',
    en: 'Your entries are still in the form. “Load the present state” replaces them by what holds now.',
  },
});
