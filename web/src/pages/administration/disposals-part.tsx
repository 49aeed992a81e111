import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { useSession } from '../../api/session.js';
import { Badge } from '../../components/badge.js';
import { Button } from '../../components/button.js';
import { CheckField } from '../../components/check-field.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { TextArea } from '../../components/text-area.js';
import { toast } from '../../components/toasts.js';
import { formatInstant } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { inLanguage, useWords } from '../../words/words.js';
import { ADMINISTRATION_KEY } from './administration-queries.js';
import { ChangeProblem } from './change-problem.js';
import { DeedDialog } from './deed-dialog.js';
import { disposalsQuery, overQuery, type Disposal, type Over } from './retention-queries.js';
import { retentionWords } from './retention.words.js';

/** What could go, what has been proposed, and the protocols of what has gone. */
export function DisposalsPart({ keeps }: { readonly keeps: boolean }) {
  const say = useWords(retentionWords);
  const over = useQuery(overQuery);
  const list = useQuery(disposalsQuery);
  const isOpen = (list.data ?? []).some(({ status }) => status === 'waiting' || status === 'underWay');
  return (
    <>
      <section className="admin-setting">
        <h2 className="kern-heading-small">{say('over')}</h2>
        {over.error && <ProblemPanel error={over.error} onRetry={() => void over.refetch()} />}
        {over.isPending && <Skeleton lines={3} />}
        {over.data && <OverForm items={over.data} mayPropose={keeps && !isOpen} />}
      </section>
      <section className="admin-setting">
        <h2 className="kern-heading-small">{say('disposals')}</h2>
        {list.error && <ProblemPanel error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && <Skeleton lines={3} />}
        {list.data?.length === 0 && <p className="kern-body">{say('noDisposals')}</p>}
        <ul className="admin-list">
          {list.data?.map((one) => (
            <DisposalEntry key={one.id} disposal={one} keeps={keeps} />
          ))}
        </ul>
      </section>
    </>
  );
}

const keyOf = (one: Over): string => `${one.class} ${String(one.year)}`;

function OverForm({ items, mayPropose }: { readonly items: readonly Over[]; readonly mayPropose: boolean }) {
  const say = useWords(retentionWords);
  const language = useLanguage();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const change = usePropose(() => setChosen(new Set()));
  if (items.length === 0) return <p className="kern-body">{say('nothingOver')}</p>;
  const lineOf = ({ classLabel, year, count, held }: Over) =>
    say('overLine', { year, count, held, label: inLanguage(classLabel, language) });
  const scope = items.filter((one) => chosen.has(keyOf(one))).map(({ class: name, year }) => ({ class: name, year }));
  const isWhole = scope.length > 0 && reason.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!change.isPending && isWhole) change.mutate({ reason: reason.trim(), scope });
  };
  if (!mayPropose)
    return (
      <ul>
        {items.map((one) => (
          <li key={keyOf(one)}>{lineOf(one)}</li>
        ))}
      </ul>
    );
  return (
    <form className="form admin-form" onSubmit={submit} noValidate>
      {change.error && <ChangeProblem error={change.error} onReload={() => change.reset()} />}
      {items.map((one) => (
        <CheckField
          key={keyOf(one)}
          label={lineOf(one)}
          checked={chosen.has(keyOf(one))}
          disabled={one.count === one.held}
          onChecked={(on) =>
            setChosen(new Set([...chosen].filter((key) => key !== keyOf(one)).concat(on ? [keyOf(one)] : [])))
          }
        />
      ))}
      <TextArea
        label={say('reason')}
        value={reason}
        onValue={setReason}
        error={tried && !isWhole ? say('reasonMissing') : null}
      />
      <Button kind="primary" type="submit" busy={change.isPending}>
        {say('propose')}
      </Button>
    </form>
  );
}

function usePropose(onProposed: () => void) {
  const say = useWords(retentionWords);
  return useChange({
    send: (body: { reason: string; scope: { class: string; year: number }[] }, key) =>
      answerOf(api.POST('/api/v1/retention/disposals', { params: { header: { 'Idempotency-Key': key } }, body })),
    renews: [ADMINISTRATION_KEY],
    onDone: () => {
      toast('success', say('proposed'));
      onProposed();
    },
  });
}

const badges = { waiting: 'warning', underWay: 'info', done: 'success', withdrawn: 'info' } as const;

function DisposalEntry({ disposal, keeps }: { readonly disposal: Disposal; readonly keeps: boolean }) {
  const say = useWords(retentionWords);
  const language = useLanguage();
  const own = useSession()?.personId === disposal.proposedBy.personId;
  const [deed, setDeed] = useState<'confirm' | 'withdraw' | null>(null);
  const { scope, status, reason, proposedBy, proposedAt, confirmedByName, confirmedAt, documents, people } = disposal;
  const signed = (name: string, at: string) => ({ name, time: formatInstant(at, language) });
  return (
    <li className="admin-entry">
      <div className="admin-entry__text">
        <h3 className="kern-title admin-entry__title">
          {scope.map((one) => `${inLanguage(one.classLabel, language)} ${String(one.year)}`).join(', ')}{' '}
          <Badge kind={badges[status]}>{say(status)}</Badge>
        </h3>
        <p>{reason}</p>
        <p>{say('signed', signed(proposedBy.name, proposedAt))}</p>
        {confirmedByName !== null && confirmedAt !== null && (
          <p>{say('agreed', signed(confirmedByName, confirmedAt))}</p>
        )}
        {status === 'done' && <p>{say('gone', { documents, people })}</p>}
        {status === 'done' && (
          <a className="kern-link" href={`/api/v1/retention/disposals/${disposal.id}/protocol`} download>
            {say('protocol')}
          </a>
        )}
      </div>
      {keeps && status === 'waiting' && (
        <div className="button-row">
          {!own && (
            <Button small kind="primary" onClick={() => setDeed('confirm')}>
              {say('confirm')}
            </Button>
          )}
          <Button small onClick={() => setDeed('withdraw')}>
            {say('withdraw')}
          </Button>
        </div>
      )}
      {deed && <DisposalDeed id={disposal.id} deed={deed} onClose={() => setDeed(null)} />}
    </li>
  );
}

const deedWords = {
  confirm: { text: 'confirmText', done: 'confirmed' },
  withdraw: { text: 'withdrawText', done: 'ended' },
} as const;

interface DisposalDeedProps {
  readonly id: string;
  readonly deed: 'confirm' | 'withdraw';
  readonly onClose: () => void;
}

function DisposalDeed({ id, deed, onClose }: DisposalDeedProps) {
  const say = useWords(retentionWords);
  const { text, done } = deedWords[deed];
  const send = async (key: string): Promise<void> => {
    const params = { path: { id }, header: { 'Idempotency-Key': key } };
    await (deed === 'confirm'
      ? answerOf(api.POST('/api/v1/retention/disposals/{id}/confirmation', { params }))
      : answerOf(api.POST('/api/v1/retention/disposals/{id}/withdrawal', { params })));
  };
  return (
    <DeedDialog {...{ title: say(deed), deed: say(deed), done: say(done), send, onClose }}>
      <p className="kern-body">{say(text)}</p>
    </DeedDialog>
  );
}
