import { useEffect, useRef } from 'react';
import { kindOf } from '../../api/problem.js';
import { ProblemPanel } from '../../components/problem-panel.js';

interface SaveProblemProps {
  readonly error: unknown;
  /** What becomes of the entries when the present state is loaded. */
  readonly conflictSays: string;
  readonly onRenew: () => void;
}

/** Why entries were not saved; after a conflict the person chooses when to go on from the present state. */
export function SaveProblem({ error, conflictSays, onRenew }: SaveProblemProps) {
  const isConflict = kindOf(error) === 'conflict';
  const box = useRef<HTMLDivElement>(null);
  // It stands above the entries, and the button that was pressed below them.
  useEffect(() => box.current?.scrollIntoView({ block: 'center' }), [error]);
  return (
    <div ref={box}>
      <ProblemPanel error={error} onRetry={isConflict ? onRenew : undefined} />
      {isConflict && <p className="kern-body">{conflictSays}</p>}
    </div>
  );
}
