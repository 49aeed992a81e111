import { quoted, quotedLines, type Block, type Language } from './answers-layout.js';
import { momentIn, type Letter, type LetterFacts } from './answers-letter.js';

export interface QueryFacts extends LetterFacts {
  readonly invoiceNumber: string | null;
  readonly fileName: string;
  /** In the words of staff, who write in one language. */
  readonly question: string;
  /** By which an answer is known that keeps nothing of the mail but its subject. */
  readonly reference: string;
  readonly answerUrl: string;
  /** Whether a reply to the mail reaches the town. */
  readonly byReply: boolean;
  readonly limits: { readonly quotedLength: number; readonly reasonLength: number };
}

/** Staff ask the supplier about an invoice; it waits for the answer. */
export const queryLetter = (facts: QueryFacts): Letter => ({
  subject: {
    de: `Rückfrage zu Ihrer Rechnung ${nameOf(facts)} [#${facts.reference}]`,
    en: `A question about your invoice ${nameOf(facts)} [#${facts.reference}]`,
  },
  full: (language) => blocksOf(facts, language),
  short: blocksOf(facts, 'en'),
  isPersonal: true,
});

const nameOf = ({ invoiceNumber, fileName, limits }: QueryFacts): string =>
  quoted(invoiceNumber ?? fileName, limits.quotedLength);

const blocksOf = (facts: QueryFacts, language: Language): readonly Block[] => [
  { kind: 'text', text: words.opening[language](nameOf(facts), momentIn(language, facts.receivedAt)) },
  { kind: 'heading', text: words.question[language] },
  { kind: 'text', text: quotedLines(facts.question, facts.limits.reasonLength) },
  { kind: 'text', text: (facts.byReply ? words.reply : words.linkOnly)[language] },
  { kind: 'link', label: words.link[language], url: facts.answerUrl },
];

const words = {
  opening: {
    de: (name: string, when: string) =>
      `zu Ihrer Rechnung ${name}, eingegangen am ${when}, haben wir eine Rückfrage. Bis Sie antworten, bleibt die Rechnung liegen.`,
    en: (name: string, when: string) =>
      `we have a question about your invoice ${name}, received on ${when}. The invoice waits for your answer.`,
  },
  question: { de: 'Unsere Frage', en: 'Our question' },
  reply: {
    de: 'Bitte antworten Sie auf diese E-Mail oder über den Link; Unterlagen können Sie beifügen.',
    en: 'Please reply to this mail or use the link; you can attach documents.',
  },
  linkOnly: {
    de: 'Bitte antworten Sie über den Link; Unterlagen können Sie beifügen.',
    en: 'Please answer by the link; you can attach documents.',
  },
  link: { de: 'Rückfrage beantworten', en: 'Answer the question' },
} as const;
