import { rm } from 'node:fs/promises';
import { removeEmbeddedPostgres } from '../src/adapters/embedded-postgres/embedded-postgres.js';
import { loadConfig, readEnvironment } from '../src/config.js';
import { recall } from './demo-memory.js';

/**
 * Removes a demonstration: its data folder, and its database, which lies elsewhere where root has started it.
 * @returns the exit code; a folder without a demonstration stays as it is.
 */
export async function forget(tell: (sentence: string) => void): Promise<number> {
  const { dataFolder } = loadConfig(readEnvironment());
  if ((await recall(dataFolder)) === null) {
    tell(`There is no demonstration in ${dataFolder}; nothing was removed.`);
    return 1;
  }
  await removeEmbeddedPostgres(dataFolder);
  await rm(dataFolder, { recursive: true, force: true });
  tell(`The demonstration in ${dataFolder} is gone, its database too.`);
  return 0;
}
