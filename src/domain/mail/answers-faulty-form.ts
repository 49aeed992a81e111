import { quoted, type Block, type Language } from './answers-layout.js';
import type { Letter, LetterFacts } from './answers-letter.js';
import { reportOf, type RejectedInvoice, type RejectionFacts } from './answers-rejection.js';

export interface FaultyFormFacts extends LetterFacts {
  readonly number: string | null;
  /** The file that counts. */
  readonly fileName: string;
  /** The files that do not, each with what is wrong with it. */
  readonly forms: readonly RejectedInvoice[];
  readonly limits: RejectionFacts['limits'];
}

/** An invoice goes on by one of the files that it came in, and another one is faulty: which counts, and what to mend. */
export const faultyFormLetter = (facts: FaultyFormFacts): Letter => ({
  subject: {
    de: `Rechnung angenommen, eine ihrer Dateien ist fehlerhaft: ${facts.deliveryNumber}`,
    en: `Invoice taken in, one of its files is faulty: ${facts.deliveryNumber}`,
  },
  full: (language) => blocksOf(facts, language),
  short: blocksOf(facts, 'en', 5),
});

const blocksOf = (facts: FaultyFormFacts, language: Language, most?: number): readonly Block[] => [
  { kind: 'text', text: opening[language](quoted(facts.fileName, facts.limits.quotedLength)) },
  ...facts.forms.flatMap((form) => reportOf(form, facts, language, most)),
  { kind: 'text', text: nothingToDo[language] },
];

const opening: Readonly<Record<Language, (fileName: string) => string>> = {
  de: (fileName) =>
    `Ihre Rechnung kam in mehreren Formen. Es gilt die Datei „${fileName}“; nach ihr bearbeiten wir die Rechnung. Was sonst dieselbe Rechnung sein soll, ist fehlerhaft:`,
  en: (fileName) =>
    `Your invoice came in several forms. The file “${fileName}” counts; we work on the invoice by it. What else is meant to be the same invoice is faulty:`,
};

const nothingToDo: Readonly<Record<Language, string>> = {
  de: 'Sie brauchen nichts nachzureichen. Bitte beheben Sie die Fehler für künftige Rechnungen.',
  en: 'You need not send anything more. Please mend the faults for future invoices.',
};
