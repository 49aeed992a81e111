import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { Badge, type BadgeKind } from '../../components/badge.js';
import { Button } from '../../components/button.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { useShortcuts } from '../../frame/shortcuts.js';
import { formatInstant } from '../../format/dates.js';
import { formatAmount } from '../../format/decimals.js';
import { useLanguage } from '../../words/language.js';
import { inLanguage, useWords } from '../../words/words.js';
import { CodingEditor } from './coding-editor.js';
import { chartQuery, codingQuery, useInStep, type Coding, type CodingVersion, type Seen } from './coding-queries.js';
import { codingWords } from './coding.words.js';
import type { SeenInvoice } from './invoice-queries.js';

/** How the invoice is coded, and where it is coded. A town without a chart of accounts sees nothing of it. */
export function CodingPanel({ invoice }: { readonly invoice: SeenInvoice }) {
  const language = useLanguage();
  const say = useWords(codingWords);
  const query = useQuery(codingQuery(invoice.value.id, language));
  useInStep(invoice, query);
  const { data: coding, error, refetch } = query;
  // What is shown stays when reading it anew fails: somebody may be typing in it.
  if (!coding) return error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : <Skeleton lines={3} />;
  if (coding.value.fiscalYears.length === 0 && !coding.value.requiredForOrder) return null;
  return (
    <section className="coding-part" aria-labelledby="coding-title">
      <h2 id="coding-title" className="kern-heading-small">
        {say('title')}
      </h2>
      <Present invoice={invoice} seen={coding} />
    </section>
  );
}

function Present({ invoice, seen }: { readonly invoice: SeenInvoice; readonly seen: Seen<Coding> }) {
  const say = useWords(codingWords);
  const coding = seen.value;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLDivElement>(null);
  const mayCode = coding.offer?.allowed === true && coding.total !== null && coding.proposedYear !== null;
  const begin = () => setOpen(true);
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => button.current?.querySelector('button')?.focus());
  };
  useShortcuts(say('title'), mayCode && !isOpen ? [{ key: 's', label: say('code'), run: begin }] : []);
  if (isOpen && coding.total !== null)
    return <CodingEditor {...{ invoice }} now={seen} total={coding.total} onClose={close} />;
  return (
    <>
      {coding.current ? <Splits version={coding.current} /> : <p className="kern-body">{say('none')}</p>}
      <Lacks coding={coding} />
      {coding.current && coding.budgetCheck && <Budget id={invoice.value.id} check={coding.budgetCheck} />}
      {mayCode && (
        <div ref={button} className="button-row">
          <Button kind={coding.current ? 'secondary' : 'primary'} aria-keyshortcuts="s" onClick={begin}>
            {say(coding.current ? 'recode' : 'code')}
          </Button>
        </div>
      )}
      <Earlier versions={coding.versions.slice(1)} />
    </>
  );
}

function Splits({ version }: { readonly version: CodingVersion }) {
  const say = useWords(codingWords);
  const language = useLanguage();
  const chart = useQuery(chartQuery(version.fiscalYear));
  const named = (kind: string, number: string | null) =>
    chart.data?.items.find((item) => item.kind === kind && item.number === number)?.name;
  const cell = (kind: 'account' | 'product' | 'costCentre', number: string | null, note?: string | null) => (
    <td data-label={say(kind)}>
      <span>
        <span className="coding-number">{number}</span>{' '}
        {number !== null && <span className="coding-name">{named(kind, number)}</span>}
        {note && <span className="coding-note">{note}</span>}
      </span>
    </td>
  );
  return (
    <table className="coding-table">
      <caption className="kern-body kern-body--small">
        {say('year')} {version.fiscalYear},{' '}
        {say('by', { who: version.setByName ?? '–', when: formatInstant(version.setAt, language) })}
      </caption>
      <thead>
        <tr>
          {(['account', 'product', 'costCentre', 'amount'] as const).map((column) => (
            <th key={column} scope="col" className={column === 'amount' ? 'coding-amount' : undefined}>
              {say(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {version.splits.map((split, index) => (
          <tr key={index}>
            {cell('account', split.account, split.note)}
            {cell('product', split.product)}
            {cell('costCentre', split.costCentre ?? null)}
            <td data-label={say('amount')} className="coding-amount">
              {formatAmount(split.amount, version.currency, language)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Lacks({ coding: { missingForOrder } }: { readonly coding: Coding }) {
  const say = useWords(codingWords);
  const language = useLanguage();
  if (missingForOrder.length === 0) return null;
  return (
    <p className="kern-body coding-lacks">
      {say('lacks')}: {missingForOrder.map(({ label }) => inLanguage(label, language)).join('; ')}.
    </p>
  );
}

type Check = NonNullable<Coding['budgetCheck']>;

const answers = {
  yes: ['success', 'budgetYes'],
  no: ['danger', 'budgetNo'],
  unknown: ['warning', 'budgetUnknown'],
} as const satisfies Record<string, readonly [BadgeKind, keyof typeof codingWords]>;

const silences = ['noAnswer', 'notUnderstood', 'hostForbidden', 'noEncryption', 'secretUnreadable'] as const;

/** Whether there are funds, and whether it holds anything up: silence is said as loudly as a no. */
function Budget({ id, check }: { readonly id: string; readonly check: Check }) {
  const say = useWords(codingWords);
  const language = useLanguage();
  const { answer } = check;
  const ask = useChange({
    send: (_: null, key) => {
      const params = { path: { id }, header: { 'Idempotency-Key': key } };
      return answerOf(api.POST('/api/v1/invoices/{id}/budget-check', { params }));
    },
    renews: [['invoices']],
  });
  const [kind, label] = answer ? answers[answer.answer] : (['info', 'budgetUnasked'] as const);
  const silence = silences.find((one) => one === answer?.message);
  const weight = answer?.answer === 'no' ? check.onNo : check.onUnknown;
  return (
    <div className="budget">
      <p className="kern-body" role="status">
        {say('budget')}: <Badge kind={kind}>{say(label)}</Badge>{' '}
        {answer?.message && (silence ? say(silence) : answer.message)}{' '}
        {answer?.answer !== 'yes' && say(weight === 'hold' ? 'holds' : 'tells')}{' '}
        {answer && <span className="coding-name">{formatInstant(answer.askedAt, language)}</span>}
      </p>
      {ask.error && <ProblemPanel error={ask.error} />}
      <Button small busy={ask.isPending} onClick={() => ask.mutate(null)}>
        {say('askBudget')}
      </Button>
    </div>
  );
}

function Earlier({ versions }: { readonly versions: readonly CodingVersion[] }) {
  const say = useWords(codingWords);
  const language = useLanguage();
  if (versions.length === 0) return null;
  const line = ({ version, setByName, setAt }: CodingVersion) =>
    say('versionLine', { version, who: setByName ?? '–', when: formatInstant(setAt, language) });
  return (
    <details className="refusals">
      <summary>{say('versions', { count: versions.length })}</summary>
      {versions.map((version) => (
        <div key={version.version}>
          <p className="kern-body kern-body--small">{line(version)}</p>
          <Splits version={version} />
        </div>
      ))}
    </details>
  );
}
