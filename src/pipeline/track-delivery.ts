import {
  STATES,
  SUPPLIER_STEPS,
  type Action,
  type State,
  type SupplierStep,
  type Wording,
} from '../domain/approval/lifecycle.js';
import { bringsInvoice, partFates, type PartFate } from '../domain/mail/part-fates.table.js';
import { partReasons, type PartReason } from '../domain/mail/part-reasons.js';
import type { Finding } from '../domain/validation/finding.js';
import { sentenceOf } from '../domain/validation/sentences.js';
import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { DeliveryPart, DeliveryRecord, PartReport } from './ports/delivery-records.js';
import type { ReportedPayment } from './ports/hand-over-records.js';
import type { InvoiceRecord, StoredReport } from './ports/invoice-records.js';
import type { KeyedHash } from './ports/keyed-hash.js';
import type { Lookup } from './ports/lookup.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import { queryLink } from './notify-links.js';
import { sha256 } from './sha256.js';
import { townDay } from './town-day.js';
import { canBeFollowed, wayOut } from './way-out.js';

/** What a supplier sees behind the tracking link: no names of people, no department, nothing of other deliveries. */
export interface Tracked {
  readonly number: string;
  readonly receivedAt: Date;
  /** The town that has it: its name in addresses, and as people say it. */
  readonly town: { readonly slug: string; readonly name: string };
  /** Every part is known for what it is. */
  readonly sorted: boolean;
  /** Whether somebody can be told of later steps by mail. */
  readonly notificationsPossible: boolean;
  readonly parts: readonly TrackedPart[];
}

export interface TrackedPart {
  readonly position: number;
  /** Position of the mail or archive that it came out of. */
  readonly within: number | null;
  readonly fileName: string;
  readonly sha256: string | null;
  readonly fate: PartFate;
  readonly fateLabel: Wording;
  /** Why it was ignored or refused. */
  readonly fateReason: Wording | null;
  /** What is wrong with it, where it is a form of an invoice that does not count; what is wrong with the invoice itself is said there. */
  readonly faults: readonly TrackedReason[];
  /** What follows is about the invoice that the part became or belongs to; null where there is none. */
  readonly invoice: TrackedInvoice | null;
}

export interface TrackedInvoice {
  readonly step: SupplierStep;
  readonly status: Wording;
  readonly statusSince: Date;
  readonly number: string | null;
  /** The day of the town on which it was paid. */
  readonly paidOn: string | null;
  /** Why it was rejected, declined or paid in part; empty in every other state. What staff wrote is in their language. */
  readonly reasons: readonly TrackedReason[];
  /** What staff ask, while they wait for the answer; told to the delivery alone that brought the invoice. */
  readonly query: TrackedQuery | null;
  /** There is a report to be read (`report`). */
  readonly hasReport: boolean;
}

/** A query and the signed link that lets one answer it. */
export interface TrackedQuery {
  readonly question: string;
  readonly askedAt: Date;
  readonly link: string;
}

export interface TrackedReason extends Wording {
  /** Line in the XML. */
  readonly line: number | null;
}

/** The reports of a delivery's rejected invoices, for printing. */
export interface TrackedReports {
  readonly number: string;
  readonly receivedAt: Date;
  readonly town: { readonly slug: string; readonly name: string };
  readonly reports: readonly {
    readonly fileName: string;
    readonly invoiceNumber: string | null;
    readonly stored: Pick<StoredReport, 'examinedAt' | 'report'>;
  }[];
}

/** Reasons that a supplier is told of one invoice, and the UTF-16 units that each may have: findings quote the file. */
const mostReasons = 20;
const longestReason = 2000;

export class TrackDelivery {
  constructor(
    private readonly lookup: Lookup,
    private readonly door: TenantDoor,
    private readonly clock: Clock,
    private readonly keyedHash: KeyedHash,
  ) {}

  track(token: string): Promise<Outcome<Tracked>> {
    return this.behind(token, async (tenant, { id, number, receivedAt, parts }) => {
      const invoices = new Map<string | null, TrackedInvoice>();
      const ids = [...firstParts(parts).keys()];
      for (const invoice of ids)
        invoices.set(invoice, await trackedInvoice(tenant, invoice, brings(parts, invoice) ? this.keyedHash : null));
      const faulty = faultyForms(await tenant.deliveries.partReports(ids));
      return {
        ...{ number, receivedAt },
        town: await townOf(tenant),
        sorted: parts.every(({ fate }) => fate !== 'waiting'),
        notificationsPossible: await canWrite(tenant, id),
        parts: parts.map((part) => ({
          ...{ position: part.position, fileName: part.fileName, sha256: part.sha256, fate: part.fate },
          within: parts.find(({ id: holder }) => holder === part.parentId)?.position ?? null,
          fateLabel: partFates[part.fate],
          fateReason: faulty.has(part.id) ? faultyForm : part.reason && reasonInWords(part.reason),
          faults: reasonsIn(faulty.get(part.id)?.report.findings ?? []),
          invoice: invoices.get(part.invoiceId) ?? null,
        })),
      };
    });
  }

  /** The reports of what was rejected in it, each invoice once, and of its faulty forms; empty where nothing was. */
  reports(token: string): Promise<Outcome<TrackedReports>> {
    return this.behind(token, async (tenant, { number, receivedAt, parts }) => {
      const reports: TrackedReports['reports'][number][] = [];
      for (const [id, { fileName }] of firstParts(parts)) {
        const { state, number: invoiceNumber } = await tenant.invoices.get(id);
        const stored = state === 'rejected' ? await tenant.invoices.findReport(id) : null;
        if (stored) reports.push({ fileName, invoiceNumber, stored });
        for (const { fileName: name, ...form } of faultyForms(await tenant.deliveries.partReports([id])).values())
          reports.push({ fileName: name, invoiceNumber, stored: form });
      }
      return { number, receivedAt, town: await townOf(tenant), reports };
    });
  }

  private async behind<T>(
    token: string,
    work: (tenant: TenantRecords, delivery: DeliveryRecord) => Promise<T>,
  ): Promise<Outcome<T>> {
    const found = await this.lookup.tracking(sha256(token));
    if (!found || found.expiresAt <= this.clock.now()) return refused('notFound');
    return this.door.inTenant(found.tenantId, async (tenant) =>
      done(await work(tenant, await tenant.deliveries.get(found.deliveryId))),
    );
  }
}

/** Invoices of a delivery by their ids, each with its first part, in the order of those. */
function firstParts(parts: readonly DeliveryPart[]): ReadonlyMap<string, DeliveryPart> {
  const first = new Map<string, DeliveryPart>();
  for (const part of parts) if (part.invoiceId !== null && !first.has(part.invoiceId)) first.set(part.invoiceId, part);
  return first;
}

const brings = (parts: readonly DeliveryPart[], invoice: string): boolean =>
  parts.some(({ invoiceId, fate }) => invoiceId === invoice && bringsInvoice(fate));

/** By their parts; a form that could not be read as an invoice at all is a picture of one. */
const faultyForms = (reports: readonly PartReport[]): ReadonlyMap<string, PartReport> =>
  new Map(reports.filter(({ verdict }) => verdict === 'rejected').map((one) => [one.partId, one]));

const faultyForm: Wording = {
  de: 'Diese Datei ist fehlerhaft und zählt nicht; was an ihr falsch ist, steht unten.',
  en: 'This file is faulty and does not count; what is wrong with it stands below.',
};

/** Name and address only: whatever else the row holds is not for the public. */
async function townOf({ answers }: TenantRecords): Promise<Tracked['town']> {
  const { slug, name } = await answers.town();
  return { slug, name };
}

/** Where mail has no way out, nobody can be told anything by it; nor of a delivery that is several firms'. */
async function canWrite(tenant: TenantRecords, deliveryId: string): Promise<boolean> {
  const mail = await tenant.answers.findMail(deliveryId);
  return canBeFollowed(mail) && (await wayOut(tenant, mail)) !== null;
}

function reasonInWords(reason: PartReason): Wording {
  const { de, en } = partReasons[reason];
  return { de, en };
}

/** @param keyedHash signs the link that answers a query; null: whoever asks is told of none. */
async function trackedInvoice(tenant: TenantRecords, id: string, keyedHash: KeyedHash | null): Promise<TrackedInvoice> {
  const invoice = await tenant.invoices.get(id);
  const { state, stateSince, number } = invoice;
  const step = STATES[state].supplier;
  const report = state === 'rejected' ? await tenant.invoices.findReport(id) : null;
  const isPaid = state === 'paid' || state === 'paid_reduced';
  const payment = isPaid ? await tenant.handOvers.findPayment(id) : null;
  return {
    ...{ step, number, statusSince: stateSince },
    status: SUPPLIER_STEPS[step],
    paidOn: isPaid ? (payment?.paidOn ?? townDay(stateSince)) : null,
    reasons: [
      ...saidByFinance(payment),
      ...(await saidByStaff(tenant, invoice)),
      ...reasonsIn(report?.report.findings ?? []),
    ],
    query: state === 'query' && keyedHash ? await openQuery(tenant, id, keyedHash) : null,
    hasReport: report !== null,
  };
}

async function openQuery({ tenantId, queries }: TenantRecords, id: string, keyedHash: KeyedHash) {
  const query = await queries.latest(id);
  if (query === null) return null;
  const { question, askedAt } = query;
  return { question, askedAt, link: queryLink(keyedHash, { tenantId, queryId: query.id }) };
}

/** Why the finance system has paid less; people at the desk say it as they decide. */
const saidByFinance = (payment: ReportedPayment | null): readonly TrackedReason[] =>
  payment?.reason ? [{ de: payment.reason, en: payment.reason, line: null }] : [];

/** What people do to refuse an invoice or a part of it, by the state that it brings. */
const refusals: Readonly<Partial<Record<State, Action>>> = {
  rejected: 'reject',
  declined: 'decline',
  paid_reduced: 'markPaidReduced',
};

/** What people wrote when they rejected, declined or reduced it; the verdict needs nobody's words. */
async function saidByStaff(
  tenant: TenantRecords,
  { id, state, stateSince }: InvoiceRecord,
): Promise<readonly TrackedReason[]> {
  const refusing = refusals[state];
  if (refusing === undefined) return [];
  const decision = (await tenant.invoices.decisions(id)).findLast(
    ({ action, decidedAt }) => action === refusing && decidedAt.getTime() === stateSince.getTime(),
  );
  return decision?.reason ? [{ de: decision.reason, en: decision.reason, line: null }] : [];
}

/** What the fatal findings say, each sentence once and with its first line: fifty lines may have the same fault. */
function reasonsIn(findings: readonly Finding[]): readonly TrackedReason[] {
  const said = new Map<string, TrackedReason>();
  for (const finding of findings) {
    const [de, en] = [sentenceOf(finding, 'de'), sentenceOf(finding, 'en')];
    if (finding.severity !== 'fatal' || said.has(de)) continue;
    const line = finding.at?.line ?? null;
    said.set(de, { de: de.slice(0, longestReason), en: en.slice(0, longestReason), line });
    if (said.size === mostReasons) break;
  }
  return [...said.values()];
}
