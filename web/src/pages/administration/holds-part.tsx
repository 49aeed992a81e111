import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { useSession } from '../../api/session.js';
import { Button } from '../../components/button.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { TextField } from '../../components/text-field.js';
import { formatInstant } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { DeedDialog } from './deed-dialog.js';
import { holdsQuery, type Hold } from './retention-queries.js';
import { retentionWords } from './retention.words.js';

/** What is held, why, and who wants it lifted. */
export function HoldsPart({ lifts }: { readonly lifts: boolean }) {
  const say = useWords(retentionWords);
  const { data, error, refetch } = useQuery(holdsQuery);
  return (
    <section className="admin-setting">
      <h2 className="kern-heading-small">{say('holds')}</h2>
      {!data && (error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : <Skeleton lines={3} />)}
      {data?.length === 0 && <p className="kern-body">{say('noHolds')}</p>}
      <ul className="admin-list">
        {data?.map((hold) => (
          <HoldEntry key={hold.id} {...{ hold, lifts }} />
        ))}
      </ul>
    </section>
  );
}

function HoldEntry({ hold, lifts }: { readonly hold: Hold; readonly lifts: boolean }) {
  const say = useWords(retentionWords);
  const language = useLanguage();
  const [lifting, setLifting] = useState(false);
  const personId = useSession()?.personId;
  const { number, reason, setBy, setAt, liftAsked } = hold;
  const agrees = liftAsked !== null && liftAsked.personId !== personId;
  return (
    <li className="admin-entry">
      <div className="admin-entry__text">
        <h3 className="kern-title admin-entry__title">{number ?? say('unnamed')}</h3>
        <p>{say('holdBy', { name: setBy, time: formatInstant(setAt, language), reason })}</p>
        {liftAsked && <p>{say('liftAsked', { name: liftAsked.by, reason: liftAsked.reason })}</p>}
      </div>
      {lifts && (
        <Button small onClick={() => setLifting(true)}>
          {say(agrees ? 'agreeToLift' : 'lift')}
        </Button>
      )}
      {lifting && <LiftDialog invoiceId={hold.invoiceId} onClose={() => setLifting(false)} />}
    </li>
  );
}

function LiftDialog({ invoiceId, onClose }: { readonly invoiceId: string; readonly onClose: () => void }) {
  const say = useWords(retentionWords);
  const [reason, setReason] = useState('');
  const send = (key: string) =>
    answerOf(
      api.POST('/api/v1/retention/holds/{invoiceId}/lifting', {
        params: { path: { invoiceId }, header: { 'Idempotency-Key': key } },
        body: { reason },
      }),
    );
  return (
    <DeedDialog {...{ title: say('lift'), deed: say('lift'), done: say('liftNoted'), send, onClose }}>
      <p className="kern-body">{say('liftText')}</p>
      <TextField label={say('liftReason')} value={reason} onValue={setReason} />
    </DeedDialog>
  );
}
