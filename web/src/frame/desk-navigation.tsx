import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState, useSearch } from '@tanstack/react-router';
import { countsQuery } from '../api/counts.js';
import { useSession } from '../api/session.js';
import { useWords } from '../words/words.js';
import { frameWords } from './frame.words.js';
import { menuOf, worksIn, type MenuName } from './menu.js';

/** The service counts so far and one beyond. */
const mostCounted = 1000;

/** What stands below the department's list because it is a part of it. */
const partsOfDepartment: readonly MenuName[] = ['toConfirm', 'toOrder'];

/** What this person may see, with how much waits for them in each. */
export function DeskNavigation({ slug }: { readonly slug: string }) {
  const say = useWords(frameWords);
  const counts: Readonly<Partial<Record<MenuName, number>>> = useQuery(countsQuery).data ?? {};
  const grants = useSession()?.grants ?? [];
  const menu = menuOf(grants);
  return (
    <nav className="desk-navigation" aria-label={say('desk')}>
      <ul className="plain-list">
        {menu.map((name) => {
          const isPart = partsOfDepartment.includes(name) && menu.includes('department');
          return (
            <li key={name} className={isPart ? 'desk-navigation__part' : undefined}>
              <MenuLink slug={slug} name={name}>
                {say(isPart && name === 'toConfirm' ? 'ofThemToConfirm' : isPart ? 'ofThemToOrder' : name)}
                <Count count={worksIn(grants, name) ? counts[name] : undefined} />
              </MenuLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

interface MenuLinkProps {
  readonly slug: string;
  readonly name: MenuName;
  readonly children: React.ReactNode;
}

function MenuLink({ slug, name, children }: MenuLinkProps) {
  const { queue: open = 'mine' } = useSearch({ strict: false });
  const atQueue = useRouterState({ select: ({ location }) => /\/desk\/?$/.test(location.pathname) });
  if (name === 'clearing') {
    return (
      <Link to="/t/$slug/desk/clearing" params={{ slug }}>
        {children}
      </Link>
    );
  }
  if (name === 'administration') {
    return (
      <Link to="/t/$slug/desk/administration/$" params={{ slug, _splat: '' }}>
        {children}
      </Link>
    );
  }
  return (
    <Link
      to="/t/$slug/desk"
      params={{ slug }}
      search={{ queue: name }}
      activeOptions={{ exact: true }}
      aria-current={atQueue && name === open ? 'page' : undefined}
    >
      {children}
    </Link>
  );
}

function Count({ count }: { readonly count: number | undefined }) {
  const say = useWords(frameWords);
  if (count === undefined) return null;
  const told = count > mostCounted ? say('moreThanCounted') : String(count);
  return (
    <span className={count === 0 ? 'count count--none' : 'count'}>
      <span aria-hidden="true">{told}</span>
      <span className="kern-sr-only">, {say('counted', { count: told })}</span>
    </span>
  );
}
