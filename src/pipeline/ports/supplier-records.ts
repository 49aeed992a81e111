import type { SupplierKeys } from '../../domain/invoice/supplier-key.js';

/** An account that a supplier has used; `released` once people trust it. */
export interface SupplierAccount {
  readonly iban: string;
  readonly firstSeen: Date;
  readonly released: boolean;
}

export interface SupplierRecords {
  /**
   * The suppliers known under the identifying keys, the one of the strongest key first; if there is none, `id` is added.
   * The first is known under all keys from now on, but a key that identified somebody stays with them. All keys are
   * locked until the transaction ends.
   */
  findOrAdd(supplier: {
    id: string;
    keys: SupplierKeys;
    name: string;
    vatId: string | null;
    at: Date;
  }): Promise<readonly [string, ...string[]]>;
  /** The suppliers known under the identifying keys; adds nobody and locks nothing. */
  known(keys: SupplierKeys): Promise<readonly string[]>;
  accounts(supplierId: string): Promise<readonly SupplierAccount[]>;
  noteAccount(supplierId: string, iban: string, at: Date, released: boolean): Promise<void>;
  /** The released accounts of whoever has come under this name. */
  accountsOfName(nameKey: string): Promise<readonly SupplierAccount[]>;
  /** Notes a released account of a name. */
  noteAccountOfName(nameKey: string, iban: string, at: Date): Promise<void>;
}
