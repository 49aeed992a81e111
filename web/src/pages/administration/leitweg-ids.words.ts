import { wordsOf } from '../../words/words.js';

export const leitwegWords = wordsOf({
  title: { de: 'Leitweg-IDs', en: 'Leitweg-IDs' },
  lead: {
    de: 'Steht eine dieser Leitweg-IDs in der Rechnung, geht sie in das genannte Amt. Eine ID für die gesamte Verwaltung sagt nur, dass die Rechnung hierher gehört; das Amt finden dann die Zuordnungsregeln.',
    en: 'Where one of these Leitweg-IDs stands in an invoice, it goes to the department named. An id for the whole authority only says that the invoice belongs here; the routing rules then find the department.',
  },
  add: { de: 'Leitweg-ID zuordnen', en: 'Assign a Leitweg-ID' },
  deed: { de: 'Zuordnen', en: 'Assign' },
  added: { de: 'Die Leitweg-ID {id} ist zugeordnet.', en: 'The Leitweg-ID {id} has been assigned.' },
  withdraw: { de: 'Zurücknehmen', en: 'Withdraw' },
  withdrawTitle: { de: 'Leitweg-ID {id} zurücknehmen?', en: 'Withdraw the Leitweg-ID {id}?' },
  withdrawText: {
    de: 'Neue Rechnungen mit dieser Leitweg-ID kommen dann in die Klärung; was schon da ist, bleibt, wo es liegt. Danach lässt sie sich einem anderen Amt zuordnen.',
    en: 'New invoices with this Leitweg-ID then go to clearing; what is here already stays where it is. Afterwards it can be assigned to another department.',
  },
  withdrawn: { de: 'Die Leitweg-ID {id} ist zurückgenommen.', en: 'The Leitweg-ID {id} has been withdrawn.' },
  label: { de: 'Leitweg-ID', en: 'Leitweg-ID' },
  hint: { de: 'Zum Beispiel 04011000-1234512345-06', en: 'Such as 04011000-1234512345-06' },
  right: { de: 'Die Prüfziffern stimmen.', en: 'The check digits are right.' },
  form: {
    de: 'So ist keine Leitweg-ID aufgebaut: 2 bis 12 Ziffern, Bindestrich, wahlweise bis zu 30 Buchstaben oder Ziffern und ein Bindestrich, zwei Prüfziffern.',
    en: 'No Leitweg-ID is built like this: 2 to 12 digits, a hyphen, if wanted up to 30 letters or digits and a hyphen, two check digits.',
  },
  wrongDigits: {
    de: 'Die Prüfziffern passen nicht: Zu diesen Zeichen gehört „{expected}“. Wahrscheinlich ist ein Zeichen vertauscht.',
    en: 'The check digits do not fit: these characters go with “{expected}”. Probably characters are mixed up.',
  },
  goesTo: { de: 'Ziel: {department}', en: 'Goes to: {department}' },
  empty: { de: 'Noch keine Leitweg-ID', en: 'No Leitweg-ID yet' },
  emptyText: {
    de: 'Ohne sie müssen Zuordnungsregeln sagen, wohin eine Rechnung gehört.',
    en: 'Without them routing rules have to say where an invoice belongs.',
  },
});
