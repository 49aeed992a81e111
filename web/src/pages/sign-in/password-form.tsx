import { useState, type FormEvent } from 'react';
import { ProblemError } from '../../api/problem.js';
import { useChangePassword } from '../../api/session.js';
import { Button } from '../../components/button.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { TextField } from '../../components/text-field.js';
import { useWords } from '../../words/words.js';
import { signInWords } from './sign-in.words.js';

interface PasswordFormProps {
  /** The one-time password just used; empty where the page was loaded anew since, then it is asked for. */
  readonly current: string;
  readonly onChanged: () => void;
}

export function PasswordForm({ current, onChanged }: PasswordFormProps) {
  const say = useWords(signInWords);
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState('');
  const [repeated, setRepeated] = useState('');
  const [tried, setTried] = useState(false);
  const change = useChangePassword();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const complete = (current || typed) !== '' && wanted !== '' && wanted === repeated;
    if (!complete || change.isPending) return;
    // Told by the promise: with the new password this form is gone before a callback of its own would be called.
    void change.mutateAsync({ current: current || typed, wanted }).then(onChanged, () => undefined);
  };
  const aboutWanted = isAboutWanted(change.error) ? change.error.detail : null;
  const missing = (value: string) => (tried && value === '' ? say('passwordMissing') : null);
  return (
    <form className="form" onSubmit={submit} noValidate>
      {change.error && aboutWanted === null && <ProblemPanel error={change.error} />}
      {current === '' && (
        <TextField
          label={say('current')}
          {...{ type: 'password', autoComplete: 'current-password', value: typed, onValue: setTyped }}
          error={missing(typed)}
        />
      )}
      <TextField
        label={say('wanted')}
        hint={say('wantedHint')}
        {...{ type: 'password', autoComplete: 'new-password', value: wanted, onValue: setWanted }}
        error={missing(wanted) ?? aboutWanted}
      />
      <TextField
        label={say('repeated')}
        {...{ type: 'password', autoComplete: 'new-password', value: repeated, onValue: setRepeated }}
        error={tried && wanted !== repeated ? say('notTheSame') : null}
      />
      <Button kind="primary" type="submit" busy={change.isPending}>
        {say('change')}
      </Button>
    </form>
  );
}

const isAboutWanted = (error: unknown): error is ProblemError => error instanceof ProblemError && error.status === 422;
