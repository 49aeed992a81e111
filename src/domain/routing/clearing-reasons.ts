import type { ClearingReason } from './route.js';

/** The reasons as sentences: what is the matter, and what to do. `{found}` and `{digits}` quote the values. */
const SENTENCES: Readonly<Record<ClearingReason, { readonly de: string; readonly en: string }>> = {
  leitwegIdMissing: {
    de: 'Die Rechnung nennt keine Leitweg-ID (BT-10), und keine Regel trifft zu. Bitte ordnen Sie sie einem Amt zu.',
    en: 'The invoice names no Leitweg-ID (BT-10) and no rule holds. Please route it to a department.',
  },
  leitwegIdInvalid: {
    de: 'Die Leitweg-ID „{found}“ ist falsch geschrieben{digits}, und keine Regel trifft zu. Bitte ordnen Sie die Rechnung zu oder fragen Sie nach.',
    en: 'The Leitweg-ID “{found}” is mistyped{digits} and no rule holds. Please route the invoice, or ask the supplier.',
  },
  leitwegIdUnknown: {
    de: 'Die Leitweg-ID „{found}“ ist gültig, hier aber nicht hinterlegt. Bitte prüfen Sie, ob die Rechnung an eine andere Stelle gerichtet ist.',
    en: 'The Leitweg-ID “{found}” is valid but not registered here. Please check whether the invoice is meant for somebody else.',
  },
  otherTenant: {
    de: 'Die Leitweg-ID „{found}“ gehört einer anderen Stelle. Bitte weisen Sie die Rechnung zurück oder lassen Sie sie weiterleiten.',
    en: 'The Leitweg-ID “{found}” belongs to another authority. Please reject the invoice, or have it passed on.',
  },
  noRuleMatched: {
    de: 'Die Leitweg-ID „{found}“ gilt für die ganze Behörde, und keine Regel trifft zu. Bitte ordnen Sie die Rechnung einem Amt zu.',
    en: 'The Leitweg-ID “{found}” serves the whole authority and no rule holds. Please route the invoice to a department.',
  },
};

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
  return SENTENCES[reason][language].replace(/\{(found|digits)\}/g, (_, name) => (name === 'found' ? found : digits));
}
