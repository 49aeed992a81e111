import { parseAddressHeader, simpleParser } from 'mailparser';
import { envelopeLimits, isGuardField, preferredLanguage, type MailEnvelope } from '../../domain/mail/envelope.js';
import { MailHeaders } from '../../pipeline/ports/mailbox.js';
import { mailboxLimits } from './mailbox-limits.js';

/** Reads headers by mailparser: RFC 5322 with what RFC 2047, 6531 and 6532 allow in them. */
export class MailparserHeaders extends MailHeaders {
  async read(mail: Uint8Array): Promise<MailEnvelope> {
    try {
      const envelope = await envelopeOf(headerSection(mail));
      return isCut(mail) ? { ...envelope, isCut: true } : envelope;
    } catch {
      // A header that breaks the reader is one of nobody, to nobody: the mail itself is taken in all the same.
      return nothing;
    }
  }
}

/** From the first byte to the empty line that ends the header, at most as much as is read of one. */
export function headerSection(mail: Uint8Array): Buffer {
  const head = headOf(mail);
  const ends = gapsIn(head);
  if (ends.length > 0) return head.subarray(0, Math.min(...ends) + 2);
  const lastLine = mail.byteLength > head.byteLength ? head.lastIndexOf('\n') + 1 : 0;
  return lastLine > 0 ? head.subarray(0, lastLine) : head;
}

const headOf = (mail: Uint8Array): Buffer =>
  Buffer.from(mail.buffer, mail.byteOffset, Math.min(mail.byteLength, mailboxLimits.headBytes));

const gapsIn = (head: Buffer): readonly number[] =>
  ['\r\n\r\n', '\n\n'].map((gap) => head.indexOf(gap)).filter((at) => at >= 0);

/** Whether a header does not end within what is read of it. */
const isCut = (mail: Uint8Array): boolean =>
  mail.byteLength > mailboxLimits.headBytes && gapsIn(headOf(mail)).length === 0;

async function envelopeOf(header: Buffer): Promise<MailEnvelope> {
  const { headerLines, messageId, inReplyTo, references, subject, date } = await simpleParser(
    Buffer.concat([header, Buffer.from('\r\n')]),
  );
  const fields = new Map<string, string[]>();
  for (const { key, line } of headerLines) {
    const values = fields.get(key) ?? [];
    if (values.length < envelopeLimits.valuesPerField) values.push(valueOf(line));
    fields.set(key, values);
  }
  const addresses = (name: string) => addressesOf(fields.get(name) ?? []);
  const tags = fields.get('content-language') ?? fields.get('accept-language');
  return {
    from: addresses('from')[0] ?? null,
    replyTo: addresses('reply-to')[0] ?? null,
    returnPath: fields.has('return-path') ? (addresses('return-path')[0] ?? '') : null,
    to: addresses('to'),
    cc: addresses('cc'),
    messageId: idsOf(messageId)[0] ?? null,
    inReplyTo: idsOf(inReplyTo)[0] ?? null,
    references: idsOf([references ?? []].flat().join(' ')).slice(0, envelopeLimits.references),
    subject: subject?.slice(0, envelopeLimits.subjectLength) ?? null,
    date: date && !Number.isNaN(date.getTime()) ? date.toISOString() : null,
    language: preferredLanguage(tags?.[0]),
    headers: Object.fromEntries([...fields].filter(([name]) => isGuardField(name))),
  };
}

/** A header line's value without its name and its folding. */
const valueOf = (line: string): string =>
  line
    .slice(line.indexOf(':') + 1)
    .replace(/\r?\n[ \t]?/g, ' ')
    .trim()
    .slice(0, envelopeLimits.valueLength);

/** Groups are opened; what is no address is left out. */
function addressesOf(values: readonly string[]): readonly string[] {
  return values
    .flatMap((value) => parseAddressHeader(value).value)
    .flatMap((entry) => [entry, ...(entry.group ?? [])])
    .flatMap(({ address }) => (address ? [address.toLowerCase()] : []))
    .filter((address) => /^[^\s@<>]+@[^\s@<>]+$/.test(address) && address.length <= envelopeLimits.addressLength)
    .slice(0, envelopeLimits.addresses);
}

/** Message-IDs stand in angle brackets (RFC 5322, 3.6.4); what stands between them is for people. */
const idsOf = (text: string | undefined): readonly string[] =>
  (text?.match(/<[^<>\s]+>/g) ?? []).filter((id) => id.length <= envelopeLimits.messageIdLength);

const nothing: MailEnvelope = {
  ...{ from: null, replyTo: null, returnPath: null, to: [], cc: [] },
  ...{ messageId: null, inReplyTo: null, references: [] },
  ...{ subject: null, date: null, language: null, headers: {} },
};
