import { wordsOf } from '../../words/words.js';

/** Words of the report for suppliers, after a check or a rejection. */
export const checkWords = wordsOf({
  intro: {
    de: 'Wir prüfen Ihre Datei genau so wie eine eingereichte Rechnung und sagen Ihnen, was wir finden. Es wird nichts gespeichert und nichts gesendet.',
    en: 'We check your file just like a submitted invoice and tell you what we find. Nothing is stored and nothing is sent.',
  },
  oneOnly: {
    de: 'Es wird immer eine Datei geprüft. Geprüft wird: {name}',
    en: 'One file is checked at a time. Being checked: {name}',
  },
  checking: { de: '{name} wird geprüft …', en: 'Checking {name} …' },
  uploading: { de: '{name} wird übertragen: {percent} %', en: 'Transferring {name}: {percent} %' },
  cancel: { de: 'Abbrechen', en: 'Cancel' },
  again: { de: 'Noch einmal prüfen', en: 'Check again' },
  result: { de: 'Ergebnis für {name}', en: 'Result for {name}' },
  invoiceOf: { de: 'Rechnung {index} von {count}', en: 'Invoice {index} of {count}' },
  nothingStored: {
    de: 'Es wurde nur geprüft. Nichts wurde gespeichert, nichts wurde eingereicht.',
    en: 'This was a check only. Nothing was stored, nothing was submitted.',
  },
  submitNow: { de: 'Jetzt einreichen', en: 'Submit now' },
  submitAnyway: { de: 'Trotzdem einreichen', en: 'Submit anyway' },
  submitRejected: {
    de: 'So, wie sie ist, würde die Rechnung zurückgewiesen. Mit einer neuen Datei prüfen Sie oben noch einmal.',
    en: 'As it is, the invoice would be rejected. With a new file, check again above.',
  },
  submitWhat: {
    de: 'Die Datei wird in die Liste unter „Einreichen“ übernommen. Dort können Sie Anlagen hinzufügen.',
    en: 'The file is put into the list under “Submit”, where you can add attachments.',
  },
  accepted: { de: 'Die Rechnung ist in Ordnung', en: 'The invoice is in order' },
  acceptedWhy: { de: 'Wir haben nichts zu beanstanden.', en: 'We have nothing to object to.' },
  acceptedWithRemarks: { de: 'Die Rechnung wird angenommen', en: 'The invoice is accepted' },
  acceptedWithRemarksWhy: {
    de: 'Es gibt Hinweise. Sie müssen nichts ändern; beim nächsten Mal wäre es besser.',
    en: 'There are remarks. You need not change anything; next time it would be better.',
  },
  rejected: { de: 'So kann die Rechnung nicht angenommen werden', en: 'The invoice cannot be accepted like this' },
  rejectedWhy: {
    de: 'Bitte beheben Sie die Fehler in Ihrem Rechnungsprogramm, erzeugen Sie die Rechnung neu und prüfen Sie sie hier noch einmal.',
    en: 'Mend the errors in your invoicing program, create the invoice anew and check it here once more.',
  },
  couldNotBeChecked: { de: 'Die Datei konnte nicht geprüft werden', en: 'The file could not be checked' },
  couldNotBeCheckedWhy: {
    de: 'Bitte erzeugen Sie die Rechnung neu und versuchen Sie es noch einmal.',
    en: 'Create the invoice anew and try again.',
  },
  notAnEInvoice: { de: 'Das ist keine E-Rechnung', en: 'This is no e-invoice' },
  notAnEInvoiceWhy: {
    de: 'Es fehlen die Angaben, die ein Programm lesen kann. Eine solche Rechnung wird von Hand erfasst; das dauert länger. Ob sie zulässig ist, sagt Ihnen Ihr Auftraggeber.',
    en: 'It lacks the data that a program can read. Such an invoice is captured by hand, which takes longer. Your customer tells you whether it is permitted.',
  },
  keyData: { de: 'Das haben wir gelesen', en: 'This is what we have read' },
  keyDataWhy: { de: 'Ist das die richtige Rechnung?', en: 'Is it the right invoice?' },
  number: { de: 'Rechnungsnummer', en: 'Invoice number' },
  issueDate: { de: 'Rechnungsdatum', en: 'Invoice date' },
  seller: { de: 'Von', en: 'From' },
  gross: { de: 'Betrag mit Umsatzsteuer', en: 'Amount with VAT' },
  leitwegId: { de: 'Leitweg-ID (Empfänger)', en: 'Leitweg-ID (recipient)' },
  notStated: { de: 'nicht angegeben', en: 'not stated' },
  mustMend: { de: 'Muss behoben werden', en: 'Must be mended' },
  remarks: { de: 'Hinweise', en: 'Remarks' },
  where: { de: 'Wo', en: 'Where' },
  why: { de: 'Warum', en: 'Why' },
  how: { de: 'So beheben Sie es', en: 'How to mend it' },
  line: { de: 'Zeile {lines} der XML-Datei', en: 'line {lines} of the XML file' },
  lines: { de: 'Zeilen {lines} der XML-Datei', en: 'lines {lines} of the XML file' },
  andMore: { de: '{lines} und {count} weitere', en: '{lines} and {count} more' },
  wholeFile: { de: 'in der ganzen Datei', en: 'in the file as a whole' },
  rule: { de: 'Für die Technik: Regel {rule}', en: 'For technicians: rule {rule}' },
});
