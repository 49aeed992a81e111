import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState, useSearch } from '@tanstack/react-router';
import { countsQuery } from '../api/counts.js';
import { useSession } from '../api/session.js';
import { useWords } from '../words/words.js';
import { frameWords } from './frame.words.js';

const queues = ['mine', 'department', 'toConfirm', 'toOrder', 'all'] as const;

/** Whose work waits in a queue; who only reads is told of none. */
const workersOf: Readonly<Partial<Record<string, readonly string[]>>> = {
  mine: ['coding', 'factualConfirmer', 'arithmeticalConfirmer'],
  department: ['coding', 'factualConfirmer', 'arithmeticalConfirmer', 'orderer'],
  toConfirm: ['factualConfirmer', 'arithmeticalConfirmer'],
  toOrder: ['orderer'],
  clearing: ['intake', 'bookkeeper', 'coding', 'factualConfirmer'],
};

/** Nobody else ever finds anything in these. */
const onlyForWorkers: readonly string[] = ['toConfirm', 'toOrder'];

/** The queues with how much waits in each, and administration. */
export function DeskNavigation({ slug }: { readonly slug: string }) {
  const say = useWords(frameWords);
  const counts = useQuery(countsQuery).data;
  const { queue: open = 'mine' } = useSearch({ strict: false });
  const grants = useSession()?.grants ?? [];
  const works = (queue: string) => grants.some(({ role }) => workersOf[queue]?.includes(role));
  const shown = queues.filter((queue) => !onlyForWorkers.includes(queue) || works(queue));
  const atQueue = useRouterState({ select: ({ location }) => /\/desk\/?$/.test(location.pathname) });
  return (
    <nav className="desk-navigation" aria-label={say('desk')}>
      <ul className="plain-list">
        {shown.map((queue) => (
          <li key={queue}>
            <Link
              to="/t/$slug/desk"
              params={{ slug }}
              search={{ queue }}
              activeOptions={{ exact: true }}
              aria-current={atQueue && queue === open ? 'page' : undefined}
            >
              {say(queue)}
              <Count count={queue === 'all' || !works(queue) ? undefined : counts?.[queue]} />
            </Link>
          </li>
        ))}
        <li>
          <Link to="/t/$slug/desk/clearing" params={{ slug }}>
            {say('clearing')}
            <Count count={works('clearing') ? counts?.clearing : undefined} />
          </Link>
        </li>
        <li>
          <Link to="/t/$slug/desk/administration/$" params={{ slug, _splat: '' }}>
            {say('administration')}
          </Link>
        </li>
      </ul>
    </nav>
  );
}

function Count({ count }: { readonly count: number | undefined }) {
  const say = useWords(frameWords);
  if (count === undefined) return null;
  return (
    <span className={count === 0 ? 'count count--none' : 'count'}>
      <span aria-hidden="true">{count}</span>
      <span className="kern-sr-only">, {say('counted', { count })}</span>
    </span>
  );
}
