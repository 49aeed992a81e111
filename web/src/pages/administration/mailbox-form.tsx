import { useState } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { CheckField } from '../../components/check-field.js';
import { TextField } from '../../components/text-field.js';
import { toast } from '../../components/toasts.js';
import { useWords } from '../../words/words.js';
import { ADMINISTRATION_KEY, type Mailbox } from './administration-queries.js';
import { administrationWords } from './administration.words.js';
import { FieldGroup } from './field-group.js';
import { FormDialog } from './form-dialog.js';
import {
  entriesOf,
  isAddress,
  isComplete,
  secretOf,
  sendsByToken,
  wantedOf,
  type EntriesProps,
  type MailboxEntries,
} from './mailbox-entries.js';
import { ImapFields, LineFields } from './mailbox-fields.js';
import { mailboxWords } from './mailboxes.words.js';

interface MailboxFormProps {
  /** null: a new one. */
  readonly mailbox: Mailbox | null;
  readonly onClose: () => void;
}

function sendMailbox(mailbox: Mailbox | null, entries: MailboxEntries, key: string) {
  const header = { 'Idempotency-Key': key };
  const wanted = wantedOf(entries);
  const secret = secretOf(entries);
  if (mailbox === null) {
    return answerOf(api.POST('/api/v1/administration/mailboxes', { params: { header }, body: { ...wanted, secret } }));
  }
  const body = { ...wanted, secret: entries.renewSecrets ? secret : null };
  const { id, version } = mailbox;
  const params = { path: { id }, header: { ...header, 'If-Match': `"${version}"` } };
  return answerOf(api.PUT('/api/v1/administration/mailboxes/{id}', { params, body }));
}

export function MailboxForm({ mailbox, onClose }: MailboxFormProps) {
  const say = useWords(mailboxWords);
  const sayAll = useWords(administrationWords);
  const [entries, setEntries] = useState(() => entriesOf(mailbox));
  const [tried, setTried] = useState(false);
  const set = (change: Partial<MailboxEntries>) => setEntries((old) => ({ ...old, ...change }));
  const change = useChange({
    send: (wanted: MailboxEntries, key) => sendMailbox(mailbox, wanted, key),
    renews: [ADMINISTRATION_KEY],
    onDone: (_, { name }) => {
      toast('success', say(mailbox ? 'changed' : 'added', { name: name.trim() }));
      onClose();
    },
  });
  const submit = () => {
    setTried(true);
    if (isComplete(entries)) change.mutate(entries);
  };
  return (
    <FormDialog
      title={mailbox ? say('changeTitle', { name: mailbox.name }) : say('add')}
      deed={mailbox ? sayAll('save') : say('addDeed')}
      busy={change.isPending}
      error={change.error}
      {...{ onSubmit: submit, onClose }}
    >
      <TextField
        label={sayAll('name')}
        hint={say('nameHint')}
        {...{ value: entries.name, onValue: (name) => set({ name }), maxLength: 200 }}
        error={tried && entries.name.trim() === '' ? sayAll('missing') : null}
      />
      <TextField
        label={say('address')}
        hint={say('addressHint')}
        {...{ type: 'email', value: entries.address, onValue: (address) => set({ address }), maxLength: 254 }}
        error={tried && !isAddress(entries.address) ? say('addressWrong') : null}
      />
      {mailbox && (
        <>
          <CheckField
            label={say('renewSecrets')}
            checked={entries.renewSecrets}
            onChecked={(renewSecrets) => set({ renewSecrets })}
          />
          <p className="kern-body kern-body--small">{say('secretsKept')}</p>
        </>
      )}
      <ImapFields {...{ entries, tried }} onEntries={set} />
      <AnswerFields {...{ entries, tried }} onEntries={set} />
    </FormDialog>
  );
}

function AnswerFields({ entries, tried, onEntries }: EntriesProps) {
  const say = useWords(mailboxWords);
  const { answers, isRelay, ownSmtp, smtp, renewSecrets, auth, smtpByToken } = entries;
  return (
    <>
      <FieldGroup legend={say('behaviour')}>
        <CheckField label={say('answers')} checked={answers} onChecked={(on) => onEntries({ answers: on })} />
        <CheckField label={say('isRelay')} checked={isRelay} onChecked={(on) => onEntries({ isRelay: on })} />
      </FieldGroup>
      <FieldGroup legend={say('smtp')} hint={say('smtpOff')}>
        <CheckField label={say('ownSmtp')} checked={ownSmtp} onChecked={(on) => onEntries({ ownSmtp: on })} />
        {ownSmtp && auth === 'oauth2' && (
          <CheckField
            label={say('smtpByToken')}
            checked={smtpByToken}
            onChecked={(on) => onEntries({ smtpByToken: on })}
          />
        )}
        {ownSmtp && (
          <LineFields
            kind="smtp"
            line={smtp}
            tried={tried}
            renewSecrets={renewSecrets && !sendsByToken(entries)}
            secretLabel={say('password')}
            onLine={(line) => onEntries({ smtp: line })}
          />
        )}
      </FieldGroup>
    </>
  );
}
