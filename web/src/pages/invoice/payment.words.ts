import { wordsOf } from '../../words/words.js';

export const paymentWords = wordsOf({
  title: { de: 'Zahlung', en: 'Payment' },
  amount: { de: 'Betrag', en: 'Amount' },
  payee: { de: 'Zahlungsempfänger', en: 'Payee' },
  iban: { de: 'IBAN', en: 'IBAN' },
  bic: { de: 'BIC', en: 'BIC' },
  dueDate: { de: 'Fällig am', en: 'Due on' },
  purpose: { de: 'Verwendungszweck', en: 'Purpose' },
  reducedBecause: { de: 'Grund der Kürzung', en: 'Reason for paying less' },
  reducedHint: {
    de: 'Der Lieferant liest diesen Grund, sobald gekürzt bezahlt ist.',
    en: 'The supplier reads this reason once the reduced amount is paid.',
  },
  reason: { de: 'Warum ändern Sie das?', en: 'Why do you change this?' },
  reasonHint: {
    de: 'Steht im Verlauf; der Lieferant sieht es nicht.',
    en: 'Kept in the history; the supplier does not see it.',
  },
  asked: { de: 'Die Rechnung verlangt {amount}.', en: 'The invoice asks for {amount}.' },
  directDebit: {
    de: 'Der Verkäufer zieht den Betrag ein (Lastschrift).',
    en: 'The seller fetches the amount (direct debit).',
  },
  other: { de: 'Wird nicht überwiesen (zum Beispiel Karte).', en: 'Not paid by transfer (a card, for example).' },
  reduced: { de: 'gekürzt', en: 'reduced' },
  asInvoice: { de: 'Wie in der Rechnung', en: 'As on the invoice' },
  setBy: { de: 'Fassung {version}: {who}, {when}', en: 'Version {version}: {who}, {when}' },
  change: { de: 'Zahlungsangaben ändern', en: 'Change the payment' },
  changeWarns: {
    de: 'Zu dieser Rechnung ist schon gezeichnet. Eine Änderung macht Feststellungen und Anordnungen ungültig; sie stehen weiter im Verlauf.',
    en: 'This invoice has been signed already. A change voids confirmations and orders; they remain in the history.',
  },
  conflict: {
    de: 'Ihre Eingaben stehen noch da. „Neuen Stand laden“ ersetzt sie nur, wenn jemand die Zahlungsangaben geändert hat.',
    en: 'Your entries are still here. “Load the present state” replaces them only if somebody has changed the payment.',
  },
  fourEyes: {
    de: 'Ein anderer Empfänger oder ein anderes Konto gilt erst, wenn eine zweite Person es bestätigt hat.',
    en: 'Another payee or account holds only once a second person has confirmed it.',
  },
  waits: { de: 'Empfänger oder Konto wurde geändert', en: 'Payee or account has been changed' },
  waitsText: {
    de: 'Bitte vergleichen Sie die Angaben mit einer Quelle, die nicht aus der Rechnung stammt, zum Beispiel durch einen Anruf unter bekannter Nummer. Ohne Bestätigung kann nicht angeordnet werden.',
    en: 'Compare them with a source other than the invoice: call the seller at a number you know. Without a confirmation no order can be given.',
  },
  confirm: { de: 'Änderung bestätigen', en: 'Confirm the change' },
  confirmed: { de: 'Die Änderung ist bestätigt.', en: 'The change is confirmed.' },
  confirmedBy: { de: 'Bestätigt von {who}, {when}', en: 'Confirmed by {who}, {when}' },
  save: { de: 'Änderung speichern', en: 'Save the change' },
  cancel: { de: 'Abbrechen', en: 'Cancel' },
  saved: { de: 'Die Zahlungsangaben sind geändert.', en: 'The payment has been changed.' },
  versions: { de: 'Frühere Fassungen ({count})', en: 'Earlier versions ({count})' },
  amountWrong: {
    de: 'Bitte geben Sie einen Betrag ein, höchstens {amount}.',
    en: 'Enter an amount, at most {amount}.',
  },
  ibanWrong: {
    de: 'Diese IBAN stimmt nicht. Bitte prüfen Sie jede Ziffer.',
    en: 'This IBAN is wrong. Check each digit.',
  },
  dateWrong: { de: 'Bitte geben Sie ein Datum ein, etwa 31.12.2026.', en: 'Enter a date, such as 31.12.2026.' },
  missing: { de: 'Bitte füllen Sie dieses Feld aus.', en: 'Please fill in this field.' },
  none: {
    de: 'Zu dieser Rechnung gibt es keine Zahlungsangaben.',
    en: 'There is no payment instruction for this invoice.',
  },
});
