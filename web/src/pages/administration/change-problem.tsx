import { ProblemError } from '../../api/problem.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { useWords } from '../../words/words.js';
import { administrationWords } from './administration.words.js';

/** Whether somebody else has changed the same meanwhile: what is on the screen rests on what no longer holds. */
export const isStale = (error: unknown): boolean => error instanceof ProblemError && error.code === 'changedMeanwhile';

interface ChangeProblemProps {
  readonly error: unknown;
  /** Goes to the present state; the entries are given up. */
  readonly onReload: () => void;
}

/** Why a change was not made; after somebody else's change the person chooses when their entries give way. */
export function ChangeProblem({ error, onReload }: ChangeProblemProps) {
  const say = useWords(administrationWords);
  if (!isStale(error)) return <ProblemPanel error={error} />;
  return (
    <>
      <ProblemPanel error={error} onRetry={onReload} />
      <p className="kern-body">{say('conflict')}</p>
    </>
  );
}
