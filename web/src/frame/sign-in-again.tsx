import { useNavigate } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { sessionForgotten, sessionWatch } from '../api/session-watch.js';
import { Button } from '../components/button.js';
import { Modal } from '../components/modal.js';
import { SignInForm } from '../pages/sign-in/sign-in-form.js';
import { useWords } from '../words/words.js';
import { frameWords } from './frame.words.js';

/**
 * Over the page as it stands: the calls that met the end of the session wait until somebody has signed in here. Escape
 * does not end it: with the page everything that was typed would go.
 */
export function SignInAgain({ slug }: { readonly slug: string }) {
  const say = useWords(frameWords);
  const navigate = useNavigate();
  const { ended } = useSyncExternalStore(sessionWatch.subscribe, sessionWatch.get);
  if (!ended) return null;
  const leave = () => {
    sessionForgotten();
    void navigate({ to: '/t/$slug/sign-in', params: { slug } });
  };
  return (
    <Modal title={say('again')} footer={<Button onClick={leave}>{say('againLeave')}</Button>}>
      <p className="kern-body">{say('againWhy')}</p>
      <SignInForm slug={slug} />
    </Modal>
  );
}
