import { useState, type FormEvent, type ReactNode } from 'react';
import { ProblemError } from '../../api/problem.js';
import { useProveFactor } from '../../api/second-factor.js';
import { Button } from '../../components/button.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { TextField } from '../../components/text-field.js';
import { useWords } from '../../words/words.js';
import { secondFactorWords } from './second-factor.words.js';

/** Proves the second factor; also in the dialog over a page that asks for it. */
export function CodeForm({ onProved }: { readonly onProved?: () => void }) {
  const say = useWords(secondFactorWords);
  const prove = useProveFactor();
  return (
    <CodeEntry
      {...{ label: say('code'), hint: say('codeHint'), deed: say('prove') }}
      busy={prove.isPending}
      error={prove.error}
      onCode={(code) => void prove.mutateAsync(code).then(onProved, () => undefined)}
    />
  );
}

interface CodeEntryProps {
  readonly label: string;
  readonly hint: string;
  readonly deed: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onCode: (code: string) => void;
  readonly children?: ReactNode;
}

/** One field for a code, and what was wrong with the last one. */
export function CodeEntry({ label, hint, deed, busy, error, onCode, children }: CodeEntryProps) {
  const say = useWords(secondFactorWords);
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (code.trim() !== '' && !busy) onCode(code.trim());
  };
  const refusal = error instanceof ProblemError && error.status === 422 ? error.detail : null;
  const missing = tried && code.trim() === '' ? say('codeMissing') : null;
  return (
    <form className="form" onSubmit={submit} noValidate>
      {error !== null && refusal === null && <ProblemPanel error={error} />}
      {children}
      <TextField
        {...{ label, hint, value: code, onValue: setCode }}
        {...{ autoComplete: 'one-time-code', autoCapitalize: 'none', spellCheck: false }}
        error={missing ?? refusal}
      />
      <Button kind="primary" type="submit" busy={busy}>
        {deed}
      </Button>
    </form>
  );
}
