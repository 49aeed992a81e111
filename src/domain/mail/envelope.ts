/**
 * What a mail says of itself in its header, as far as answers depend on it: addresses, thread, and the fields by which
 * machines are recognised (RFC 3834). Addresses are lower-case, Message-IDs keep their angle brackets.
 */
export interface MailEnvelope {
  readonly from: string | null;
  readonly replyTo: string | null;
  /** Empty: a message that must not be answered, as bounces have it (RFC 5321, 4.5.5). null: the field is not there. */
  readonly returnPath: string | null;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
  /** From the thread's first mail to the last one before this. */
  readonly references: readonly string[];
  readonly subject: string | null;
  /** ISO 8601 in UTC, as the sender claims; null where there is none that can be read. */
  readonly date: string | null;
  /** The sender's language by Content-Language or Accept-Language, where it is one that answers are written in. */
  readonly language: 'de' | 'en' | null;
  /** The header is longer than what is read of one: what stands further down has not been seen. Left out: it is not. */
  readonly isCut?: boolean;
  /** Values of the fields in `guardFields` and of every List-* field, by lower-case name. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
}

/** The fields that are kept beside the addresses: they tell machines, lists and loops from people. */
const guardFields: ReadonlySet<string> = new Set([
  'auto-submitted',
  'precedence',
  'x-auto-response-suppress',
  'x-autoreply',
  'x-autorespond',
  'x-auto-reply',
  'x-loop',
  'delivered-to',
  'x-original-to',
  'content-type',
  'content-language',
  'accept-language',
  'feedback-id',
  'x-failed-recipients',
  'x-eingang-delivery',
  'sender',
  'errors-to',
  'received-spf',
  'authentication-results',
]);

/** Bounds on what is kept of a header that somebody else has written. */
export const envelopeLimits = {
  addresses: 100,
  references: 100,
  addressLength: 254,
  messageIdLength: 998,
  subjectLength: 998,
  valuesPerField: 20,
  valueLength: 998,
} as const;

/** Whether a header field, by its lower-case name, is kept in the envelope. */
export const isGuardField = (name: string): boolean =>
  guardFields.has(name) || (name.startsWith('list-') && name.length <= 40);

/**
 * What holds a conversation together: its first mail's Message-ID, as each mail of it names it. Without one the mail
 * is a conversation of its own, named by its bytes.
 */
export function threadKeyOf(envelope: MailEnvelope, rawSha256: string): string {
  return envelope.references[0] ?? envelope.inReplyTo ?? envelope.messageId ?? rawSha256;
}

/** The language that a list of language tags prefers among those that answers are written in. */
export function preferredLanguage(tags: string | undefined): 'de' | 'en' | null {
  for (const tag of (tags ?? '').toLowerCase().split(',').slice(0, 20)) {
    const [language] = tag.trim().split(/[-_;]/, 1);
    if (language === 'de' || language === 'en') return language;
  }
  return null;
}
