import { ProblemError } from '../../api/problem.js';
import { Notice, type NoticeKind } from '../../components/notice.js';
import { useWords } from '../../words/words.js';
import { submitWords } from './submit.words.js';

type WordKey = keyof typeof submitWords;

interface Row {
  readonly box: NoticeKind;
  readonly title: WordKey;
  /** Instead of the server's own sentence, or where it has none. */
  readonly text?: WordKey;
}

/** By code, else by status. The counter's visitors have no rights and no account: they read other words than staff. */
const rows: Readonly<Record<string, Row>> = {
  addressQuotaUsed: { box: 'warning', title: 'quota' },
  addressBytesUsed: { box: 'warning', title: 'quota' },
  counterQuotaUsed: { box: 'warning', title: 'quota' },
  tooManyRequests: { box: 'warning', title: 'tooOften' },
  busy: { box: 'warning', title: 'busy' },
  checksBusy: { box: 'warning', title: 'busy' },
  away: { box: 'warning', title: 'away', text: 'awayWhy' },
};

function rowOf(error: unknown): Row {
  const failed: Row = { box: 'danger', title: 'failed', text: 'failedWhy' };
  if (!(error instanceof ProblemError)) return failed;
  if (error.status === 502 || error.status === 504) return rows['away'] ?? failed;
  return rows[error.code] ?? (error.status < 500 ? { box: 'danger', title: 'refused', text: 'failedWhy' } : failed);
}

interface CounterProblemProps {
  readonly error: unknown;
  /** The files of a list stay in it. */
  readonly keepsFiles?: boolean;
}

/** What went wrong at the counter, and what a supplier can do now. */
export function CounterProblem({ error, keepsFiles = false }: CounterProblemProps) {
  const say = useWords(submitWords);
  const { box, title, text } = rowOf(error);
  const isAway = error instanceof ProblemError && error.status === 0;
  const detail = error instanceof ProblemError ? error.detail : '';
  return (
    <Notice kind={box} title={say(title)} urgent>
      <p className="kern-body">{detail !== '' ? detail : text && say(text)}</p>
      {isAway && <p className="kern-body">{say('unreadable')}</p>}
      {keepsFiles && <p className="kern-body">{say('kept')}</p>}
    </Notice>
  );
}
