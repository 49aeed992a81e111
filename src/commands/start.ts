import { runService } from '../modules/run-service.js';
import { understood, type Command } from './command.js';

/** `eingang start`: runs the service, as main.ts does. Exit codes: 0 stopped in order; 2 not understood; 69 something is not there; 78 a bad setting. */
export const start: Command = {
  usage: {
    de: 'eingang start\n  startet den Dienst und beendet ihn auf SIGTERM oder SIGINT; Einstellungen sind Umgebungsvariablen.',
    en: 'eingang start\n  starts the service and ends it on SIGTERM or SIGINT; settings are environment variables.',
  },
  run(words, { tell }) {
    understood({ args: [...words] });
    return runService(tell);
  },
};
