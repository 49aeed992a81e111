import type { InstallationFacts } from '../../domain/documentation/configuration.js';

/** How the program is set up where it runs. */
export abstract class Installation {
  abstract readonly facts: InstallationFacts;
}
