import type { DecisionFacts, Person, Proposal } from '../domain/approval/facts.js';
import { standingDecisions } from '../domain/approval/standing.js';
import { checkIban } from '../domain/invoice/iban.js';
import { isAccountInDoubt } from './account-doubt.js';
import { actingPerson } from './acting-person.js';
import { isSuspicionOpen } from './duplicate-doubt.js';
import { capturedBy, changedBy, isTrusted, orderNeedsOf } from './order-facts.js';
import type { InvoiceRecord, PaymentInstruction } from './ports/invoice-records.js';
import type { KeyedHash } from './ports/keyed-hash.js';
import type { TenantRecords } from './ports/tenant-door.js';

/**
 * Gathers what a decision may look at: the invoice's row, what has been decided, and where the money would go, also by
 * the account that is just being captured.
 */
export async function decisionFacts(
  tenant: TenantRecords,
  invoice: InvoiceRecord,
  keyedHash: KeyedHash,
  capturedIban: string | null = null,
): Promise<DecisionFacts> {
  const versions = await tenant.invoices.paymentInstructions(invoice.id);
  const payment = versions[0] ?? null;
  const capture = await tenant.captures.find(invoice.id);
  const decisions = await tenant.invoices.decisions(invoice.id);
  const standing = standingDecisions(decisions);
  const waits = payment !== null && !isTrusted(payment);
  // Every version counts: who is named on the document stays its payee, whatever somebody has made of it since.
  const accounts = [...versions.map(({ iban }) => iban), capture?.terms.iban, capturedIban];
  const ibans = [...new Set(accounts.flatMap((iban) => iban ?? []))];
  return {
    state: invoice.state,
    departmentId: invoice.departmentId,
    clarificationReason: invoice.clarificationReason,
    accountInDoubt:
      invoice.state === 'clarification' && (await isAccountInDoubt(tenant, invoice, payment?.iban ?? null)),
    suspicionOpen: invoice.state === 'clarification' && (await isSuspicionOpen(tenant, invoice)),
    capturedBy: capture === null ? null : capturedBy(capture, decisions),
    gross: amountAtStake(invoice, payment),
    euroRate: null,
    payeeAccountHashes: ibans.map((iban) => accountHash(keyedHash, tenant.tenantId, iban)),
    paymentChangedBy: waits ? changedBy(versions, decisions) : [],
    paymentReduced: (payment?.reducedBecause ?? null) !== null,
    // Nowhere else can an order be given.
    missingForOrder: invoice.state === 'confirmed' ? await orderNeedsOf(tenant, invoice, payment) : [],
    claimedBy: invoice.claimedBy,
    ...standing,
    exceptionBegunBy: await beginnersOf(tenant, standing.proposals),
  };
}

/** Their grants carry the exception that somebody else agrees to: they are not taken away before that is written. */
async function beginnersOf(tenant: TenantRecords, proposals: readonly Proposal[]): Promise<readonly Person[]> {
  const people: Person[] = [];
  for (const { action, by } of proposals) {
    const person =
      action === 'orderAsException' ? await actingPerson(tenant, by.personId, by.onBehalfOfId, 'held') : null;
    if (person !== null) people.push(person);
  }
  return people;
}

/**
 * What limits are measured with: BT-112, or what is to be paid where that is more (a rounding amount, BT-114, or a
 * negative prepayment, BT-113, can lift BT-115 far above it). null where the document states no total.
 */
function amountAtStake(
  { grossCents, currency }: InvoiceRecord,
  payment: PaymentInstruction | null,
): DecisionFacts['gross'] {
  if (grossCents === null || currency === null) return null;
  const payable = payment?.currency === currency ? payment.amountCents : grossCents;
  return { cents: absolute(payable) > absolute(grossCents) ? payable : grossCents, currency };
}

const absolute = (cents: bigint): bigint => (cents < 0n ? -cents : cents);

/** The keyed hash of an account within a tenant; blanks and case do not tell accounts apart. */
export function accountHash(keyedHash: KeyedHash, tenantId: string, iban: string): string {
  const checked = checkIban(iban);
  return keyedHash.hex(
    'personAccount',
    `${tenantId} ${checked.kind === 'valid' ? checked.iban : iban.replace(/\s/g, '').toUpperCase()}`,
  );
}
