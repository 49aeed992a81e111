import { FoundBackup, isEmptyFolder, isThere } from '../adapters/backup-folder/backup-folder.js';
import { FolderDocumentStore } from '../adapters/document-folder/folder-document-store.js';
import { BackupConnection, type WantedRole } from '../adapters/postgres/backup-connection.js';
import { withInstallation } from '../modules/with-installation.js';
import type { Ports } from '../modules/open-ports.js';
import { checkOriginal, copyOriginal } from '../pipeline/copy-original.js';
import { VerifyAuditLog } from '../pipeline/verify-audit-log.js';
import { serverToBackUp, type BackupServer } from './backup-server.js';
import { backupWords, originalWords, restoreUsage } from './backup-words.js';
import { exitCodes, understood, UsageError, type Command, type CommandContext, type Language } from './command.js';
import { tellingFailures } from './with-ports.js';

/**
 * `eingang restore FOLDER`. Exit codes: 0 restored, and nothing is wrong; 1 restored, but something is wrong (each thing
 * named); 2 not understood; 3 not possible, nothing was changed or what was begun is to be removed; 78 a bad setting.
 */
export const restore: Command = {
  usage: restoreUsage,
  run(words, context) {
    const say = backupWords[context.language];
    const { positionals } = understood({ args: [...words], allowPositionals: true });
    const [folder] = positionals;
    if (folder === undefined || positionals.length > 1) throw new UsageError(say.oneFolder);
    return tellingFailures(context, async () => {
      const server = await serverToBackUp(context.language);
      const found = await FoundBackup.open(folder);
      if (found === null) throw new Error(`${say.noBackup}: ${folder}.`);
      if (typeof found === 'string') throw new Error(`${say.damaged}: ${found}.`);
      const connection = await BackupConnection.open(server.adminUrl);
      try {
        await refuseWhatIsFull(server, found, connection, context.language);
        await connection.prepareRoles(await rolesOf(server, found, connection, context.language));
        await putBack(server, found);
        return await withInstallation(server.config, 2, (ports) => verify(ports, connection, context));
      } finally {
        await connection.close();
      }
    });
  },
};

/** Before anything is written: database, folders and keys are as a restore needs them. */
async function refuseWhatIsFull(
  { config }: BackupServer,
  { said }: FoundBackup,
  connection: BackupConnection,
  language: Language,
): Promise<void> {
  const say = backupWords[language];
  const { documents, keys } = config;
  if (!(await connection.rights()).isSuperuser) throw new Error(say.mustBeSuperuser);
  if (!(await connection.isEmpty())) throw new Error(say.databaseFull);
  if (said.documents !== documents.kind) throw new Error(`${say.otherStore}: ${said.documents}.`);
  if (documents.kind === 'folder' && !(await isEmptyFolder(documents.folder)))
    throw new Error(`${say.documentsFull}: ${documents.folder}.`);
  if (await isThere(keys.sealFile)) throw new Error(`${say.sealsThere}: ${keys.sealFile}.`);
  // Otherwise new ones would be made here, which neither read what is stored nor check what is sealed.
  for (const key of [keys.installation, keys.seal])
    if (key.kind !== 'given' && !(await isThere(key.path))) throw new Error(`${say.keyMissing}: ${key.path}.`);
}

/** The three roles of invariant 6, with the passwords that the addresses hold. */
async function rolesOf(
  { appUrl, ownerUrl }: BackupServer,
  { said }: FoundBackup,
  connection: BackupConnection,
  language: Language,
): Promise<readonly WantedRole[]> {
  const owner = ownerUrl === undefined ? null : new URL(ownerUrl);
  const isNamed = owner !== null && decodeURIComponent(owner.username) === said.owner;
  if (!isNamed && !(await connection.hasRole(said.owner)))
    throw new Error(`${backupWords[language].ownerPassword}: ${said.owner}.`);
  return [
    { name: said.owner, password: owner && passwordOf(owner), mayCreateRoles: true },
    { name: 'eingang_app', password: passwordOf(new URL(appUrl)) },
    { name: 'eingang_lookup', password: null },
  ];
}

const passwordOf = ({ password }: URL): string | null => (password === '' ? null : decodeURIComponent(password));

/** As in the service, bytes are there before the rows that need them; rows come in one transaction. */
async function putBack({ config, adminUrl, tools }: BackupServer, found: FoundBackup): Promise<void> {
  if (config.documents.kind === 'folder') {
    const [from, to] = [new FolderDocumentStore(found.originals), new FolderDocumentStore(config.documents.folder)];
    // What is missing or altered here is named below, by the rows that need it.
    for await (const original of found.listedOriginals()) await copyOriginal(from, to, original);
  }
  await tools.restore(adminUrl, found.dump);
  await found.putSeals(config.keys.sealFile);
}

async function verify(ports: Ports, connection: BackupConnection, context: CommandContext): Promise<number> {
  const { lookup, auditReader, ledger, signer, anchor, documents } = ports;
  const log = await new VerifyAuditLog(lookup, auditReader, ledger, signer, anchor, documents).verify({
    originals: false,
  });
  for (const problem of log.problems) await context.print(`${JSON.stringify(problem)}\n`);
  let [originals, broken] = [0, 0];
  for await (const original of connection.originals()) {
    const state = await checkOriginal(documents, original);
    originals += 1;
    if (state === 'whole') continue;
    broken += 1;
    context.tell(`${originalWords[context.language][state]}: ${original.tenantId} ${original.sha256}`);
  }
  const problems = log.problems.length + broken;
  const { events, chains, seals, unsealedEvents, unanchoredSeals } = log;
  const figures = { problems, events, chains, seals, originals, unsealedEvents, unanchoredSeals };
  await context.print(`${JSON.stringify(figures)}\n`);
  context.tell(backupWords[context.language].verified(events, seals, originals, problems));
  return problems === 0 ? exitCodes.done : 1;
}
