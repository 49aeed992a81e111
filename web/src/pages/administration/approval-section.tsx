import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSeesInvoices } from '../../api/session.js';
import { Badge } from '../../components/badge.js';
import { EmptyPanel } from '../../components/empty-panel.js';
import { LoadMore } from '../../components/load-more.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { formatInstant } from '../../format/dates.js';
import { formatAmount } from '../../format/decimals.js';
import { useLanguage } from '../../words/language.js';
import { inLanguage, useWords } from '../../words/words.js';
import { approvalSettingQuery, exceptionsQuery, type OrderException } from './administration-queries.js';
import { ApprovalForm, type SeenApproval } from './approval-form.js';
import { approvalLines } from './approval-lines.js';
import { approvalWords } from './approval.words.js';
import { SettingPart } from './counter-section.js';
import { Section } from './section.js';
import { WaitingProposal } from './waiting-proposal.js';

/** What the town asks for in approval, and the list of its exceptions for the audit office. */
export function ApprovalSection() {
  const say = useWords(approvalWords);
  return (
    <Section title={say('title')} lead={say('lead')}>
      <SettingPart title={say('settings')} query={approvalSettingQuery}>
        {(seen, onReload) => <ApprovalSettingPart {...{ seen, onReload }} />}
      </SettingPart>
      <section className="admin-setting">
        <h2 className="kern-heading-small">{say('exceptions')}</h2>
        <Exceptions />
      </section>
    </Section>
  );
}

/** While something waits for a second person, nothing else can be proposed: what waits stands in the form's place. */
function ApprovalSettingPart({ seen, onReload }: { readonly seen: SeenApproval; readonly onReload: () => void }) {
  const say = useWords(approvalWords);
  const language = useLanguage();
  const { proposal, value } = seen.value;
  if (proposal === null) return <ApprovalForm seen={seen} onReload={onReload} />;
  const lines = (setting: typeof value) => approvalLines(setting, say, language);
  return <WaitingProposal {...{ proposal, onReload }} before={lines(value)} after={lines(proposal.value)} />;
}

function Exceptions() {
  const say = useWords(approvalWords);
  const list = useInfiniteQuery(exceptionsQuery);
  const items = (list.data?.pages ?? []).flatMap((page) => page.items);
  if (list.error && items.length === 0) return <ProblemPanel error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending) return <Skeleton lines={4} />;
  if (items.length === 0)
    return (
      <EmptyPanel title={say('noExceptions')}>
        <p>{say('noExceptionsText')}</p>
      </EmptyPanel>
    );
  return (
    <>
      <ul className="admin-list">
        {items.map((one) => (
          <ExceptionEntry key={one.id} exception={one} />
        ))}
      </ul>
      <LoadMore
        shown={items.length}
        hasMore={list.hasNextPage}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
}

function ExceptionEntry({ exception }: { readonly exception: OrderException }) {
  const say = useWords(approvalWords);
  const language = useLanguage();
  const seesInvoices = useSeesInvoices();
  const { invoiceId, number, sellerName, grossAmount, currency, stateLabel, ordered, agreed, voided } = exception;
  const told = ({ name, reason, decidedAt }: OrderException['agreed']) => ({
    ...{ name, reason: reason ?? '' },
    when: formatInstant(decidedAt, language),
  });
  const facts = [sellerName, grossAmount && formatAmount(grossAmount, currency ?? '', language)];
  return (
    <li className="admin-entry">
      <div className="admin-entry__text">
        <h3 className="kern-title admin-entry__title">
          {seesInvoices ? (
            <Link
              from="/t/$slug"
              to="/t/$slug/desk/invoices/$id"
              params={(before) => ({ ...before, id: invoiceId })}
              className="kern-link kern-link--no-visited-state"
            >
              {number ?? say('unnamed')}
            </Link>
          ) : (
            (number ?? say('unnamed'))
          )}{' '}
          <Badge kind={voided ? 'info' : 'warning'}>{voided ? say('voided') : inLanguage(stateLabel, language)}</Badge>
        </h3>
        <p>{facts.filter(Boolean).join(' · ')}</p>
        {ordered && <p>{say('orderedBy', told(ordered))}</p>}
        <p>{say('agreedBy', told(agreed))}</p>
      </div>
    </li>
  );
}
