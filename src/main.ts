import { runService } from './modules/run-service.js';

/** Composition root of the service. */
process.exitCode = await runService((sentence) => void process.stderr.write(`${sentence}\n`));
