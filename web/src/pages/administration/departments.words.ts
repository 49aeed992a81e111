import { wordsOf } from '../../words/words.js';

export const departmentWords = wordsOf({
  title: { de: 'Ämter', en: 'Departments' },
  lead: {
    de: 'Jedes Amt hat einen Korb, in dem seine Rechnungen warten. Wohin eine Rechnung geht, sagen Leitweg-IDs und Zuordnungsregeln.',
    en: 'Each department has a queue in which its invoices wait. Leitweg-IDs and routing rules say where an invoice goes.',
  },
  add: { de: 'Amt anlegen', en: 'Add a department' },
  addDeed: { de: 'Anlegen', en: 'Add' },
  added: { de: '„{name}“ ist angelegt.', en: '“{name}” has been added.' },
  rename: { de: 'Umbenennen', en: 'Rename' },
  renameTitle: { de: '„{name}“ umbenennen', en: 'Rename “{name}”' },
  renamed: { de: 'Das Amt heißt jetzt „{name}“.', en: 'The department is now called “{name}”.' },
  close: { de: 'Schließen', en: 'Close' },
  closeTitle: { de: '„{name}“ schließen?', en: 'Close “{name}”?' },
  closeText: {
    de: 'Das Amt nimmt dann keine Rechnungen mehr auf und lässt sich nicht wieder öffnen. Erledigte Rechnungen behalten seinen Namen. Es geht nur, wenn keine offene Rechnung mehr darin liegt und weder Regel noch Leitweg-ID hineinführt.',
    en: 'The department then takes no invoices any more and cannot be opened again. Settled invoices keep its name. This works only when no open invoice is left in it, and no rule or Leitweg-ID leads to it.',
  },
  closeDeed: { de: 'Amt schließen', en: 'Close the department' },
  closed: { de: '„{name}“ ist geschlossen.', en: '“{name}” is closed.' },
  code: { de: 'Kürzel', en: 'Code' },
  codeHint: {
    de: 'Kurz und eindeutig, zum Beispiel „TIEFBAU“ oder „66“',
    en: 'Short and unique, such as “ROADS” or “66”',
  },
  nameHint: { de: 'So sehen es alle in Ihrer Verwaltung.', en: 'This is what everybody in the authority sees.' },
  empty: { de: 'Noch kein Amt', en: 'No department yet' },
  emptyText: {
    de: 'Legen Sie das erste an; bis dahin kommt jede Rechnung in den Klärkorb.',
    en: 'Add the first one; until then every invoice goes to the clearing queue.',
  },
});
