import type { Finding } from '../validation/finding.js';
import { faultsFirst, readableFinding } from '../validation/readable-report.js';
import { faultsOnce, type Fault } from '../validation/same-fault.js';
import { quoted, type Block, type Language } from './answers-layout.js';
import { momentIn, type Letter, type LetterFacts } from './answers-letter.js';

/** The report of one rejected invoice. */
export interface RejectedInvoice {
  readonly fileName: string;
  readonly number: string | null;
  readonly findings: readonly Finding[];
}

export interface RejectionFacts extends LetterFacts {
  readonly rejected: readonly RejectedInvoice[];
  /** How many invoices of the delivery were rejected; more than `rejected` holds where there are very many. */
  readonly rejectedCount: number;
  /** Where a corrected invoice is to be sent. */
  readonly replyTo: string;
  readonly limits: {
    readonly quotedLength: number;
    readonly sentenceLength: number;
    readonly findingsPerReport: number;
  };
}

/** The rejection by the verdict: what is wrong, where, why it matters, and how to mend it. */
export const rejectionLetter = (facts: RejectionFacts): Letter => ({
  subject: {
    de: `Rechnung fehlerhaft, bitte berichtigen: ${facts.deliveryNumber}`,
    en: `Faulty invoice, please correct: ${facts.deliveryNumber}`,
  },
  full: (language) => [
    { kind: 'text', text: words.opening[language](facts) },
    ...facts.rejected.flatMap((invoice) => reportOf(invoice, facts, language)),
    ...more(facts.rejectedCount - facts.rejected.length, words.moreInvoices[language], facts, language),
    { kind: 'heading', text: words.now[language] },
    { kind: 'text', text: words.mend[language](facts.replyTo) },
  ],
  short: [
    { kind: 'text', text: words.opening.en(facts) },
    ...facts.rejected.flatMap((invoice) => reportOf(invoice, facts, 'en', 5)),
    { kind: 'text', text: words.mend.en(facts.replyTo) },
  ],
});

const words = {
  opening: {
    de: ({ deliveryNumber, receivedAt, rejectedCount }: RejectionFacts) =>
      `In Ihrer Zustellung ${deliveryNumber} vom ${momentIn('de', receivedAt)} ${rejectedCount === 1 ? 'ist eine Rechnung' : `sind ${String(rejectedCount)} Rechnungen`} fehlerhaft. So können wir sie nicht bezahlen und haben sie zurückgewiesen.`,
    en: ({ deliveryNumber, receivedAt, rejectedCount }: RejectionFacts) =>
      `${rejectedCount === 1 ? 'One invoice' : `${String(rejectedCount)} invoices`} of your delivery ${deliveryNumber} of ${momentIn('en', receivedAt)} ${rejectedCount === 1 ? 'is' : 'are'} faulty. We cannot pay like this and have rejected ${rejectedCount === 1 ? 'it' : 'them'}.`,
  },
  invoice: { de: 'Rechnung', en: 'Invoice' },
  now: { de: 'Was Sie jetzt tun können', en: 'What you can do now' },
  mend: {
    de: (address: string) =>
      `Beheben Sie die Fehler und schicken Sie die berichtigte Rechnung in einer neuen E-Mail an ${address}. Die fehlerhafte bleibt zurückgewiesen.`,
    en: (address: string) =>
      `Mend the faults and send the corrected invoice in a new mail to ${address}. The faulty one stays rejected.`,
  },
  where: { de: 'Wo', en: 'Where' },
  why: { de: 'Warum', en: 'Why' },
  how: { de: 'Was tun', en: 'What to do' },
  rule: { de: 'Regel', en: 'Rule' },
  remark: { de: 'Hinweis', en: 'Remark' },
  moreFaults: {
    de: (count: number) => `… und ${String(count)} weitere.`,
    en: (count: number) => `… and ${String(count)} more.`,
  },
  behindLink: { de: ' Sie finden alles hinter dem Link unten.', en: ' Everything is behind the link below.' },
  moreInvoices: {
    de: (count: number) => `… und ${String(count)} weitere Rechnungen.`,
    en: (count: number) => `… and ${String(count)} more invoices.`,
  },
} as const;

const more = (
  count: number,
  say: (count: number) => string,
  { trackingUrl }: Pick<RejectionFacts, 'trackingUrl'>,
  language: Language,
): readonly Block[] =>
  count > 0 ? [{ kind: 'text', text: `${say(count)}${trackingUrl === null ? '' : words.behindLink[language]}` }] : [];

/** Faults before remarks, each in the order of the document. */
export function reportOf(
  { fileName, number, findings }: RejectedInvoice,
  facts: Pick<RejectionFacts, 'limits' | 'trackingUrl'>,
  language: Language,
  most = facts.limits.findingsPerReport,
): readonly Block[] {
  const { limits } = facts;
  const sorted = faultsOnce(faultsFirst(findings));
  const name = quoted(fileName, limits.quotedLength);
  const title = [words.invoice[language], number === null ? '' : quoted(number, limits.quotedLength), `(${name})`];
  return [
    { kind: 'heading', text: title.filter((part) => part !== '').join(' ') },
    {
      kind: 'items',
      numbered: true,
      items: sorted.slice(0, most).map((fault) => itemOf(fault, language, limits.sentenceLength)),
    },
    ...more(sorted.length - most, words.moreFaults[language], facts, language),
  ];
}

function itemOf({ finding, rules }: Fault, language: Language, most: number): readonly [string, ...string[]] {
  const { what, where, why, mend } = readableFinding(finding, language);
  const sentence = quoted(what, most);
  return [
    finding.severity === 'fatal' ? sentence : `${words.remark[language]}: ${sentence}`,
    `${words.where[language]}: ${where}`,
    `${words.why[language]}: ${why}`,
    `${words.how[language]}: ${mend}`,
    `${words.rule[language]}: ${rules.join(', ')}`,
  ];
}
