import { useCallback, useState } from 'react';
import type { InvoiceLine } from '../invoice/invoice-queries.js';

export type BulkAction = 'claim' | 'confirmFactual' | 'confirmArithmetical' | 'order' | 'forward';

/** As many as the API takes in one call. */
export const MOST_AT_ONCE = 50;

/** Which invoices of the list are chosen for one deed together. */
export function useChosen() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = useCallback(
    ({ id }: InvoiceLine) =>
      setChosen((before) => {
        if (before.has(id)) return new Set([...before].filter((one) => one !== id));
        return before.size < MOST_AT_ONCE ? new Set([...before, id]) : before;
      }),
    [],
  );
  const clear = useCallback(() => setChosen(new Set()), []);
  return { chosen, choose, clear };
}
