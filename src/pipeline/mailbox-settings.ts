import { z } from 'zod';
import type { MailboxSecret, MailboxSettings } from '../domain/mail/mailbox-settings.js';
import type { Secrets } from './ports/secrets.js';

const host = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(/^[\p{L}\p{N}.:_[\]-]+$/u);
const port = z.int().min(1).max(65_535);
const security = z
  .enum(['tls', 'starttls', 'none'])
  .describe('none only within this machine, or with unencryptedAllowed');
const words = z.string().min(1).max(500);
const unencryptedAllowed = z.boolean().default(false).describe('A host elsewhere may be spoken to in the clear');

const afterwards = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('markSeen') }),
    z.strictObject({ kind: z.literal('move'), folder: words }),
  ])
  .describe('What is done to a mail in the mailbox once it has been taken in');

const imap = z.strictObject({
  host,
  port,
  security,
  user: words,
  auth: z
    .enum(['password', 'oauth2'])
    .default('password')
    .describe(
      'What the secret is: a password, or with `oauth` a refresh token, else an access token, which mostly ends after an hour',
    ),
  oauth: z
    .strictObject({
      tokenUrl: z.url({ protocol: /^https?$/ }).max(1000),
      clientId: words,
      scopes: z.string().max(1000).default(''),
    })
    .nullable()
    .optional()
    .describe('Where access tokens are renewed (RFC 6749, section 6)'),
  folder: words.default('INBOX'),
  afterwards: afterwards.default({ kind: 'markSeen' }),
  since: z.iso.date().nullable().default(null).describe('What arrived before this day is left alone; null: nothing is'),
  unencryptedAllowed,
});

const smtp = z.strictObject({
  ...{ host, port, security, user: words.nullable(), unencryptedAllowed },
  auth: z
    .enum(['password', 'oauth2'])
    .default('password')
    .describe('oauth2: with the token by which mails are fetched'),
});

/** A mailbox's settings, as they come in and as they are stored. */
export const mailboxSettings = z.strictObject({
  imap,
  smtp: smtp
    .nullable()
    .default(null)
    .describe("Where this mailbox's answers are handed in; null: the installation's server"),
}) satisfies z.ZodType<MailboxSettings>;

/** The passwords or tokens that belong to the settings. */
export const mailboxSecret = z.strictObject({
  imap: z.string().min(1).max(10_000),
  smtp: z.string().min(1).max(10_000).nullable().default(null),
  client: z.string().min(1).max(10_000).nullable().optional(),
  access: z.object({ token: z.string(), endsAt: z.iso.datetime() }).nullable().optional(),
}) satisfies z.ZodType<MailboxSecret>;

const placeOf = (tenantId: string, mailboxId: string): string => `mailbox ${tenantId} ${mailboxId}`;

/** The secret, encrypted for this mailbox alone. */
export const sealMailboxSecret = (
  secrets: Secrets,
  tenantId: string,
  mailboxId: string,
  secret: MailboxSecret,
): Uint8Array => secrets.seal(placeOf(tenantId, mailboxId), JSON.stringify(secret));

/** The secret of this mailbox; null where there is none, or none that this installation's key opens. */
export function openMailboxSecret(
  secrets: Secrets,
  tenantId: string,
  mailboxId: string,
  sealed: Uint8Array | null,
): MailboxSecret | null {
  const text = sealed === null ? null : secrets.open(placeOf(tenantId, mailboxId), sealed);
  return text === null ? null : mailboxSecret.parse(JSON.parse(text));
}
