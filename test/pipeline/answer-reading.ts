import type { Invoice } from '../../src/domain/invoice/invoice.js';
import type { Finding } from '../../src/domain/validation/finding.js';
import type { Posted } from '../support/post-office.js';
import type { AnswerRoom } from './answer-room.js';
import { aDocument, anInvoice, examined } from './town-hall.js';

const finding: Finding = {
  book: 'en16931',
  rule: 'BR-CO-10',
  severity: 'fatal',
  errorClass: 'businessRule',
  at: { line: 7, column: 1 },
  terms: ['BT-106'],
  values: {},
};
/** What the reader finds in an invoice, with or without a fatal fault. */
export const good = (number: string, changed: Partial<Invoice> = {}) => examined(aDocument(anInvoice(number, changed)));
export const bad = (number: string, changed: Partial<Invoice> = {}) =>
  examined(aDocument(anInvoice(number, changed), { verdict: 'rejected', findings: [finding] }));

/** What the mails that went out are called. */
export const subjects = ({ office }: AnswerRoom): readonly string[] => office.posted.map(subjectOf);
/** A field of a mail's header, unfolded. */
export const field = ({ raw }: Posted, name: string): string =>
  new RegExp(`^${name}: ?((?:.*)(?:\\r\\n[ \\t].*)*)`, 'im')
    .exec(raw)?.[1]
    ?.replace(/\r\n[ \t]/g, ' ')
    .trim() ?? '';
export const wordsOf = (text: string): string =>
  text.replace(/=\?utf-8\?Q\?([^?]*)\?=\s*/gi, (_, word: string) => quotedPrintable(word.replaceAll('_', ' '))).trim();
const quotedPrintable = (text: string): string =>
  Buffer.from(
    text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString();
const subjectOf = (posted: Posted): string => wordsOf(field(posted, 'Subject')).split(/:? \d{8}-/)[0] ?? '';
/** The bytes as a person's mail program shows them. */
export const readable = ({ raw }: Posted): string => quotedPrintable(raw);

/** The signed part of the link in a mail that leads to a deed. */
export const linkIn = (posted: Posted, deed: 'confirmation' | 'end'): string =>
  new RegExp(`/notifications/([\\w.-]+)/${deed}`).exec(readable(posted).replace(/=\r\n/g, ''))?.[1] ?? '';

export const never = (): never => {
  throw new Error('there is nothing');
};
