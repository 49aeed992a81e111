import { loadConfig, readEnvironment } from '../config.js';
import { migrateInstallation, openInstallation } from '../modules/installation.js';
import { exitCodes, understood, type Command } from './command.js';
import { tellingFailures } from './with-ports.js';

const sentences = {
  de: {
    ran: (names: readonly string[]) => `Ausgeführt: ${names.join(', ')}`,
    nothing: 'Die Datenbank ist schon auf diesem Stand.',
    embedded: 'Die eingebettete Datenbank ist auf diesem Stand; sie wird bei jedem Start von selbst gepflegt.',
    ownerMissing:
      'DATABASE_OWNER_URL ist nicht gesetzt; gebraucht wird die Adresse der Rolle, der das Schema gehört und die Rollen anlegen darf.',
  },
  en: {
    ran: (names: readonly string[]) => `Ran: ${names.join(', ')}`,
    nothing: 'The database is at this version already.',
    embedded: 'The embedded database is at this version; it is kept so at each start.',
    ownerMissing:
      'DATABASE_OWNER_URL is not set; expected the address of the role that owns the schema and may create roles.',
  },
} as const;

/**
 * `eingang migrate`: brings roles, schema, grants and the queue's tables to this program's version (DATABASE_OWNER_URL;
 * the application's password is taken from DATABASE_URL where its role does not exist yet).
 * Exit codes: 0 done; 2 not understood; 3 not possible; 78 a bad setting.
 */
export const migrateCommand: Command = {
  usage: {
    de: [
      'eingang migrate',
      '  bringt die Datenbank auf diesen Stand: DATABASE_OWNER_URL nennt die Rolle, der sie gehört;',
      '  aus DATABASE_URL bekommt die Rolle eingang_app ihr Kennwort, wenn es sie noch nicht gibt.',
    ].join('\n'),
    en: [
      'eingang migrate',
      '  brings the database to this version: DATABASE_OWNER_URL names the role that owns it;',
      '  the role eingang_app gets its password from DATABASE_URL where it does not exist yet.',
    ].join('\n'),
  },
  run(words, context) {
    understood({ args: [...words] });
    return tellingFailures(context, async () => {
      const say = sentences[context.language];
      const config = loadConfig(readEnvironment());
      if (config.database.kind === 'embedded') {
        await (await openInstallation(config)).close();
        context.tell(say.embedded);
        return exitCodes.done;
      }
      const { ownerUrl, appUrl } = config.database;
      if (ownerUrl === undefined) throw new Error(say.ownerMissing);
      const { ran } = await migrateInstallation(ownerUrl, appUrl);
      context.tell(ran.length === 0 ? say.nothing : say.ran(ran));
      return exitCodes.done;
    });
  },
};
