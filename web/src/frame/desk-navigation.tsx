import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState, useSearch } from '@tanstack/react-router';
import { countsQuery } from '../api/counts.js';
import { useSession } from '../api/session.js';
import { useWords } from '../words/words.js';
import { frameWords } from './frame.words.js';

const queues = ['mine', 'department', 'toConfirm', 'toOrder', 'all'] as const;

/** Who has none of these roles never finds anything in the queue. */
const rolesFor: Readonly<Partial<Record<(typeof queues)[number], readonly string[]>>> = {
  toConfirm: ['factualConfirmer', 'arithmeticalConfirmer'],
  toOrder: ['orderer'],
};

/** The queues with how much waits in each, and administration. */
export function DeskNavigation({ slug }: { readonly slug: string }) {
  const say = useWords(frameWords);
  const counts = useQuery(countsQuery).data;
  const { queue: open = 'mine' } = useSearch({ strict: false });
  const grants = useSession()?.grants ?? [];
  const shown = queues.filter(
    (queue) => rolesFor[queue]?.some((role) => grants.some((grant) => grant.role === role)) ?? true,
  );
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
              <Count count={queue === 'all' ? undefined : counts?.[queue]} />
            </Link>
          </li>
        ))}
        <li>
          <Link to="/t/$slug/desk/clearing" params={{ slug }}>
            {say('clearing')}
            <Count count={counts?.clearing} />
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
    <span className="count">
      <span aria-hidden="true">{count}</span>
      <span className="kern-sr-only">, {say('counted', { count })}</span>
    </span>
  );
}
