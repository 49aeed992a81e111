import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  allowedHost,
  type AllowedHost,
  largestFileMb,
  listOf,
  names,
  secret,
  variables,
  type LogLevel,
  type Name,
  type Settings,
} from './config-variables.js';

/** What one program may do: everything, answer HTTP, or work off jobs. */
export type Role = 'all' | 'api' | 'worker';

/** The configuration of an installation, checked. Tenants' settings live in the database. */
export interface Config {
  readonly role: Role;
  /** NODE_ENV=production: nothing embedded, nothing generated. */
  readonly production: boolean;
  /** Absolute; holds what is embedded or generated. */
  readonly dataFolder: string;
  readonly database: DatabaseConfig;
  /** Absolute; where pg_dump and pg_restore lie. Undefined: looked for. */
  readonly postgresTools: string | undefined;
  readonly queue: QueueConfig;
  readonly http: {
    readonly host: string;
    /** 0 stands for a free port. */
    readonly port: number;
    /** The address people and machines see, without a slash at the end; undefined: the one listened on. */
    readonly publicUrl: string | undefined;
    /** Who is believed when it says for whom it asks: addresses, CIDR ranges, or a name of `proxyNames`. */
    readonly trustedProxies: readonly string[];
  };
  readonly documents: DocumentsConfig;
  readonly keys: {
    readonly installation: InstallationKeySource;
    readonly seal: SealKeySource;
    /** Absolute; a PEM file with the public keys of former seal keys, whose seals stay valid. */
    readonly earlierSeals: string | undefined;
    /** Absolute; every seal is appended to this file, which is best kept on another machine's disk. */
    readonly sealFile: string;
  };
  readonly limits: {
    /** The largest file of a delivery. */
    readonly fileBytes: number;
    /** Processes that read and judge documents. */
    readonly readers: number;
  };
  readonly mail: MailConfig;
  readonly log: { readonly level: LogLevel };
  /** Sentences for whoever starts the program: nothing wrong, but perhaps not meant. */
  readonly warnings: readonly string[];
}

/** Embedded in the data folder, or a server that others run. `ownerUrl` is for `migrate`, `adminUrl` for `backup`, both for `restore`. */
export type DatabaseConfig =
  | { readonly kind: 'embedded' }
  | {
      readonly kind: 'server';
      readonly appUrl: string;
      readonly ownerUrl: string | undefined;
      readonly adminUrl: string | undefined;
    };

/** BullMQ's backend: the database itself or a Redis. */
export type QueueConfig = { readonly kind: 'postgres' } | { readonly kind: 'redis'; readonly url: string };

/** Where originals are kept. */
export type DocumentsConfig = { readonly kind: 'postgres' } | { readonly kind: 'folder'; readonly folder: string };

/** 32 bytes: given as they are, read from a file (base64), or generated at that path on the first start. */
export type InstallationKeySource =
  { readonly kind: 'given'; readonly base64: string } | { readonly kind: 'file' | 'generated'; readonly path: string };

/** An Ed25519 private key in a PEM file (PKCS #8), provided or generated at that path on the first start. */
export type SealKeySource = { readonly kind: 'file' | 'generated'; readonly path: string };

/** The server that takes answers out for mailboxes without one of their own; `from` is for what no mailbox has received. */
export interface MailConfig {
  readonly server: {
    readonly host: string;
    readonly port: number;
    readonly security: 'tls' | 'starttls' | 'none';
    readonly user: string | null;
    readonly password: string | null;
  } | null;
  readonly from: string | null;
  /** Lower case. */
  readonly domains: readonly string[];
  /** Servers whose word on a mail's sender counts, in lower case; none: the topmost field's. */
  readonly authservIds: readonly string[];
  /** Where tenants' mailboxes may lie beside the public network; heeded in production only. */
  readonly hostsAllowed: readonly AllowedHost[];
}

/** Settings that the program cannot start with; one sentence each, which names the variable and hides secrets. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** The variables as the operating system hands them over. */
export type Environment = Readonly<Record<string, string | undefined>>;

const megabyte = 1024 * 1024;
const largestSecretFileBytes = 4096;

/** Variables whose value may be kept in a file instead, named by the variable with `_FILE` behind (as Docker's secrets). */
const alsoByFile = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'DATABASE_ADMIN_URL',
  'REDIS_URL',
  'SMTP_URL',
] as const satisfies readonly Name[];

/** Variables of the tests and the launch scripts; they are not settings of the program. */
const foreign = /^EINGANG_(TEST|BENCH|DEMO)_/;

/**
 * The variables of this process, for the composition roots: nobody else reads them. What is kept in files is filled in.
 * Throws ConfigurationError if such a file cannot be read.
 */
export function readEnvironment(env: Environment = process.env): Environment {
  const problems: string[] = [];
  const filled = Object.fromEntries(
    alsoByFile.flatMap((name) => {
      const file = env[`${name}_FILE`];
      if (file === undefined || file === '') return [];
      if (env[name]) problems.push(`${name} and ${name}_FILE are both set; expected only one of them.`);
      const content = readSecretFile(file);
      if (typeof content === 'string') return [[name, content] as const];
      problems.push(`${name}_FILE is "${file}", which ${content.problem}; expected a file that holds the address.`);
      return [];
    }),
  );
  if (problems.length > 0) throw new ConfigurationError(problems);
  return { ...env, ...filled };
}

/** Checks and arranges all settings. Throws ConfigurationError with a sentence for each bad one. */
export function loadConfig(env: Environment): Config {
  const settings = parseSettings(env);
  const problems = contradictions(settings);
  if (problems.length > 0) throw new ConfigurationError(problems);
  const production = settings.NODE_ENV === 'production';
  const dataFolder = resolve(settings.EINGANG_DATA ?? '.eingang');
  return {
    role: settings.EINGANG_ROLE ?? 'all',
    production,
    dataFolder,
    database:
      settings.DATABASE_URL === undefined
        ? { kind: 'embedded' }
        : {
            kind: 'server',
            appUrl: settings.DATABASE_URL,
            ownerUrl: settings.DATABASE_OWNER_URL,
            adminUrl: settings.DATABASE_ADMIN_URL,
          },
    postgresTools: settings.EINGANG_POSTGRES_TOOLS && resolve(settings.EINGANG_POSTGRES_TOOLS),
    queue: settings.REDIS_URL === undefined ? { kind: 'postgres' } : { kind: 'redis', url: settings.REDIS_URL },
    http: {
      host: settings.EINGANG_HOST ?? '127.0.0.1',
      port: settings.EINGANG_PORT ?? 8380,
      publicUrl: settings.EINGANG_PUBLIC_URL?.replace(/\/+$/, ''),
      trustedProxies: listOf(settings.EINGANG_TRUSTED_PROXIES ?? 'loopback'),
    },
    documents:
      settings.EINGANG_DOCUMENTS === 'folder'
        ? { kind: 'folder', folder: resolve(settings.EINGANG_DOCUMENT_FOLDER ?? join(dataFolder, 'documents')) }
        : { kind: 'postgres' },
    keys: keySources(settings, dataFolder),
    limits: {
      fileBytes: (settings.EINGANG_MAX_FILE_MB ?? 25) * megabyte,
      readers: settings.EINGANG_READERS ?? 1,
    },
    mail: {
      server: mailServer(settings.SMTP_URL),
      from: settings.EINGANG_MAIL_FROM?.toLowerCase() ?? null,
      domains: settings.EINGANG_MAIL_DOMAINS === undefined ? [] : listOf(settings.EINGANG_MAIL_DOMAINS.toLowerCase()),
      authservIds: listOf(settings.EINGANG_MAIL_AUTHSERV_IDS?.toLowerCase() ?? '').filter((id) => id !== ''),
      hostsAllowed: listOf(settings.EINGANG_MAIL_HOSTS_ALLOWED ?? '').flatMap((one) => allowedHost(one) ?? []),
    },
    log: { level: settings.EINGANG_LOG_LEVEL ?? 'info' },
    warnings: [...unknownVariables(env), ...nobodyWrites(settings)],
  };
}

function parseSettings(env: Environment): Settings {
  const given = Object.fromEntries(names.map((name) => [name, env[name]?.trim() || undefined]));
  const parsed = variables.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = new Map(
    parsed.error.issues.map(({ path: [variable], message }) => {
      const name = String(variable);
      const shown = secret.has(name) ? 'a value that is not shown here' : JSON.stringify(given[name]?.slice(0, 100));
      return [name, `${name} is ${shown}; expected ${message}.`];
    }),
  );
  throw new ConfigurationError([...problems.values()]);
}

/** What is wrong only together with something else. */
function contradictions(settings: Settings): readonly string[] {
  const documents = settings.EINGANG_DOCUMENTS ?? 'postgres';
  const megabytes = settings.EINGANG_MAX_FILE_MB ?? 0;
  const rows: readonly (readonly [boolean, string])[] = [
    ...(settings.NODE_ENV === 'production' ? productionGaps(settings) : []),
    [
      settings.DATABASE_OWNER_URL !== undefined && settings.DATABASE_URL === undefined,
      'DATABASE_OWNER_URL is set and DATABASE_URL is not; expected both, because the one migrates and grants its rights to the other.',
    ],
    [
      settings.DATABASE_URL !== undefined && settings.DATABASE_URL === settings.DATABASE_OWNER_URL,
      'DATABASE_OWNER_URL is the same as DATABASE_URL; expected two roles, because the one that runs the service must own nothing.',
    ],
    [
      settings.EINGANG_KEY !== undefined && settings.EINGANG_KEY_FILE !== undefined,
      'EINGANG_KEY and EINGANG_KEY_FILE are both set; expected only one of them.',
    ],
    [
      settings.EINGANG_DOCUMENT_FOLDER !== undefined && documents !== 'folder',
      `EINGANG_DOCUMENT_FOLDER is set and EINGANG_DOCUMENTS is "${documents}"; expected EINGANG_DOCUMENTS=folder with it.`,
    ],
    [
      megabytes > largestFileMb[documents],
      `EINGANG_MAX_FILE_MB is "${String(megabytes)}"; expected at most ${String(largestFileMb[documents])} with EINGANG_DOCUMENTS=${documents}.`,
    ],
  ];
  return rows.flatMap(([wrong, sentence]) => (wrong ? [sentence] : []));
}

/** In production nothing is embedded and nothing generated: data and keys lie where somebody has decided. */
function productionGaps(settings: Settings): readonly (readonly [boolean, string])[] {
  const required = (name: Name, what: string, found: boolean) =>
    [!found, `${name} is not set; with NODE_ENV=production expected ${what}.`] as const;
  return [
    required(
      'DATABASE_URL',
      'the address of a PostgreSQL, because the embedded one is for trying out and developing only',
      settings.DATABASE_URL !== undefined,
    ),
    required(
      'EINGANG_PUBLIC_URL',
      'the address that people and suppliers see, because receipts link to it and cookies depend on it',
      settings.EINGANG_PUBLIC_URL !== undefined,
    ),
    required(
      'EINGANG_KEY_FILE',
      'the file of the installation key (or the key itself in EINGANG_KEY), because none is generated there',
      (settings.EINGANG_KEY_FILE ?? settings.EINGANG_KEY) !== undefined,
    ),
    required(
      'EINGANG_SEAL_KEY_FILE',
      'the file of the key that signs the seals of the audit log, because none is generated there',
      settings.EINGANG_SEAL_KEY_FILE !== undefined,
    ),
    required(
      'EINGANG_SEAL_FILE',
      'a file outside the database that the seals of the audit log are appended to',
      settings.EINGANG_SEAL_FILE !== undefined,
    ),
    required(
      'EINGANG_DOCUMENT_FOLDER',
      'a folder for the originals, because EINGANG_DOCUMENTS=folder is set',
      settings.EINGANG_DOCUMENTS !== 'folder' || settings.EINGANG_DOCUMENT_FOLDER !== undefined,
    ),
  ];
}

function keySources(settings: Settings, dataFolder: string): Config['keys'] {
  const source = (file: string | undefined, generated: string) =>
    file === undefined
      ? { kind: 'generated' as const, path: join(dataFolder, generated) }
      : { kind: 'file' as const, path: resolve(file) };
  return {
    installation:
      settings.EINGANG_KEY === undefined
        ? source(settings.EINGANG_KEY_FILE, 'installation.key')
        : { kind: 'given', base64: settings.EINGANG_KEY },
    seal: source(settings.EINGANG_SEAL_KEY_FILE, 'seal.pem'),
    earlierSeals: settings.EINGANG_SEAL_EARLIER_KEYS_FILE && resolve(settings.EINGANG_SEAL_EARLIER_KEYS_FILE),
    sealFile: resolve(settings.EINGANG_SEAL_FILE ?? join(dataFolder, 'seals.jsonl')),
  };
}

/** smtps: TLS from the first byte; smtp: STARTTLS, or `?encryption=none` for a server on this machine. */
function mailServer(address: string | undefined): MailConfig['server'] {
  if (address === undefined) return null;
  const { protocol, hostname, port, username, password, searchParams } = new URL(address);
  const security = protocol === 'smtps:' ? 'tls' : searchParams.get('encryption') === 'none' ? 'none' : 'starttls';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port === '' ? (security === 'tls' ? 465 : 587) : port),
    security,
    user: username === '' ? null : decodeURIComponent(username),
    password: password === '' ? null : decodeURIComponent(password),
  };
}

/** Without a sender no answer can leave by the installation's server, and nobody is told. */
const nobodyWrites = (settings: Settings): readonly string[] =>
  settings.SMTP_URL === undefined || settings.EINGANG_MAIL_FROM !== undefined
    ? []
    : [
        settings.EINGANG_MAIL_DOMAINS === undefined
          ? 'SMTP_URL is set, EINGANG_MAIL_FROM and EINGANG_MAIL_DOMAINS are not: no answer leaves by it. Set EINGANG_MAIL_FROM to the address that answers are sent under.'
          : 'SMTP_URL is set and EINGANG_MAIL_FROM is not: mailboxes outside EINGANG_MAIL_DOMAINS, and tenants without a mailbox, answer nobody.',
      ];

/** A mistyped variable would otherwise be overlooked without a word. */
function unknownVariables(env: Environment): readonly string[] {
  return Object.keys(env)
    .filter((name) => name.startsWith('EINGANG_') && !names.includes(name) && !foreign.test(name))
    .sort()
    .map((name) => `${name} is set, but there is no such setting; is it mistyped? Known: ${names.join(', ')}.`);
}

function readSecretFile(file: string): string | { readonly problem: string } {
  try {
    const content = readFileSync(file, 'utf8');
    if (content.length <= largestSecretFileBytes) return content.trim();
    return { problem: `is longer than ${String(largestSecretFileBytes)} bytes` };
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'error';
    return { problem: `cannot be read (${code})` };
  }
}
