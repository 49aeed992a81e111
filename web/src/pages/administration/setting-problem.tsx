import { kindOf } from '../../api/problem.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { useWords } from '../../words/words.js';
import { settingWords } from './settings.words.js';

interface SettingProblemProps {
  readonly error: unknown;
  readonly onReload: () => void;
}

/** Why a setting was not saved; after a conflict the person chooses when their entries give way. */
export function SettingProblem({ error, onReload }: SettingProblemProps) {
  const say = useWords(settingWords);
  return (
    <>
      <ProblemPanel error={error} onRetry={onReload} />
      {kindOf(error) === 'conflict' && <p className="kern-body">{say('conflict')}</p>}
    </>
  );
}
