import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { CheckField } from '../../components/check-field.js';
import { Notice } from '../../components/notice.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { formatInstant } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import type { Invoice } from '../invoice/invoice-queries.js';
import { clearingWords } from './clearing.words.js';
import { DeedForm, type PartProps } from './deed-form.js';
import { RejectPart } from './reject-part.js';

const accountsQuery = (id: string) =>
  queryOptions({
    queryKey: ['invoices', 'one', id, 'accounts'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/invoices/{id}/accounts', { params: { path: { id } }, signal })),
  });

/** The old account and the new one, what to do before anybody trusts it, and who has released it already. */
export function AccountPart(part: PartProps) {
  const say = useWords(clearingWords);
  const [asked, setAsked] = useState(false);
  const [tried, setTried] = useState(false);
  const release = () => {
    setTried(true);
    return asked ? {} : null;
  };
  return (
    <>
      <Notice kind="warning" title={say('accountWarning')}>
        <p className="kern-body">{say('accountCall')}</p>
      </Notice>
      <Accounts invoice={part.invoice.value} />
      <Releases invoice={part.invoice.value} />
      <div className="clearing-pair">
        <DeedForm {...part} action="releaseAccount" details={release}>
          <CheckField label={say('asked')} checked={asked} onChecked={setAsked} />
          {tried && !asked && (
            <p className="clearing-error" role="alert">
              {say('askedMissing')}
            </p>
          )}
        </DeedForm>
        <details className="clearing-more">
          <summary>{say('refuseAccount')}</summary>
          <RejectPart {...part} reason={say('refuseReason')} />
        </details>
      </div>
    </>
  );
}

function Accounts({ invoice }: { readonly invoice: Invoice }) {
  const say = useWords(clearingWords);
  const language = useLanguage();
  const accounts = useQuery(accountsQuery(invoice.id));
  if (accounts.error) return <ProblemPanel error={accounts.error} onRetry={() => void accounts.refetch()} />;
  if (!accounts.data) return <Skeleton lines={3} />;
  const now = invoice.payment?.iban ?? null;
  const before = accounts.data.items.filter(({ iban, released }) => released || iban !== now);
  const trusted = before.findLast(({ released }) => released)?.iban ?? null;
  return (
    <div className="clearing-accounts">
      <section>
        <h4>{say('oldAccounts')}</h4>
        {before.length === 0 && <p>{say('noOldAccount')}</p>}
        {before.map(({ iban, firstSeenAt, released }) => (
          <p key={`${iban} ${firstSeenAt}`}>
            <Iban iban={iban} against={now} />
            <span className="clearing-aside">
              {say(released ? 'accountSince' : 'accountUntrusted', { when: formatInstant(firstSeenAt, language) })}
            </span>
          </p>
        ))}
      </section>
      <section>
        <h4>{say('newAccount')}</h4>
        <p>{now === null ? say('noAccount') : <Iban iban={now} against={trusted} />}</p>
        {now !== null && trusted !== null && <p className="clearing-aside">{say('differs')}</p>}
      </section>
    </div>
  );
}

const GROUP = 4;

/** In groups of four; a group that differs from the other account is marked, so that eyes find a swapped digit. */
function Iban({ iban, against }: { readonly iban: string; readonly against: string | null }) {
  const groups = Array.from({ length: Math.ceil(iban.length / GROUP) }, (_, index) => index * GROUP);
  return (
    <span className="clearing-iban">
      {groups.map((at) => {
        const text = iban.slice(at, at + GROUP);
        const differs = against !== null && against.slice(at, at + GROUP) !== text;
        return differs ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>;
      })}
    </span>
  );
}

function Releases({ invoice }: { readonly invoice: Invoice }) {
  const say = useWords(clearingWords);
  const language = useLanguage();
  const first = invoice.decisions.find(({ action, voidedAt }) => action === 'releaseAccount' && voidedAt === null);
  if (!first) return <p className="kern-body">{say('noRelease')}</p>;
  const who = invoice.names[first.personId] ?? '';
  return (
    <p className="kern-body">
      {say('firstRelease', { who, when: formatInstant(first.decidedAt, language) })} {say('secondMissing')}
    </p>
  );
}
