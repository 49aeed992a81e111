import { value, type SetUpTown } from '../../demo/set-up-town.js';
import type { CapturedTerms } from '../../src/domain/invoice/captured-terms.js';
import type { WantedRule } from '../../src/pipeline/remember-rule.js';
import type { DeskAction } from '../../src/pipeline/desk-actions.js';
import type { Invoice } from '../../src/domain/invoice/invoice.js';
import type { ExaminedDocument } from '../../src/domain/validation/examination.js';
import type { SentPart } from '../../src/pipeline/accept-delivery.js';
import type { InvoiceRecord } from '../../src/pipeline/ports/invoice-records.js';
import type { ExaminerAnswer } from '../../src/pipeline/ports/examiner.js';
import type { ConfirmedSettingName, TenantSettingValues } from '../../src/pipeline/tenant-settings.table.js';
import { townDatabase, townIn } from '../support/prepared-town.js';
import { openWorkbench, type Workbench } from '../support/workbench.js';

/** The Leitweg-ID of the demo town's Hauptamt. */
export const hauptamt = '07999001-HAUPTAMT-07';

/** What a reader would have found: an accepted invoice over 119 euro to the Hauptamt, changed as the test wants it. */
export const anInvoice = (number: string, changed: Partial<Invoice> = {}): Invoice => ({
  number,
  typeCode: '380',
  issueDate: '2026-11-20',
  currency: 'EUR',
  buyerReference: hauptamt,
  seller: { name: 'Bürobedarf Berg GmbH', vatId: 'DE999100999' },
  totals: { net: '100.00', vat: '19.00', gross: '119.00', payable: '119.00' },
  paymentInstructions: [{ creditTransfers: [{ account: 'DE75512108001245126199' }] }],
  ...changed,
});

export const aDocument = (invoice: Invoice | null, changed: Partial<ExaminedDocument> = {}): ExaminedDocument => ({
  embedded: null,
  syntax: 'ubl-invoice',
  specification: 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0',
  wellFormed: true,
  structureValid: true,
  scenario: 'test',
  acceptance: 'accept',
  verdict: 'accepted',
  reason: null,
  steps: [{ step: 'verdict', outcome: 'passed' }],
  findings: [],
  invoice,
  attachments: [],
  versions: {},
  ...changed,
});

export const examined = (...documents: readonly ExaminedDocument[]): ExaminerAnswer => ({
  kind: 'examined',
  examination: { documents },
});

/** The demo's town over a real database, with what the tests of this folder do again and again. */
export async function openTownHall(connections?: number) {
  const bench: Workbench = await openWorkbench(await townDatabase(), connections);
  const town: SetUpTown = await townIn(bench.fresh);
  const intake = intakeOf(bench, town);
  const decisions = decisionsOf(bench, town, intake);
  const verify = () => bench.verifyAuditLog.verify();
  return { ...bench, bench, town, tenantId: town.tenantId, ...intake, ...decisions, verify };
}

/** Sending, processing and looking. */
function intakeOf(bench: Workbench, town: SetUpTown) {
  const { tenantId } = town;
  const reader = { kind: 'apiKey', tenantId, id: town.financeKeyId } as const;

  /** What was sent, before anything has looked at it. */
  const send = (idempotencyKey: string, ...parts: readonly SentPart[]) =>
    bench.acceptDelivery.accept({
      tenantId,
      channelId: town.apiChannelId,
      actor: { kind: 'system', id: 'commandLine' },
      caller: 'test',
      idempotencyKey,
      fields: {},
      sender: 'firma@example.org',
      portalReceivedAt: null,
      parts,
    });

  const receive = async (name: string): Promise<string> =>
    value(await send(`send ${name}`, aFile(name))).parts[0]?.invoiceId ?? '';

  /** Receives a file and processes it with the examiner's answer as given. */
  const process = async (name: string, answer: ExaminerAnswer): Promise<string> => {
    const id = await receive(name);
    bench.examiner.next.push(answer);
    await bench.processInvoice.process(tenantId, id);
    return id;
  };

  const invoiceOf = async (id: string): Promise<InvoiceRecord> =>
    value(await bench.readInvoices.get(reader, id)).invoice;

  return { reader, send, receive, process, invoiceOf };
}

/** What a decision may bring along beside its action. */
interface DecisionExtras {
  readonly key?: string;
  readonly reason?: string;
  readonly departmentId?: string;
  readonly factorAt?: Date | null;
  readonly otherInvoiceId?: string;
  readonly onBehalfOf?: string;
  readonly colleagueId?: string;
  readonly comparedInvoiceIds?: readonly string[];
  readonly remember?: WantedRule;
  readonly capture?: CapturedTerms;
  readonly seenVersion?: number;
}

/** People at work. */
function decisionsOf(bench: Workbench, town: SetUpTown, intake: ReturnType<typeof intakeOf>) {
  const personId = (login: string): string => town.personIds.get(login) ?? login;

  const decide = async (login: string, invoiceId: string, action: DeskAction, extras: DecisionExtras = {}) => {
    const { key = `${login} ${action} ${invoiceId}`, seenVersion, ...rest } = extras;
    return bench.decideOnInvoice.decide({
      tenantId: town.tenantId,
      personId: personId(login),
      invoiceId,
      action,
      seenVersion: seenVersion ?? (await intake.invoiceOf(invoiceId)).version,
      idempotencyKey: key,
      ...rest,
    });
  };

  /** An invoice on its way through the Hauptamt, up to the state that is wanted. */
  const invoiceThatIs = async (
    state: 'routed' | 'in_review' | 'confirmed' | 'approved',
    number: string,
  ): Promise<string> => {
    const id = await intake.process(number, examined(aDocument(anInvoice(number))));
    const steps = [
      ['in_review', 'hanna', 'claim'],
      ['', 'hanna', 'confirmFactual'],
      ['confirmed', 'henrik', 'confirmArithmetical'],
      ['approved', 'amtsleitung', 'order'],
    ] as const;
    const upTo = steps.findIndex(([reached]) => reached === state) + 1;
    for (const [, login, action] of steps.slice(0, upTo)) value(await decide(login, id, action));
    return id;
  };

  /** Has one administrator propose a setting on the version that holds, and the other confirm it. */
  const set = async <Name extends ConfirmedSettingName>(name: Name, wanted: TenantSettingValues[Name]) => {
    const by = (login: string, key: string) => ({
      ...{ tenantId: town.tenantId, personId: personId(login), idempotencyKey: `${key} ${name}` },
    });
    const { version } = value(await bench.tenantSettings.read(by('admin', ''), name));
    const key = `setting ${String(version)}`;
    const { id } = value(await bench.proposeSetting.propose(by('admin', key), name, version, wanted));
    return value(await bench.proposeSetting.confirm(by('admin2', key), id));
  };

  return { personId, decide, invoiceThatIs, set };
}

export type TownHall = Awaited<ReturnType<typeof openTownHall>>;

export const aFile = (name: string, content = `<invoice>${name}</invoice>`): SentPart => ({
  fileName: `${name}.xml`,
  mediaType: 'application/xml',
  bytes: Buffer.from(content),
});
