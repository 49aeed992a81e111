import { ConfigurationError, loadConfig, readEnvironment } from '../config.js';
import { openInstallation } from '../modules/installation.js';
import { openPorts, type Ports } from '../modules/open-ports.js';
import { exitCodes, type CommandContext } from './command.js';

/** A bad setting (sysexits.h: EX_CONFIG), as the service answers it too. */
export const badSettings = 78;

/** A command works alone; one more connection is for what it reads page by page. */
const poolSize = 2;

/** Runs a command's work on the installation that the environment names, and closes it again. Answers the exit code. */
export function withPorts(context: CommandContext, work: (ports: Ports) => Promise<number>): Promise<number> {
  return tellingFailures(context, async () => {
    const config = loadConfig(readEnvironment());
    const installation = await openInstallation(config);
    try {
      const { ports, close } = await openPorts(config, installation.appUrl, poolSize);
      return await work(ports).finally(close);
    } finally {
      await installation.close();
    }
  });
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
