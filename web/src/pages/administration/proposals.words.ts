import { wordsOf } from '../../words/words.js';

export const proposalWords = wordsOf({
  waits: {
    de: 'Eine Änderung wartet auf die Bestätigung durch eine zweite Person',
    en: 'A change waits to be confirmed by a second person',
  },
  proposedBy: { de: 'vorgeschlagen von {name}, {time}', en: 'proposed by {name}, {time}' },
  byYou: {
    de: 'Sie haben das vorgeschlagen: Eine andere Person der Mandantenadministration muss bestätigen.',
    en: 'You proposed this: another tenant administrator has to confirm it.',
  },
  before: { de: 'gilt jetzt', en: 'holds now' },
  after: { de: 'vorgeschlagen', en: 'proposed' },
  unchanged: { de: 'Unverändert bleiben: {labels}.', en: 'These stay as they are: {labels}.' },
  propose: { de: 'Änderung vorschlagen', en: 'Propose the change' },
  twoPeople: {
    de: 'Danach wird gemessen, wer was anordnen darf: Eine zweite Person der Mandantenadministration muss die Änderung bestätigen.',
    en: 'What people may order is measured by this: a second tenant administrator has to confirm the change.',
  },
  proposed: {
    de: 'Vorgeschlagen. Es gilt, sobald eine zweite Person bestätigt hat.',
    en: 'Proposed. It holds once a second person has confirmed it.',
  },
  confirm: { de: 'Bestätigen', en: 'Confirm' },
  confirmTitle: { de: 'Änderung bestätigen?', en: 'Confirm the change?' },
  confirmText: {
    de: 'Sie gilt dann sofort, auch für offene Rechnungen. Ihr Name steht mit dem der vorschlagenden Person im Prüfprotokoll.',
    en: 'It then holds at once, for open invoices as well. Your name stands beside that of the person who proposed it in the audit log.',
  },
  confirmed: { de: 'Die Änderung gilt.', en: 'The change holds.' },
  refuse: { de: 'Verwerfen', en: 'Dismiss' },
  withdraw: { de: 'Zurückziehen', en: 'Withdraw' },
  endTitle: { de: 'Vorschlag verwerfen?', en: 'Dismiss the proposal?' },
  endText: { de: 'Es bleibt, wie es ist.', en: 'Everything stays as it is.' },
  ended: { de: 'Der Vorschlag ist verworfen.', en: 'The proposal has been dismissed.' },
  nobody: { de: 'eine Person', en: 'somebody' },
});
