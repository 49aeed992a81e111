import type { Logger } from 'pino';
import type { WorkerWitness } from '../worker/worker.js';
import type { Metrics } from '../api/metrics.js';
import { toldError } from '../api/told-error.js';

/** Tells log and numbers what the worker does. */
export const witnessOf = (log: Logger, metrics: () => Metrics): WorkerWitness => ({
  handled: (kind, outcome) => metrics().handled(kind, outcome),
  sealed: (seals) => metrics().sealed(seals),
  failed: (what, error, wake) => log.error({ ...wake, ...toldError(error) }, `the worker failed: ${what}`),
});
