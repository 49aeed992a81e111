import { runService } from '../modules/run-service.js';
import type { Command } from './command.js';

/** `eingang start`: runs the service, as main.ts does. Exit codes: 0 stopped in order; 69 something is not there; 78 a bad setting. */
export const start: Command = {
  run: (_words, { tell }) => runService(tell),
};
