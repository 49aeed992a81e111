import { checkLeitwegId } from '../administration/leitweg-check.js';
import { isObject, type Json } from '../invoice/term-values.js';

/** A condition by which the next invoice of the kind could be known. */
export interface Proposal {
  readonly field: string;
  readonly operator: 'is' | 'startsWith' | 'contains';
  readonly value: string;
}

/** What it takes of an invoice. */
interface Known {
  readonly orderReference: string | null;
  readonly buyerReference: string | null;
  readonly sellerName: string | null;
  readonly delivery: { readonly channelKind: string; readonly sender: string | null } | null;
}

/** "TB-2026/117" begins with "TB-": letters and a separator before the running number. */
const PREFIX = /^([A-Za-z]{2,10}[-/_. ]?)\d/;

/** Conditions that hold for this very invoice, the one that is least likely to catch others first. */
export function proposalsFor(invoice: Known, model: Json): readonly Proposal[] {
  const { orderReference, buyerReference, delivery, sellerName } = invoice;
  const seller = part(model, 'seller');
  const prefix = PREFIX.exec(orderReference ?? '')?.[1];
  const buyer = part(model, 'buyer');
  const found: readonly (Proposal | null)[] = [
    proposal('sellerVatId', 'is', textOf(seller['vatId'])),
    proposal('sellerTaxNumber', 'is', textOf(seller['taxNumber'])),
    proposal('orderReference', 'startsWith', prefix ?? null),
    proposal('orderReference', 'is', orderReference),
    proposal('mailFrom', 'is', delivery?.channelKind === 'mail' ? delivery.sender : null),
    proposal('sellerMail', 'is', textOf(part(seller, 'contact')['email'])),
    proposal('costCentre', 'is', textOf(model['accountingReference'])),
    proposal('contactName', 'is', textOf(part(buyer, 'contact')['name'])),
    // A Leitweg-ID of the house stands on everything that comes: too broad to be remembered here.
    proposal('buyerReference', 'is', checkLeitwegId(buyerReference ?? '').kind === 'right' ? null : buyerReference),
    proposal('sellerName', 'is', sellerName),
  ];
  return found.filter((one) => one !== null);
}

const proposal = (field: string, operator: Proposal['operator'], value: string | null): Proposal | null =>
  value === null || value.trim() === '' ? null : { field, operator, value: value.trim() };

function part(value: Json, name: string): Json {
  const inner = value[name];
  return isObject(inner) ? inner : {};
}

/** A term's text; identifiers hold theirs in `value`. */
function textOf(term: unknown): string | null {
  if (typeof term === 'string') return term;
  return isObject(term) && typeof term['value'] === 'string' ? term['value'] : null;
}
