import { checkLeitwegId } from '../invoice/leitweg-id.js';
import type { Wording } from '../approval/lifecycle.js';
import type { ClearingReason } from './route.js';

interface ReasonRow {
  /** What filters and refusals call it. */
  readonly label: Wording;
  /** What is the matter, and what to do. `{found}` and `{digits}` quote the Leitweg-ID. */
  readonly sentence: Wording;
}

const row = (label: Wording, sentence: Wording): ReasonRow => ({ label, sentence });

/** Every reason for which an invoice waits in the clearing queue. The names are stored: they never change their meaning. */
export const CLARIFICATIONS = {
  leitwegIdMissing: row(
    { de: 'Leitweg-ID fehlt', en: 'Leitweg-ID missing' },
    {
      de: 'Die Rechnung nennt keine Leitweg-ID (BT-10), und keine Regel trifft zu. Bitte ordnen Sie sie einem Amt zu.',
      en: 'The invoice names no Leitweg-ID (BT-10) and no rule holds. Please route it to a department.',
    },
  ),
  leitwegIdInvalid: row(
    { de: 'Leitweg-ID falsch', en: 'Leitweg-ID mistyped' },
    {
      de: 'Die Leitweg-ID „{found}“ ist falsch geschrieben{digits}, und keine Regel trifft zu. Bitte ordnen Sie die Rechnung zu oder fragen Sie nach.',
      en: 'The Leitweg-ID “{found}” is mistyped{digits} and no rule holds. Please route the invoice, or ask the supplier.',
    },
  ),
  leitwegIdUnknown: row(
    { de: 'Leitweg-ID unbekannt', en: 'Leitweg-ID unknown' },
    {
      de: 'Die Leitweg-ID „{found}“ ist gültig, hier aber nicht hinterlegt. Bitte prüfen Sie, ob die Rechnung an eine andere Stelle gerichtet ist.',
      en: 'The Leitweg-ID “{found}” is valid but not registered here. Please check whether the invoice is meant for somebody else.',
    },
  ),
  otherTenant: row(
    { de: 'Andere Stelle', en: 'Another authority' },
    {
      de: 'Die Leitweg-ID „{found}“ gehört einer anderen Stelle. Bitte weisen Sie die Rechnung zurück oder lassen Sie sie weiterleiten.',
      en: 'The Leitweg-ID “{found}” belongs to another authority. Please reject the invoice, or have it passed on.',
    },
  ),
  noRuleMatched: row(
    { de: 'Keine Regel trifft zu', en: 'No rule holds' },
    {
      de: 'Die Leitweg-ID „{found}“ gilt für die ganze Behörde, und keine Regel trifft zu. Bitte ordnen Sie die Rechnung einem Amt zu.',
      en: 'The Leitweg-ID “{found}” serves the whole authority and no rule holds. Please route the invoice to a department.',
    },
  ),
  suspectedDuplicate: row(
    { de: 'Verdacht auf Dublette', en: 'Suspected duplicate' },
    {
      de: 'Verkäufer, Nummer, Datum und Betrag sind wie bei einer Rechnung, die schon da ist. Bitte vergleichen Sie beide und entscheiden Sie, ob es dieselbe Forderung ist.',
      en: 'Seller, number, date and amount are those of an invoice that is here already. Compare the two and decide whether it is the same claim.',
    },
  ),
  accountChanged: row(
    { de: 'Geändertes Konto', en: 'Changed account' },
    {
      de: 'Das Konto ist nicht das, das der Verkäufer bisher genannt hat. Bitte fragen Sie ihn unter einer bekannten Nummer; zwei Personen geben das Konto frei, oder Sie weisen die Rechnung zurück.',
      en: 'The account is not the one that the seller has used so far. Ask them at a number you know; two people release the account, or you reject the invoice.',
    },
  ),
  notAnEInvoice: row(
    { de: 'Keine E-Rechnung', en: 'No e-invoice' },
    {
      de: 'Die Datei enthält keine strukturierten Rechnungsdaten. Ist sie eine Rechnung, erfassen Sie bitte ihre Angaben, eine zweite Person bestätigt sie; sonst legen Sie sie ab.',
      en: 'The file holds no structured invoice data. If it is an invoice, capture its terms and a second person confirms them; otherwise file it.',
    },
  ),
  severalInvoices: row(
    { de: 'Mehrere Rechnungen in einer Datei', en: 'Several invoices in one file' },
    {
      de: 'Die Datei enthält mehr als eine Rechnung. Bitte weisen Sie sie zurück, damit jede einzeln kommt, oder erfassen Sie die eine, die gemeint ist.',
      en: 'The file holds more than one invoice. Reject it so that each comes by itself, or capture the one that is meant.',
    },
  ),
  couldNotBeChecked: row(
    { de: 'Prüfung nicht möglich', en: 'Could not be checked' },
    {
      de: 'Die Datei ließ sich nicht vollständig prüfen. Bitte lassen Sie sie erneut prüfen; hilft das nicht, erfassen Sie sie oder weisen Sie sie zurück.',
      en: 'The file could not be checked completely. Have it checked again; if that does not help, capture it or reject it.',
    },
  ),
  sentByStaff: row(
    { de: 'Vom Amt zurückgegeben', en: 'Sent back by staff' },
    {
      de: 'Jemand im Haus hat die Rechnung in Klärung gegeben; der Grund steht im Verlauf. Bitte ordnen Sie sie neu zu oder weisen Sie sie zurück.',
      en: 'Somebody in the house has sent the invoice to clarification; the reason stands in its history. Please route it anew, or reject it.',
    },
  ),
} as const satisfies Record<string, ReasonRow>;

export type ClarificationReason = keyof typeof CLARIFICATIONS;

const isClarificationReason = (text: string): text is ClarificationReason => Object.hasOwn(CLARIFICATIONS, text);

const isClearingReason = (reason: ClarificationReason): reason is ClearingReason =>
  reason in { leitwegIdMissing: 1, leitwegIdInvalid: 1, leitwegIdUnknown: 1, otherTenant: 1, noRuleMatched: 1 };

/** A stored reason in a few words; undefined where the table knows none. */
export const clarificationLabel = (reason: string): Wording | undefined =>
  isClarificationReason(reason) ? CLARIFICATIONS[reason].label : undefined;

/** Why an invoice waits in the clearing queue and what to do, quoting its BT-10; null for a reason that has no words. */
export function clarificationSentence(reason: string, buyerReference: string | null): Wording | null {
  if (!isClarificationReason(reason)) return null;
  if (!isClearingReason(reason)) return CLARIFICATIONS[reason].sentence;
  const found = (buyerReference ?? '').trim().slice(0, 100);
  const check = checkLeitwegId(found);
  const expected = check.kind === 'invalid' ? check.expectedCheckDigits : undefined;
  const values = { found, ...(expected === undefined ? {} : { expectedCheckDigits: expected }) };
  return { de: explainClearing(reason, values, 'de'), en: explainClearing(reason, values, 'en') };
}

const DIGITS = {
  de: (digits: string) => ` (richtig wären die Prüfziffern ${digits})`,
  en: (digits: string) => ` (the check digits should be ${digits})`,
};

/** Why the invoice waits in the clearing queue, as a sentence. */
export function explainClearing(
  reason: ClearingReason,
  values: Readonly<Record<string, string>>,
  language: 'de' | 'en',
): string {
  const { found = '', expectedCheckDigits } = values;
  const digits = expectedCheckDigits === undefined ? '' : DIGITS[language](expectedCheckDigits);
  const { sentence } = CLARIFICATIONS[reason];
  return sentence[language].replace(/\{(found|digits)\}/g, (_, name) => (name === 'found' ? found : digits));
}
