import type { InvoiceTraits, Piece } from './piece.js';

/** One invoice in several forms. */
export interface TwinGroup {
  /** The one that the invoice is read from: the pure XML, if there is one. */
  readonly primary: number;
  readonly twins: readonly number[];
}

/**
 * Puts together what is the same invoice in another form: the same data, as XML and in a PDF; or the same seller, number,
 * date, amount, type and account in another syntax. Two files of one form with different bytes are two invoices, which a
 * person compares later; so are two that name different accounts.
 */
export function twinGroups(pieces: readonly Piece[], candidates: readonly number[]): readonly TwinGroup[] {
  const groups: number[][] = [];
  for (const at of candidates) {
    const traits = pieces[at]?.invoice;
    if (!traits) continue;
    const group = groups.find((members) => members.every((member) => areTwins(pieces[member]?.invoice, traits)));
    if (group) group.push(at);
    else groups.push([at]);
  }
  return groups.map((members) => {
    const primary = members.find((at) => pieces[at]?.invoice?.form !== 'pdf') ?? members[0] ?? 0;
    return { primary, twins: members.filter((at) => at !== primary) };
  });
}

function areTwins(one: InvoiceTraits | null | undefined, other: InvoiceTraits): boolean {
  if (!one) return false;
  if (one.dataSha256 === other.dataSha256) return true;
  return (
    one.form !== other.form &&
    one.duplicateKey !== null &&
    one.duplicateKey === other.duplicateKey &&
    one.typeCode === other.typeCode &&
    one.iban === other.iban
  );
}
