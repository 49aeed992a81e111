import { wordsOf } from '../../words/words.js';

export const subjectAnswerWords = wordsOf({
  title: { de: 'Auskunft an eine betroffene Person', en: 'Answer to a data subject' },
  lead: {
    de: 'Was über eine Person gespeichert ist, woher, wie lange und an wen es ging (Art. 15 DSGVO). Stellen Sie vorher fest, dass sie es ist, die fragt. Das Protokoll vermerkt die Auskunft.',
    en: 'What is stored about a person, whence, for how long, and to whom it was given (Art. 15 GDPR). Make sure before that it is they who ask. The log notes the answer.',
  },
  by: { de: 'Wer fragt', en: 'Who asks' },
  staff: { de: 'Beschäftigte', en: 'Staff' },
  mail: { de: 'Lieferant, nach E-Mail-Adresse', en: 'Supplier, by mail address' },
  name: { de: 'Lieferant, nach Name', en: 'Supplier, by name' },
  vatId: { de: 'Lieferant, nach USt-IdNr.', en: 'Supplier, by VAT id' },
  person: { de: 'Person', en: 'Person' },
  value: { de: 'Genau so, wie gespeichert', en: 'Exactly as it is stored' },
  draw: { de: 'Auskunft erstellen', en: 'Draw up the answer' },
  found: { de: 'Einträge: {count}.', en: 'Entries: {count}.' },
  html: { de: 'Als Seite speichern', en: 'Save as a page' },
  markdown: { de: 'Als Markdown speichern', en: 'Save as Markdown' },
  json: { de: 'Als JSON speichern', en: 'Save as JSON' },
  file: { de: 'auskunft', en: 'answer' },
});
