import { Link, Outlet, getRouteApi, useNavigate } from '@tanstack/react-router';
import { useSession, useSignOut } from '../api/session.js';
import { Button } from '../components/button.js';
import { useWords } from '../words/words.js';
import { DeskNavigation } from './desk-navigation.js';
import { frameWords } from './frame.words.js';
import { menuOf } from './menu.js';
import { PageFrame } from './page-frame.js';
import { useShortcuts } from './shortcuts.js';
import { SignInAgain } from './sign-in-again.js';

const route = getRouteApi('/t/$slug/desk');

/** Around the pages of staff; the route has made sure that somebody is signed in. */
export function DeskFrame() {
  const { slug } = route.useParams();
  const say = useWords(frameWords);
  const navigate = useNavigate();
  const toClearing = {
    key: 'l',
    label: say('goClearing'),
    run: () => void navigate({ to: '/t/$slug/desk/clearing', params: { slug } }),
  };
  useShortcuts(say('desk'), [
    { key: 'g', label: say('goQueue'), run: () => void navigate({ to: '/t/$slug/desk', params: { slug } }) },
    ...(menuOf(useSession()?.grants ?? []).includes('clearing') ? [toClearing] : []),
  ]);
  return (
    <PageFrame slug={slug} account={<Account slug={slug} />} navigation={<DeskNavigation slug={slug} />}>
      <Outlet />
      <SignInAgain slug={slug} />
    </PageFrame>
  );
}

function Account({ slug }: { readonly slug: string }) {
  const say = useWords(frameWords);
  const session = useSession();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const leave = () =>
    signOut.mutate(undefined, { onSettled: () => navigate({ to: '/t/$slug/sign-in', params: { slug } }) });
  return (
    <div className="account">
      {session && (
        <Link
          to="/t/$slug/desk/profile"
          title={say('profile')}
          params={{ slug }}
          className="kern-link kern-link--small kern-link--no-visited-state"
        >
          {say('signedInAs', { name: session.displayName })}
        </Link>
      )}
      <Button kind="tertiary" small icon="signOut" busy={signOut.isPending} onClick={leave}>
        {say('signOut')}
      </Button>
    </div>
  );
}
