import type { ProcessInvoice } from '../pipeline/process-invoice.js';
import type { Wake, WakeHandler, WorkKind } from '../pipeline/ports/wake-queue.js';

/** Which use case a wake is for. */
export const wakeTable = (processInvoice: ProcessInvoice): Readonly<Record<WorkKind, WakeHandler>> => ({
  invoice: ({ tenantId, id }: Wake) => processInvoice.process(tenantId, id),
  mailbox: () => Promise.resolve(),
  delivery: () => Promise.resolve(),
  // Nothing leaves the house yet: no effect is written to the outbox, so none is due.
  outbox: () => Promise.resolve(),
});
