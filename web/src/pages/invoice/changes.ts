import type { Text } from '../../words/text.js';

/** What of an invoice shows that somebody has been at it. */
interface Standing<Decision> {
  readonly version: number;
  readonly state: string;
  readonly stateLabel: Text;
  readonly departmentName: string | null;
  readonly claimedByName: string | null;
  readonly decisions: readonly Decision[];
}

interface Step<Value> {
  readonly from: Value;
  readonly to: Value;
}

/** What others have done to an invoice between two looks at it. */
export interface Changes<Decision> {
  readonly decisions: readonly Decision[];
  readonly state: Step<Text> | null;
  readonly department: Step<string | null> | null;
  readonly holder: Step<string | null> | null;
}

/** null: nothing that matters to a decision. One's own decisions are no news. */
export function changesBetween<Decision extends { readonly id: string; readonly personId: string }>(
  seen: Standing<Decision>,
  now: Standing<Decision>,
  personId: string | undefined,
): Changes<Decision> | null {
  const known = new Set(seen.decisions.map(({ id }) => id));
  const added = now.decisions.filter(({ id }) => !known.has(id));
  const decisions = added.filter((decision) => decision.personId !== personId);
  const changes: Changes<Decision> = {
    decisions,
    state: seen.state === now.state ? null : { from: seen.stateLabel, to: now.stateLabel },
    department: step(seen.departmentName, now.departmentName),
    holder: step(seen.claimedByName, now.claimedByName),
  };
  const onlyOwn = added.length > 0 && decisions.length === 0;
  const same = !changes.state && !changes.department && !changes.holder && seen.version === now.version;
  return onlyOwn || (same && decisions.length === 0) ? null : changes;
}

const step = (from: string | null, to: string | null): Step<string | null> | null =>
  from === to ? null : { from, to };
