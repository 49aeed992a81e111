import { decimalOfCents } from '../invoice/money.js';
import { REMINDER_KINDS, type ReminderKind } from '../reminders/reminder-kinds.js';
import { dateIn, numberIn } from '../validation/value-forms.js';
import { htmlPage, plainText, quoted, type Block, type Language } from './answers-layout.js';
import type { WrittenAnswer } from './answers-letter.js';

/** One invoice that somebody is reminded of: number, seller, amount, and a link to where the rest is read. */
export interface RemindedEntry {
  readonly kind: ReminderKind;
  readonly number: string | null;
  readonly fileName: string | null;
  readonly sellerName: string | null;
  readonly grossCents: bigint | null;
  readonly currency: string | null;
  /** YYYY-MM-DD: since when it waits, or for losses the last day on which the next one can be avoided. */
  readonly day: string;
  /** What is lost; null where nothing is, or nobody knows. */
  readonly lossCents: bigint | null;
  /** In whose place the person is told, by name; null: in their own. */
  readonly onBehalfOf: string | null;
  readonly url: string;
}

export interface ReminderFacts {
  readonly language: Language;
  /** The tenant's name. */
  readonly town: string;
  readonly name: string;
  readonly entries: readonly RemindedEntry[];
  /** Invoices that this mail does not name. */
  readonly more: number;
  /** The person's queue, and where they choose how they are told. */
  readonly deskUrl: string;
  readonly choiceUrl: string;
  readonly quotedLength: number;
}

/** A reminder to staff, in the words of what they are reminded of: what is most urgent stands first. */
export function reminderLetter(facts: ReminderFacts): WrittenAnswer {
  const { language, town, entries, more } = facts;
  const [first] = entries;
  const subject =
    entries.length === 1 && first && more === 0
      ? SINGLE[first.kind][language](titleOf(first, facts))
      : words.digest[language](entries.length + more);
  const blocks: readonly Block[] = [
    { kind: 'text', text: words.greeting[language](quoted(facts.name, facts.quotedLength)) },
    ...inOrder.flatMap((kind) => blocksOf(kind, facts)),
    ...(more > 0 ? [{ kind: 'text' as const, text: words.more[language](more) }] : []),
    { kind: 'link', label: words.desk[language], url: facts.deskUrl },
    { kind: 'link', label: words.choice[language], url: facts.choiceUrl },
    { kind: 'text', text: words.closing[language](town) },
  ];
  return { subject, text: plainText(blocks), html: htmlPage(subject, language, blocks) };
}

/** What costs money first, then what has waited longest for somebody. */
export const inOrder: readonly ReminderKind[] = [
  'skonto',
  'interest',
  'escalation',
  ...REMINDER_KINDS.filter((kind) => !['skonto', 'interest', 'escalation'].includes(kind)),
];

function blocksOf(kind: ReminderKind, facts: ReminderFacts): readonly Block[] {
  const entries = facts.entries.filter((entry) => entry.kind === kind);
  if (entries.length === 0) return [];
  const { language } = facts;
  return [
    { kind: 'heading', text: HEADINGS[kind][language] },
    {
      kind: 'entries',
      entries: entries.map((entry) => ({
        label: titleOf(entry, facts),
        url: entry.url,
        lines: linesOf(entry, language, facts.quotedLength),
      })),
    },
  ];
}

function titleOf({ number, fileName, sellerName }: RemindedEntry, { language, quotedLength }: ReminderFacts): string {
  const name = quoted(number ?? fileName ?? words.unnamed[language], quotedLength);
  return sellerName === null ? name : `${name}, ${quoted(sellerName, quotedLength)}`;
}

function linesOf(entry: RemindedEntry, language: Language, quotedLength: number): readonly string[] {
  const amount = moneyIn(entry.grossCents, entry.currency, language);
  const day = dateIn(entry.day, language);
  const loss = moneyIn(entry.lossCents, entry.currency, language);
  return [
    ...(amount === null ? [] : [words.amount[language](amount)]),
    DAYS[entry.kind][language](day, loss),
    ...(entry.onBehalfOf === null ? [] : [words.deputy[language](quoted(entry.onBehalfOf, quotedLength))]),
  ];
}

const moneyIn = (cents: bigint | null, currency: string | null, language: Language): string | null =>
  cents === null ? null : `${numberIn(decimalOfCents(cents), language)} ${currency ?? ''}`.trim();

type Told = Readonly<Record<Language, (title: string) => string>>;

const SINGLE: Readonly<Record<ReminderKind, Told>> = {
  unclaimed: { de: (one) => `Noch nicht übernommen: Rechnung ${one}`, en: (one) => `Not taken on yet: invoice ${one}` },
  unconfirmed: {
    de: (one) => `Noch nicht festgestellt: Rechnung ${one}`,
    en: (one) => `Not confirmed yet: invoice ${one}`,
  },
  unordered: { de: (one) => `Noch nicht angeordnet: Rechnung ${one}`, en: (one) => `Not ordered yet: invoice ${one}` },
  unanswered: {
    de: (one) => `Rückfrage ohne Antwort: Rechnung ${one}`,
    en: (one) => `Query without an answer: invoice ${one}`,
  },
  skonto: { de: (one) => `Skonto läuft ab: Rechnung ${one}`, en: (one) => `Discount about to be lost: invoice ${one}` },
  interest: { de: (one) => `Verzug hat begonnen: Rechnung ${one}`, en: (one) => `Default has begun: invoice ${one}` },
  escalation: {
    de: (one) => `Liegt in Ihrem Amt zu lange: Rechnung ${one}`,
    en: (one) => `Waits too long in your department: invoice ${one}`,
  },
};

const HEADINGS: Readonly<Record<ReminderKind, Readonly<Record<Language, string>>>> = {
  unclaimed: { de: 'Von niemandem übernommen', en: 'Taken on by nobody' },
  unconfirmed: { de: 'Festzustellen', en: 'To be confirmed' },
  unordered: { de: 'Anzuordnen', en: 'To be ordered' },
  unanswered: { de: 'Rückfragen ohne Antwort', en: 'Queries without an answer' },
  skonto: { de: 'Skonto läuft ab', en: 'Discounts about to be lost' },
  interest: { de: 'Verzug hat begonnen', en: 'Default has begun' },
  escalation: { de: 'Liegt in Ihrem Amt zu lange', en: 'Waits too long in your department' },
};

type Dated = Readonly<Record<Language, (day: string, loss: string | null) => string>>;

const since: Dated = { de: (day) => `Wartet seit ${day}`, en: (day) => `Waits since ${day}` };

const DAYS: Readonly<Record<ReminderKind, Dated>> = {
  unclaimed: since,
  unconfirmed: since,
  unordered: since,
  escalation: since,
  unanswered: { de: (day) => `Gefragt am ${day}`, en: (day) => `Asked on ${day}` },
  skonto: {
    de: (day, loss) => `Skonto nur bis ${day}${loss === null ? '' : `, danach gehen ${loss} verloren`}`,
    en: (day, loss) => `Discount until ${day} only${loss === null ? '' : `, after it ${loss} are lost`}`,
  },
  interest: {
    de: (day) => `Ohne Verzugszinsen nur bis ${day}`,
    en: (day) => `Without default interest until ${day} only`,
  },
};

const words = {
  greeting: { de: (name: string) => `Guten Tag ${name},`, en: (name: string) => `Hello ${name},` },
  digest: {
    de: (count: number) => `${String(count)} Erinnerungen an Rechnungen`,
    en: (count: number) => `${String(count)} reminders of invoices`,
  },
  more: {
    de: (count: number) => `Dazu kommen ${String(count)} weitere; Sie finden sie in Ihrem Amtskorb.`,
    en: (count: number) => `There are ${String(count)} more; you find them in your queue.`,
  },
  unnamed: { de: 'ohne Nummer', en: 'without a number' },
  amount: { de: (amount: string) => `Betrag: ${amount}`, en: (amount: string) => `Amount: ${amount}` },
  deputy: {
    de: (name: string) => `In Vertretung von ${name}`,
    en: (name: string) => `In the place of ${name}`,
  },
  desk: { de: 'Zum Amtskorb', en: 'To the queue' },
  choice: { de: 'Wählen, wie Sie erinnert werden', en: 'Choose how you are reminded' },
  closing: {
    de: (town: string) =>
      `Diese Nachricht hat der Rechnungseingang selbsttätig geschrieben. Bitte antworten Sie nicht darauf.\n${town}`,
    en: (town: string) => `This message was written by the invoice inbox itself. Please do not reply to it.\n${town}`,
  },
} as const;
