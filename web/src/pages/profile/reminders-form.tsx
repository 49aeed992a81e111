import { useState, type FormEvent } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { kindOf } from '../../api/problem.js';
import { Button } from '../../components/button.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import { toast } from '../../components/toasts.js';
import type { paths } from '../../generated/api.js';
import { useWords } from '../../words/words.js';
import { profileWords } from './profile.words.js';

type Reminders = paths['/api/v1/profile/reminders']['get']['responses'][200]['content']['application/json'];
type Wanted = Pick<Reminders, 'address' | 'language' | 'mode'>;

export interface SeenReminders {
  readonly etag: string;
  readonly value: Reminders;
}

const MODES = ['each', 'digest', 'none'] as const;
const LANGUAGES = ['de', 'en'] as const;

/** As far as a person can mistype one; the service looks closer. */
const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

interface RemindersFormProps {
  readonly seen: SeenReminders;
  readonly onReload: () => void;
}

export function RemindersForm({ seen, onReload }: RemindersFormProps) {
  const say = useWords(profileWords);
  const { address: before, language, mode, domains } = seen.value;
  const [address, setAddress] = useState(before ?? '');
  const [wanted, setWanted] = useState({ language, mode });
  const [tried, setTried] = useState(false);
  const change = useSave(seen.etag, onReload);
  const isWrong = address.trim() !== '' && !isAddress(address.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (change.isPending || isWrong) return;
    change.mutate({ ...wanted, address: address.trim() === '' ? null : address.trim() });
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      {change.error && <ProblemPanel error={change.error} onRetry={onReload} />}
      {kindOf(change.error) === 'conflict' && <p className="kern-body">{say('conflict')}</p>}
      <TextField
        label={say('address')}
        hint={domains.length === 0 ? say('addressHint') : say('addressIn', { domains: domains.join(', ') })}
        {...{ type: 'email', autoComplete: 'email', optional: true, value: address, onValue: setAddress }}
        error={tried && isWrong ? say('addressWrong') : null}
      />
      <SelectField
        label={say('mode')}
        hint={say('modeHint')}
        value={wanted.mode}
        options={MODES.map((value) => ({ value, label: say(value) }))}
        onValue={(value) => value !== '' && setWanted({ ...wanted, mode: value })}
      />
      <SelectField
        label={say('language')}
        value={wanted.language}
        options={LANGUAGES.map((value) => ({ value, label: say(value) }))}
        onValue={(value) => value !== '' && setWanted({ ...wanted, language: value })}
      />
      <Button kind="primary" type="submit" busy={change.isPending}>
        {say('save')}
      </Button>
    </form>
  );
}

function useSave(etag: string, onSaved: () => void) {
  const say = useWords(profileWords);
  return useChange({
    send: (body: Wanted, key) =>
      answerOf(
        api.PUT('/api/v1/profile/reminders', {
          params: { header: { 'Idempotency-Key': key, 'If-Match': etag } },
          body,
        }),
      ),
    onDone: () => {
      toast('success', say('saved'));
      onSaved();
    },
  });
}
