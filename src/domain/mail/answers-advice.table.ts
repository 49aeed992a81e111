import type { Finding } from '../validation/finding.js';

type Words = Readonly<Record<'de' | 'en', string>>;

/** Why a fault matters and how it is mended. `{terms}` stands for the terms concerned. */
export interface Advice {
  readonly why: Words;
  readonly mend: Words;
}

const correct = {
  de: 'Berichtigen Sie in Ihrem Rechnungsprogramm: {terms}.',
  en: 'Correct in your invoicing software: {terms}.',
};
const complete = {
  de: 'Ergänzen Sie in Ihrem Rechnungsprogramm: {terms}.',
  en: 'Fill in, in your invoicing software: {terms}.',
};

/** By the book that a finding comes from; the longest prefix holds. */
export const adviceByBook: readonly (Advice & { readonly book: string })[] = [
  {
    book: 'format',
    why: {
      de: 'So kann kein Programm die Rechnung sicher lesen.',
      en: 'Like this no program can read the invoice reliably.',
    },
    mend: {
      de: 'Erzeugen Sie die Datei neu und verändern Sie sie danach nicht mehr. Bleibt der Fehler, hilft der Hersteller Ihres Rechnungsprogramms.',
      en: 'Create the file anew and do not change it afterwards. If the fault remains, ask the maker of your invoicing software.',
    },
  },
  {
    book: 'structure',
    why: {
      de: 'Der Aufbau einer E-Rechnung ist vorgeschrieben; ein Teil an falscher Stelle würde übersehen.',
      en: 'The structure of an e-invoice is prescribed; a part at the wrong place would be overlooked.',
    },
    mend: {
      de: 'Das liegt meist am Rechnungsprogramm. Geben Sie diese Meldung mit der Zeilennummer an dessen Hersteller weiter.',
      en: 'This is mostly due to the invoicing software. Pass this message with its line number on to the maker.',
    },
  },
  {
    book: 'en16931',
    why: {
      de: 'Die europäische Norm für elektronische Rechnungen (EN 16931) verlangt es.',
      en: 'The European standard for electronic invoicing (EN 16931) demands it.',
    },
    mend: correct,
  },
  {
    book: 'xrechnung',
    why: {
      de: 'Der Standard XRechnung verlangt es für Rechnungen an die öffentliche Verwaltung.',
      en: 'The standard XRechnung demands it of invoices to the German public administration.',
    },
    mend: correct,
  },
  {
    book: 'peppol',
    why: {
      de: 'Die Regeln des Peppol-Netzes verlangen es.',
      en: 'The rules of the Peppol network demand it.',
    },
    mend: correct,
  },
  {
    book: 'factur-x',
    why: {
      de: 'Das Profil von ZUGFeRD/Factur-X, das die Rechnung nennt, verlangt es.',
      en: 'The profile of ZUGFeRD/Factur-X that the invoice names demands it.',
    },
    mend: correct,
  },
];

/** What the law demands is said before what a standard demands. */
export const adviceOnContent: Advice = {
  why: {
    de: 'Diese Angabe verlangt § 14 Abs. 4 UStG; ohne sie ist die Rechnung nicht ordnungsgemäß.',
    en: 'German VAT law (§ 14 (4) UStG) demands this; without it the invoice is not in order.',
  },
  mend: complete,
};

export const adviceFor = ({ book, errorClass }: Finding): Advice => {
  if (errorClass === 'content') return adviceOnContent;
  return adviceByBook.find((advice) => book.startsWith(advice.book)) ?? adviceOnContent;
};
