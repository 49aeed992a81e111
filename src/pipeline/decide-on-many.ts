import type { Decided, DecideOnInvoice } from './decide-on-invoice.js';
import { refused, type Outcome } from './outcome.js';
import { ConcurrentChange } from './ports/tenant-door.js';
import { sha256 } from './sha256.js';
import type { WantedDecision } from './wanted-decision.js';

/** What people do with several invoices at once: deeds that need no look at each one's own particulars. */
export const bulkActions = ['claim', 'passOn', 'forward', 'confirmFactual', 'confirmArithmetical', 'order'] as const;
export type BulkAction = (typeof bulkActions)[number];

/** Invoices in one call: what a person can look through before they sign. */
export const mostAtOnce = 50;

/** One deed on several invoices, each in the version that the person has seen. */
export interface WantedDecisions extends Pick<
  WantedDecision,
  'tenantId' | 'personId' | 'onBehalfOf' | 'reason' | 'departmentId' | 'colleagueId' | 'idempotencyKey' | 'factorAt'
> {
  readonly action: BulkAction;
  readonly invoices: readonly { readonly id: string; readonly seenVersion: number }[];
}

/** What became of one of them. */
export interface OneOfMany {
  readonly invoiceId: string;
  readonly outcome: Outcome<Decided>;
}

/**
 * The same deed on each invoice in turn: every guard looks at every one, each has its own transaction and its own key
 * (derived, so that a repeat finds what has been done), and what one is refused holds up no other.
 */
export class DecideOnMany {
  constructor(private readonly decisions: DecideOnInvoice) {}

  async decide({ invoices, idempotencyKey, ...wanted }: WantedDecisions): Promise<readonly OneOfMany[]> {
    const done: OneOfMany[] = [];
    for (const { id: invoiceId, seenVersion } of invoices) {
      const key = sha256(`${idempotencyKey} ${invoiceId}`);
      const one = { ...wanted, invoiceId, seenVersion, idempotencyKey: key };
      done.push({ invoiceId, outcome: await this.decideOne(one) });
    }
    return done;
  }

  private async decideOne(wanted: WantedDecision): Promise<Outcome<Decided>> {
    try {
      return await this.decisions.decide(wanted);
    } catch (error) {
      if (error instanceof ConcurrentChange) return refused('concurrentChange');
      throw error;
    }
  }
}
