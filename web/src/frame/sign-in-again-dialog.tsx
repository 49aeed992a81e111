import { useNavigate } from '@tanstack/react-router';
import { factorDeclined, sessionForgotten } from '../api/session-watch.js';
import { Button } from '../components/button.js';
import { Modal } from '../components/modal.js';
import { CodeForm } from '../pages/sign-in/code-form.js';
import { SignInForm } from '../pages/sign-in/sign-in-form.js';
import { useWords } from '../words/words.js';
import { dialogWords } from './dialog.words.js';

/** Escape does not end it: with the page everything that was typed would go. */
export function SignInAgainDialog({ slug }: { readonly slug: string }) {
  const say = useWords(dialogWords);
  const navigate = useNavigate();
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

/** A deed that asks for the second factor anew waits for its code; whoever will not prove it, does without the deed. */
export function ProveAgainDialog() {
  const say = useWords(dialogWords);
  return (
    <Modal
      title={say('prove')}
      footer={<Button onClick={factorDeclined}>{say('proveNot')}</Button>}
      onClose={factorDeclined}
    >
      <p className="kern-body">{say('proveWhy')}</p>
      <CodeForm />
    </Modal>
  );
}
