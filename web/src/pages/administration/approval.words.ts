import { wordsOf } from '../../words/words.js';

export const approvalWords = wordsOf({
  title: { de: 'Feststellen und Anordnen', en: 'Confirming and ordering' },
  lead: {
    de: 'Was Ihre Dienstanweisung über das hinaus verlangt, was immer gilt: Wer festgestellt hat, ordnet nicht an.',
    en: 'What your rules ask for beyond what always holds: who has confirmed does not order.',
  },
  settings: { de: 'Was verlangt wird', en: 'What is asked for' },
  steps: { de: 'Wertstufen', en: 'Value steps' },
  stepsHint: {
    de: 'Wie viele Personen anordnen müssen. Jede Stufe beginnt, wo die vorige endet; die letzte hat kein Ende.',
    en: 'How many people have to order. Each step begins where the one before it ends; the last has no end.',
  },
  upTo: { de: 'Stufe {number}: bis einschließlich (Euro)', en: 'Step {number}: up to and including (euro)' },
  above: { de: 'Stufe {number}: alles darüber', en: 'Step {number}: everything above' },
  all: { de: 'Jeder Betrag', en: 'Any amount' },
  orders: { de: 'Anordnungen in Stufe {number}', en: 'Orders in step {number}' },
  addStep: { de: 'Stufe einfügen', en: 'Add a step' },
  removeStep: { de: 'Stufe {number} entfernen', en: 'Remove step {number}' },
  amountWrong: {
    de: 'Bitte einen Betrag eingeben, höher als in der Stufe davor.',
    en: 'Enter an amount, higher than that of the step before.',
  },
  decline: { de: 'Ablehnen nur zu zweit bei mehr als (Euro)', en: 'Declining takes two people above (euro)' },
  declineHint: { de: 'Leer: Eine Person genügt immer.', en: 'Empty: one person is always enough.' },
  declineWrong: { de: 'Bitte einen Betrag eingeben oder das Feld leeren.', en: 'Enter an amount, or clear the field.' },
  twoConfirmers: {
    de: 'Sachliche und rechnerische Feststellung müssen von zwei Personen kommen',
    en: 'Facts and figures must be confirmed by two people',
  },
  orderException: {
    de: 'Ausnahme zulassen: Wer festgestellt hat, darf mit Grund und einer zweiten Person anordnen',
    en: 'Permit the exception: who has confirmed may order, with a reason and a second person',
  },
  exceptionHint: {
    de: 'Nur für Kommunen, die zu klein für vier Augen sind. Jede Ausnahme steht unten auf der Liste für das Rechnungsprüfungsamt.',
    en: 'Only for authorities too small for four eyes. Each exception stands on the list for the audit office below.',
  },
  save: { de: 'Speichern', en: 'Save' },
  saved: { de: 'Gespeichert.', en: 'Saved.' },
  exceptions: { de: 'Ausnahmen vom Vier-Augen-Prinzip', en: 'Exceptions from four eyes' },
  noExceptions: { de: 'Keine Ausnahmen', en: 'No exceptions' },
  noExceptionsText: {
    de: 'Niemand hat angeordnet, was er selbst festgestellt hat.',
    en: 'Nobody has ordered what they had confirmed themselves.',
  },
  orderedBy: { de: 'Angeordnet: {name}, {when}. Grund: {reason}', en: 'Ordered: {name}, {when}. Reason: {reason}' },
  agreedBy: { de: 'Zweite Person: {name}, {when}. {reason}', en: 'Second person: {name}, {when}. {reason}' },
  voided: { de: 'Später aufgehoben', en: 'Voided later' },
  unnamed: { de: 'ohne Nummer', en: 'without a number' },
});
