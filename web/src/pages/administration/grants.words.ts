import { wordsOf } from '../../words/words.js';

export const grantWords = wordsOf({
  waitingOne: {
    de: 'Eine Berechtigung wartet auf die Bestätigung durch eine zweite Person',
    en: 'One grant waits to be confirmed by a second person',
  },
  waitingMany: {
    de: '{count} Berechtigungen warten auf die Bestätigung durch eine zweite Person',
    en: '{count} grants wait to be confirmed by a second person',
  },
  proposedBy: { de: 'vorgeschlagen von {name}, {time}', en: 'proposed by {name}, {time}' },
  byYou: {
    de: 'Sie haben das vorgeschlagen: Eine andere Person der Mandantenadministration muss bestätigen.',
    en: 'You proposed this: another tenant administrator has to confirm it.',
  },
  forYou: {
    de: 'Das ist für Sie selbst: Eine andere Person der Mandantenadministration muss bestätigen.',
    en: 'This is for yourself: another tenant administrator has to confirm it.',
  },
  confirm: { de: 'Bestätigen', en: 'Confirm' },
  confirmTitle: { de: 'Berechtigung bestätigen?', en: 'Confirm the grant?' },
  confirmText: {
    de: 'Die Berechtigung gilt dann. Ihr Name steht mit dem der vorschlagenden Person im Prüfprotokoll.',
    en: 'The grant then holds. Your name stands beside that of the person who proposed it in the audit log.',
  },
  confirmed: { de: 'Die Berechtigung für {name} gilt.', en: 'The grant for {name} holds.' },
  refuse: { de: 'Verwerfen', en: 'Dismiss' },
  withdraw: { de: 'Zurückziehen', en: 'Withdraw' },
  revoke: { de: 'Entziehen', en: 'Revoke' },
  revokeOf: { de: 'Entziehen: {grant}', en: 'Revoke: {grant}' },
  revokeTitle: { de: 'Berechtigung entziehen?', en: 'Revoke the grant?' },
  revokeText: {
    de: 'Sie endet sofort. Wer sie wieder geben will, braucht erneut zwei Personen. Was mit ihr entschieden wurde, bleibt gültig.',
    en: 'It ends at once. Giving it again takes two people again. What was decided by it stays valid.',
  },
  dismissTitle: { de: 'Vorschlag verwerfen?', en: 'Dismiss the proposal?' },
  dismissText: { de: 'Die Berechtigung wird nicht gegeben.', en: 'The grant is not given.' },
  revoked: { de: 'Die Berechtigung von {name} ist beendet.', en: 'The grant of {name} has ended.' },
  waits: { de: 'wartet auf Bestätigung', en: 'waits to be confirmed' },
  notYet: { de: 'gilt noch nicht', en: 'does not hold yet' },
  over: { de: 'abgelaufen', en: 'over' },
  proposeTitle: { de: 'Berechtigung für {name} vorschlagen', en: 'Propose a grant for {name}' },
  propose: { de: 'Vorschlagen', en: 'Propose' },
  proposed: {
    de: 'Vorgeschlagen. Eine zweite Person der Mandantenadministration muss noch bestätigen.',
    en: 'Proposed. A second tenant administrator still has to confirm.',
  },
  role: { de: 'Rolle', en: 'Role' },
  limit: { de: 'Bis zu diesem Bruttobetrag in Euro', en: 'Up to this gross amount in euro' },
  limitHint: { de: 'Zum Beispiel 10.000,00. Leer: ohne Grenze.', en: 'Such as 10,000.00. Empty: without a limit.' },
  limitWrong: {
    de: 'Bitte geben Sie einen Betrag wie 10.000,00 an, höchstens zwei Nachkommastellen.',
    en: 'Enter an amount such as 10,000.00, with two decimals at most.',
  },
  from: { de: 'Gilt ab', en: 'Holds from' },
  to: { de: 'Gilt bis einschließlich', en: 'Holds up to and including' },
  toHint: { de: 'Leer: bis sie entzogen wird.', en: 'Empty: until it is revoked.' },
  toBeforeFrom: { de: 'Dieser Tag liegt vor dem Beginn.', en: 'This day is before the beginning.' },
  upTo: { de: 'bis {amount}', en: 'up to {amount}' },
  validFrom: { de: 'ab {from}', en: 'from {from}' },
  validBetween: { de: '{from} bis {to}', en: '{from} to {to}' },
});
