import { ConfigurationError, loadConfig, readEnvironment } from '../config.js';
import type { Ports } from '../modules/open-ports.js';
import { withInstallation } from '../modules/with-installation.js';
import { exitCodes, type CommandContext } from './command.js';

/** A bad setting (sysexits.h: EX_CONFIG), as the service answers it too. */
export const badSettings = 78;

/** A command works alone; one more connection is for what it reads page by page. */
const poolSize = 2;

/** Runs a command's work on the installation that the environment names, and closes it again. Answers the exit code. */
export function withPorts(context: CommandContext, work: (ports: Ports) => Promise<number>): Promise<number> {
  return tellingFailures(context, async () => withInstallation(loadConfig(readEnvironment()), poolSize, work));
}

/** What cannot be done is told in its sentence, without the places in the code. */
export async function tellingFailures({ tell }: CommandContext, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ConfigurationError) {
      error.problems.forEach(tell);
      return badSettings;
    }
    tell(error instanceof Error ? error.message : String(error));
    return exitCodes.failed;
  }
}
