import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { useWords } from '../../words/words.js';
import type { Person } from './administration-queries.js';
import { DeedDialog } from './deed-dialog.js';
import { GrantDeed } from './grant-deed.js';
import { GrantForm } from './grant-form.js';
import { OneTimeSecret } from './one-time-secret.js';
import { PasswordRenewal } from './password-renewal.js';
import type { PeopleDialog, Shown } from './people-dialog.js';
import { peopleWords } from './people.words.js';
import { PersonForm } from './person-form.js';

interface PeopleDialogsProps {
  readonly dialog: PeopleDialog | null;
  readonly onDialog: (dialog: PeopleDialog | null) => void;
}

/** The one dialog that is open, and afterwards what it has to show once. */
export function PeopleDialogs({ dialog, onDialog }: PeopleDialogsProps) {
  const [shown, setShown] = useState<Shown | null>(null);
  const onClose = () => onDialog(null);
  return (
    <>
      {dialog?.kind === 'add' && <PersonForm onClose={onClose} onAdded={setShown} />}
      {dialog?.kind === 'propose' && <GrantForm person={dialog.person} onClose={onClose} />}
      {dialog?.kind === 'renew' && <PasswordRenewal person={dialog.person} onClose={onClose} onHalf={setShown} />}
      {(dialog?.kind === 'depart' || dialog?.kind === 'unlock' || dialog?.kind === 'resetFactor') && (
        <PersonDeed kind={dialog.kind} person={dialog.person} onClose={onClose} />
      )}
      {(dialog?.kind === 'confirm' || dialog?.kind === 'revoke') && (
        <GrantDeed kind={dialog.kind} person={dialog.person} grant={dialog.grant} onClose={onClose} />
      )}
      {shown && (
        <OneTimeSecret title={shown.title} label={shown.label} secret={shown.secret} onClose={() => setShown(null)}>
          {shown.text}
        </OneTimeSecret>
      )}
    </>
  );
}

const deeds = {
  depart: {
    title: 'departTitle',
    text: 'departText',
    deed: 'depart',
    done: 'departed',
    address: '/api/v1/administration/people/{id}/departure',
  },
  resetFactor: {
    title: 'resetFactorTitle',
    text: 'resetFactorText',
    deed: 'resetFactor',
    done: 'factorReset',
    address: '/api/v1/administration/people/{id}/second-factor-reset',
  },
  unlock: {
    title: 'unlockTitle',
    text: 'unlockText',
    deed: 'unlock',
    done: 'unlocked',
    address: '/api/v1/administration/people/{id}/unlock',
  },
} as const;

interface PersonDeedProps {
  readonly kind: keyof typeof deeds;
  readonly person: Person;
  readonly onClose: () => void;
}

function PersonDeed({ kind, person: { id, displayName: name }, onClose }: PersonDeedProps) {
  const say = useWords(peopleWords);
  const words = deeds[kind];
  const send = (key: string) => {
    const params = { path: { id }, header: { 'Idempotency-Key': key } };
    return answerOf(api.POST(words.address, { params }));
  };
  return (
    <DeedDialog
      title={say(words.title, { name })}
      deed={say(words.deed)}
      done={say(words.done, { name })}
      {...{ send, onClose }}
    >
      <p className="kern-body">{say(words.text)}</p>
    </DeedDialog>
  );
}
