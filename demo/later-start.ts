import type { DemoTown } from './demo-memory.js';
import { password } from './mail/mail-lines.js';
import { demoInvoices } from './make-invoices.js';
import type { ShownFile } from './outcome-table.js';
import { demoSendings } from './sendings.js';
import { ServiceClient } from './service-client.js';
import { prove, tellHowThingsStand, type Shown } from './show.js';
import type { Stage } from './stage.js';
import { openTownMailbox } from './town-mailbox.js';
import { tenant } from './town.js';

/** A later start: nothing is made, everything is still there. */
export async function laterStart(stage: Stage, memory: DemoTown): Promise<Shown> {
  stage.tell('This data folder holds a demonstration already: everything is kept, nothing is created.');
  const client = new ServiceClient(stage.url, stage.stop);
  await watchMailbox(stage, client);
  const files: readonly ShownFile[] = [...(await demoInvoices()), ...(await filesOfSendings())];
  const outcomes = files.map((file) => ({ file, invoiceId: memory.invoiceIds[file.fileName] ?? '', differences: [] }));
  await tellHowThingsStand(stage, client.withKey(memory.keys.finance), outcomes, memory);
  return { right: await prove(stage), keys: memory.keys };
}

/** The mail servers may listen on other ports than last time. */
async function watchMailbox({ post, tell }: Stage, client: ServiceClient): Promise<void> {
  try {
    await openTownMailbox(await client.signIn(tenant.slug, 'admin', password, password), post.lines.town);
  } catch (error) {
    // Whoever tries the program may have changed that password, or the mailbox.
    tell(`The town's mailbox stays as it is: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const filesOfSendings = async (): Promise<readonly ShownFile[]> =>
  (await demoSendings()).flatMap(({ title, expected }) =>
    Object.entries(expected.invoices).map(([fileName, outcome]) => ({ fileName, title, expected: outcome })),
  );
