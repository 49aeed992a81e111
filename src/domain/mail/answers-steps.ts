import type { ToldStep } from './answer-kinds.js';
import { quoted, quotedLines, type Language } from './answers-layout.js';
import { momentIn, type Letter, type LetterFacts } from './answers-letter.js';

export interface StepFacts extends LetterFacts {
  readonly step: ToldStep;
  readonly invoiceNumber: string | null;
  readonly fileName: string;
  /** What staff wrote for the supplier, in their language. */
  readonly reason: string | null;
  readonly limits: { readonly quotedLength: number; readonly reasonLength: number };
}

/** One invoice has come to another step, or people have rejected or declined it. */
export const stepLetter = (facts: StepFacts): Letter => ({
  subject: {
    de: `${steps[facts.step].subject.de}: ${facts.deliveryNumber}`,
    en: `${steps[facts.step].subject.en}: ${facts.deliveryNumber}`,
  },
  full: (language) => blocksOf(facts, language),
  short: blocksOf(facts, 'en'),
});

function blocksOf(facts: StepFacts, language: Language): ReturnType<Letter['full']> {
  const { deliveryNumber, receivedAt, invoiceNumber, fileName, reason, limits } = facts;
  const number = invoiceNumber === null ? '–' : quoted(invoiceNumber, limits.quotedLength);
  return [
    { kind: 'text', text: steps[facts.step].sentence[language] },
    {
      kind: 'facts',
      rows: [
        [words.invoice[language], number],
        [words.file[language], quoted(fileName, limits.quotedLength)],
        [words.delivery[language], `${deliveryNumber}, ${momentIn(language, receivedAt)}`],
        ...(reason === null ? [] : [[words.reason[language], quotedLines(reason, limits.reasonLength)] as const]),
      ],
    },
  ];
}

const words = {
  invoice: { de: 'Rechnungsnummer', en: 'Invoice number' },
  file: { de: 'Datei', en: 'File' },
  delivery: { de: 'Zustellung', en: 'Delivery' },
  reason: { de: 'Begründung', en: 'Reason' },
} as const;

type Words = Readonly<Record<Language, string>>;

const steps: Readonly<Record<ToldStep, { readonly subject: Words; readonly sentence: Words }>> = {
  inProgress: {
    subject: { de: 'Rechnung in Bearbeitung', en: 'Invoice in progress' },
    sentence: { de: 'Ihre Rechnung wird bearbeitet.', en: 'Your invoice is being worked on.' },
  },
  underReview: {
    subject: { de: 'Rechnung in Prüfung', en: 'Invoice under review' },
    sentence: { de: 'Ihre Rechnung wird sachlich und rechnerisch geprüft.', en: 'Your invoice is under review.' },
  },
  query: {
    subject: { de: 'Rückfrage zu Ihrer Rechnung', en: 'A question about your invoice' },
    sentence: {
      de: 'Zu Ihrer Rechnung haben wir eine Rückfrage. Bitte antworten Sie uns.',
      en: 'We have a question about your invoice. Please answer it.',
    },
  },
  released: {
    subject: { de: 'Rechnung zur Zahlung freigegeben', en: 'Invoice released for payment' },
    sentence: { de: 'Ihre Rechnung ist zur Zahlung freigegeben.', en: 'Your invoice is released for payment.' },
  },
  paid: {
    subject: { de: 'Rechnung bezahlt', en: 'Invoice paid' },
    sentence: { de: 'Ihre Rechnung ist bezahlt.', en: 'Your invoice is paid.' },
  },
  paidReduced: {
    subject: { de: 'Rechnung gekürzt bezahlt', en: 'Invoice paid in part' },
    sentence: { de: 'Ihre Rechnung ist gekürzt bezahlt worden.', en: 'Your invoice was paid in part.' },
  },
  rejected: {
    subject: { de: 'Rechnung zurückgewiesen', en: 'Invoice rejected' },
    sentence: {
      de: 'Ihre Rechnung haben wir zurückgewiesen. Bitte schicken Sie eine berichtigte in einer neuen E-Mail.',
      en: 'We have rejected your invoice. Please send a corrected one in a new mail.',
    },
  },
  declined: {
    subject: { de: 'Rechnung abgelehnt', en: 'Invoice declined' },
    sentence: { de: 'Ihre Rechnung haben wir sachlich abgelehnt.', en: 'We have declined your invoice.' },
  },
  duplicate: {
    subject: { de: 'Rechnung bereits eingegangen', en: 'Invoice already received' },
    sentence: {
      de: 'Diese Rechnung lag uns schon vor. Sie wird nur einmal bearbeitet.',
      en: 'We had received this invoice before. It is handled once only.',
    },
  },
  superseded: {
    subject: { de: 'Rechnung ersetzt', en: 'Invoice replaced' },
    sentence: {
      de: 'Ihre Rechnung ist durch eine andere ersetzt worden.',
      en: 'Your invoice was replaced by another one.',
    },
  },
  dismissed: {
    subject: { de: 'Nicht als Rechnung bearbeitet', en: 'Not handled as an invoice' },
    sentence: {
      de: 'Diese Datei bearbeiten wir nicht als Rechnung.',
      en: 'We do not handle this file as an invoice.',
    },
  },
};

/** Asks whether an address wants to be told of a delivery; whoever did not ask for it has nothing to do. */
export const confirmationLetter = (facts: LetterFacts): Letter => ({
  subject: {
    de: `Benachrichtigungen bestätigen: ${facts.deliveryNumber}`,
    en: `Confirm notifications: ${facts.deliveryNumber}`,
  },
  full: (language) => [{ kind: 'text', text: asking[language](facts) }],
  short: [{ kind: 'text', text: asking.en(facts) }],
});

const asking = {
  de: ({ deliveryNumber, receivedAt }: LetterFacts) =>
    `Jemand möchte, dass diese Adresse über die Zustellung ${deliveryNumber} vom ${momentIn('de', receivedAt)} benachrichtigt wird. Waren Sie das, folgen Sie bitte dem Link zum Bestätigen. Sonst brauchen Sie nichts zu tun; Sie erhalten dann keine Nachrichten.`,
  en: ({ deliveryNumber, receivedAt }: LetterFacts) =>
    `Somebody wants this address to be told of the delivery ${deliveryNumber} of ${momentIn('en', receivedAt)}. If it was you, please follow the link to confirm. Otherwise there is nothing to do; you will get no messages.`,
} as const;
