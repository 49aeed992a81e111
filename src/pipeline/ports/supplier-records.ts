/** An account that a supplier has used; `released` once people trust it. */
export interface SupplierAccount {
  readonly iban: string;
  readonly firstSeen: Date;
  readonly released: boolean;
}

export interface SupplierRecords {
  /** The supplier under this key, added if new; the row is locked until the transaction ends. */
  findOrAdd(supplier: { id: string; matchKey: string; name: string; vatId: string | null; at: Date }): Promise<string>;
  accounts(supplierId: string): Promise<readonly SupplierAccount[]>;
  noteAccount(supplierId: string, iban: string, at: Date, released: boolean): Promise<void>;
}
