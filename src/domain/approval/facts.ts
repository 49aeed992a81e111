import type { OrderNeed } from '../coding/order-needs.js';
import type { Absence, Deputyship } from './deputies.js';
import type { Amount } from './euro-amount.js';
import type { Action, State } from './lifecycle.js';
import type { Grant, MachinePart } from './roles.js';
import { DEFAULT_STEPS, type ValueStep } from './value-steps.js';

/** Who did something: the person, and for whom where it was done in Vertretung. For four eyes both count. */
export interface Acting {
  readonly personId: string;
  readonly onBehalfOfId: string | null;
}

export interface Person {
  readonly kind: 'person';
  readonly id: string;
  readonly grants: readonly Grant[];
  /** Keyed hashes of the person's own bank accounts; compared, never read. */
  readonly ownAccountHashes: readonly string[];
  /** The absent colleague for whom the person acts just now; null: in the person's own name. */
  readonly onBehalfOf: Principal | null;
}

export interface Principal {
  readonly id: string;
  readonly grants: readonly Grant[];
  readonly ownAccountHashes: readonly string[];
  /** Confirmed deputyships of the acting person for this one; none where somebody only claims to be the deputy. */
  readonly deputyships: readonly Deputyship[];
  readonly absences: readonly Absence[];
}

/** To whom an invoice is handed on: what must be known so that it does not lie there. */
export interface Colleague {
  readonly id: string;
  readonly grants: readonly Grant[];
  readonly ownAccountHashes: readonly string[];
  /** Last day of the absence that lasts today, YYYY-MM-DD; null: there. */
  readonly absentUntil: string | null;
}

export interface Machine {
  readonly kind: 'machine';
  /** Id of the API key, or the name of the part. */
  readonly id: string;
  readonly part: MachinePart;
}

export type Actor = Person | Machine;

/** What somebody wants to do. */
export interface DecisionRequest {
  readonly action: Action;
  readonly actor: Actor;
  /** Why, in the actor's words: stored beside the decision, and shown to the supplier where the action says so. */
  readonly reason?: string;
  /** Where to, for route and forward. */
  readonly departmentId?: string;
  /** The invoice that was there before, or that replaces this one. */
  readonly otherInvoiceId?: string;
  /** Whether terms read off the document come along, for capture. */
  readonly brings?: readonly 'capture'[];
  /** Who is to go on with it, for passOn. */
  readonly colleague?: Colleague;
}

export interface Confirmation {
  readonly kind: 'factual' | 'arithmetical';
  readonly by: Acting;
}

/** The first half of a step that takes two people. */
export interface Proposal {
  readonly action: Action;
  readonly by: Acting;
}

/** What is known of the invoice at the moment of the decision, and all of it that a decision may look at. */
export interface DecisionFacts {
  readonly state: State;
  readonly departmentId: string | null;
  /** Why it is in clarification; null elsewhere. */
  readonly clarificationReason: string | null;
  /** The seller was paid to other accounts so far, and two people have not released this one yet. */
  readonly accountInDoubt: boolean;
  /** It looks like another invoice that may be paid, and nobody has told the two apart. */
  readonly suspicionOpen: boolean;
  /** Whose capture waits to be confirmed or was; null: nothing has been captured. */
  readonly capturedBy: Acting | null;
  /** BT-112, or the amount to be paid where that is more; null where the document states no total. */
  readonly gross: Amount | null;
  /** Recorded rate, EUR per unit of the invoice's currency; null: none recorded, or not needed. */
  readonly euroRate: string | null;
  /** Keyed hashes of the accounts that the payment may go to or ever was to: every payment instruction, and the document. */
  readonly payeeAccountHashes: readonly string[];
  /** Everybody who has had a hand in a changed payee or account that no second person has confirmed; empty: nothing waits. */
  readonly paymentChangedBy: readonly Acting[];
  /** The town pays less than the invoice asks for, and has said why. */
  readonly paymentReduced: boolean;
  /** What an order still lacks, `missingForOrder`. */
  readonly missingForOrder: readonly OrderNeed[];
  /** Person id of who holds the claim. */
  readonly claimedBy: string | null;
  /** Only what still stands: nothing that a change has voided. */
  readonly confirmations: readonly Confirmation[];
  readonly orders: readonly Acting[];
  readonly proposals: readonly Proposal[];
  /** Who began the exception that waits, with what they may do today; nobody who has left. */
  readonly exceptionBegunBy: readonly Person[];
}

/** What a tenant may set. */
export interface ApprovalPolicy {
  readonly steps: readonly ValueStep[];
  /** Above this amount (EUR cents) declining takes two people; null: never. */
  readonly declineByTwoAboveCents: bigint | null;
  /** Whether the factual and the arithmetical confirmation must come from two people. */
  readonly twoConfirmers: boolean;
  /** Whether who has confirmed may order after all, with a reason and a second person: for towns too small for anything else. */
  readonly orderException: boolean;
}

export const DEFAULT_POLICY: ApprovalPolicy = {
  steps: DEFAULT_STEPS,
  declineByTwoAboveCents: null,
  twoConfirmers: false,
  orderException: false,
};
