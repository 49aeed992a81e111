import { clarification, rejected, routed, type ExpectedOutcome } from './expected-outcomes.js';
import type { ShownKind } from './mail/answers.js';

/** What must have become of a mail, or of what was brought to the counter, when intake is done with it. */
export interface ExpectedSending {
  /** Every part in its order, as `name: fate`. Empty where nobody is told of them. */
  readonly parts: readonly string[];
  /** The invoices in it, by file name. */
  readonly invoices: Readonly<Record<string, ExpectedOutcome>>;
  /** Mails that its sender gets in the course of the demonstration. */
  readonly answers: readonly ShownKind[];
}

const mail = 'mail.eml: opened';
const text = 'Anhang-1.txt: ignored';
const paper = clarification('notAnEInvoice', 'notAnEInvoice');

/** By the name of the sending: feeds the demonstration's own check and the tests. */
export const expectedSendings = {
  outOfOffice: { parts: [], invoices: {}, answers: [] },
  withPicture: {
    parts: [mail, text, '31-schulhefte.xml: invoice', '31-schulhefte.pdf: twin'],
    invoices: { '31-schulhefte.xml': routed('SCHULE') },
    answers: ['receipt'],
  },
  archive: {
    parts: [
      mail,
      text,
      'rechnungen-maerz.zip: opened',
      '32-splitt.xml: invoice',
      '33-bordsteine.xml: invoice',
      'lieferschein-32-splitt.pdf: supporting',
    ],
    invoices: { '32-splitt.xml': routed('TIEFBAU'), '33-bordsteine.xml': routed('TIEFBAU') },
    answers: ['receipt'],
  },
  forwarded: {
    parts: [mail, text, 'weitergeleitet.eml: opened', 'Anhang-3.txt: ignored', '34-tueren.pdf: invoice'],
    invoices: { '34-tueren.pdf': routed('SCHULE') },
    answers: ['receipt', 'decline'],
  },
  faulty: {
    parts: [mail, text, '35-falscher-betrag.xml: invoice'],
    invoices: { '35-falscher-betrag.xml': rejected('BR-CO-15') },
    answers: ['receipt', 'rejection'],
  },
  onPaper: {
    parts: [mail, text, '36-rechnung-gartenpflege.pdf: otherInvoice'],
    invoices: { '36-rechnung-gartenpflege.pdf': paper },
    answers: ['receipt'],
  },
  sentAgain: {
    parts: [mail, text, '37-dublette.xml: invoice'],
    invoices: { '37-dublette.xml': clarification('suspectedDuplicate', 'accepted') },
    answers: ['receipt'],
  },
  correction: {
    parts: [mail, text, '38-korrektur.xml: invoice'],
    invoices: { '38-korrektur.xml': routed('SCHULE') },
    answers: ['receipt'],
  },
  inEnglish: {
    parts: [mail, text, '39-telephones.xml: invoice'],
    invoices: { '39-telephones.xml': clarification('noRuleMatched', 'accepted') },
    answers: ['receipt'],
  },
  atTheCounter: {
    parts: ['41-reinigung.xml: invoice', 'lieferschein-7781.pdf: supporting'],
    invoices: { '41-reinigung.xml': routed('SCHULE') },
    answers: [],
  },
  cutOff: {
    parts: ['42-abgeschnitten.pdf: otherInvoice'],
    invoices: { '42-abgeschnitten.pdf': clarification('couldNotBeChecked', 'couldNotBeChecked') },
    answers: [],
  },
  brochure: {
    parts: ['43-rechnung-mit-angebot.pdf: otherInvoice'],
    invoices: { '43-rechnung-mit-angebot.pdf': paper },
    answers: [],
  },
} satisfies Readonly<Record<string, ExpectedSending>>;

export type SendingName = keyof typeof expectedSendings;

type InvoicesOf<Name extends SendingName> = keyof (typeof expectedSendings)[Name]['invoices'];

/** Files in sendings that have become invoices of their own. */
export type SentFileName = { [Name in SendingName]: InvoicesOf<Name> }[SendingName];
