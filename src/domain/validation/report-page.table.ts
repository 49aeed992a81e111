import type { StepName, StepOutcome, Syntax, Verdict } from './examination.js';
import type { Language } from './value-forms.js';

type Words = Readonly<Record<Language, string>>;

/** What stands on the page of a report, beside what the report itself says. */
export const pageWords = {
  title: { de: 'Prüfbericht', en: 'Inspection report' },
  mustMend: { de: 'Das müssen Sie beheben', en: 'What you must mend' },
  remarks: { de: 'Hinweise', en: 'Remarks' },
  nothing: { de: 'Es wurde nichts beanstandet.', en: 'Nothing was found.' },
  method: { de: 'So wurde geprüft', en: 'How it was checked' },
  more: {
    de: (count: number) => `… und ${String(count)} weitere.`,
    en: (count: number) => `… and ${String(count)} more.`,
  },
  verdicts: {
    accepted: { de: 'Die Rechnung kann so angenommen werden.', en: 'The invoice can be accepted as it is.' },
    acceptedWithRemarks: {
      de: 'Die Rechnung kann angenommen werden. Beachten Sie die Hinweise für Ihre nächsten Rechnungen.',
      en: 'The invoice can be accepted. Please heed the remarks in your next invoices.',
    },
    rejected: {
      de: 'So kann die Rechnung nicht bezahlt werden. Beheben Sie die Fehler in Ihrem Rechnungsprogramm und senden Sie die Rechnung neu.',
      en: 'The invoice cannot be paid like this. Mend the faults in your invoicing software and send the invoice anew.',
    },
    couldNotBeChecked: {
      de: 'Die Datei konnte nicht zu Ende geprüft werden. Das heißt nicht, dass die Rechnung falsch ist.',
      en: 'The file could not be checked to the end. That does not mean that the invoice is wrong.',
    },
    notAnEInvoice: {
      de: 'Die Datei ist keine E-Rechnung im Sinne der Norm EN 16931.',
      en: 'The file is no e-invoice in the sense of the standard EN 16931.',
    },
  } satisfies Readonly<Record<Verdict, Words>>,
  facts: {
    file: { de: 'Datei', en: 'File' },
    embedded: { de: 'Darin geprüft', en: 'Checked in it' },
    syntax: { de: 'Format', en: 'Format' },
    specification: { de: 'Spezifikation', en: 'Specification' },
    scenario: { de: 'Prüfszenario', en: 'Scenario' },
  },
  finding: {
    where: { de: 'Wo', en: 'Where' },
    why: { de: 'Warum', en: 'Why' },
    mend: { de: 'Was tun', en: 'What to do' },
    rule: { de: 'Regel', en: 'Rule' },
  },
  steps: {
    wellFormed: { de: 'Lesbares XML', en: 'Readable XML' },
    syntax: { de: 'Format erkannt', en: 'Format known' },
    scenario: { de: 'Spezifikation angenommen', en: 'Specification taken' },
    structure: { de: 'Aufbau', en: 'Structure' },
    rules: { de: 'Geschäftsregeln', en: 'Business rules' },
    verdict: { de: 'Ergebnis', en: 'Result' },
  } satisfies Readonly<Record<StepName, Words>>,
  outcomes: {
    passed: { de: 'in Ordnung', en: 'in order' },
    failed: { de: 'nicht in Ordnung', en: 'not in order' },
    couldNotRun: { de: 'nicht möglich', en: 'not possible' },
    notReached: { de: 'nicht mehr geprüft', en: 'not checked any more' },
  } satisfies Readonly<Record<StepOutcome['outcome'], Words>>,
} as const;

export const syntaxNames: Readonly<Record<Syntax, string>> = {
  'ubl-invoice': 'UBL 2.1, Invoice',
  'ubl-credit-note': 'UBL 2.1, CreditNote',
  cii: 'UN/CEFACT CII (D16B)',
  'zugferd-1': 'ZUGFeRD 1',
};

const bookNames: Readonly<Record<string, Words>> = {
  format: { de: 'Dateiformat', en: 'File format' },
  scenarios: { de: 'Szenarien', en: 'Scenarios' },
  structure: { de: 'Aufbau', en: 'Structure' },
  en16931: { de: 'EN 16931', en: 'EN 16931' },
  xrechnung: { de: 'XRechnung', en: 'XRechnung' },
  peppol: { de: 'Peppol BIS Billing', en: 'Peppol BIS Billing' },
};

/** A rule book by the name that people know it by. */
export function bookName(book: string, language: Language): string {
  const facturX = /^factur-x-(.+)$/.exec(book)?.[1];
  if (facturX !== undefined) return `Factur-X ${facturX.toUpperCase().replace('EN16931', 'EN 16931')}`;
  return bookNames[book]?.[language] ?? book;
}
