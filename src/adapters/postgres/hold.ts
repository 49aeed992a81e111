import type { Hold } from '../../pipeline/ports/people-records.js';

/** Rows that others may read and hold too, but not change until the transaction ends. */
export const lockOf = (hold: Hold | undefined): { lock?: { mode: 'pessimistic_read' } } =>
  hold === 'held' ? { lock: { mode: 'pessimistic_read' } } : {};
