import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { useSession } from '../../api/session.js';
import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { formatInstant } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { useMayChange } from './access.js';
import { peopleQuery } from './administration-queries.js';
import { DeedDialog } from './deed-dialog.js';
import { proposalWords } from './proposals.words.js';

/** One thing that a setting says, in words. */
export interface SettingLine {
  readonly label: string;
  readonly text: string;
}

interface WaitingProposalProps {
  readonly proposal: { readonly id: string; readonly proposedBy: string; readonly proposedAt: string };
  /** The same lines of what holds and of what is proposed. */
  readonly before: readonly SettingLine[];
  readonly after: readonly SettingLine[];
  readonly onReload: () => void;
}

type Deed = 'confirm' | 'end';

/** What another administrator has to confirm: both sides of each change, and who proposed it. */
export function WaitingProposal({ proposal, before, after, onReload }: WaitingProposalProps) {
  const say = useWords(proposalWords);
  const language = useLanguage();
  const mayChange = useMayChange();
  const own = useSession()?.personId === proposal.proposedBy;
  const [deed, setDeed] = useState<Deed | null>(null);
  const people = useQuery(peopleQuery).data;
  const name = people?.find(({ id }) => id === proposal.proposedBy)?.displayName ?? say('nobody');
  return (
    <Notice kind="warning" title={say('waits')}>
      <p className="kern-body kern-body--small">
        {say('proposedBy', { name, time: formatInstant(proposal.proposedAt, language) })}
      </p>
      <Differences before={before} after={after} />
      {own && mayChange && <p className="kern-body kern-body--small">{say('byYou')}</p>}
      {mayChange && (
        <div className="button-row">
          {!own && (
            <Button small kind="primary" icon="check" onClick={() => setDeed('confirm')}>
              {say('confirm')}
            </Button>
          )}
          <Button small onClick={() => setDeed('end')}>
            {say(own ? 'withdraw' : 'refuse')}
          </Button>
        </div>
      )}
      {deed && <ProposalDeed {...{ id: proposal.id, deed, onReload }} onClose={() => setDeed(null)} />}
    </Notice>
  );
}

function Differences({ before, after }: Pick<WaitingProposalProps, 'before' | 'after'>) {
  const say = useWords(proposalWords);
  const pairs = after.map(({ label, text }, index) => ({ label, text, was: before[index]?.text ?? '–' }));
  const unchanged = pairs.filter(({ text, was }) => text === was).map(({ label }) => label);
  return (
    <>
      <ul className="admin-differences">
        {pairs
          .filter(({ text, was }) => text !== was)
          .map(({ label, text, was }) => (
            <li key={label}>
              <p className="kern-body">
                <strong>{label}</strong>
              </p>
              <dl>
                <dt>{say('before')}</dt>
                <dd>{was}</dd>
                <dt>{say('after')}</dt>
                <dd>{text}</dd>
              </dl>
            </li>
          ))}
      </ul>
      {unchanged.length > 0 && (
        <p className="kern-body kern-body--small">{say('unchanged', { labels: unchanged.join('; ') })}</p>
      )}
    </>
  );
}

const words = {
  confirm: { title: 'confirmTitle', text: 'confirmText', deed: 'confirm', done: 'confirmed' },
  end: { title: 'endTitle', text: 'endText', deed: 'refuse', done: 'ended' },
} as const;

interface ProposalDeedProps {
  readonly id: string;
  readonly deed: Deed;
  readonly onReload: () => void;
  readonly onClose: () => void;
}

function ProposalDeed({ id, deed, onReload, onClose }: ProposalDeedProps) {
  const say = useWords(proposalWords);
  const { title, text, deed: button, done } = words[deed];
  const send = async (key: string): Promise<void> => {
    const params = { path: { id }, header: { 'Idempotency-Key': key } };
    await (deed === 'confirm'
      ? answerOf(api.POST('/api/v1/administration/settings/proposals/{id}/confirmation', { params }))
      : answerOf(api.POST('/api/v1/administration/settings/proposals/{id}/withdrawal', { params })));
  };
  return (
    <DeedDialog
      {...{ title: say(title), deed: say(button), done: say(done), send, onClose }}
      onDone={onReload}
      renews={deed === 'confirm' ? [['invoices']] : []}
    >
      <p className="kern-body">{say(text)}</p>
    </DeedDialog>
  );
}
