import type { Invoice } from './invoice-queries.js';

type Decision = Invoice['decisions'][number];

interface Step<Value> {
  readonly from: Value;
  readonly to: Value;
}

/** What others have done to an invoice between two looks at it. */
export interface Changes {
  readonly decisions: readonly Decision[];
  readonly state: Step<Invoice['stateLabel']> | null;
  readonly department: Step<string | null> | null;
  readonly holder: Step<string | null> | null;
}

/** null: nothing that matters to a decision. One's own decisions are no news. */
export function changesBetween(seen: Invoice, now: Invoice, personId: string | undefined): Changes | null {
  const known = new Set(seen.decisions.map(({ id }) => id));
  const step = <Value>(from: Value, to: Value): Step<Value> | null => (from === to ? null : { from, to });
  const added = now.decisions.filter(({ id }) => !known.has(id));
  const decisions = added.filter((decision) => decision.personId !== personId);
  const changes: Changes = {
    decisions,
    state: seen.state === now.state ? null : { from: seen.stateLabel, to: now.stateLabel },
    department: step(seen.departmentName, now.departmentName),
    holder: step(seen.claimedByName, now.claimedByName),
  };
  const onlyOwn = added.length > 0 && decisions.length === 0;
  const nothing = !changes.state && !changes.department && !changes.holder && seen.version === now.version;
  return onlyOwn || (nothing && decisions.length === 0) ? null : changes;
}
