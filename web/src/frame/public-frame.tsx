import { Link, Outlet, useParams, useRouterState } from '@tanstack/react-router';
import { useWords } from '../words/words.js';
import { frameWords } from './frame.words.js';
import { PageFrame } from './page-frame.js';

/** Around everything that needs no session: counter, tracking, legal texts, sign-in. */
export function PublicFrame() {
  const { slug } = useParams({ strict: false });
  return (
    <PageFrame slug={slug} account={slug !== undefined && <OtherDoor slug={slug} />}>
      <Outlet />
    </PageFrame>
  );
}

/** From the counter to the sign-in, and back. */
function OtherDoor({ slug }: { readonly slug: string }) {
  const say = useWords(frameWords);
  const atSignIn = useRouterState({ select: ({ location }) => location.pathname.endsWith('/sign-in') });
  return (
    <Link
      to={atSignIn ? '/t/$slug' : '/t/$slug/sign-in'}
      params={{ slug }}
      className="kern-link kern-link--no-visited-state"
    >
      {say(atSignIn ? 'counter' : 'staff')}
    </Link>
  );
}
