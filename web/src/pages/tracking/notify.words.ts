import { wordsOf } from '../../words/words.js';

export const notifyWords = wordsOf({
  title: { de: 'Per E-Mail auf dem Laufenden bleiben', en: 'Be told by mail' },
  intro: {
    de: 'Wir schreiben Ihnen, wenn sich bei dieser Zustellung etwas tut. Zuerst bekommen Sie eine E-Mail mit der Bitte um Bestätigung; abbestellen können Sie jederzeit.',
    en: 'We write to you when something happens with this delivery. First you get a mail that asks you to confirm; you can end it at any time.',
  },
  address: { de: 'E-Mail-Adresse', en: 'Mail address' },
  addressWrong: {
    de: 'Bitte geben Sie eine vollständige E-Mail-Adresse ein, etwa name@firma.de.',
    en: 'Enter a complete mail address, such as name@company.com.',
  },
  language: { de: 'Sprache der E-Mails', en: 'Language of the mails' },
  german: { de: 'Deutsch', en: 'German' },
  english: { de: 'Englisch', en: 'English' },
  ask: { de: 'E-Mails bestellen', en: 'Ask for mails' },
  asked: { de: 'Bitte sehen Sie in Ihr Postfach', en: 'Please look into your mailbox' },
  askedWhy: {
    de: 'Wir haben an {address} geschrieben. Erst wenn Sie den Link in dieser E-Mail öffnen und bestätigen, bekommen Sie weitere. Kommt nichts an, sehen Sie bitte auch im Spam-Ordner nach.',
    en: 'We have written to {address}. Only after you open the link in that mail and confirm you get more. If nothing arrives, look into the spam folder too.',
  },
  confirmTitle: { de: 'E-Mails zu Ihrer Zustellung', en: 'Mails about your delivery' },
  confirmAsk: {
    de: 'Möchten Sie E-Mails bekommen, wenn sich bei Ihrer Zustellung etwas tut?',
    en: 'Would you like to get mails when something happens with your delivery?',
  },
  confirm: { de: 'Ja, bitte schreiben Sie mir', en: 'Yes, please write to me' },
  confirmed: { de: 'Bestätigt', en: 'Confirmed' },
  confirmedWhy: {
    de: 'Ab jetzt schreiben wir Ihnen bei jedem weiteren Schritt der Zustellung {number}. In jeder E-Mail steht ein Link zum Abbestellen.',
    en: 'From now on we write to you at each further step of delivery {number}. Each mail holds a link to end it.',
  },
  endTitle: { de: 'E-Mails abbestellen', en: 'End the mails' },
  endAsk: {
    de: 'Möchten Sie zu dieser Zustellung keine E-Mails mehr bekommen? Der Link zum Verfolgen funktioniert weiter.',
    en: 'Would you like to get no more mails about this delivery? The link for tracking still works.',
  },
  end: { de: 'Ja, keine E-Mails mehr', en: 'Yes, no more mails' },
  ended: { de: 'Abbestellt', en: 'Ended' },
  endedWhy: {
    de: 'Zur Zustellung {number} schreiben wir Ihnen nicht mehr.',
    en: 'We do not write to you about delivery {number} any more.',
  },
  linkBroken: { de: 'Dieser Link ist nicht gültig', en: 'This link is not valid' },
  linkBrokenWhy: {
    de: 'Vielleicht ist er nicht vollständig. Bitte öffnen Sie ihn noch einmal direkt aus der E-Mail.',
    en: 'Perhaps it is not complete. Open it once more right from the mail.',
  },
  toCounter: { de: 'Zum Rechnungsschalter', en: 'To the invoice counter' },
});
