import { wordsOf } from '../../words/words.js';

/** Words of queries to the supplier. */
export const supplierQueryWords = wordsOf({
  title: { de: 'Rückfrage an den Lieferanten', en: 'Question to the supplier' },
  earlier: { de: 'Frühere Rückfragen: {count}', en: 'Earlier questions: {count}' },
  asked: { de: 'Gefragt am {when} von {name}', en: 'Asked on {when} by {name}' },
  waitsNone: { de: 'Wartet seit heute auf Antwort', en: 'Waiting for an answer since today' },
  waitsDay: { de: 'Wartet seit einem Tag auf Antwort', en: 'Waiting for an answer for one day' },
  waits: { de: 'Wartet seit {count} Tagen auf Antwort', en: 'Waiting for an answer for {count} days' },
  mailPlanned: { de: 'Die E-Mail wird gerade versandt.', en: 'The mail is being sent.' },
  mailSent: { de: 'E-Mail versandt am {when}.', en: 'Mail sent on {when}.' },
  mailFailed: { de: 'Die E-Mail ließ sich nicht zustellen', en: 'The mail could not be delivered' },
  mailNone: { de: 'Niemand wurde per E-Mail gefragt', en: 'Nobody was asked by mail' },
  askOtherwise: {
    de: 'Bitte fragen Sie auf anderem Weg, etwa am Telefon, und nehmen Sie die Antwort hier auf.',
    en: 'Please ask in another way, such as by telephone, and record the answer here.',
  },
  noAddress: {
    de: 'Weder die Zustellung noch die Rechnung nennt eine Adresse, an die geschrieben werden darf.',
    en: 'Neither the delivery nor the invoice names an address that may be written to.',
  },
  noWayOut: { de: 'Diese Verwaltung hat keinen Ausgang für E-Mails.', en: 'This authority has no way out for mail.' },
  answersSwitchedOff: {
    de: 'Das Postfach antwortet nicht; so ist es eingestellt.',
    en: 'The mailbox does not answer; it is set so.',
  },
  answeredAlready: {
    de: 'An diese Adresse gingen heute schon so viele E-Mails, wie an einem Tag gehen dürfen.',
    en: 'As many mails as may go to one address on a day have gone to this one today.',
  },
  otherwise: {
    de: 'Der Absender darf nicht von einem Programm angeschrieben werden.',
    en: 'The sender may not be written to by a program.',
  },
  byMail: { de: 'Antwort per E-Mail am {when}', en: 'Answer by mail on {when}' },
  byLink: { de: 'Antwort über den Link am {when}', en: 'Answer through the link on {when}' },
  byStaff: { de: 'Antwort aufgenommen am {when} von {name}', en: 'Answer recorded on {when} by {name}' },
  papers: { de: 'Dateien der Antwort', en: 'Files of the answer' },
  somebody: { de: 'jemand', en: 'somebody' },
});
