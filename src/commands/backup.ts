import { NewBackup } from '../adapters/backup-folder/backup-folder.js';
import { FolderDocumentStore } from '../adapters/document-folder/folder-document-store.js';
import { BackupConnection } from '../adapters/postgres/backup-connection.js';
import type { Ports } from '../modules/open-ports.js';
import { withInstallation } from '../modules/with-installation.js';
import { copyOriginal } from '../pipeline/copy-original.js';
import { serverToBackUp } from './backup-server.js';
import { backupUsage, backupWords, originalWords } from './backup-words.js';
import { exitCodes, understood, UsageError, type Command, type CommandContext } from './command.js';
import { tellingFailures } from './with-ports.js';

/**
 * `eingang backup FOLDER`: database, originals and seals of one moment; the service may run meanwhile. Exit codes: 0 whole;
 * 1 written, but originals are missing or altered (each named), or the folder holds something; 2 not understood;
 * 3 not possible; 78 a bad setting.
 */
export const backup: Command = {
  usage: backupUsage,
  run(words, context) {
    const { positionals } = understood({ args: [...words], allowPositionals: true });
    const [folder] = positionals;
    if (folder === undefined || positionals.length > 1) throw new UsageError(backupWords[context.language].oneFolder);
    return tellingFailures(context, async () => {
      const server = await serverToBackUp(context.language);
      return withInstallation(server.config, 1, async (ports) => {
        const taken = await NewBackup.begin(folder);
        if (taken === null) {
          context.tell(`${backupWords[context.language].taken}: ${folder}.`);
          return 1;
        }
        try {
          return await write(taken, { ...server, ports, context, folder });
        } catch (error) {
          await taken.giveUp();
          throw error;
        }
      });
    });
  },
};

interface Work extends Awaited<ReturnType<typeof serverToBackUp>> {
  readonly ports: Ports;
  readonly context: CommandContext;
  readonly folder: string;
}

/**
 * The order makes it one moment:
 * 1. the seal file first: a seal is in the database before it is in the file, so the dump knows every seal of the copy;
 * 2. the originals that are needed now, before the snapshot: one that a disposal removes later is in the backup already;
 *    one that it removes before the snapshot, the snapshot does not need;
 * 3. the dump of a snapshot, and from the same snapshot the originals that have come meanwhile: their bytes were kept
 *    before their rows, and nothing is disposed of in the hour it comes in.
 */
async function write(taken: NewBackup, { config, adminUrl, tools, ports, context, folder }: Work): Promise<number> {
  const say = backupWords[context.language];
  const connection = await BackupConnection.open(adminUrl);
  try {
    if (!(await connection.rights()).reads) throw new Error(say.mayNotRead);
    const owner = await connection.owner();
    if (owner === null) throw new Error(say.noSchema);
    await taken.keepSeals(config.keys.sealFile);
    await taken.keepPublicKeys(
      ports.signer
        .publicKeys()
        .map(({ pem }) => pem)
        .join(''),
    );
    const copies = new FolderDocumentStore(taken.originals);
    if (config.documents.kind === 'folder')
      for await (const original of connection.originals()) await copyOriginal(ports.documents, copies, original);
    const snapshot = await connection.holdSnapshot();
    await tools.dump(adminUrl, snapshot, taken.dump);
    const counts = { originals: 0, problems: 0 };
    if (config.documents.kind === 'folder') await copyRest(taken, { connection, copies, ports, context }, counts);
    const madeAt = ports.clock.now().toISOString();
    await taken.finish({ madeAt, owner, documents: config.documents.kind, originals: counts.originals });
    await context.print(`${JSON.stringify({ folder, madeAt, ...counts })}\n`);
    context.tell(say.keysApart);
    return counts.problems === 0 ? exitCodes.done : 1;
  } finally {
    await connection.close();
  }
}

interface Rest extends Pick<Work, 'ports' | 'context'> {
  readonly connection: BackupConnection;
  readonly copies: FolderDocumentStore;
}

async function copyRest(
  taken: NewBackup,
  { connection, copies, ports, context }: Rest,
  counts: { originals: number; problems: number },
): Promise<void> {
  for await (const original of connection.originals()) {
    const { tenantId, sha256 } = original;
    const isCopied = (await copies.head(tenantId, sha256, 1)) !== null;
    const found = isCopied ? 'whole' : await copyOriginal(ports.documents, copies, original);
    if (found === 'whole') await taken.listOriginal(tenantId, sha256);
    else context.tell(`${originalWords[context.language][found]}: ${tenantId} ${sha256}`);
    counts[found === 'whole' ? 'originals' : 'problems'] += 1;
  }
}
