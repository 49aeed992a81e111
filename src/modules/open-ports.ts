import { Argon2Passwords } from '../adapters/argon2/argon2-passwords.js';
import { ListedCommonPasswords } from '../adapters/common-passwords/listed-common-passwords.js';
import { AesGcmSecrets } from '../adapters/crypto/aes-gcm-secrets.js';
import { Ed25519SealSigner } from '../adapters/crypto/ed25519-seal-signer.js';
import { HmacKeyedHash } from '../adapters/crypto/hmac-keyed-hash.js';
import { FolderDocumentStore } from '../adapters/document-folder/folder-document-store.js';
import { loadOrCreateKeys } from '../adapters/key-files/key-files.js';
import { AnyHosts } from '../adapters/hosts/any-hosts.js';
import { GuardedHosts } from '../adapters/hosts/guarded-hosts.js';
import { ImapMailServers } from '../adapters/mailbox/imap-mail-servers.js';
import { MailparserHeaders } from '../adapters/mailbox/read-envelope.js';
import { HttpTokenServers } from '../adapters/http/http-token-servers.js';
import { HttpBudgetChecks } from '../adapters/http/http-budget-checks.js';
import { OtpauthTimeCodes } from '../adapters/otp/otpauth-time-codes.js';
import { openDatabase, refuseTooPowerfulRole } from '../adapters/postgres/database.js';
import { PostgresAuditReader } from '../adapters/postgres/postgres-audit-reader.js';
import { PostgresDocumentStore } from '../adapters/postgres/postgres-document-store.js';
import { PostgresLookup } from '../adapters/postgres/postgres-lookup.js';
import { PostgresSealLedger } from '../adapters/postgres/postgres-seal-ledger.js';
import { PostgresTenantDoor } from '../adapters/postgres/postgres-tenant-door.js';
import { FileSealAnchor } from '../adapters/seal-file/file-seal-anchor.js';
import { RandomIds } from '../adapters/system/random-ids.js';
import { DescribedInstallation } from '../adapters/system/described-installation.js';
import { SystemClock } from '../adapters/system/system-clock.js';
import { SmtpMailSender } from '../adapters/smtp/smtp-mail-sender.js';
import type { Config } from '../config.js';
import type { BudgetChecks } from '../pipeline/ports/budget-checks.js';
import type { CommonPasswords } from '../pipeline/ports/common-passwords.js';
import type { Clock } from '../pipeline/ports/clock.js';
import type { DocumentStore } from '../pipeline/ports/document-store.js';
import type { Hosts } from '../pipeline/ports/hosts.js';
import type { Installation } from '../pipeline/ports/installation.js';
import type { Ids } from '../pipeline/ports/ids.js';
import type { KeyedHash } from '../pipeline/ports/keyed-hash.js';
import type { Lookup } from '../pipeline/ports/lookup.js';
import type { MailSender } from '../pipeline/ports/mail-sender.js';
import type { MailHeaders, MailServers } from '../pipeline/ports/mailbox.js';
import type { Passwords } from '../pipeline/ports/passwords.js';
import type { AuditReader, SealAnchor, SealLedger, SealSigner } from '../pipeline/ports/seal-ledger.js';
import type { Secrets } from '../pipeline/ports/secrets.js';
import type { TenantDoor } from '../pipeline/ports/tenant-door.js';
import type { TimeCodes } from '../pipeline/ports/time-codes.js';
import type { TokenServers } from '../pipeline/ports/token-servers.js';

/** What every part of the program stands on: the service and the commands alike. */
export interface Ports {
  readonly door: TenantDoor;
  readonly lookup: Lookup;
  readonly documents: DocumentStore;
  readonly ledger: SealLedger;
  readonly auditReader: AuditReader;
  readonly signer: SealSigner;
  readonly anchor: SealAnchor;
  readonly passwords: Passwords;
  readonly commonPasswords: CommonPasswords;
  readonly keyedHash: KeyedHash;
  readonly secrets: Secrets;
  readonly timeCodes: TimeCodes;
  readonly hosts: Hosts;
  readonly budgetChecks: BudgetChecks;
  readonly mailServers: MailServers;
  readonly tokenServers: TokenServers;
  readonly mailHeaders: MailHeaders;
  readonly mailSender: MailSender;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly installation: Installation;
}

/** Opens keys and database as the configuration says. @throws Error with a sentence that says what to mend. */
export async function openPorts(
  config: Config,
  appUrl: string,
  poolSize: number,
): Promise<{ readonly ports: Ports; close(): Promise<void> }> {
  const { installationKey, sealKey, earlierSealKeys } = await loadOrCreateKeys(config.keys);
  const database = await openDatabase(appUrl, poolSize);
  try {
    await refuseTooPowerfulRole(database);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  const { documents, mail } = config;
  const [ids, keyedHash] = [new RandomIds(), new HmacKeyedHash(installationKey)];
  const outgoing = mail.server === null ? null : { from: mail.from, domains: mail.domains };
  const hosts = config.production ? new GuardedHosts(mail.hostsAllowed) : new AnyHosts();
  return {
    ports: {
      door: new PostgresTenantDoor(database, { ids, keyedHash, outgoing, authservIds: mail.authservIds }),
      lookup: new PostgresLookup(database),
      documents:
        documents.kind === 'folder' ? new FolderDocumentStore(documents.folder) : new PostgresDocumentStore(database),
      ledger: new PostgresSealLedger(database),
      auditReader: new PostgresAuditReader(database),
      signer: new Ed25519SealSigner(sealKey, earlierSealKeys),
      anchor: new FileSealAnchor(config.keys.sealFile),
      passwords: new Argon2Passwords(),
      commonPasswords: new ListedCommonPasswords(),
      keyedHash,
      secrets: new AesGcmSecrets(installationKey),
      timeCodes: new OtpauthTimeCodes(),
      hosts,
      budgetChecks: new HttpBudgetChecks(hosts, config.production),
      mailServers: new ImapMailServers(hosts),
      tokenServers: new HttpTokenServers(hosts, config.production),
      mailHeaders: new MailparserHeaders(),
      mailSender: new SmtpMailSender(mail.server, hosts),
      clock: new SystemClock(),
      ids,
      installation: described(config),
    },
    close: () => database.destroy(),
  };
}

const megabyte = 1024 * 1024;

const described = ({ database, queue, documents, limits, mail }: Config): Installation =>
  new DescribedInstallation({
    ...{ database: database.kind, queue: queue.kind, documents: documents.kind },
    ...{ fileMb: limits.fileBytes / megabyte, sendsMail: mail.server !== null },
  });
