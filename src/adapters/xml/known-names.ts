import { malformed } from './gate-refusal.js';

/** A local name, one string for all its occurrences, for a document repeats few names often. */
export interface KnownName {
  readonly name: string;
  readonly isInvoiceLine: boolean;
}

/** Elements of which an invoice may have no more than the limit: lines of both syntaxes and sub lines. */
const LINE_NAMES: ReadonlySet<string> = new Set([
  'InvoiceLine',
  'CreditNoteLine',
  'SubInvoiceLine',
  'SubCreditNoteLine',
  'IncludedSupplyChainTradeLineItem',
]);

export function isInvoiceLineName(local: string): boolean {
  return LINE_NAMES.has(local);
}

/** What XML 1.0, 2.3 allows in a name but not at its beginning. */
const NO_START = /^(?:[-.0-9\u00b7\u203f\u2040]|[\u0300-\u036f])/;

/** An invoice has some 200 different names. */
const MAX_KNOWN = 1000;

/** The local names of one document. */
export class KnownNames {
  private readonly known = new Map<string, KnownName>();

  /**
   * @param offset of the tag, for the place of a refusal.
   * @throws GateRefusal on a local name that begins as no name may: saxes looks only at the first character of the
   * whole name, but the part behind the colon is a name of its own (Namespaces in XML 1.0, production 4).
   */
  of(local: string, offset: number): KnownName {
    return this.known.get(local) ?? this.learn(local, offset);
  }

  private learn(local: string, offset: number): KnownName {
    if (NO_START.test(local)) malformed('a name that begins with a digit or a sign', offset);
    const name = { name: local, isInvoiceLine: isInvoiceLineName(local) };
    if (this.known.size < MAX_KNOWN) this.known.set(local, name);
    return name;
  }
}
