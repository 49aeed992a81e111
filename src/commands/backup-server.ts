import { PostgresTools } from '../adapters/postgres-tools/postgres-tools.js';
import { loadConfig, readEnvironment, type Config } from '../config.js';
import { backupWords } from './backup-words.js';
import type { Language } from './command.js';

/** A database that PostgreSQL's own tools can reach, and who may. */
export interface BackupServer {
  readonly config: Config;
  readonly appUrl: string;
  readonly ownerUrl: string | undefined;
  readonly adminUrl: string;
  readonly tools: PostgresTools;
}

/** @throws Error with a sentence that says what to do where tools or addresses are missing, or the database is embedded. */
export async function serverToBackUp(language: Language): Promise<BackupServer> {
  const say = backupWords[language];
  const environment = readEnvironment();
  const config = loadConfig(environment);
  if (config.database.kind === 'embedded') throw new Error(`${say.embedded}: ${config.dataFolder}.`);
  const { appUrl, ownerUrl, adminUrl } = config.database;
  if (adminUrl === undefined) throw new Error(say.adminMissing);
  const tools = await PostgresTools.find(config.postgresTools, environment['PATH'] ?? '');
  if (tools === null) throw new Error(say.noTools);
  return { config, appUrl, ownerUrl, adminUrl, tools };
}
