import type { Config } from '../config.js';
import { openInstallation } from './installation.js';
import { openPorts, type Ports } from './open-ports.js';

/** Runs work on the installation that the configuration names, and closes it again: for programs beside the service. */
export async function withInstallation<T>(
  config: Config,
  poolSize: number,
  work: (ports: Ports, appUrl: string) => Promise<T>,
): Promise<T> {
  const installation = await openInstallation(config);
  try {
    const { ports, close } = await openPorts(config, installation.appUrl, poolSize);
    return await work(ports, installation.appUrl).finally(close);
  } finally {
    await installation.close();
  }
}
