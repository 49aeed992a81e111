import { wordsOf } from '../words/words.js';

export const componentWords = wordsOf({
  optional: { de: 'freiwillig', en: 'optional' },
  close: { de: 'Schließen', en: 'Close' },
  cancel: { de: 'Abbrechen', en: 'Cancel' },
  retry: { de: 'Erneut versuchen', en: 'Try again' },
  reload: { de: 'Neuen Stand laden', en: 'Load the present state' },
  loading: { de: 'Wird geladen …', en: 'Loading …' },
  working: { de: 'Einen Moment …', en: 'One moment …' },
  loadMore: { de: 'Weitere laden', en: 'Load more' },
  shown: { de: '{count} angezeigt', en: '{count} shown' },
  allShown: { de: 'Insgesamt {count}', en: '{count} in all' },
  messages: { de: 'Meldungen', en: 'Messages' },
  error: { de: 'Fehler', en: 'Error' },
  awayTitle: { de: 'Keine Verbindung zum Server', en: 'No connection to the server' },
  away: {
    de: 'Der Server antwortet nicht. Ihre Eingaben auf dieser Seite sind noch da. Bitte prüfen Sie die Netzverbindung und versuchen Sie es erneut.',
    en: 'The server does not answer. What you entered on this page is still there. Check the network and try again.',
  },
  noRightTitle: { de: 'Dafür fehlt Ihnen die Berechtigung', en: 'You do not have the right to do this' },
  noRight: {
    de: 'Wer in Ihrer Verwaltung Berechtigungen vergibt, kann das ändern.',
    en: 'Whoever administers rights in your authority can change that.',
  },
  missingTitle: { de: 'Das gibt es hier nicht', en: 'There is no such thing here' },
  missing: {
    de: 'Der Eintrag ist nicht mehr da, oder Sie dürfen ihn nicht sehen. Bitte prüfen Sie die Adresse, oder beginnen Sie bei der Liste.',
    en: 'The entry is gone, or you may not see it. Check the address, or start from the list.',
  },
  conflictTitle: { de: 'Inzwischen hat sich etwas geändert', en: 'Something has changed meanwhile' },
  conflict: {
    de: 'Jemand anderes war schneller. Bitte sehen Sie sich den neuen Stand an und entscheiden Sie dann.',
    en: 'Somebody else was faster. Look at the present state and decide then.',
  },
  sessionEndedTitle: { de: 'Sie sind nicht mehr angemeldet', en: 'You are no longer signed in' },
  sessionEnded: { de: 'Bitte melden Sie sich erneut an.', en: 'Please sign in again.' },
  refusedTitle: { de: 'Das ging so nicht', en: 'This was not possible' },
  failedTitle: { de: 'Unerwarteter Fehler', en: 'Unexpected error' },
  failed: {
    de: 'Damit hat niemand gerechnet. Bitte versuchen Sie es erneut; hilft das nicht, melden Sie es der Betreuung.',
    en: 'Nobody foresaw this. Try again; if that does not help, tell those who run the service.',
  },
});
