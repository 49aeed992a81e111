import { htmlPage, plainText, type Block, type Language } from './answers-layout.js';

/** What every answer knows of the delivery that it is about. */
export interface LetterFacts {
  readonly language: Language;
  /** The sender's language is not known: German, and an English short form below. */
  readonly bilingual: boolean;
  /** The tenant's name. */
  readonly town: string;
  readonly deliveryNumber: string;
  readonly receivedAt: Date;
  /** null: the delivery is not this firm's alone, so that nobody may look at it by a link. */
  readonly trackingUrl: string | null;
  /** Where this address asks to be told of later steps; null where it is told already. */
  readonly startUrl: string | null;
  /** Where it asks to be left alone; null where it is not told. */
  readonly endUrl: string | null;
}

/** One kind of answer: its subject and what it says, in both languages; `short` is the English form below a German text. */
export interface Letter {
  readonly subject: Readonly<Record<Language, string>>;
  readonly full: (language: Language) => readonly Block[];
  readonly short: readonly Block[];
  /** What it says was written by a person. */
  readonly isPersonal?: true;
}

export interface WrittenAnswer {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Puts a letter between greeting and closing and writes it in both forms. */
export function write(facts: LetterFacts, letter: Letter): WrittenAnswer {
  const { language } = facts;
  const subject = letter.subject[language];
  const blocks: readonly Block[] = [
    { kind: 'text', text: frame.greeting[language] },
    ...letter.full(language),
    ...links(facts),
    { kind: 'text', text: (letter.isPersonal ? frame.personal : frame.closing)[language](facts.town) },
    ...(facts.bilingual && language === 'de' ? englishShort(facts, letter) : []),
  ];
  return { subject, text: plainText(blocks), html: htmlPage(subject, language, blocks) };
}

/** Day and time in the town, as people write them there. */
export const momentIn = (language: Language, moment: Date): string => moments[language].format(moment);

const momentForm = (locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Berlin' });
const moments = { de: momentForm('de-DE'), en: momentForm('en-GB') } as const;

const frame = {
  greeting: { de: 'Guten Tag!', en: 'Dear Sir or Madam,' },
  closing: {
    de: (town: string) =>
      `Mit freundlichen Grüßen\n${town}\n\nDiese Nachricht hat der Rechnungseingang selbsttätig geschrieben.`,
    en: (town: string) => `Kind regards\n${town}\n\nThis message was written by the invoice inbox itself.`,
  },
  personal: {
    de: (town: string) => `Mit freundlichen Grüßen\n${town}`,
    en: (town: string) => `Kind regards\n${town}`,
  },
  track: { de: 'Stand der Bearbeitung ansehen', en: 'See how far we are' },
  start: { de: 'Über die nächsten Schritte per E-Mail benachrichtigt werden', en: 'Be told of the next steps by mail' },
  end: {
    de: 'Keine weiteren Benachrichtigungen zu dieser Zustellung',
    en: 'No more notifications about this delivery',
  },
} as const;

function links({ language, trackingUrl, startUrl, endUrl }: LetterFacts): readonly Block[] {
  const rows = [
    [frame.track[language], trackingUrl],
    [frame.start[language], startUrl],
    [frame.end[language], endUrl],
  ] as const;
  return rows.flatMap(([label, url]) => (url === null ? [] : [{ kind: 'link' as const, label, url }]));
}

const englishShort = (facts: LetterFacts, letter: Letter): readonly Block[] => [
  { kind: 'turn', language: 'en' },
  { kind: 'heading', text: 'In short, in English' },
  ...letter.short,
  ...links({ ...facts, language: 'en' }),
];
