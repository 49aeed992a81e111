import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { value } from '../../demo/set-up-town.js';
import { loadConfig } from '../../src/config.js';
import { openPorts } from '../../src/modules/open-ports.js';
import { AcceptDelivery } from '../../src/pipeline/accept-delivery.js';
import { CreateTenant } from '../../src/pipeline/create-tenant.js';
import { limitsFor } from '../../src/pipeline/limits.js';
import { ProcessInvoice } from '../../src/pipeline/process-invoice.js';
import { SealAuditLog } from '../../src/pipeline/seal-audit-log.js';
import { builtProgram } from '../adapters/built-program.js';
import { aDocument, aFile, anInvoice, examined } from '../pipeline/town-hall.js';
import { GuidedExaminer, ListedWakes } from '../support/memory-ports.js';

/** A cluster's three ways in. */
export interface Addresses {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly superuserUrl: string;
}

export type Variables = Readonly<Record<string, string>>;

/** An installation on one machine: its database, and a folder with all the rest. */
export const installationAt = ({ ownerUrl, appUrl, superuserUrl }: Addresses, folder: string, tools: string) => ({
  DATABASE_URL: appUrl,
  DATABASE_OWNER_URL: ownerUrl,
  DATABASE_ADMIN_URL: superuserUrl,
  EINGANG_POSTGRES_TOOLS: tools,
  EINGANG_DATA: folder,
  EINGANG_DOCUMENTS: 'folder',
  EINGANG_DOCUMENT_FOLDER: join(folder, 'documents'),
});

/** The program, as whoever administers the machine calls it. */
export async function eingang(env: Variables, ...words: readonly string[]) {
  const child = spawn(process.execPath, [builtProgram('src/eingang.js'), ...words], {
    env: { LC_ALL: 'C.UTF-8', PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  const [out, told] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await ended;
  return { code: child.exitCode, out, told };
}

/** A town that takes invoices in, and seals its log. */
export async function openTown(env: Variables) {
  const { ports, close } = await openPorts(loadConfig(env), env['DATABASE_URL'] ?? '', 3);
  const { lookup, door, documents, passwords, keyedHash, ledger, signer, anchor, clock, ids } = ports;
  const administrators = [
    { login: 'admin', displayName: 'Frau Amt' },
    { login: 'admin2', displayName: 'Herr Amt' },
  ] as const;
  const born = value(
    await new CreateTenant(lookup, door, passwords, clock, ids).create({
      ...{ slug: 'auenfurt', name: 'Auenfurt' },
      administrators,
    }),
  );
  const { tenantId } = born;
  const examiner = new GuidedExaminer(() => Promise.reject(new Error('every answer is given')));
  const accepts = new AcceptDelivery(door, documents, new ListedWakes(), clock, ids, keyedHash, limitsFor(25));
  const processes = new ProcessInvoice(door, documents, examiner, clock, ids);
  const actor = { kind: 'system', id: 'commandLine' } as const;
  /** @returns the original's name. */
  const receive = async (name: string): Promise<string> => {
    const delivery = {
      ...{ tenantId, channelId: born.channels.api, actor, caller: 'drill' },
      ...{ idempotencyKey: name, fields: {}, sender: null, portalReceivedAt: null, parts: [aFile(name)] },
    } as const;
    const [part] = value(await accepts.accept(delivery)).parts;
    examiner.next.push(examined(aDocument(anInvoice(name))));
    await processes.process(tenantId, part?.invoiceId ?? '');
    return part?.sha256 ?? '';
  };
  const seal = () => new SealAuditLog(ledger, signer, anchor, clock).seal();
  return { tenantId, documents, receive, seal, close };
}
