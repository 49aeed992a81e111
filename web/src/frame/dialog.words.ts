import { wordsOf } from '../words/words.js';

/** Of the frame's dialogs, which come only when they are needed. */
export const dialogWords = wordsOf({
  shortcutsOn: { de: 'Tastenkürzel mit einzelnen Tasten benutzen', en: 'Use single-key shortcuts' },
  prove: { de: 'Zweiten Faktor bestätigen', en: 'Prove your second factor' },
  proveWhy: {
    de: 'Dafür braucht es jetzt einen Code Ihrer Authenticator-App oder einen Notfallcode.',
    en: 'This takes a code of your authenticator app now, or a recovery code.',
  },
  proveNot: { de: 'Abbrechen', en: 'Cancel' },
  again: { de: 'Bitte melden Sie sich erneut an', en: 'Please sign in again' },
  againWhy: {
    de: 'Ihre Anmeldung ist abgelaufen. Was Sie auf dieser Seite eingegeben haben, ist noch da; nach der Anmeldung geht es dort weiter.',
    en: 'Your session has ended. What you entered on this page is still there; after signing in it goes on.',
  },
  againLeave: { de: 'Verlassen, ohne sich anzumelden', en: 'Leave without signing in' },
});
