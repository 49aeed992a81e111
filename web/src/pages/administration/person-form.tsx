import { useState } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { TextArea } from '../../components/text-area.js';
import { TextField } from '../../components/text-field.js';
import { useWords } from '../../words/words.js';
import { ADMINISTRATION_KEY } from './administration-queries.js';
import { administrationWords } from './administration.words.js';
import { FormDialog } from './form-dialog.js';
import type { Shown } from './people-dialog.js';
import { peopleWords } from './people.words.js';

interface PersonFormProps {
  readonly onClose: () => void;
  readonly onAdded: (password: Shown) => void;
}

export function PersonForm({ onClose, onAdded }: PersonFormProps) {
  const say = useWords(peopleWords);
  const sayAll = useWords(administrationWords);
  const [displayName, setDisplayName] = useState('');
  const [login, setLogin] = useState('');
  const [ibans, setIbans] = useState('');
  const [tried, setTried] = useState(false);
  const change = useChange({
    send: (body: { readonly displayName: string; readonly login: string; readonly ibans: string[] }, key) =>
      answerOf(api.POST('/api/v1/administration/people', { params: { header: { 'Idempotency-Key': key } }, body })),
    renews: [ADMINISTRATION_KEY],
    onDone: ({ password }, { displayName: name }) => {
      onClose();
      const title = say('passwordTitle', { name });
      onAdded({ title, label: say('passwordLabel'), secret: password, text: say('passwordText') });
    },
  });
  const aboutLogin = login.trim() === '' ? sayAll('missing') : /\s/.test(login.trim()) ? say('loginBlank') : null;
  const submit = () => {
    setTried(true);
    if (displayName.trim() === '' || aboutLogin !== null) return;
    change.mutate({ displayName: displayName.trim(), login: login.trim(), ibans: linesOf(ibans) });
  };
  return (
    <FormDialog
      title={say('add')}
      deed={say('addDeed')}
      busy={change.isPending}
      error={change.error}
      {...{ onSubmit: submit, onClose }}
    >
      <TextField
        label={say('displayName')}
        {...{ value: displayName, onValue: setDisplayName, maxLength: 200, autoComplete: 'off' }}
        error={tried && displayName.trim() === '' ? sayAll('missing') : null}
      />
      <TextField
        label={say('login')}
        hint={say('loginHint')}
        {...{ value: login, onValue: setLogin, maxLength: 100, autoComplete: 'off', autoCapitalize: 'none' }}
        spellCheck={false}
        error={tried ? aboutLogin : null}
      />
      <TextArea label={say('ibans')} hint={say('ibansHint')} optional value={ibans} onValue={setIbans} />
    </FormDialog>
  );
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
