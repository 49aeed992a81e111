import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { sessionWatch } from '../api/session-watch.js';

const dialogs = () => import('./sign-in-again-dialog.js');
const SignInAgainDialog = lazy(async () => ({ default: (await dialogs()).SignInAgainDialog }));
const ProveAgainDialog = lazy(async () => ({ default: (await dialogs()).ProveAgainDialog }));

/**
 * Over the page as it stands: the calls that met the end of the session wait until somebody has signed in here, or has
 * proved the second factor. It is fetched once the desk is there, so that it need not be when something has been typed.
 */
export function SignInAgain({ slug }: { readonly slug: string }) {
  const { ended, factorAsked } = useSyncExternalStore(sessionWatch.subscribe, sessionWatch.get);
  useEffect(() => {
    dialogs().catch(() => undefined);
  }, []);
  if (!ended && !factorAsked) return null;
  return <Suspense fallback={null}>{ended ? <SignInAgainDialog slug={slug} /> : <ProveAgainDialog />}</Suspense>;
}
