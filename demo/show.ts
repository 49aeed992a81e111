import { SealAuditLog } from '../src/pipeline/seal-audit-log.js';
import { VerifyAuditLog } from '../src/pipeline/verify-audit-log.js';
import type { DemoTown } from './demo-memory.js';
import { departmentOf } from './intake.js';
import { aligned, tableOf, type Outcome, type Row } from './outcome-table.js';
import { allAnswers } from './send-sendings.js';
import type { ServiceClient } from './service-client.js';
import type { Stage } from './stage.js';

/** How a start has ended. */
export interface Shown {
  /** Everything was as it should be. */
  readonly right: boolean;
  readonly keys: DemoTown['keys'];
}

/** Prints every file's invoice as it stands now, and the answers that went out. */
export async function tellHowThingsStand(
  { post, tell }: Stage,
  finance: ServiceClient,
  outcomes: readonly Outcome[],
  memory: DemoTown,
): Promise<void> {
  const rows: Row[] = [];
  for (const outcome of outcomes) {
    const invoice = await finance.invoice(outcome.invoiceId);
    const rules = await finance.fatalRules(invoice.id);
    rows.push({ ...outcome, invoice, department: departmentOf(invoice, memory), rules });
  }
  const answers = (await allAnswers(post)).map(({ to, subject, kind }) => [to, subject, kind]);
  tell(`\n${tableOf(rows)}\n\n${aligned([['Answered by mail: to', 'Subject', 'Kind'], ...answers])}\n`);
}

/** Seals and verifies the audit log. */
export async function prove({ ports, tell }: Stage): Promise<boolean> {
  const { ledger, signer, anchor, clock, lookup, auditReader, documents } = ports;
  await new SealAuditLog(ledger, signer, anchor, clock).seal();
  const found = await new VerifyAuditLog(lookup, auditReader, ledger, signer, anchor, documents).verify();
  tell(
    `The audit log: ${found.events} events in ${found.chains} chains, ${counted(found.seals, 'seal')}, ${found.originals} originals; ` +
      `${counted(found.problems.length, 'problem')}, ${found.unsealedEvents} events not yet sealed.`,
  );
  for (const problem of found.problems) tell(`PROBLEM  ${JSON.stringify(problem)}`);
  return found.problems.length === 0;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
