import type { Acting } from '../domain/approval/facts.js';
import type { Action } from '../domain/approval/lifecycle.js';
import { amountToCode, entriesOf } from '../domain/coding/coding.js';
import { missingForOrder, type OrderNeed, type OrderPolicy } from '../domain/coding/order-needs.js';
import type { CaptureRecord } from './ports/capture-records.js';
import type { CodingRecord } from './ports/coding-records.js';
import type { DecisionRecord, InvoiceRecord, PaymentInstruction } from './ports/invoice-records.js';
import type { TenantRecords } from './ports/tenant-door.js';
import { settingIn } from './tenant-settings.js';

/** Whether a version of the payment instruction needs nobody's word any more. */
export const isTrusted = ({ needsSecond, confirmedAt }: PaymentInstruction): boolean =>
  !needsSecond || confirmedAt !== null;

/**
 * Everybody who has had a hand in payee and account since they were trusted last: who changes the amount of another's
 * changed account hands that account on. `versions` are those of the payment instruction, the newest first.
 */
export function changedBy(
  versions: readonly PaymentInstruction[],
  decisions: readonly DecisionRecord[],
): readonly Acting[] {
  const trusted = versions.findIndex(isTrusted);
  const pending = trusted < 0 ? versions : versions.slice(0, trusted);
  return pending.flatMap(({ setBy, setAt }) => {
    if (setBy === null) return [];
    return [actingThen(decisions, 'amendPayment', setBy, setAt)];
  });
}

/** Who has captured what waits to be confirmed. */
export const capturedBy = (
  { capturedBy: personId, capturedAt }: Pick<CaptureRecord, 'capturedBy' | 'capturedAt'>,
  decisions: readonly DecisionRecord[],
): Acting => actingThen(decisions, 'capture', personId, capturedAt);

/** For whom somebody acted then: the decision of that moment knows. */
function actingThen(decisions: readonly DecisionRecord[], deed: Action, personId: string, at: Date): Acting {
  const own = decisions.find(
    (one) => one.action === deed && one.personId === personId && one.decidedAt.getTime() === at.getTime(),
  );
  return { personId, onBehalfOfId: own?.onBehalfOf ?? null };
}

/** What a coding of this invoice must add up to; null where nothing says what is to be paid. */
export const toCode = (
  { kind, payableCents }: Pick<InvoiceRecord, 'kind' | 'payableCents'>,
  payment: Pick<PaymentInstruction, 'amountCents'> | null,
): bigint | null => {
  const payable = payment?.amountCents ?? payableCents;
  return payable === null ? null : amountToCode(payable, kind);
};

/** What a tenant asks of an order. */
export async function orderPolicyIn(tenant: TenantRecords): Promise<OrderPolicy> {
  const { requiredForOrder, closedYears, budgetCheck } = (await settingIn(tenant, 'coding')).value;
  return {
    complete: requiredForOrder,
    closedYears,
    budget: budgetCheck && {
      holdsOnNo: budgetCheck.onNo === 'hold',
      holdsOnUnknown: budgetCheck.onUnknown === 'hold',
    },
  };
}

/** What an order of this invoice still lacks. */
export async function orderNeedsOf(
  tenant: TenantRecords,
  invoice: InvoiceRecord,
  payment: PaymentInstruction | null,
): Promise<readonly OrderNeed[]> {
  const coding = await tenant.codings.find(invoice.id);
  const facts = {
    kind: invoice.kind,
    payment: payment && { ...payment, waitsForSecond: !isTrusted(payment) },
    coding,
    chart: coding === null ? [] : await namedEntries(tenant, coding),
    ...(await budgetAnswersOf(tenant, invoice.id, coding)),
    codedCents: toCode(invoice, payment),
  };
  return missingForOrder(facts, await orderPolicyIn(tenant));
}

/** Not the whole chart: an order looks at a few of its thousands of entries. */
const namedEntries = (tenant: TenantRecords, { fiscalYear, splits }: CodingRecord) =>
  tenant.charts.entriesNumbered(fiscalYear, [...new Set(splits.flatMap(entriesOf).map(({ number }) => number))]);

async function budgetAnswersOf(tenant: TenantRecords, invoiceId: string, coding: CodingRecord | null) {
  const found = coding && (await tenant.codings.findBudgetAnswer(invoiceId, coding.version));
  const before = coding && (await tenant.codings.findBudgetAnswerBefore(invoiceId, coding.version));
  return { budgetAnswer: found?.answer ?? null, budgetAnswerBefore: before?.answer ?? null };
}
