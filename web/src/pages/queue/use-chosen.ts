import { useCallback, useMemo, useState } from 'react';
import type { InvoiceLine } from '../invoice/invoice-queries.js';

export type BulkAction = 'claim' | 'confirmFactual' | 'confirmArithmetical' | 'order' | 'forward' | 'passOn';

/** As many as the API takes in one call. */
export const MOST_AT_ONCE = 50;

interface Choice {
  /** Which queue and filters they were chosen in. */
  readonly list: string;
  readonly ids: readonly string[];
}

const nothing: Choice = { list: '', ids: [] };

/** Which invoices of the list are chosen for one deed together: of this list only, and only what it still shows. */
export function useChosen(list: string, items: readonly InvoiceLine[]) {
  const [choice, setChoice] = useState(nothing);
  const chosen = useMemo(() => new Set(shownOf(choice, list, items)), [choice, list, items]);
  const choose = useCallback(
    ({ id }: InvoiceLine) =>
      setChoice((before) => {
        const ids = shownOf(before, list, items);
        if (ids.includes(id)) return { list, ids: ids.filter((one) => one !== id) };
        return { list, ids: ids.length < MOST_AT_ONCE ? [...ids, id] : ids };
      }),
    [list, items],
  );
  const clear = useCallback(() => setChoice(nothing), []);
  return { chosen, choose, clear };
}

function shownOf(choice: Choice, list: string, items: readonly InvoiceLine[]): readonly string[] {
  if (choice.list !== list) return [];
  const shown = new Set(items.map(({ id }) => id));
  return choice.ids.filter((id) => shown.has(id));
}
