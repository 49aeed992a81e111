import type { ErrorClass, Severity } from './finding.js';
import type { Verdict } from './examination.js';

/** A text in both languages of the product. */
interface Words {
  readonly de: string;
  readonly en: string;
}

/** What a report says of the whole document. */
export const verdictLabels = {
  accepted: { de: 'angenommen', en: 'accepted' },
  acceptedWithRemarks: { de: 'angenommen mit Hinweisen', en: 'accepted with remarks' },
  rejected: { de: 'zurückgewiesen', en: 'rejected' },
  couldNotBeChecked: { de: 'nicht prüfbar', en: 'could not be checked' },
  notAnEInvoice: { de: 'keine E-Rechnung', en: 'no e-invoice' },
} as const satisfies Record<Verdict, Words>;

export const severityLabels = {
  fatal: { de: 'Fehler', en: 'error' },
  warning: { de: 'Warnung', en: 'warning' },
  information: { de: 'Hinweis', en: 'information' },
} as const satisfies Record<Severity, Words>;

/** The classes of errors as the Federal Ministry of Finance names them (letter of 15 October 2025). */
export const errorClassLabels = {
  format: { de: 'Formatfehler', en: 'Format error' },
  businessRule: { de: 'Geschäftsregelfehler', en: 'Business rule error' },
  content: { de: 'Inhaltsfehler', en: 'Content error' },
} as const satisfies Record<ErrorClass, Words>;

/** Sentences for the reasons why there is nothing to judge; a reason without one is shown as it is. */
export const reasonSentences: Readonly<Record<string, Words>> = {
  unknownDocument: {
    de: 'Die XML-Datei ist keine Rechnung in UBL oder CII.',
    en: 'The XML is no invoice in UBL or CII.',
  },
  'zugferd-1': {
    de: 'ZUGFeRD 1 ist veraltet und wird nicht angenommen. Bitte als XRechnung oder ZUGFeRD 2 senden.',
    en: 'ZUGFeRD 1 is outdated and not taken. Please send XRechnung or ZUGFeRD 2.',
  },
  noScenario: {
    de: 'Die Spezifikation (BT-24) wird hier nicht angenommen.',
    en: 'The specification (BT-24) is not taken here.',
  },
  noFullInvoice: {
    de: 'Das Profil ist nur eine Buchungshilfe und keine vollständige Rechnung.',
    en: 'The profile is a booking aid only, not a full invoice.',
  },
  emptyFile: {
    de: 'Die Datei ist leer.',
    en: 'The file is empty.',
  },
  unknownFileKind: {
    de: 'Die Datei ist weder XML noch PDF.',
    en: 'The file is neither XML nor PDF.',
  },
  pdfWithoutInvoice: {
    de: 'In der PDF-Datei ist keine Rechnung als XML eingebettet.',
    en: 'No invoice is embedded in the PDF as XML.',
  },
  pdfEncrypted: {
    de: 'Die PDF-Datei ist mit einem Kennwort verschlüsselt. Bitte unverschlüsselt senden.',
    en: 'The PDF is encrypted with a password. Please send it unencrypted.',
  },
  pdfDamaged: {
    de: 'Die PDF-Datei ist beschädigt oder unvollständig. Bitte neu erzeugen und erneut senden.',
    en: 'The PDF is damaged or incomplete. Please create and send it anew.',
  },
  pdfUnpacksTooLarge: {
    de: 'Der Inhalt der PDF-Datei ist entpackt größer als erlaubt.',
    en: 'The content of the PDF is larger than allowed when unpacked.',
  },
  pdfTooManyFiles: {
    de: 'In der PDF-Datei sind mehr als 200 Dateien eingebettet.',
    en: 'More than 200 files are embedded in the PDF.',
  },
  pdfEmbeddedFileTooLarge: {
    de: 'Eine in der PDF-Datei eingebettete XML-Datei ist entpackt größer als erlaubt.',
    en: 'An XML file embedded in the PDF is larger than allowed when unpacked.',
  },
  fileUnreadable: {
    de: 'Die Datei kann nicht gelesen werden.',
    en: 'The file cannot be read.',
  },
  fileTooLarge: {
    de: 'Die Datei ist größer als 25 MB.',
    en: 'The file is larger than 25 MB.',
  },
  readerMemory: {
    de: 'Die Prüfung brauchte mehr Arbeitsspeicher, als einer Datei zusteht.',
    en: 'Checking took more memory than a file may use.',
  },
  readerTime: {
    de: 'Die Prüfung dauerte länger, als einer Datei zusteht.',
    en: 'Checking took longer than a file may take.',
  },
  readerCrash: {
    de: 'Die Prüfung ist an dieser Datei abgestürzt.',
    en: 'Checking crashed on this file.',
  },
  readerUnavailable: {
    de: 'Es konnte kein Prüfprozess gestartet werden.',
    en: 'No process for checking could be started.',
  },
};
