import type { Invoice } from '../../domain/invoice/invoice.js';
import type { RoutingRule } from '../../domain/routing/routing-rule.js';
import type { VersionedRule } from '../../domain/routing/rule-set.js';

/** One version of a tenant's set of rules: all of them as they stood then. */
export interface RuleSetVersion {
  readonly version: number;
  readonly setBy: string;
  readonly setAt: Date;
  readonly rules: readonly VersionedRule[];
}

/** The last one of those that were handed out. */
export interface RoutedPlace {
  readonly id: string;
  readonly receivedAt: Date;
}

/** An invoice on whose way rules have a say, with what they look at. */
export interface RoutedSample extends RoutedPlace {
  readonly number: string | null;
  readonly sellerName: string | null;
  readonly departmentId: string | null;
  readonly model: Invoice;
  readonly fileName: string;
  readonly channelKind: string;
  readonly sender: string | null;
  readonly mailTo: string | null;
  readonly mailSubject: string | null;
}

/** Routing rules. Every change of their set is a version of it, and every version is kept. */
export interface RoutingRecords {
  /** The rules in force, in their order. */
  rules(): Promise<readonly RoutingRule[]>;
  /** How often the set has been changed; 0: it has never had a rule. */
  version(): Promise<number>;
  /** The same; lets changes of the set follow one another until the transaction ends. */
  lockVersion(): Promise<number>;
  /** Puts these rules in force, in their order, and keeps them as the next version. What is not among them is retired. */
  set(next: RuleSetVersion): Promise<void>;
  /** Versions before this one, the latest first; null: from the latest on. */
  versions(before: number | null, limit: number): Promise<readonly RuleSetVersion[]>;
  /** The latest invoices that have been routed or wait for it, before this place; without their lines unless they are asked for. */
  latest(before: RoutedPlace | null, limit: number, withLines: boolean): Promise<readonly RoutedSample[]>;
}
