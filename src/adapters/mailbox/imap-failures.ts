import type { MailboxFailureCode } from '../../domain/mail/mailbox-failures.table.js';
import { MailboxFailure } from '../../pipeline/ports/mailbox.js';

/** What errors of DNS, sockets, TLS and IMAP mean to an administrator, by their code. The first row that fits. */
const meanings: readonly (readonly [codes: RegExp, meaning: MailboxFailureCode])[] = [
  [/^(?:ENOTFOUND|EAI_\w+|ERR_INVALID_URL)$/, 'hostUnknown'],
  [/^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EACCES|EADDRNOTAVAIL)$/, 'connectionRefused'],
  [/^(?:CONNECT_TIMEOUT|GREETING_TIMEOUT|UPGRADE_TIMEOUT|ETIMEOUT|ETIMEDOUT)$/, 'noAnswer'],
  [
    /^(?:CERT_\w+|ERR_TLS_CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE)$/,
    'certificate',
  ],
  [
    /^(?:EPROTO|ERR_SSL_\w+|ERR_TLS_\w+|MissingServerExtension|STARTTLS_INJECTION|ClosedAfterConnectTLS)$/,
    'noEncryption',
  ],
  [/^(?:NoConnection|EConnectionClosed|StateLogout|ClosedAfterConnectText|ECONNRESET|EPIPE)$/, 'connectionLost'],
];

/** An error of the library as the pipeline knows it. */
export function mailboxFailure(error: unknown, otherwise: MailboxFailureCode = 'unexpectedAnswer'): MailboxFailure {
  if (error instanceof MailboxFailure) return error;
  if (textOf(error, 'authenticationFailed') === 'true') return new MailboxFailure('wrongPassword', { cause: error });
  const code = textOf(error, 'code');
  const meaning = meanings.find(([codes]) => codes.test(code))?.[1];
  const withoutTls = textOf(error, 'tlsFailed') === 'true' ? 'noEncryption' : otherwise;
  return new MailboxFailure(meaning ?? withoutTls, { cause: error });
}

/** Whether the server answered NO or BAD to one command: the connection itself is still good. */
export const isRefusal = (error: unknown): boolean => /^(?:NO|BAD)$/.test(textOf(error, 'responseStatus'));

// Not by instanceof: an error of the system may come from another realm.
const textOf = (error: unknown, name: string): string =>
  typeof error === 'object' && error !== null && name in error ? String(Reflect.get(error, name)) : '';
