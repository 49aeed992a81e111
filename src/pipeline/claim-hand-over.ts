import { z } from 'zod';
import { decide } from '../domain/approval/decide.js';
import type { Machine } from '../domain/approval/facts.js';
import { signaturesAmong } from '../domain/approval/standing.js';
import { decimalOfCents } from '../domain/invoice/money.js';
import { changeState } from './change-state.js';
import { decisionFacts } from './decision-facts.js';
import { handOverLeaseMs } from './limits.js';
import { once } from './once.js';
import { done, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { CodingRecord } from './ports/coding-records.js';
import type { Ids } from './ports/ids.js';
import type { InvoiceRecord } from './ports/invoice-records.js';
import type { KeyedHash } from './ports/keyed-hash.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import { townDay } from './town-day.js';

/** What a finance system gets for each claimed invoice: frozen, so that what is paid is what was ordered. */
export const paymentRecord = z.object({
  invoiceId: z.string(),
  version: z.number(),
  kind: z.string().nullable(),
  number: z.string().nullable(),
  issueDate: z.string().nullable(),
  sellerName: z.string().nullable(),
  departmentCode: z.string().nullable(),
  orderReference: z.string().nullable(),
  grossAmount: z.string().nullable(),
  payment: z
    .object({
      version: z.number(),
      amount: z.string(),
      currency: z.string(),
      payee: z.string(),
      iban: z.string().nullable(),
      bic: z.string().nullable(),
      dueDate: z.string().nullable(),
      purpose: z.string().nullable().default(null).describe('What the payee reads on the statement'),
      means: z.string().default('transfer').describe('transfer, directDebit (the seller fetches it) or other'),
      reducedBecause: z.string().nullable().default(null).describe('Why less is paid than the invoice asks for'),
    })
    .nullable(),
  coding: z
    .object({
      version: z.number(),
      fiscalYear: z.number(),
      total: z.string().describe('Negative on a credit note'),
      splits: z.array(
        z.object({
          account: z.string(),
          product: z.string(),
          costCentre: z.string().nullable(),
          amount: z.string(),
          note: z.string().nullable(),
        }),
      ),
    })
    .nullable()
    .default(null)
    .describe('null: the finance system codes'),
  decisions: z.array(
    z.object({ action: z.string(), personId: z.string(), onBehalfOf: z.string().nullable(), decidedAt: z.string() }),
  ),
});
export type PaymentRecord = z.infer<typeof paymentRecord>;

/** A claimed batch as it is answered, and answered again to the same Idempotency-Key. */
export const claimedBatch = z.object({
  handOverId: z.string(),
  claimedAt: z.string(),
  leaseUntil: z.string(),
  records: z.array(paymentRecord),
});
export type ClaimedBatch = z.infer<typeof claimedBatch>;

export interface WantedClaim {
  readonly tenantId: string;
  readonly apiKeyId: string;
  readonly idempotencyKey: string;
  /** 1 to 500. */
  readonly limit: number;
}

/** Leases the oldest approved records to a finance system; what another claim holds just now is skipped. */
export class ClaimHandOver {
  constructor(
    private readonly door: TenantDoor,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly keyedHash: KeyedHash,
  ) {}

  claim(wanted: WantedClaim): Promise<Outcome<ClaimedBatch>> {
    const at = this.clock.now();
    const call = {
      caller: `apiKey:${wanted.apiKeyId}`,
      key: wanted.idempotencyKey,
      content: ['claimHandOver', String(wanted.limit)],
    };
    return this.door.inTenant(wanted.tenantId, (tenant) =>
      once(
        tenant,
        call,
        at,
        (stored) => claimedBatch.parse(stored),
        () => this.write(tenant, wanted, at),
      ),
    );
  }

  private async write(tenant: TenantRecords, wanted: WantedClaim, at: Date): Promise<Outcome<ClaimedBatch>> {
    const ids = await tenant.handOvers.lockApproved(wanted.limit);
    const handOverId = this.ids.next();
    const leaseUntil = new Date(at.getTime() + handOverLeaseMs);
    const answer = { handOverId, claimedAt: at.toISOString(), leaseUntil: leaseUntil.toISOString() };
    if (ids.length === 0) return done({ ...answer, records: [] });
    await tenant.handOvers.add({ id: handOverId, apiKeyId: wanted.apiKeyId, claimedAt: at, leaseUntil });
    const records: PaymentRecord[] = [];
    for (const id of ids) records.push(await this.claimOne(tenant, id, handOverId, wanted.apiKeyId, at));
    return done({ ...answer, records });
  }

  private async claimOne(
    tenant: TenantRecords,
    invoiceId: string,
    handOverId: string,
    apiKeyId: string,
    at: Date,
  ): Promise<PaymentRecord> {
    const invoice = await tenant.invoices.get(invoiceId);
    const actor: Machine = { kind: 'machine', id: apiKeyId, part: 'financeSystem' };
    const decision = decide(
      { action: 'claimForPayment', actor },
      await decisionFacts(tenant, invoice, this.keyedHash),
      townDay(at),
    );
    if (decision.kind === 'refused')
      throw new Error(`the finance system may not claim ${invoiceId}: ${decision.refusal.code}`);
    const record = await recordOf(tenant, invoice);
    await tenant.handOvers.addItem(handOverId, invoiceId, record);
    const step = { action: 'claimForPayment', allowed: decision, actor: { kind: 'apiKey', id: apiKeyId }, at } as const;
    await changeState(tenant, invoice, {
      ...step,
      facts: { handOver: handOverId, paymentVersion: record.payment?.version ?? 0 },
    });
    return record;
  }
}

async function recordOf(tenant: TenantRecords, invoice: InvoiceRecord): Promise<PaymentRecord> {
  const payment = await tenant.invoices.findPaymentInstruction(invoice.id);
  const signatures = signaturesAmong(await tenant.invoices.decisions(invoice.id));
  const coding = await tenant.codings.find(invoice.id);
  const department = (await tenant.town.departments()).find((one) => one.id === invoice.departmentId);
  return {
    invoiceId: invoice.id,
    version: invoice.version,
    kind: invoice.kind,
    number: invoice.number,
    issueDate: invoice.issueDate,
    sellerName: invoice.sellerName,
    departmentCode: department?.code ?? null,
    orderReference: invoice.orderReference,
    grossAmount: invoice.grossCents === null ? null : decimalOfCents(invoice.grossCents),
    payment: payment && {
      version: payment.version,
      amount: decimalOfCents(payment.amountCents),
      currency: payment.currency,
      payee: payment.payee,
      iban: payment.iban,
      bic: payment.bic,
      dueDate: payment.dueDate,
      purpose: payment.purpose,
      means: payment.means,
      reducedBecause: payment.reducedBecause,
    },
    coding: coding && codingOf(coding),
    decisions: signatures.map(({ action, personId, onBehalfOf, decidedAt }) => ({
      action,
      personId,
      onBehalfOf,
      decidedAt: decidedAt.toISOString(),
    })),
  };
}

const codingOf = ({ version, fiscalYear, totalCents, splits }: CodingRecord): NonNullable<PaymentRecord['coding']> => ({
  ...{ version, fiscalYear, total: decimalOfCents(totalCents) },
  splits: splits.map(({ cents, ...split }) => ({ ...split, amount: decimalOfCents(cents) })),
});
