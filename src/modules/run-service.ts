import { ConfigurationError, loadConfig, readEnvironment } from '../config.js';
import { startEingang } from './start-eingang.js';

/** Exit codes of the service (sysexits.h): the settings are wrong; something it needs is not there. */
const codes = { configuration: 78, unavailable: 69 } as const;

/**
 * Runs the service of this process until SIGTERM or SIGINT, and answers the exit code. A bad setting is told in a
 * sentence of its own; a second signal does not wait any longer.
 */
export async function runService(tell: (sentence: string) => void): Promise<number> {
  const signalled = nextSignal();
  try {
    const running = await startEingang(loadConfig(readEnvironment()));
    await signalled;
    void nextSignal().then(() => process.exit(1));
    await running.close();
    return 0;
  } catch (error) {
    return tellWhyNot(error, tell);
  }
}

/** Tells in sentences why the service does not run, and answers the exit code. */
export function tellWhyNot(error: unknown, tell: (sentence: string) => void): number {
  const badSettings = error instanceof ConfigurationError;
  (badSettings ? error.problems : [messageOf(error)]).forEach(tell);
  return badSettings ? codes.configuration : codes.unavailable;
}

const nextSignal = (): Promise<void> =>
  new Promise((resolve) => {
    const heard = () => {
      process.removeListener('SIGTERM', heard);
      process.removeListener('SIGINT', heard);
      resolve();
    };
    process.on('SIGTERM', heard);
    process.on('SIGINT', heard);
  });

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
