import { useState } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { Badge } from '../../components/badge.js';
import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { toast } from '../../components/toasts.js';
import { formatInstant } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { useMayChange } from './access.js';
import { ADMINISTRATION_KEY, mailboxesQuery, type Mailbox } from './administration-queries.js';
import { administrationWords } from './administration.words.js';
import { DeedDialog } from './deed-dialog.js';
import { Entry, Listed } from './listed.js';
import { MailboxForm } from './mailbox-form.js';
import { mailboxWords } from './mailboxes.words.js';
import { Section } from './section.js';

type Open = { readonly kind: 'add' } | { readonly kind: 'change' | 'close'; readonly mailbox: Mailbox } | null;

export function MailboxesSection() {
  const say = useWords(mailboxWords);
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const add = (
    <Button kind="primary" icon="add" onClick={() => setOpen({ kind: 'add' })}>
      {say('add')}
    </Button>
  );
  return (
    <Section title={say('title')} lead={say('lead')} actions={add}>
      <Listed query={mailboxesQuery} empty={say('empty')} emptyText={say('emptyText')}>
        {(mailboxes) => (
          <ul className="admin-list">
            {mailboxes.map((mailbox) => (
              <MailboxEntry key={mailbox.id} mailbox={mailbox} onOpen={setOpen} />
            ))}
          </ul>
        )}
      </Listed>
      {open?.kind === 'add' && <MailboxForm mailbox={null} onClose={close} />}
      {open?.kind === 'change' && <MailboxForm mailbox={open.mailbox} onClose={close} />}
      {open?.kind === 'close' && <CloseMailbox mailbox={open.mailbox} onClose={close} />}
    </Section>
  );
}

const badges = { new: 'info', watched: 'success', waiting: 'success', failing: 'danger' } as const;

interface MailboxEntryProps {
  readonly mailbox: Mailbox;
  readonly onOpen: (open: Open) => void;
}

function MailboxEntry({ mailbox, onOpen }: MailboxEntryProps) {
  const say = useWords(mailboxWords);
  const sayAll = useWords(administrationWords);
  const language = useLanguage();
  const { name, address, state, stateLabel, settings, lookedAt } = mailbox;
  const { user, host, port, folder } = settings.imap;
  return (
    <Entry
      title={name}
      badges={
        <>
          <Badge kind={badges[state]}>{stateLabel[language]}</Badge>
          {mailbox.isRelay && <Badge kind="info">{say('relay')}</Badge>}
          {!mailbox.answers && <Badge kind="info">{say('silent')}</Badge>}
        </>
      }
      actions={useMayChange() && <MailboxActions {...{ mailbox, onOpen }} />}
      actionsLabel={sayAll('actionsOf', { name })}
    >
      <p className="kern-body">{address}</p>
      <p className="kern-body kern-body--small admin-muted">{say('server', { user, host, port, folder })}</p>
      <p className="kern-body kern-body--small">
        {lookedAt === null
          ? say(state === 'failing' ? 'neverSucceeded' : 'neverLooked')
          : say('lookedAt', { time: formatInstant(lookedAt, language) })}
      </p>
      <Failure mailbox={mailbox} />
      <SendingFailure mailbox={mailbox} />
    </Entry>
  );
}

/** Since when, why, and what to do. */
function Failure({ mailbox: { error, failingSince } }: { readonly mailbox: Mailbox }) {
  const say = useWords(mailboxWords);
  const language = useLanguage();
  if (!error || failingSince === null) return null;
  return (
    <Notice kind="danger" title={say('failingSince', { time: formatInstant(failingSince, language) })}>
      <p className="kern-body">{error[language]}</p>
      <p className="kern-body">{say('triedAgain')}</p>
    </Notice>
  );
}

/** Suppliers wait for answers that cannot be handed in. */
function SendingFailure({ mailbox: { sending, answersLeave } }: { readonly mailbox: Mailbox }) {
  const say = useWords(mailboxWords);
  const language = useLanguage();
  if (!answersLeave)
    return (
      <Notice kind="danger" title={say('nobodyAnswered')}>
        <p className="kern-body">{say('nobodyAnsweredWhy')}</p>
      </Notice>
    );
  if (!sending) return null;
  return (
    <Notice kind="danger" title={say('sendingFailing', { time: formatInstant(sending.failingSince, language) })}>
      <p className="kern-body">{say('sendingCause', { cause: sending.cause })}</p>
      <p className="kern-body">{say('sendingAgain')}</p>
    </Notice>
  );
}

function MailboxActions({ mailbox, onOpen }: MailboxEntryProps) {
  const say = useWords(mailboxWords);
  const sayAll = useWords(administrationWords);
  const { id, name } = mailbox;
  const look = useChange({
    send: (_: null, key) =>
      answerOf(
        api.POST('/api/v1/administration/mailboxes/{id}/look', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
        }),
      ),
    renews: [ADMINISTRATION_KEY],
    onDone: () => toast('success', say('asked', { name })),
  });
  return (
    <>
      <Button small icon="renew" busy={look.isPending} onClick={() => look.mutate(null)}>
        {say('look')}
      </Button>
      <Button small onClick={() => onOpen({ kind: 'change', mailbox })}>
        {sayAll('change')}
      </Button>
      <Button small onClick={() => onOpen({ kind: 'close', mailbox })}>
        {say('close')}
      </Button>
      {look.error && <ProblemPanel error={look.error} />}
    </>
  );
}

interface CloseMailboxProps {
  readonly mailbox: Mailbox;
  readonly onClose: () => void;
}

function CloseMailbox({ mailbox: { id, name, version }, onClose }: CloseMailboxProps) {
  const say = useWords(mailboxWords);
  const send = (key: string) =>
    answerOf(
      api.POST('/api/v1/administration/mailboxes/{id}/closure', {
        params: { path: { id }, header: { 'Idempotency-Key': key, 'If-Match': `"${version}"` } },
      }),
    );
  return (
    <DeedDialog
      title={say('closeTitle', { name })}
      deed={say('close')}
      done={say('closed', { name })}
      {...{ send, onClose }}
    >
      <p className="kern-body">{say('closeText')}</p>
    </DeedDialog>
  );
}
