import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { sessionWatch } from '../api/session-watch.js';

const dialog = () => import('./sign-in-again-dialog.js');
const SignInAgainDialog = lazy(async () => ({ default: (await dialog()).SignInAgainDialog }));

/**
 * Over the page as it stands: the calls that met the end of the session wait until somebody has signed in here. It is
 * fetched once the desk is there, so that it need not be when something has been typed already.
 */
export function SignInAgain({ slug }: { readonly slug: string }) {
  const { ended } = useSyncExternalStore(sessionWatch.subscribe, sessionWatch.get);
  useEffect(() => {
    dialog().catch(() => undefined);
  }, []);
  if (!ended) return null;
  return (
    <Suspense fallback={null}>
      <SignInAgainDialog slug={slug} />
    </Suspense>
  );
}
