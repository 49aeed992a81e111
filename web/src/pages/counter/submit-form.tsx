import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import { ProblemError } from '../../api/problem.js';
import { townQuery } from '../../api/town.js';
import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { TextField } from '../../components/text-field.js';
import { formatBytes } from '../../format/decimals.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { ChosenFiles } from './chosen-files.js';
import { CounterProblem } from './counter-problem.js';
import { counterWords } from './counter.words.js';
import { DropZone } from './drop-zone.js';
import { faultOfList, type Chosen, type Limits } from './file-limits.js';
import { submissionTo, useDraft, type Sending, type Submission } from './submission.js';
import { submitWords } from './submit.words.js';

interface SubmitFormProps {
  readonly slug: string;
  readonly limits: Limits;
}

const LONGEST_SENDER = 255;
const SEND = 'send';

/** Choose, send, and on to the page that is the receipt. */
export function SubmitForm({ slug, limits }: SubmitFormProps) {
  const say = useWords(submitWords);
  const submission = submissionTo(slug);
  const { files, sender, sending } = useDraft(submission);
  const [tried, setTried] = useState(false);
  const [news, setNews] = useState('');
  useReceipt(slug, sending);
  useFocusOnFiles();
  const isUnderWay = sending.kind === 'underWay';
  const fault = faultOfList(files, limits);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (fault === null) void submission.send();
  };
  const add = (chosen: readonly File[]) => {
    setTried(false);
    const count = submission.add(chosen);
    setNews(count === 0 ? say('alreadyThere') : say('added', { count }));
  };
  const remove = ({ id, file }: Chosen) => {
    submission.remove(id);
    setNews(say('removed', { name: file.name }));
    document.getElementById('chosen-files')?.focus();
  };
  return (
    <form className="counter-form" onSubmit={send} noValidate>
      <DropZone several hint={useLimitsInWords(limits)} disabled={isUnderWay} onFiles={add} />
      <p className="kern-sr-only" role="status">
        {news}
      </p>
      <ChosenFiles files={files} limits={limits} sending={sending} onRemove={remove} />
      <TextField
        label={say('sender')}
        hint={say('senderHint')}
        optional
        autoComplete="email"
        maxLength={LONGEST_SENDER}
        disabled={isUnderWay}
        value={sender}
        onValue={(name) => submission.nameSender(name)}
      />
      {tried && fault !== null && <FaultNotice fault={fault} limits={limits} />}
      <SendingState sending={sending} />
      <div className="button-row">
        <Button kind="primary" type="submit" id={SEND} busy={isUnderWay}>
          {say(sending.kind === 'failed' || sending.kind === 'cancelled' ? 'again' : 'send')}
        </Button>
        {isUnderWay && (
          <Button icon="close" onClick={() => cancel(submission)}>
            {say('cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}

function useLimitsInWords({ fileBytes, deliveryBytes, parts }: Limits): string {
  const say = useWords(counterWords);
  const language = useLanguage();
  const [file, all] = [formatBytes(fileBytes, language), formatBytes(deliveryBytes, language)];
  return say('submitHint', { parts, file, all });
}

/** The button that cancels goes away; the focus goes to the one that sends again. */
function cancel(submission: Submission): void {
  document.getElementById(SEND)?.focus();
  submission.cancel();
}

/** Leads to the receipt as soon as there is one; also when somebody comes back to a list that has arrived meanwhile. */
function useReceipt(slug: string, sending: Sending): void {
  const navigate = useNavigate();
  const client = useQueryClient();
  useEffect(() => {
    if (sending.kind !== 'done') return;
    submissionTo(slug).startAnew();
    const token = sending.receipt.trackingToken;
    void navigate({ to: '/t/$slug/track/$token', params: { slug, token }, search: { receipt: 'new' } });
  }, [slug, sending, navigate]);
  useEffect(() => {
    const isClosed = sending.kind === 'failed' && isCode(sending.error, 'counterClosed');
    if (isClosed) void client.invalidateQueries({ queryKey: townQuery(slug).queryKey });
  }, [slug, sending, client]);
}

/** Whoever comes from the check with a file begins at the list. */
function useFocusOnFiles(): void {
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById('chosen-files')?.focus();
  }, []);
}

const isCode = (error: unknown, code: string): boolean => error instanceof ProblemError && error.code === code;

interface FaultNoticeProps {
  readonly fault: NonNullable<ReturnType<typeof faultOfList>>;
  readonly limits: Limits;
}

function FaultNotice({ fault, limits }: FaultNoticeProps) {
  const say = useWords(submitWords);
  const language = useLanguage();
  return (
    <Notice kind="warning" title={say('notSentYet')} urgent>
      <p className="kern-body">
        {say(fault, { parts: limits.parts, all: formatBytes(limits.deliveryBytes, language) })}
      </p>
    </Notice>
  );
}

/** Percent that are read out; every one would be noise. */
const READ_OUT_EVERY = 25;

function SendingState({ sending }: { readonly sending: Sending }) {
  const say = useWords(submitWords);
  if (sending.kind === 'failed') return <CounterProblem error={sending.error} keepsFiles />;
  if (sending.kind === 'cancelled') {
    return (
      <Notice kind="info" title={say('cancelled')} urgent>
        <p className="kern-body">{say('cancelledWhy')}</p>
      </Notice>
    );
  }
  return <p role="status">{sending.kind === 'notYet' ? null : <Progress sending={sending} />}</p>;
}

function Progress({ sending }: { readonly sending: Extract<Sending, { readonly kind: 'underWay' | 'done' }> }) {
  const say = useWords(submitWords);
  if (sending.kind === 'done') return say('received');
  const { sent, all } = sending;
  if (sent >= all) return say('storing');
  const percent = Math.floor((sent / all) * 100);
  return (
    <>
      <span aria-hidden="true">{say('sending', { percent })}</span>
      <span className="kern-sr-only">{say('sending', { percent: percent - (percent % READ_OUT_EVERY) })}</span>
    </>
  );
}
