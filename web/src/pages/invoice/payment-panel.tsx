import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { Badge } from '../../components/badge.js';
import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { toast } from '../../components/toasts.js';
import { formatDate, formatInstant } from '../../format/dates.js';
import { formatAmount } from '../../format/decimals.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { grouped } from '../clearing/typed-values.js';
import { paymentQuery, useInStep, type Payment, type PaymentVersion, type Seen } from './coding-queries.js';
import type { SeenInvoice } from './invoice-queries.js';
import { PaymentDialog } from './payment-dialog.js';
import { paymentWords } from './payment.words.js';

/** What is paid, to whom, where and when, in all its versions. */
export function PaymentPanel({ invoice }: { readonly invoice: SeenInvoice }) {
  const say = useWords(paymentWords);
  const query = useQuery(paymentQuery(invoice.value.id, useLanguage()));
  useInStep(invoice, query);
  const { data: payment, error, refetch } = query;
  // What is shown stays when reading it anew fails: somebody may be typing in it.
  if (!payment) return error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : <Skeleton lines={3} />;
  const [current, ...earlier] = payment.value.versions;
  return (
    <section className="coding-part" aria-labelledby="payment-title">
      <h2 id="payment-title" className="kern-heading-small">
        {say('title')}
      </h2>
      {current ? <Present {...{ invoice, payment, current }} /> : <p className="kern-body">{say('none')}</p>}
      <Earlier versions={earlier} />
    </section>
  );
}

interface PresentProps {
  readonly invoice: SeenInvoice;
  readonly payment: Seen<Payment>;
  readonly current: PaymentVersion;
}

function Present({ invoice, payment, current }: PresentProps) {
  const say = useWords(paymentWords);
  const [isOpen, setOpen] = useState(false);
  const { payable, waitsForSecond, confirm, amend } = payment.value;
  return (
    <>
      <Version version={current} isReduced={payable !== null && payable !== current.amount} />
      {waitsForSecond && <Waiting id={invoice.value.id} etag={payment.etag} mayConfirm={confirm?.allowed === true} />}
      {amend?.allowed && payable !== null && (
        <div className="button-row">
          <Button onClick={() => setOpen(true)}>{say('change')}</Button>
        </div>
      )}
      {isOpen && payable !== null && (
        <PaymentDialog {...{ invoice, current, payable }} etag={payment.etag} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

interface WaitingProps {
  readonly id: string;
  /** Under which the payment above was read: who confirms, confirms that one. */
  readonly etag: string;
  readonly mayConfirm: boolean;
}

function Waiting({ id, etag, mayConfirm }: WaitingProps) {
  const say = useWords(paymentWords);
  const confirm = useChange({
    send: (seen: string, key) => {
      const params = { path: { id }, header: { 'Idempotency-Key': key, 'If-Match': seen } };
      return answerOf(api.POST('/api/v1/invoices/{id}/payment/confirmation', { params }));
    },
    renews: [['invoices']],
    onDone: () => toast('success', say('confirmed')),
  });
  return (
    <Notice kind="warning" title={say('waits')}>
      <p className="kern-body">{say('waitsText')}</p>
      {confirm.error && <ProblemPanel error={confirm.error} />}
      {mayConfirm && (
        <Button kind="primary" busy={confirm.isPending} onClick={() => confirm.mutate(etag)}>
          {say('confirm')}
        </Button>
      )}
    </Notice>
  );
}

function Version({ version, isReduced }: { readonly version: PaymentVersion; readonly isReduced: boolean }) {
  const say = useWords(paymentWords);
  const language = useLanguage();
  const facts = [
    ['payee', version.payee],
    ['iban', version.iban && grouped(version.iban)],
    ['bic', version.bic],
    ['dueDate', version.dueDate && formatDate(version.dueDate, language)],
    ['purpose', version.purpose],
    ['reducedBecause', version.reducedBecause],
  ] as const;
  const who = version.setByName ?? (version.setBy === null ? say('asInvoice') : '–');
  return (
    <>
      <dl className="coding-facts">
        <div>
          <dt>{say('amount')}</dt>
          <dd>
            {formatAmount(version.amount, version.currency, language)}{' '}
            {isReduced && <Badge kind="warning">{say('reduced')}</Badge>}
          </dd>
        </div>
        {facts.map(([label, value]) =>
          value === null ? null : (
            <div key={label}>
              <dt>{say(label)}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {version.means !== 'transfer' && <p className="kern-body">{say(version.means)}</p>}
      <p className="kern-body kern-body--small coding-name">
        {say('setBy', { version: version.version, who, when: formatInstant(version.setAt, language) })}
        {version.reason !== null && ` – ${version.reason}`}
        {version.confirmedAt !== null &&
          ` – ${say('confirmedBy', { who: version.confirmedByName ?? '–', when: formatInstant(version.confirmedAt, language) })}`}
      </p>
    </>
  );
}

function Earlier({ versions }: { readonly versions: readonly PaymentVersion[] }) {
  const say = useWords(paymentWords);
  if (versions.length === 0) return null;
  return (
    <details className="refusals">
      <summary>{say('versions', { count: versions.length })}</summary>
      {versions.map((version) => (
        <Version key={version.version} version={version} isReduced={false} />
      ))}
    </details>
  );
}
