import { wordsOf } from '../../words/words.js';

/** Words of submitting files. */
export const submitWords = wordsOf({
  chosen: { de: 'Ihre Dateien', en: 'Your files' },
  sum: { de: 'Anzahl: {count} · Zusammen: {size}', en: 'Number: {count} · Together: {size}' },
  remove: { de: 'Entfernen', en: 'Remove' },
  removeNamed: { de: '{name} entfernen', en: 'Remove {name}' },
  added: { de: 'Hinzugefügt: {count}', en: 'Added: {count}' },
  alreadyThere: { de: 'Diese Datei steht schon in der Liste.', en: 'This file is in the list already.' },
  removed: { de: '{name} entfernt', en: '{name} removed' },
  fileEmpty: {
    de: 'Diese Datei ist leer. Bitte entfernen Sie sie, oder speichern Sie die Rechnung neu und wählen Sie sie noch einmal aus.',
    en: 'This file is empty. Remove it, or save the invoice again and choose it once more.',
  },
  fileTooLarge: {
    de: 'Diese Datei ist größer als {limit}. Bitte entfernen Sie sie, oder verkleinern Sie sie und wählen Sie sie neu aus.',
    en: 'This file is larger than {limit}. Remove it, or make it smaller and choose it again.',
  },
  notSentYet: { de: 'Noch nicht gesendet', en: 'Not sent yet' },
  nothingChosen: {
    de: 'Bitte wählen Sie zuerst Ihre Rechnung aus.',
    en: 'Choose your invoice first.',
  },
  someFaulty: {
    de: 'Mindestens eine Datei kann so nicht angenommen werden. Was daran nicht stimmt, steht in der Liste.',
    en: 'At least one file cannot be taken like this. What is wrong stands in the list.',
  },
  tooMany: {
    de: 'Es sind mehr als {parts} Dateien. Bitte entfernen Sie einige und senden Sie diese danach.',
    en: 'There are more than {parts} files. Remove some and send them afterwards.',
  },
  tooMuch: {
    de: 'Zusammen sind die Dateien größer als {all}. Bitte entfernen Sie einige und senden Sie diese danach.',
    en: 'Together the files are larger than {all}. Remove some and send them afterwards.',
  },
  sender: { de: 'Ihr Name oder Ihre E-Mail-Adresse', en: 'Your name or mail address' },
  senderHint: {
    de: 'Hilft, wenn es Rückfragen gibt.',
    en: 'Helps when there are questions.',
  },
  send: { de: 'Jetzt einreichen', en: 'Submit now' },
  again: { de: 'Noch einmal senden', en: 'Send again' },
  cancel: { de: 'Abbrechen', en: 'Cancel' },
  sending: { de: 'Wird gesendet: {percent} %', en: 'Sending: {percent} %' },
  storing: {
    de: 'Alles ist übertragen und wird gespeichert. Einen Moment bitte …',
    en: 'Everything has arrived and is being stored. One moment …',
  },
  fileSent: { de: '{percent} % gesendet', en: '{percent} % sent' },
  progressOf: { de: 'Fortschritt von {name}', en: 'Progress of {name}' },
  cancelled: { de: 'Abgebrochen', en: 'Cancelled' },
  cancelledWhy: {
    de: 'Ihre Dateien stehen noch in der Liste. Wenn Sie noch einmal senden, kommt trotzdem nur eine Zustellung an.',
    en: 'Your files are still in the list. If you send again, only one delivery arrives all the same.',
  },
  received: { de: 'Angekommen. Die Eingangsbestätigung wird geöffnet …', en: 'Arrived. The receipt is being opened …' },
  away: { de: 'Keine Verbindung', en: 'No connection' },
  awayWhy: {
    de: 'Der Server antwortet nicht. Bitte prüfen Sie Ihre Internetverbindung und senden Sie noch einmal. Auch wenn der erste Versuch doch angekommen ist, entsteht keine doppelte Zustellung.',
    en: 'The server does not answer. Check your internet connection and send again. Even if the first try did arrive, nothing will be there twice.',
  },
  busy: { de: 'Gerade ist viel los', en: 'There is a lot going on' },
  refused: { de: 'Das konnte so nicht angenommen werden', en: 'This could not be taken like this' },
  quota: { de: 'Die Menge für heute ist erreicht', en: 'Today’s limit has been reached' },
  tooOften: { de: 'Zu viele Versuche', en: 'Too many tries' },
  failed: { de: 'Unerwarteter Fehler', en: 'Unexpected error' },
  failedWhy: {
    de: 'Damit hat niemand gerechnet. Bitte versuchen Sie es in einigen Minuten noch einmal.',
    en: 'Nobody foresaw this. Try again in some minutes.',
  },
  unreadable: {
    de: 'Wurde eine Datei inzwischen verschoben, umbenannt oder geändert? Dann entfernen Sie sie bitte und wählen sie neu aus.',
    en: 'Has a file been moved, renamed or changed meanwhile? Then remove it and choose it again.',
  },
  kept: { de: 'Ihre Dateien stehen noch in der Liste.', en: 'Your files are still in the list.' },
});
