import { useRef, useState, type FormEvent } from 'react';
import { ProblemError } from '../../api/problem.js';
import { useSignIn } from '../../api/session.js';
import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { TextField } from '../../components/text-field.js';
import { useWords } from '../../words/words.js';
import { signInWords } from './sign-in.words.js';

interface SignInFormProps {
  readonly slug: string;
  readonly onSignedIn?: (passwordUsed: string) => void;
}

/** Name and password; also in the dialog over a page whose session has ended. */
export function SignInForm({ slug, onSignedIn }: SignInFormProps) {
  const say = useWords(signInWords);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const signIn = useSignIn();
  const [loginField, passwordField] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (login.trim() === '') return loginField.current?.focus();
    if (password === '') return passwordField.current?.focus();
    if (signIn.isPending) return;
    // Told by the promise: whoever must change the password is asked for the new one before a callback of this form's.
    void signIn.mutateAsync({ tenant: slug, login: login.trim(), password }).then(
      () => onSignedIn?.(password),
      () => undefined,
    );
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      {signIn.error && <SignInProblem error={signIn.error} />}
      <TextField
        label={say('login')}
        value={login}
        onValue={setLogin}
        inputRef={loginField}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        error={tried && login.trim() === '' ? say('loginMissing') : null}
      />
      <TextField
        label={say('password')}
        type="password"
        value={password}
        onValue={setPassword}
        inputRef={passwordField}
        autoComplete="current-password"
        error={tried && password === '' ? say('passwordMissing') : null}
      />
      <Button kind="primary" type="submit" busy={signIn.isPending}>
        {say('signIn')}
      </Button>
    </form>
  );
}

function SignInProblem({ error }: { readonly error: unknown }) {
  const say = useWords(signInWords);
  if (!(error instanceof ProblemError) || !(error.status === 401 || error.status === 429)) {
    return <ProblemPanel error={error} />;
  }
  const locked = error.status === 429;
  return (
    <Notice kind={locked ? 'warning' : 'danger'} title={say(locked ? 'locked' : 'refused')} urgent>
      <p className="kern-body">{error.detail}</p>
      {locked && <p className="kern-body">{say('lockedWhy')}</p>}
    </Notice>
  );
}
