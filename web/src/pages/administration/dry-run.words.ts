import { wordsOf } from '../../words/words.js';

export const dryRunWords = wordsOf({
  title: { de: 'Probelauf der Prüfung', en: 'Dry run of the checks' },
  lead: {
    de: 'Prüft bereits eingegangene Rechnungen noch einmal, mit den Fassungen der Regelwerke, die an einem anderen Tag gelten. So zeigt sich vor einem Wechsel, was danach anders beurteilt würde. Gespeichert und geändert wird nichts.',
    en: 'Checks invoices that have come already once more, by the versions of the rule books that count on another day. So you see before a change what would be judged otherwise after it. Nothing is stored or changed.',
  },
  day: { de: 'Regelwerke, die an diesem Tag gelten', en: 'Rule books that count on this day' },
  last: { de: 'Rechnungen', en: 'Invoices' },
  latest: { de: 'die letzten {count}', en: 'the latest {count}' },
  run: { de: 'Probelauf starten', en: 'Start the dry run' },
  running: {
    de: 'Die Rechnungen werden geprüft. Das dauert höchstens eine halbe Minute.',
    en: 'The invoices are being checked. This takes half a minute at most.',
  },
  nothing: {
    de: 'Geprüft: {examined}. Zu jeder würde dasselbe gesagt wie damals.',
    en: 'Checked: {examined}. Of each the same would be said as then.',
  },
  otherwise: {
    de: 'Geprüft: {examined}. Anderes gesagt würde zu {otherwise}.',
    en: 'Checked: {examined}. Something else would be said of {otherwise}.',
  },
  notExamined: {
    de: 'Nicht prüfbar: {notExamined}. Das Original fehlt, ließ sich nicht öffnen, oder es war gerade kein Prüfprozess frei.',
    en: 'Could not be checked: {notExamined}. The original is missing or did not open, or no reader was free.',
  },
  incomplete: {
    de: 'Die Zeit reichte nicht für alle. Nicht geprüft sind die älteren.',
    en: 'The time did not suffice for all. The older ones have not been checked.',
  },
  none: { de: 'Es gibt noch keine geprüfte Rechnung.', en: 'No invoice has been checked yet.' },
  verdicts: { de: 'Andere Ergebnisse', en: 'Other verdicts' },
  toward: { de: 'künftig', en: 'would be' },
  rules: { de: 'Regeln', en: 'Rules' },
  rule: { de: 'Regel', en: 'Rule' },
  added: { de: 'zusätzlich verletzt', en: 'broken in addition' },
  gone: { de: 'nicht mehr verletzt', en: 'no longer broken' },
  invoices: { de: 'Rechnungen, zu denen anderes gesagt würde', en: 'Invoices of which something else would be said' },
  unseen: {
    de: 'Einzelne Rechnungen sieht hier nur, wer sie auch sonst sehen darf.',
    en: 'Only those who may see invoices elsewhere see single ones here.',
  },
  unnumbered: { de: 'ohne Nummer', en: 'without a number' },
  newWindow: { de: 'öffnet ein neues Fenster', en: 'opens a new window' },
  accepted: { de: 'angenommen', en: 'accepted' },
  acceptedWithRemarks: { de: 'angenommen mit Hinweisen', en: 'accepted with remarks' },
  rejected: { de: 'zurückgewiesen', en: 'rejected' },
  couldNotBeChecked: { de: 'nicht prüfbar', en: 'could not be checked' },
  notAnEInvoice: { de: 'keine E-Rechnung', en: 'no e-invoice' },
});
