import { wordsOf } from '../../words/words.js';

export const signInWords = wordsOf({
  title: { de: 'Anmelden', en: 'Sign in' },
  intro: {
    de: 'Für Beschäftigte. Wer eine Rechnung einreichen will, braucht kein Konto.',
    en: 'For staff. You need no account to submit an invoice.',
  },
  login: { de: 'Anmeldename', en: 'Login name' },
  password: { de: 'Kennwort', en: 'Password' },
  signIn: { de: 'Anmelden', en: 'Sign in' },
  refused: { de: 'Die Anmeldung hat nicht geklappt', en: 'Signing in did not work' },
  locked: { de: 'Zu viele Versuche', en: 'Too many attempts' },
  lockedWhy: {
    de: 'Nach mehreren falschen Versuchen ist die Anmeldung für eine Weile gesperrt; das schützt Ihr Konto. Wer das Kennwort vergessen hat, bekommt in der eigenen Verwaltung ein neues Einmalkennwort.',
    en: 'After several wrong attempts signing in is locked for a while; that protects your account. If you have forgotten your password, your administration can give you a new one-time password.',
  },
  loginMissing: { de: 'Bitte geben Sie Ihren Anmeldenamen ein.', en: 'Please enter your login name.' },
  passwordMissing: { de: 'Bitte geben Sie Ihr Kennwort ein.', en: 'Please enter your password.' },
  changeTitle: { de: 'Eigenes Kennwort wählen', en: 'Choose a password of your own' },
  changeWhy: {
    de: 'Sie haben sich mit einem Einmalkennwort angemeldet. Bitte wählen Sie jetzt ein eigenes; erst danach geht es weiter.',
    en: 'You have signed in with a one-time password. Choose one of your own now; then it goes on.',
  },
  current: { de: 'Einmalkennwort', en: 'One-time password' },
  wanted: { de: 'Neues Kennwort', en: 'New password' },
  wantedHint: {
    de: 'Ein Satz aus mehreren Wörtern ist leicht zu merken und schwer zu erraten.',
    en: 'A sentence of several words is easy to remember and hard to guess.',
  },
  repeated: { de: 'Neues Kennwort wiederholen', en: 'Repeat the new password' },
  notTheSame: { de: 'Die beiden neuen Kennwörter sind verschieden.', en: 'The two new passwords differ.' },
  change: { de: 'Kennwort speichern', en: 'Save the password' },
});
