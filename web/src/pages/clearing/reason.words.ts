import { wordsOf } from '../../words/words.js';

/** Reasons for clearing in few words, as the filter names them. */
export const reasonWords = wordsOf({
  leitwegIdMissing: { de: 'Leitweg-ID fehlt', en: 'Leitweg-ID missing' },
  leitwegIdInvalid: { de: 'Leitweg-ID falsch', en: 'Leitweg-ID mistyped' },
  leitwegIdUnknown: { de: 'Leitweg-ID unbekannt', en: 'Leitweg-ID unknown' },
  otherTenant: { de: 'Andere Stelle', en: 'Another authority' },
  noRuleMatched: { de: 'Keine Regel trifft zu', en: 'No rule holds' },
  suspectedDuplicate: { de: 'Verdacht auf Dublette', en: 'Suspected duplicate' },
  accountChanged: { de: 'Geändertes Konto', en: 'Changed account' },
  notAnEInvoice: { de: 'Keine E-Rechnung', en: 'No e-invoice' },
  severalInvoices: { de: 'Mehrere Rechnungen in einer Datei', en: 'Several invoices in one file' },
  couldNotBeChecked: { de: 'Prüfung nicht möglich', en: 'Could not be checked' },
  sentByStaff: { de: 'Vom Amt zurückgegeben', en: 'Sent back by staff' },
});
