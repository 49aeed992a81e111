import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { openDatabase } from '../../src/adapters/postgres/database.js';
import { PostgresAuditReader } from '../../src/adapters/postgres/postgres-audit-reader.js';
import { AesGcmSecrets } from '../../src/adapters/crypto/aes-gcm-secrets.js';
import { PostgresDocumentStore } from '../../src/adapters/postgres/postgres-document-store.js';
import { PostgresLookup } from '../../src/adapters/postgres/postgres-lookup.js';
import { PostgresSealLedger } from '../../src/adapters/postgres/postgres-seal-ledger.js';
import { PostgresTenantDoor } from '../../src/adapters/postgres/postgres-tenant-door.js';
import { readPdf } from '../../src/adapters/pdf/read-pdf.js';
import { openZip } from '../../src/adapters/archive/open-zip.js';
import { openMail } from '../../src/adapters/mail/open-mail.js';
import { createFileExaminer } from '../../src/adapters/reader-process/examine-file.js';
import { createPartDismantler } from '../../src/adapters/reader-process/take-apart.js';
import { parseXml } from '../../src/adapters/xml/parse-xml.js';
import type { Seal } from '../../src/domain/audit/seal.js';
import { strictOptions } from '../../src/domain/validation/examination-options.js';
import { AcceptDelivery } from '../../src/pipeline/accept-delivery.js';
import { CarryOutDisposal } from '../../src/pipeline/carry-out-disposal.js';
import { HoldInvoice } from '../../src/pipeline/hold-invoice.js';
import { ProposeDisposal } from '../../src/pipeline/propose-disposal.js';
import { AdministerPeople } from '../../src/pipeline/administer-people.js';
import { AdministerRoutingRules } from '../../src/pipeline/administer-routing-rules.js';
import { AdministerTenant } from '../../src/pipeline/administer-tenant.js';
import { AmendPayment } from '../../src/pipeline/amend-payment.js';
import { AnswerHandOver } from '../../src/pipeline/answer-hand-over.js';
import { ReadExceptions } from '../../src/pipeline/read-exceptions.js';
import { SettleHandOver } from '../../src/pipeline/settle-hand-over.js';
import { CheckBudget } from '../../src/pipeline/check-budget.js';
import { ClaimHandOver } from '../../src/pipeline/claim-hand-over.js';
import { AdministerAccess } from '../../src/pipeline/administer-access.js';
import type { TenantDoor } from '../../src/pipeline/ports/tenant-door.js';
import type { Clock } from '../../src/pipeline/ports/clock.js';
import type { Ids } from '../../src/pipeline/ports/ids.js';
import { AdministerDeputies } from '../../src/pipeline/administer-deputies.js';
import { EnterAbsence } from '../../src/pipeline/enter-absence.js';
import { ReadDeputies } from '../../src/pipeline/read-deputies.js';
import { CodeInvoice } from '../../src/pipeline/code-invoice.js';
import { CreateTenant } from '../../src/pipeline/create-tenant.js';
import { DeskChanges } from '../../src/pipeline/desk-change.js';
import { ImportChart } from '../../src/pipeline/import-chart.js';
import { HttpBudgetChecks } from '../../src/adapters/http/http-budget-checks.js';
import { AnyHosts } from '../../src/adapters/hosts/any-hosts.js';
import { DecideOnInvoice } from '../../src/pipeline/decide-on-invoice.js';
import { ExportAuditLog } from '../../src/pipeline/export-audit-log.js';
import { limitsFor } from '../../src/pipeline/limits.js';
import { ProcessInvoice } from '../../src/pipeline/process-invoice.js';
import { ReadInvoices } from '../../src/pipeline/read-invoices.js';
import { SealAuditLog } from '../../src/pipeline/seal-audit-log.js';
import { SortDelivery } from '../../src/pipeline/sort-delivery.js';
import { SealSigner } from '../../src/pipeline/ports/seal-ledger.js';
import { VerifyInvoice } from '../../src/pipeline/verify-invoice.js';
import { VerifyAuditLog } from '../../src/pipeline/verify-audit-log.js';
import { ProposeSetting } from '../../src/pipeline/propose-setting.js';
import { TenantSettings } from '../../src/pipeline/tenant-settings.js';
import type { FreshDatabase } from './database.js';
import { migratedDatabase } from './migrated-database.js';
import {
  CountingIds,
  GuidedDismantler,
  GuidedExaminer,
  ListedSeals,
  ListedWakes,
  PlainKeyedHash,
  QuickPasswords,
  StandingClock,
  TestAnswering,
} from './memory-ports.js';

/** Every use case over a real PostgreSQL, with clock, queue, keys and anchor in the test's hand. */
export async function openWorkbench(given?: FreshDatabase, connections = 10) {
  const fresh: FreshDatabase = given ?? (await migratedDatabase());
  const database: DataSource = await openDatabase(fresh.appUrl, connections);
  const { clock, ids, keyedHash, queue, passwords, anchor, signer } = portsInHand();
  const secrets = new AesGcmSecrets(Buffer.alloc(32, 9));
  const answering = new TestAnswering(ids, keyedHash);
  const [door, lookup, documents] = [
    new PostgresTenantDoor(database, answering),
    new PostgresLookup(database),
    new PostgresDocumentStore(database),
  ];
  const ledger = new PostgresSealLedger(database);
  const deskChanges = new DeskChanges(door, clock, ids, keyedHash);
  const examineFile = createFileExaminer({ parseXml, readPdf });
  const examiner = new GuidedExaminer(async (bytes, fileName, day) => ({
    kind: 'examined',
    examination: await examineFile(bytes, fileName, { ...strictOptions, ...(day === undefined ? {} : { day }) }),
  }));
  const takeApart = createPartDismantler({ parseXml, readPdf, openMail, openZip });
  const dismantler = new GuidedDismantler(takeApart);
  return {
    fresh,
    database,
    clock,
    ids,
    queue,
    door,
    lookup,
    documents,
    answering,
    anchor,
    signer,
    examiner,
    dismantler,
    ledger,
    createTenant: new CreateTenant(lookup, door, passwords, clock, ids),
    administerTenant: new AdministerTenant(door, clock, ids, keyedHash),
    administerRoutingRules: new AdministerRoutingRules(door, clock, ids),
    administerPeople: new AdministerPeople(door, passwords, clock, ids, keyedHash),
    tenantSettings: new TenantSettings(door, clock),
    proposeSetting: new ProposeSetting(door, clock, ids, secrets, keyedHash),
    acceptDelivery: new AcceptDelivery(door, documents, queue, clock, ids, keyedHash, limitsFor(25)),
    processInvoice: new ProcessInvoice(door, documents, examiner, clock, ids),
    sortDelivery: new SortDelivery(door, documents, dismantler, queue, clock, ids),
    decideOnInvoice: new DecideOnInvoice(door, clock, ids, keyedHash, queue),
    administerAccess: new AdministerAccess(door, passwords, clock, keyedHash),
    ...deputiesOver(door, clock, ids),
    codeInvoice: new CodeInvoice(deskChanges),
    amendPayment: new AmendPayment(deskChanges),
    checkBudget: new CheckBudget(door, deskChanges, new HttpBudgetChecks(new AnyHosts(), false), clock, secrets),
    importChart: new ImportChart(door, clock),
    claimHandOver: new ClaimHandOver(door, clock, ids, keyedHash),
    answerHandOver: new AnswerHandOver(door, clock, keyedHash),
    settleHandOver: new SettleHandOver(door, clock, keyedHash),
    holdInvoice: new HoldInvoice(door, clock, ids),
    proposeDisposal: new ProposeDisposal(door, clock, ids),
    carryOutDisposal: new CarryOutDisposal(lookup, door, documents, clock),
    readExceptions: new ReadExceptions(door, clock),
    readInvoices: new ReadInvoices(door, documents, clock),
    sealAuditLog: new SealAuditLog(ledger, signer, anchor, clock),
    verifyInvoice: new VerifyInvoice(new PostgresAuditReader(database), ledger, signer, documents),
    exportAuditLog: new ExportAuditLog(new PostgresAuditReader(database), ledger, signer, anchor, documents, clock),
    verifyAuditLog: new VerifyAuditLog(lookup, new PostgresAuditReader(database), ledger, signer, anchor, documents),
    async close() {
      await database.destroy();
      await fresh.drop();
    },
  };
}

const portsInHand = () => ({
  ...{ clock: new StandingClock(), ids: new CountingIds(), keyedHash: new PlainKeyedHash(), queue: new ListedWakes() },
  ...{ passwords: new QuickPasswords(), anchor: new ListedSeals(), signer: new TestSigner() },
});

export type Workbench = Awaited<ReturnType<typeof openWorkbench>>;

class TestSigner extends SealSigner {
  private readonly pair = generateKeyPairSync('ed25519');
  readonly keyId = createHash('sha256')
    .update(this.pair.publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');

  sign(body: string): string {
    return sign(null, Buffer.from(body), this.pair.privateKey).toString('base64');
  }

  publicKeys(): readonly { keyId: string; pem: string }[] {
    return [{ keyId: this.keyId, pem: this.pair.publicKey.export({ type: 'spki', format: 'pem' }).toString() }];
  }

  check(seal: Seal): 'valid' | 'wrong' | 'unknownKey' {
    if (seal.keyId !== this.keyId) return 'unknownKey';
    const valid = verify(null, Buffer.from(seal.body), this.pair.publicKey, Buffer.from(seal.signature, 'base64'));
    return valid ? 'valid' : 'wrong';
  }
}

const deputiesOver = (door: TenantDoor, clock: Clock, ids: Ids) => ({
  administerDeputies: new AdministerDeputies(door, clock, ids),
  enterAbsence: new EnterAbsence(door, clock, ids),
  readDeputies: new ReadDeputies(door, clock),
});
