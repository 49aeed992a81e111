#!/usr/bin/env node
import { terminalLine } from './commands/terminal-line.js';
import {
  exitCodes,
  NoPlace,
  NothingThere,
  UsageError,
  type Command,
  type CommandContext,
  type Language,
} from './commands/command.js';

/** A command by its words. Loaded only when called for: `validate` is to answer before Nest would have loaded. */
interface CommandEntry {
  readonly summary: Readonly<Record<Language, string>>;
  readonly load: () => Promise<Command>;
}

const commands: Readonly<Record<string, CommandEntry>> = {
  start: {
    summary: { de: 'startet den Dienst', en: 'starts the service' },
    load: async () => (await import('./commands/start.js')).start,
  },
  migrate: {
    summary: { de: 'bringt die Datenbank auf diesen Stand', en: 'brings the database to this version' },
    load: async () => (await import('./commands/migrate.js')).migrateCommand,
  },
  'tenant create': {
    summary: { de: 'legt einen Mandanten an', en: 'creates a tenant' },
    load: async () => (await import('./commands/tenant-create.js')).tenantCreate,
  },
  'audit verify': {
    summary: { de: 'prüft das Protokoll auf Veränderungen', en: 'checks the audit log for changes' },
    load: async () => (await import('./commands/audit-verify.js')).auditVerify,
  },
  'audit export': {
    summary: {
      de: 'schreibt ein Protokoll, das sich mit üblichen Werkzeugen prüfen lässt',
      en: 'writes an audit log that can be verified with common tools',
    },
    load: async () => (await import('./commands/audit-export.js')).auditExport,
  },
  'audit rotate-key': {
    summary: {
      de: 'kündigt einen neuen Siegelschlüssel im Protokoll an',
      en: 'announces a new seal key in the audit log',
    },
    load: async () => (await import('./commands/audit-rotate-key.js')).auditRotateKey,
  },
  backup: {
    summary: {
      de: 'sichert Datenbank, Originale und Siegeldatei in einen Ordner',
      en: 'backs up database, originals and seal file into a folder',
    },
    load: async () => (await import('./commands/backup.js')).backup,
  },
  restore: {
    summary: {
      de: 'stellt eine Sicherung auf einem leeren System wieder her und prüft sie',
      en: 'restores a backup into an empty installation and verifies it',
    },
    load: async () => (await import('./commands/restore.js')).restore,
  },
  documentation: {
    summary: {
      de: 'gibt die Verfahrensdokumentation eines Mandanten aus',
      en: "prints a tenant's documentation of the procedure",
    },
    load: async () => (await import('./commands/documentation.js')).documentation,
  },
  'dry-run': {
    summary: {
      de: 'sagt, was die Regelwerke eines anderen Tages ergäben',
      en: 'says what the rule books of another day would find',
    },
    load: async () => (await import('./commands/dry-run.js')).dryRun,
  },
  openapi: {
    summary: {
      de: 'gibt die Beschreibung der HTTP-Schnittstelle aus',
      en: 'prints the contract of the HTTP interface',
    },
    load: async () => (await import('./commands/openapi.js')).openapi,
  },
  rules: {
    summary: { de: 'nennt die Regeln, nach denen geprüft wird', en: 'lists the rules that invoices are checked by' },
    load: async () => (await import('./commands/rules.js')).rules,
  },
  validate: {
    summary: { de: 'prüft Rechnungen ohne Datenbank', en: 'checks invoices without a database' },
    load: async () => (await import('./commands/validate.js')).validate,
  },
};

const terminal = terminalLine(process.stderr);

const context: CommandContext = {
  language: languageOfThisMachine(),
  print: (text) => {
    if (process.stdout.isTTY) terminal.show('');
    return process.stdout.write(text)
      ? Promise.resolve()
      : new Promise((resolve) => process.stdout.once('drain', () => resolve()));
  },
  tell: (text) => {
    terminal.show('');
    process.stderr.write(`${text}\n`);
  },
  progress: terminal.show,
};

const unknownCommand: Readonly<Record<Language, string>> = { de: 'Unbekannter Befehl', en: 'Unknown command' };

// Whoever reads the results may stop reading, as `head` does; there is nobody left to tell.
process.stdout.on('error', () => process.exit(exitCodes.failed));
process.exitCode = await runCommand(process.argv.slice(2));

/** Commands of two words (`audit verify`) are looked for before those of one. */
async function runCommand(words: readonly string[]): Promise<number> {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ');
    const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (entry && words.length >= length) return carryOut(await entry.load(), words.slice(length));
  }
  const [first] = words;
  const asked = first === undefined || first === '--help' || first === 'help';
  if (!asked) context.tell(`${unknownCommand[context.language]}: ${first}`);
  context.tell(overview(context.language));
  return asked ? exitCodes.done : exitCodes.usage;
}

/** Asked for help, a command does nothing else, whatever other words are there. */
async function carryOut(command: Command, words: readonly string[]): Promise<number> {
  const usage = command.usage[context.language];
  if (asksForHelp(words)) {
    context.tell(usage);
    return exitCodes.done;
  }
  try {
    return await command.run(words, context);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof NothingThere || error instanceof NoPlace)) throw error;
    context.tell(error.message);
    if (error instanceof UsageError) context.tell(usage);
    return exitCodes.usage;
  }
}

/** Behind `--` there are names only (POSIX.1-2017, 12.2, guideline 10). */
function asksForHelp(words: readonly string[]): boolean {
  const names = words.indexOf('--');
  return (names < 0 ? words : words.slice(0, names)).some((word) => word === '--help' || word === '-h');
}

/** Node takes its locale from LC_ALL, LC_MESSAGES and LANG; where they name no German one, English is spoken. */
function languageOfThisMachine(): Language {
  return new Intl.PluralRules().resolvedOptions().locale.startsWith('de') ? 'de' : 'en';
}

function overview(language: Language): string {
  const rows = Object.entries(commands).map(
    ([name, { summary }]) => `  eingang ${name.padEnd(16)} ${summary[language]}`,
  );
  return rows.join('\n');
}
