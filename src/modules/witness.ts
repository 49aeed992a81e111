import type { Logger } from 'pino';
import type { WorkerWitness } from '../worker/worker.js';
import type { Metrics } from '../api/metrics.js';

/** Tells log and numbers what the worker does. An error's own words may quote an invoice: only kind and places are told. */
export const witnessOf = (log: Logger, metrics: () => Metrics): WorkerWitness => ({
  handled: (kind, outcome) => metrics().handled(kind, outcome),
  sealed: (seals) => metrics().sealed(seals),
  failed: (what, error, wake) => log.error({ ...wake, ...kindOf(error) }, `the worker failed: ${what}`),
});

function kindOf(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { errorCode: error.code } : {};
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, ...code, places: places.slice(0, 8).map((line) => line.trim()) };
}
