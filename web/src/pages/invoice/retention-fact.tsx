import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { useChange } from '../../api/change.js';
import { useSession } from '../../api/session.js';
import { Button } from '../../components/button.js';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { TextField } from '../../components/text-field.js';
import { toast } from '../../components/toasts.js';
import { formatDate } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { inLanguage, useWords, type Say } from '../../words/words.js';
import type { Invoice } from './invoice-queries.js';
import { retentionFactWords } from './retention.words.js';

/** How long the invoice is kept, and whether it is held beyond that. */
export function RetentionFact({ invoice }: { readonly invoice: Invoice }) {
  const say = useWords(retentionFactWords);
  const language = useLanguage();
  const [setting, setSetting] = useState(false);
  const keeps = (useSession()?.grants ?? []).some(({ role }) => role === 'records');
  const { retention } = invoice;
  const day = retention.lastDay && formatDate(retention.lastDay, language);
  return (
    <>
      {toldIn(invoice, day, say)}
      <span className="fact-list__aside">
        {' '}
        {inLanguage(retention.classLabel, language)}
        {retention.held && ` · ${say('held')}`}
      </span>
      {keeps && !retention.held && invoice.state !== 'disposed' && (
        <Button small onClick={() => setSetting(true)}>
          {say('hold')}
        </Button>
      )}
      {setting && <HoldDialog invoiceId={invoice.id} onClose={() => setSetting(false)} />}
    </>
  );
}

function toldIn({ state, retention }: Invoice, day: string | null, say: Say<keyof typeof retentionFactWords>): string {
  if (state === 'disposed') return say('gone');
  if (day === null) return say('open', { year: retention.year });
  return say(retention.provisional ? 'probably' : 'until', { day });
}

function HoldDialog({ invoiceId, onClose }: { readonly invoiceId: string; readonly onClose: () => void }) {
  const say = useWords(retentionFactWords);
  const [reason, setReason] = useState('');
  const change = useChange({
    send: (body: { reason: string }, key) =>
      answerOf(
        api.POST('/api/v1/retention/holds/{invoiceId}', {
          params: { path: { invoiceId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    renews: [['invoices']],
    onDone: () => {
      toast('success', say('done'));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      {...{ title: say('hold'), confirm: say('hold'), busy: change.isPending, onCancel: onClose }}
      onConfirm={() => change.mutate({ reason })}
    >
      {change.error && <ProblemPanel error={change.error} />}
      <p className="kern-body">{say('holdText')}</p>
      <TextField label={say('reason')} value={reason} onValue={setReason} />
    </ConfirmDialog>
  );
}
