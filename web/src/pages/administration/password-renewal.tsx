import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { Button } from '../../components/button.js';
import { Modal } from '../../components/modal.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { useSession } from '../../api/session.js';
import { formatInstant } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { ADMINISTRATION_KEY, type Person } from './administration-queries.js';
import type { Shown } from './people-dialog.js';
import { peopleWords } from './people.words.js';

interface PasswordRenewalProps {
  readonly person: Person;
  readonly onClose: () => void;
  readonly onHalf: (half: Shown) => void;
}

type Half = 'first' | 'second';

/** A new one-time password takes two administrators, each of whom sees one half. */
export function PasswordRenewal({ person, onClose, onHalf }: PasswordRenewalProps) {
  const say = useWords(peopleWords);
  const { id, displayName: name, renewal } = person;
  const language = useLanguage();
  const isOwn = useSession()?.personId === renewal?.askedBy;
  const mayConfirm = renewal !== null && !isOwn;
  const change = useChange({
    send: (half: Half, key) => {
      const params = { path: { id }, header: { 'Idempotency-Key': key } };
      return half === 'first'
        ? answerOf(api.POST('/api/v1/administration/people/{id}/password-renewal', { params }))
        : answerOf(api.POST('/api/v1/administration/people/{id}/password-renewal/confirmation', { params }));
    },
    renews: [ADMINISTRATION_KEY],
    onDone: ({ half: secret }, half) => {
      const first = half === 'first';
      onClose();
      onHalf({
        title: say('renewTitle', { name }),
        label: say(first ? 'half1' : 'half2'),
        secret,
        text: say(first ? 'half1Text' : 'half2Text', { name }),
      });
    },
  });
  const busy = (half: Half) => change.isPending && change.variables === half;
  const ask = (half: Half) => () => {
    if (!change.isPending) change.mutate(half);
  };
  const footer = (
    <>
      <Button kind={mayConfirm ? 'secondary' : 'primary'} busy={busy('first')} onClick={ask('first')}>
        {say('askHalf')}
      </Button>
      {mayConfirm && (
        <Button kind="primary" busy={busy('second')} onClick={ask('second')}>
          {say('confirmHalf')}
        </Button>
      )}
    </>
  );
  return (
    <Modal title={say('renewTitle', { name })} footer={footer} onClose={onClose}>
      <div className="admin-stack">
        {change.error && <ProblemPanel error={change.error} />}
        {renewal && (
          <p className="kern-body">
            <strong>
              {say(isOwn ? 'renewalYours' : 'renewalOthers', { time: formatInstant(renewal.until, language) })}
            </strong>
          </p>
        )}
        <p className="kern-body">{say('renewText', { name })}</p>
      </div>
    </Modal>
  );
}
