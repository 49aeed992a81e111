import type { Fields } from './model-row.js';
import { invoiceFields } from './model.table.js';

interface Label {
  readonly de: string;
  readonly en: string;
}

const labels: ReadonlyMap<string, Label> = new Map(labelsIn(invoiceFields));

/** What people call a business term or group: 'BT-1' is "Rechnungsnummer"; null for an id that the model does not have. */
export const labelOfTerm = (id: string): Label | null => labels.get(id) ?? null;

function* labelsIn(fields: Fields): Generator<readonly [string, Label]> {
  for (const row of Object.values(fields)) {
    if (row.kind !== 'self' && row.id !== '') yield [row.id, { de: row.de, en: row.en }];
    if (row.kind === 'group') yield* labelsIn(row.fields);
  }
}
