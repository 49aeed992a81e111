import { isIP } from 'node:net';
import { z } from 'zod';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Originals in the database weigh on its backups and its memory; the folder carries more. */
export const largestFileMb = { postgres: 50, folder: 200 } as const;

// Each schema's message says what is expected; the sentence around it is made in `parseSettings`.
const text = (expected: string, holds: (value: string) => boolean) =>
  z.string().refine(holds, { error: expected }).optional();
const path = (of: string) => text(`the path of ${of}`, (value) => !value.includes('\0'));
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `one of ${values.join(', ')}` }).optional();
const wholeNumber = (least: number, most: number, what = 'a whole number') => {
  const error = `${what} from ${String(least)} to ${String(most)}`;
  const digits = z.string().regex(/^\d{1,9}$/, { error });
  return digits.transform(Number).pipe(z.int({ error }).min(least, { error }).max(most, { error })).optional();
};
const address = (protocols: readonly string[], example: string, holds: (url: URL) => boolean = () => true) =>
  text(`an address such as ${example}`, (value) => {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    return url !== undefined && protocols.includes(url.protocol) && holds(url);
  });
const postgresUrl = address(
  ['postgres:', 'postgresql:'],
  'postgresql://user:password@host:5432/eingang',
  (url) => url.username !== '' && url.pathname.length > 1,
);
const publicUrl = address(
  ['https:', 'http:'],
  'https://rechnung.example.de',
  (url) => url.search === '' && url.hash === '' && url.username === '',
);

/** Mail and its password cross no network in the clear. */
const isSafeLine = (url: URL): boolean =>
  url.searchParams.get('encryption') !== 'none' || /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);

/** Ranges that Express knows by name: this machine, and private networks (RFC 1918, RFC 4193). */
const proxyNames = ['loopback', 'uniquelocal'];
const longestPrefix: Readonly<Record<number, number>> = { 4: 32, 6: 128 };
export const listOf = (value: string): readonly string[] => value.split(',').map((one) => one.trim());

/** Everybody (`/0`) is no range: whoever believes all is told any address. */
function isProxy(value: string): boolean {
  const [, address = '', prefix] = /^([\d.]+|[\da-f:]+)(?:\/([1-9]\d{0,2}))?$/i.exec(value) ?? [];
  return proxyNames.includes(value) || Number(prefix ?? 1) <= (longestPrefix[isIP(address)] ?? 0);
}

/** Its name in lower case, its address, or a range (CIDR); at one port, or at every port that is usual. */
export interface AllowedHost {
  readonly host: string;
  readonly port: number | null;
}

/** A host that mailboxes may be on although it lies in the house: its name, address or range, and a port of its own if it has one. */
export function allowedHost(value: string): AllowedHost | null {
  const [, inBrackets, plain, digits] =
    /^(?:\[([^\]]+)\]|([^:[\]]+|[\da-f:]+(?:\/\d+)?))(?::(\d{1,5}))?$/i.exec(value) ?? [];
  const host = (inBrackets ?? plain ?? '').toLowerCase();
  const [address = '', prefix] = host.split('/');
  const port = digits === undefined ? null : Number(digits);
  if (port !== null && (port < 1 || port > 65_535)) return null;
  if (isIP(address) > 0) {
    const bits = Number(prefix ?? 1);
    return bits >= 1 && bits <= (longestPrefix[isIP(address)] ?? 0) ? { host, port } : null;
  }
  return /^(?!\d+(?:\.\d+)*$)[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/.test(host) ? { host, port } : null;
}

/** Every variable there is. An empty one counts as not set. */
export const variables = z.object({
  NODE_ENV: text('a word such as production or development', (value) => /^[a-z]+$/.test(value)),
  EINGANG_ROLE: oneOf(['all', 'api', 'worker']),
  EINGANG_DATA: path('a folder'),
  EINGANG_HOST: text('a host name or an IP address', (value) => /^[A-Za-z0-9.:_-]{1,253}$/.test(value)),
  EINGANG_PORT: wholeNumber(0, 65_535, 'a port number'),
  EINGANG_PUBLIC_URL: publicUrl,
  EINGANG_TRUSTED_PROXIES: text(
    `addresses or ranges with commas between them, such as 10.1.2.3,fd00::/8, or ${proxyNames.join(' or ')}`,
    (value) => listOf(value).every(isProxy),
  ),
  DATABASE_URL: postgresUrl,
  DATABASE_OWNER_URL: postgresUrl,
  DATABASE_ADMIN_URL: postgresUrl,
  EINGANG_POSTGRES_TOOLS: path('a folder with pg_dump and pg_restore'),
  REDIS_URL: address(['redis:', 'rediss:'], 'redis://host:6379'),
  EINGANG_KEY: text('32 random bytes in base64 (44 characters; make some with "openssl rand -base64 32")', (value) =>
    /^[A-Za-z0-9+/]{43}=$/.test(value),
  ),
  EINGANG_KEY_FILE: path('a file that holds 32 random bytes in base64'),
  EINGANG_SEAL_KEY_FILE: path('a PEM file that holds an Ed25519 private key'),
  EINGANG_SEAL_EARLIER_KEYS_FILE: path('a PEM file that holds the public keys of earlier seal keys'),
  EINGANG_SEAL_FILE: path('a file that seals are appended to'),
  EINGANG_DOCUMENTS: oneOf(['postgres', 'folder']),
  EINGANG_DOCUMENT_FOLDER: path('a folder'),
  EINGANG_MAX_FILE_MB: wholeNumber(1, largestFileMb.folder, 'a whole number of megabytes'),
  EINGANG_READERS: wholeNumber(1, 64),
  SMTP_URL: address(
    ['smtp:', 'smtps:'],
    'smtps://user:password@mail.example.de:465',
    (url) => url.hostname !== '' && isSafeLine(url),
  ),
  EINGANG_MAIL_FROM: text(
    'a mail address such as rechnung@example.de',
    (value) => z.email().max(254).safeParse(value).success,
  ),
  EINGANG_MAIL_DOMAINS: text('domains such as example.de, separated by commas', (value) =>
    listOf(value).every((domain) => z.email().safeParse(`a@${domain}`).success),
  ),
  EINGANG_MAIL_AUTHSERV_IDS: text('names of mail servers such as mx.example.de, separated by commas', (value) =>
    listOf(value).every((id) => /^[\w.-]{1,253}$/.test(id)),
  ),
  EINGANG_MAIL_HOSTS_ALLOWED: text(
    'hosts, addresses or ranges, each with a port or without, such as mail.intern.example,10.2.0.0/16,[fd00::5]:1993',
    (value) => listOf(value).every((one) => allowedHost(one) !== null),
  ),
  EINGANG_LOG_LEVEL: oneOf(logLevels),
});

/** The variables by name, each checked on its own. */
export type Settings = Readonly<z.output<typeof variables>>;
export type Name = keyof Settings;
export const names: readonly string[] = Object.keys(variables.shape);

/** Values that never appear in a message. */
export const secret: ReadonlySet<string> = new Set([
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'DATABASE_ADMIN_URL',
  'REDIS_URL',
  'SMTP_URL',
  'EINGANG_KEY',
]);
