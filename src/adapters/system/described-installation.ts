import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { InstallationFacts } from '../../domain/documentation/configuration.js';
import { Installation } from '../../pipeline/ports/installation.js';

const packageDescription = z.object({ name: z.string(), version: z.string() });

/** The installation as its settings describe it, with the version of the program that runs. */
export class DescribedInstallation extends Installation {
  readonly facts: InstallationFacts;

  constructor(settings: Omit<InstallationFacts, 'softwareVersion'>) {
    super();
    this.facts = { ...settings, softwareVersion: programVersion() };
  }
}

/** The package's description lies above the program, wherever that was compiled to. */
function programVersion(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const file = join(folder, 'package.json');
    if (existsSync(file)) return packageDescription.parse(JSON.parse(readFileSync(file, 'utf8'))).version;
    if (dirname(folder) === folder) return 'unbekannt';
    folder = dirname(folder);
  }
}
