import { kindOf, ProblemError, type ProblemKind } from '../api/problem.js';
import { useWords } from '../words/words.js';
import { Button } from './button.js';
import { componentWords } from './component.words.js';
import { Notice, type NoticeKind } from './notice.js';

type WordKey = keyof typeof componentWords;

interface Row {
  readonly box: NoticeKind;
  readonly title: WordKey;
  /** Said where the server has given no sentence of its own. */
  readonly text?: WordKey;
  /** What the button says that asks once more. */
  readonly again?: WordKey;
}

const rows: Readonly<Record<ProblemKind, Row>> = {
  away: { box: 'warning', title: 'awayTitle', text: 'away', again: 'retry' },
  sessionEnded: { box: 'warning', title: 'sessionEndedTitle', text: 'sessionEnded' },
  noRight: { box: 'info', title: 'noRightTitle', text: 'noRight' },
  missing: { box: 'info', title: 'missingTitle', text: 'missing' },
  conflict: { box: 'warning', title: 'conflictTitle', text: 'conflict', again: 'reload' },
  refused: { box: 'danger', title: 'refusedTitle' },
  failed: { box: 'danger', title: 'failedTitle', text: 'failed', again: 'retry' },
};

interface ProblemPanelProps {
  readonly error: unknown;
  /** Asks once more, or loads the present state after a conflict. */
  readonly onRetry?: () => void;
}

/** What went wrong, in words, with what to do now: the one place that shows errors of the API. */
export function ProblemPanel({ error, onRetry }: ProblemPanelProps) {
  const say = useWords(componentWords);
  const { box, title, text, again } = rows[kindOf(error)];
  // The server's general sentence says no more than the title.
  const detail = error instanceof ProblemError && error.code !== 'notFound' ? error.detail : '';
  // These sentences say themselves what to do now.
  const isWhole = ['failed', 'conflict'].includes(kindOf(error));
  return (
    <Notice kind={box} title={say(title)} urgent>
      <p className="kern-body">{detail !== '' ? detail : text && say(text)}</p>
      {detail !== '' && text && !isWhole && <p className="kern-body">{say(text)}</p>}
      {again && onRetry && (
        <Button icon="renew" onClick={onRetry}>
          {say(again)}
        </Button>
      )}
    </Notice>
  );
}
