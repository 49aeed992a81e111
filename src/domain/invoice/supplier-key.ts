import { foldedName } from './duplicate-key.js';

/** The keys of a document's seller, each written as kind and folded text. */
export interface SupplierKeys {
  /** What a known supplier is found by, the strongest first. */
  readonly identifying: readonly string[];
  /** What the supplier is found by from now on. */
  readonly all: readonly string[];
  /** Under whose name the document asks for money, whatever numbers it gives; null where it names no seller. */
  readonly name: string | null;
}

/**
 * The keys under which a seller is the same supplier: VAT id before tax number, and the name where the document has
 * neither, because two firms may share one. Never the account: a changed account must not make a new supplier. No keys
 * where the document names no seller.
 */
export function supplierKeys(seller: {
  readonly vatId: string | undefined;
  readonly taxNumber: string | undefined;
  readonly name: string | undefined;
}): SupplierKeys {
  const numbers = [...keyOf('vat', seller.vatId), ...keyOf('tax', seller.taxNumber)];
  const name = keyOf('name', seller.name);
  return { identifying: numbers.length > 0 ? numbers : name, all: [...numbers, ...name], name: name[0] ?? null };
}

const keyOf = (kind: 'vat' | 'tax' | 'name', text = ''): readonly string[] => {
  const folded = foldedName(text);
  return folded === '' ? [] : [`${kind}:${folded}`];
};
