import type { OriginalFound } from '../pipeline/copy-original.js';
import type { Language } from './command.js';

export const backupUsage: Readonly<Record<Language, string>> = {
  de: [
    'eingang backup ORDNER',
    '  sichert Datenbank, Originale und Siegeldatei in einen neuen Ordner; der Dienst darf dabei laufen. Gebraucht werden',
    '  pg_dump (im PATH, in /usr/lib/postgresql/*/bin oder in EINGANG_POSTGRES_TOOLS) und DATABASE_ADMIN_URL.',
    '  Schlüssel werden nie mitgesichert: docs/backup.md sagt, welche getrennt aufzubewahren sind.',
  ].join('\n'),
  en: [
    'eingang backup FOLDER',
    '  backs up database, originals and seal file into a new folder; the service may run meanwhile. It needs pg_dump (in',
    '  PATH, in /usr/lib/postgresql/*/bin or in EINGANG_POSTGRES_TOOLS) and DATABASE_ADMIN_URL.',
    '  Keys are never backed up with it: docs/backup.md says which ones to keep apart.',
  ].join('\n'),
};

export const restoreUsage: Readonly<Record<Language, string>> = {
  de: [
    'eingang restore ORDNER',
    '  stellt eine Sicherung in einer leeren Datenbank und leeren Ordnern wieder her und prüft danach Protokoll und jedes',
    '  Original. Der Dienst läuft nicht dabei; die Schlüssel liegen schon an ihrem Platz (docs/backup.md).',
  ].join('\n'),
  en: [
    'eingang restore FOLDER',
    '  restores a backup into an empty database and empty folders, then verifies the audit log and every original.',
    '  The service does not run meanwhile; the keys are in their places already (docs/backup.md).',
  ].join('\n'),
};

/** What is told where an original is not what it should be. */
export const originalWords: Readonly<Record<Language, Readonly<Record<Exclude<OriginalFound, 'whole'>, string>>>> = {
  de: { missing: 'Original fehlt', altered: 'Original ist verändert' },
  en: { missing: 'Original is missing', altered: 'Original is altered' },
};

const german = {
  oneFolder: 'Erwartet wird genau ein Ordner.',
  taken: 'Der Ordner ist nicht leer; eine Sicherung mischt sich mit keiner anderen',
  embedded:
    'Die eingebettete Datenbank hat kein pg_dump. Zum Sichern den Dienst anhalten und den Datenordner kopieren; als root gestartet, liegt der Cluster unter /var/lib/eingang und gehört dazu. Zum Wiederherstellen die Kopie zurücklegen. Datenordner',
  adminMissing:
    'DATABASE_ADMIN_URL ist nicht gesetzt; gebraucht wird die Adresse einer Rolle, die an der Zeilensicherheit vorbei liest (Superuser; zum Sichern genügt BYPASSRLS mit pg_read_all_data).',
  noTools:
    'pg_dump und pg_restore fehlen: Debians Paket postgresql-client einrichten oder mit EINGANG_POSTGRES_TOOLS ihren Ordner nennen.',
  mayNotRead:
    'Die Rolle in DATABASE_ADMIN_URL sieht nicht alle Zeilen; gebraucht wird ein Superuser oder BYPASSRLS mit pg_read_all_data.',
  mustBeSuperuser:
    'Zum Wiederherstellen muss DATABASE_ADMIN_URL einen Superuser nennen: Rollen und Eigentümer werden gesetzt.',
  noSchema: 'Die Datenbank hat kein Schema "eingang": hier ist nichts zu sichern.',
  keysApart:
    'Nicht in der Sicherung: Installationsschlüssel und privater Siegelschlüssel. Sie sind getrennt aufzubewahren (docs/backup.md).',
  noBackup: 'Dort liegt keine vollständige Sicherung (manifest.json fehlt)',
  damaged: 'Die Sicherung ist beschädigt; fehlt oder ist verändert',
  databaseFull: 'Die Datenbank ist nicht leer; wiederhergestellt wird nur in eine leere.',
  documentsFull: 'Der Ordner der Originale ist nicht leer',
  sealsThere: 'Die Siegeldatei gibt es schon; aufheben und EINGANG_SEAL_FILE auf eine neue setzen',
  otherStore: 'Die Sicherung hat ihre Originale woanders; EINGANG_DOCUMENTS auf diesen Wert setzen',
  keyMissing: 'Dieser Schlüssel fehlt; er ist vor dem Wiederherstellen an seinen Platz zu legen',
  ownerPassword:
    'Die Rolle, der das Schema gehört, fehlt auf diesem Server: DATABASE_OWNER_URL mit diesem Namen und einem Kennwort setzen',
  verified: (events: number, seals: number, originals: number, problems: number) =>
    `Wiederhergestellt. Geprüft: ${events} Ereignisse, ${seals} Siegel, ${originals} Originale. Auffälligkeiten: ${problems}.`,
};

const english: typeof german = {
  oneFolder: 'Expected exactly one folder.',
  taken: 'The folder is not empty; a backup never mixes with another',
  embedded:
    'The embedded database has no pg_dump. To back it up, stop the service and copy the data folder; started as root, the cluster lies below /var/lib/eingang and belongs to it. To restore, put the copy back. Data folder',
  adminMissing:
    'DATABASE_ADMIN_URL is not set; expected the address of a role that reads past row-level security (a superuser; for a backup BYPASSRLS with pg_read_all_data is enough).',
  noTools:
    "pg_dump and pg_restore are missing: install Debian's package postgresql-client, or name their folder in EINGANG_POSTGRES_TOOLS.",
  mayNotRead:
    'The role in DATABASE_ADMIN_URL does not see all rows; expected a superuser, or BYPASSRLS with pg_read_all_data.',
  mustBeSuperuser: 'To restore, DATABASE_ADMIN_URL must name a superuser: roles and owners are set.',
  noSchema: 'The database has no schema "eingang": there is nothing to back up.',
  keysApart:
    'Not in the backup: the installation key and the private seal key. They are to be kept apart (docs/backup.md).',
  noBackup: 'There is no whole backup (manifest.json is missing)',
  damaged: 'The backup is damaged; missing or altered',
  databaseFull: 'The database is not empty; a backup is restored into an empty one only.',
  documentsFull: 'The folder of originals is not empty',
  sealsThere: 'The seal file exists already; put it aside and set EINGANG_SEAL_FILE to a new one',
  otherStore: 'The backup has its originals elsewhere; set EINGANG_DOCUMENTS to this value',
  keyMissing: 'This key is missing; it is to be put into its place before restoring',
  ownerPassword:
    'The role that owns the schema is missing on this server: set DATABASE_OWNER_URL with this name and a password',
  verified: (events, seals, originals, problems) =>
    `Restored. Verified: ${events} events, ${seals} seals, ${originals} originals. Problems: ${problems}.`,
};

export const backupWords: Readonly<Record<Language, typeof german>> = { de: german, en: english };
