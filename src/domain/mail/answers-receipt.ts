import { quoted, type Language } from './answers-layout.js';
import { momentIn, type Letter, type LetterFacts } from './answers-letter.js';
import { partFates, type PartFate } from './part-fates.table.js';
import { isPartReason, partReasons } from './part-reasons.js';

/** A part of the delivery as its receipt tells it. */
export interface ReceiptLine {
  readonly fileName: string;
  readonly fate: PartFate;
  readonly reason: string | null;
}

export interface ReceiptFacts extends LetterFacts {
  readonly mailSubject: string | null;
  /** The parts worth telling: not what a mail program adds by itself. */
  readonly lines: readonly ReceiptLine[];
  /** UTF-16 units that a file name or a subject may have. */
  readonly quotedLength: number;
}

/** The receipt (Eingangsbestätigung): what came, when, and what became of each part. */
export const receiptLetter = (facts: ReceiptFacts): Letter => ({
  subject: {
    de: `Eingangsbestätigung ${facts.deliveryNumber}`,
    en: `Receipt ${facts.deliveryNumber}`,
  },
  full: (language) => [
    { kind: 'text', text: words.opening[language] },
    { kind: 'facts', rows: rowsOf(facts, language) },
    { kind: 'heading', text: words.parts[language] },
    { kind: 'items', numbered: false, items: facts.lines.map((line) => lineOf(line, language, facts.quotedLength)) },
    { kind: 'text', text: words.next[language] },
  ],
  short: [
    { kind: 'text', text: words.opening.en },
    { kind: 'facts', rows: rowsOf(facts, 'en') },
    { kind: 'text', text: words.next.en },
  ],
});

const words = {
  opening: {
    de: 'Ihre Zustellung ist bei uns eingegangen. Bitte bewahren Sie diese Eingangsbestätigung auf.',
    en: 'We have received your delivery. Please keep this receipt.',
  },
  parts: { de: 'Was wir aus den einzelnen Teilen gemacht haben', en: 'What became of each part' },
  next: {
    de: 'Die Rechnungen werden jetzt geprüft. Ist eine fehlerhaft, erhalten Sie einen Prüfbericht.',
    en: 'The invoices are now being checked. If one is faulty, you will get a report.',
  },
  number: { de: 'Nummer', en: 'Number' },
  receivedAt: { de: 'Eingegangen am', en: 'Received on' },
  mailSubject: { de: 'Ihre E-Mail', en: 'Your mail' },
  empty: { de: '(ohne Betreff)', en: '(no subject)' },
} as const;

const rowsOf = (facts: ReceiptFacts, language: Language): (readonly [string, string])[] => [
  [words.number[language], facts.deliveryNumber],
  [words.receivedAt[language], momentIn(language, facts.receivedAt)],
  [words.mailSubject[language], quoted(facts.mailSubject ?? '', facts.quotedLength) || words.empty[language]],
];

function lineOf({ fileName, fate, reason }: ReceiptLine, language: Language, most: number): readonly [string] {
  const said = partFates[fate][language];
  const why = reason !== null && isPartReason(reason) ? ` – ${partReasons[reason][language]}` : '';
  const name = quoted(fileName, most) || '–';
  return language === 'de' ? [`„${name}“: ${said}${why}`] : [`“${name}”: ${said}${why}`];
}

/** Whether a receipt tells of a part: text, logos and signatures of the mail itself would only be in the way. */
export const isWorthTelling = ({ fate, reason }: Pick<ReceiptLine, 'fate' | 'reason'>): boolean =>
  fate !== 'opened' && !(fate === 'ignored' && reason !== null && ownParts.has(reason));

const ownParts: ReadonlySet<string> = new Set(['textBody', 'htmlBody', 'inlineImage', 'signature', 'systemFile']);
