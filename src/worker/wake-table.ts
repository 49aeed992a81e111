import type { ProcessInvoice } from '../pipeline/process-invoice.js';
import type { SortDelivery } from '../pipeline/sort-delivery.js';
import type { SendAnswers } from '../pipeline/send-answers.js';
import type { Wake, WakeHandler, WorkKind } from '../pipeline/ports/wake-queue.js';
import type { MailboxWatch } from './mailbox-watch.js';

/** Who is woken. */
export interface Woken {
  readonly processInvoice: ProcessInvoice;
  readonly sortDelivery: SortDelivery;
  readonly mailboxWatch: MailboxWatch;
  readonly sendAnswers: SendAnswers;
}

/** Which use case a wake is for. */
export const wakeTable = ({
  processInvoice,
  sortDelivery,
  mailboxWatch,
  sendAnswers,
}: Woken): Readonly<Record<WorkKind, WakeHandler>> => ({
  invoice: ({ tenantId, id }: Wake) => processInvoice.process(tenantId, id),
  mailbox: (wake: Wake) => mailboxWatch.wake(wake),
  delivery: ({ tenantId, id }: Wake) => sortDelivery.sort(tenantId, id),
  outbox: ({ tenantId, id }: Wake) => sendAnswers.send(tenantId, id),
});
