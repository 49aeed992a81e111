import { wordsOf } from '../../words/words.js';

export const peopleWords = wordsOf({
  title: { de: 'Personen und Berechtigungen', en: 'People and grants' },
  lead: {
    de: 'Wer hier arbeitet und was diese Person darf. Jede Berechtigung schlägt eine Person der Mandantenadministration vor und eine andere bestätigt sie; erst dann gilt sie.',
    en: 'Who works here and what they may do. One tenant administrator proposes each grant and another confirms it; only then does it hold.',
  },
  add: { de: 'Person anlegen', en: 'Add a person' },
  addDeed: { de: 'Anlegen', en: 'Add' },
  displayName: { de: 'Vor- und Nachname', en: 'First and last name' },
  login: { de: 'Anmeldename', en: 'Login' },
  loginHint: {
    de: 'Ohne Leerzeichen; Groß- und Kleinschreibung ist gleich.',
    en: 'Without blanks; case does not matter.',
  },
  loginBlank: { de: 'Ein Anmeldename hat keine Leerzeichen.', en: 'A login has no blanks.' },
  ibans: { de: 'Eigene Bankkonten der Person', en: "The person's own accounts" },
  ibansHint: {
    de: 'Eine IBAN je Zeile. Niemand darf über eine Rechnung entscheiden, die auf das eigene Konto geht. Gespeichert wird nur ein Prüfwert, nie das Konto.',
    en: 'One IBAN a line. Nobody may decide on an invoice that pays to their own account. Only a keyed hash is stored, never the account.',
  },
  passwordTitle: { de: '{name} ist angelegt', en: '{name} has been added' },
  passwordLabel: { de: 'Einmalkennwort', en: 'One-time password' },
  passwordText: {
    de: 'Übergeben Sie das Kennwort persönlich, nicht per Mail. Bei der ersten Anmeldung wählt die Person ein eigenes. Danach braucht sie noch Berechtigungen.',
    en: 'Hand over the password in person, not by mail. At the first sign-in the person chooses one of their own. They then still need grants.',
  },
  search: { de: 'Person suchen', en: 'Search for a person' },
  showLeft: { de: 'Auch Ausgeschiedene zeigen', en: 'Show those who left, too' },
  none: { de: 'Niemand passt zu dieser Suche', en: 'Nobody fits this search' },
  noneText: { de: 'Gesucht wird in Namen, Anmeldenamen und Rollen.', en: 'Names, logins and roles are searched.' },
  you: { de: 'Sie selbst', en: 'Yourself' },
  away: { de: 'abwesend bis {day}', en: 'away until {day}' },
  left: { de: 'ausgeschieden am {date}', en: 'left on {date}' },
  locked: { de: 'gesperrt bis {time}', en: 'locked until {time}' },
  noGrants: { de: 'Noch keine Berechtigung', en: 'No grant yet' },
  grantsOf: { de: 'Berechtigungen von {name}', en: 'Grants of {name}' },
  give: { de: 'Berechtigung vorschlagen', en: 'Propose a grant' },
  resetFactor: { de: 'Zweiten Faktor zurücksetzen', en: 'Reset second factor' },
  factorReset: {
    de: '{name} richtet bei der nächsten Anmeldung einen neuen zweiten Faktor ein.',
    en: '{name} sets up a new second factor at the next sign-in.',
  },
  resetFactorTitle: { de: 'Zweiten Faktor von {name} zurücksetzen?', en: 'Reset the second factor of {name}?' },
  resetFactorText: {
    de: 'Wenn das Gerät verloren ist. Die Anmeldungen der Person enden, und bis sie einen neuen einrichtet, genügt ihr Kennwort. Vergewissern Sie sich, dass sie selbst darum bittet; sie erfährt davon.',
    en: 'If the device is lost. The sessions of the person end, and until they set up a new one their password is enough. Make sure that it is they who ask; they will be told.',
  },
  unlock: { de: 'Entsperren', en: 'Unlock' },
  unlocked: { de: '{name} kann sich wieder anmelden.', en: '{name} can sign in again.' },
  unlockTitle: { de: 'Zugang von {name} entsperren?', en: 'Unlock the access of {name}?' },
  unlockText: {
    de: 'Der Zugang wurde nach zu vielen falschen Kennwörtern gesperrt. Fragen Sie nach, ob es die Person selbst war.',
    en: 'The access was locked after too many wrong passwords. Ask whether it was the person themselves.',
  },
  renewalWaits: {
    de: 'neues Kennwort angefordert, zu bestätigen bis {time}',
    en: 'new password asked for, to be confirmed by {time}',
  },
  renewalYours: {
    de: 'Sie haben das Kennwort angefordert. Bestätigen muss es eine andere Person der Mandantenadministration bis {time}; mit einer neuen Anforderung gilt Ihre erste Hälfte nicht mehr.',
    en: 'You have asked for the password. Another tenant administrator must confirm it by {time}; asking again makes your first half invalid.',
  },
  renewalOthers: {
    de: 'Das Kennwort ist angefordert und wartet bis {time} auf Ihre Bestätigung.',
    en: 'The password has been asked for and waits for your confirmation until {time}.',
  },
  renew: { de: 'Neues Kennwort', en: 'New password' },
  renewTitle: { de: 'Neues Kennwort für {name}', en: 'New password for {name}' },
  renewText: {
    de: 'Dafür braucht es zwei Personen der Mandantenadministration. Die erste fordert das Kennwort an und erhält die erste Hälfte, die zweite bestätigt binnen 24 Stunden und erhält die zweite Hälfte. So kennt es außer {name} niemand ganz. Bis zur Bestätigung gilt das bisherige Kennwort.',
    en: 'This takes two tenant administrators. The first asks for the password and gets the first half, the second confirms within 24 hours and gets the second half. So nobody but {name} knows all of it. Until then the present password holds.',
  },
  askHalf: { de: 'Anfordern (erste Hälfte)', en: 'Ask for it (first half)' },
  confirmHalf: { de: 'Bestätigen (zweite Hälfte)', en: 'Confirm it (second half)' },
  half1: { de: 'Erste Hälfte', en: 'First half' },
  half2: { de: 'Zweite Hälfte', en: 'Second half' },
  half1Text: {
    de: 'Übergeben Sie diese Hälfte {name} persönlich, und bitten Sie eine zweite Person der Mandantenadministration um die Bestätigung.',
    en: 'Hand this half to {name} in person, and ask a second tenant administrator to confirm.',
  },
  half2Text: {
    de: 'Übergeben Sie diese Hälfte {name} persönlich. Das Kennwort ist beide Hälften hintereinander, die erste zuerst. Offene Sitzungen von {name} sind beendet.',
    en: 'Hand this half to {name} in person. The password is both halves in a row, the first one first. Open sessions of {name} have ended.',
  },
  depart: { de: 'Weggang vermerken', en: 'Note departure' },
  departTitle: { de: 'Weggang von {name} vermerken?', en: 'Note the departure of {name}?' },
  departText: {
    de: 'Alle Berechtigungen und Sitzungen enden sofort, und die Person kann sich nicht mehr anmelden. Was sie entschieden hat, bleibt unter ihrem Namen stehen. Das lässt sich nicht rückgängig machen.',
    en: 'All grants and sessions end at once, and the person can sign in no more. What they decided stays under their name. This cannot be taken back.',
  },
  departed: { de: 'Der Weggang von {name} ist vermerkt.', en: 'The departure of {name} has been noted.' },
});
