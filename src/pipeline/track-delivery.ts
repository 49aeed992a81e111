import { createHash } from 'node:crypto';
import { STATES, type Wording } from '../domain/approval/lifecycle.js';
import type { Finding } from '../domain/validation/finding.js';
import { sentenceOf } from '../domain/validation/sentences.js';
import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { InvoiceRecord } from './ports/invoice-records.js';
import type { Lookup } from './ports/lookup.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';

/** What a supplier sees behind the tracking link: no names of people, no department, nothing of other deliveries. */
export interface Tracked {
  readonly number: string;
  readonly receivedAt: Date;
  readonly parts: readonly TrackedPart[];
}

export interface TrackedPart {
  readonly position: number;
  readonly fileName: string;
  readonly sha256: string;
  readonly status: Wording;
  /** Why it was rejected or declined; empty in every other state. Of a decline it is what staff wrote, in their language. */
  readonly reasons: readonly Wording[];
  readonly statusSince: Date;
  readonly invoiceNumber: string | null;
}

/** Reasons that a supplier is told of one invoice, and the UTF-16 units that each may have: findings quote the file. */
const mostReasons = 20;
const longestReason = 2000;

export class TrackDelivery {
  constructor(
    private readonly lookup: Lookup,
    private readonly door: TenantDoor,
    private readonly clock: Clock,
  ) {}

  async track(token: string): Promise<Outcome<Tracked>> {
    const found = await this.lookup.tracking(createHash('sha256').update(token).digest('hex'));
    if (!found || found.expiresAt <= this.clock.now()) return refused('notFound');
    return this.door.inTenant(found.tenantId, async (tenant) => {
      const delivery = await tenant.deliveries.find(found.deliveryId);
      if (!delivery) return refused('notFound');
      const parts: TrackedPart[] = [];
      for (const { position, fileName, sha256, invoiceId } of delivery.parts) {
        const invoice = invoiceId === null ? null : await tenant.invoices.find(invoiceId);
        if (!invoice || sha256 === null) continue;
        const { supplier } = STATES[invoice.state];
        parts.push({
          position,
          fileName,
          sha256,
          status: supplier,
          reasons: await reasonsOf(tenant, invoice),
          statusSince: invoice.stateSince,
          invoiceNumber: invoice.number,
        });
      }
      return done({ number: delivery.number, receivedAt: delivery.receivedAt, parts });
    });
  }
}

async function reasonsOf(tenant: TenantRecords, { id, state }: InvoiceRecord): Promise<readonly Wording[]> {
  if (state === 'rejected') return sentencesOf((await tenant.invoices.findReport(id))?.report.findings ?? []);
  if (state !== 'declined') return [];
  const decline = (await tenant.invoices.decisions(id)).findLast(
    ({ action, progress, voidedAt }) => action === 'decline' && progress === 'complete' && voidedAt === null,
  );
  return decline?.reason ? [{ de: decline.reason, en: decline.reason }] : [];
}

/** What the fatal findings say, each sentence once: fifty lines may have the same fault. */
function sentencesOf(findings: readonly Finding[]): readonly Wording[] {
  const said = new Map<string, Wording>();
  for (const finding of findings) {
    if (finding.severity !== 'fatal') continue;
    const [de, en] = [sentenceOf(finding, 'de'), sentenceOf(finding, 'en')];
    said.set(de, { de: de.slice(0, longestReason), en: en.slice(0, longestReason) });
    if (said.size === mostReasons) break;
  }
  return [...said.values()];
}
