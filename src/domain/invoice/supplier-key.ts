import { foldedName } from './duplicate-key.js';

/**
 * The key under which a seller is the same supplier: VAT id, else tax number, else name. Never the account: a changed
 * account must not make a new supplier. undefined where the document names no seller.
 */
export function supplierKey(seller: {
  readonly vatId: string | undefined;
  readonly taxNumber: string | undefined;
  readonly name: string | undefined;
}): string | undefined {
  const candidates = [
    ['vat', seller.vatId],
    ['tax', seller.taxNumber],
    ['name', seller.name],
  ] as const;
  const found = candidates.find(([, text]) => foldedName(text ?? '') !== '');
  return found && `${found[0]}:${foldedName(found[1] ?? '')}`;
}
