import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { kindOf } from '../../api/problem.js';
import { Badge } from '../../components/badge.js';
import { Button } from '../../components/button.js';
import { CheckField } from '../../components/check-field.js';
import { EmptyPanel } from '../../components/empty-panel.js';
import { LoadMore } from '../../components/load-more.js';
import { Notice } from '../../components/notice.js';
import { PageHeading } from '../../components/page-heading.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { SelectField } from '../../components/select-field.js';
import { Skeleton } from '../../components/skeleton.js';
import { formatDaysFromNow } from '../../format/dates.js';
import { formatAmount } from '../../format/decimals.js';
import { useShortcuts } from '../../frame/shortcuts.js';
import '../../styles/clearing.css';
import '../../styles/invoice.css';
import '../../styles/queue.css';
import { useLanguage } from '../../words/language.js';
import { inLanguage, useWords } from '../../words/words.js';
import { DecisionBar } from '../invoice/decision-bar.js';
import { invoiceQuery, type InvoiceLine, type SeenInvoice } from '../invoice/invoice-queries.js';
import { FreshNote } from '../queue/fresh-note.js';
import { queueWords } from '../queue/queue.words.js';
import { nameOf } from '../queue/use-claim.js';
import { useFreshList } from '../queue/use-fresh-list.js';
import { useRowFocus } from '../queue/use-row-focus.js';
import { ClearedByOthers } from './cleared-by-others.js';
import { ClearingPanel } from './clearing-panel.js';
import { REASONS, type ClearingSearch, type Reason } from './clearing-search.js';
import { clearingWords } from './clearing.words.js';
import { reasonWords } from './reason.words.js';

const route = getRouteApi('/t/$slug/desk/clearing');

export function ClearingPage() {
  const say = useWords(clearingWords);
  const sayReason = useWords(reasonWords);
  const { reason, waitsFor, open } = route.useSearch();
  const navigate = route.useNavigate();
  const go = (part: ClearingSearch) => void navigate({ search: part, replace: true, resetScroll: false });
  return (
    <>
      <PageHeading title={say('title')} />
      <div className="clearing-filter">
        <SelectField
          label={say('reason')}
          value={reason ?? ''}
          options={REASONS.map((value) => ({ value, label: sayReason(value) }))}
          none={say('anyReason')}
          onValue={(value) => go({ reason: value === '' ? undefined : value, waitsFor })}
        />
        <CheckField
          label={say('onlySecond')}
          checked={waitsFor !== undefined}
          onChecked={(on) => go({ reason, waitsFor: on ? 'secondPerson' : undefined })}
        />
      </div>
      <Cases {...{ reason, waitsFor, open }} onOpen={(id) => go({ reason, waitsFor, open: id })} onAll={() => go({})} />
    </>
  );
}

interface CasesProps {
  readonly reason: Reason | undefined;
  readonly waitsFor: ClearingSearch['waitsFor'];
  readonly open: string | undefined;
  readonly onOpen: (id: string | undefined) => void;
  readonly onAll: () => void;
}

function Cases({ reason, waitsFor, open, onOpen, onAll }: CasesProps) {
  const say = useWords(clearingWords);
  const sayQueue = useWords(queueWords);
  const {
    list,
    items: listed,
    freshCount,
    isStale,
    showNew,
  } = useFreshList({
    queue: 'clearing',
    sort: 'stateSince',
    ...(reason === undefined ? {} : { reason }),
    ...(waitsFor === undefined ? {} : { waitsFor }),
  });
  const items = useKept(listed, open);
  const { move } = useRowFocus(items);
  const top = useRef<HTMLUListElement>(null);
  const finish = () => {
    onOpen(undefined);
    top.current?.focus({ preventScroll: true });
  };
  useShortcuts(say('list'), [
    { key: 'j', label: sayQueue('keyDown'), run: () => move(1) },
    { key: 'k', label: sayQueue('keyUp'), run: () => move(-1) },
  ]);
  if (list.isError && items.length === 0)
    return <ProblemPanel error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending) return <Skeleton lines={10} />;
  if (items.length === 0) return <Nothing filtered={reason !== undefined || waitsFor !== undefined} onAll={onAll} />;
  return (
    <>
      {isStale && <Notice kind="warning" title={sayQueue('outOfDate')} />}
      <FreshNote count={freshCount} onShow={showNew} />
      <ul className="plain-list clearing-list" ref={top} tabIndex={-1} aria-label={say('list')}>
        {items.map((line) => (
          <Case key={line.id} line={line} isOpen={line.id === open} onOpen={onOpen} onDone={finish} />
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

/** The list with the case that is open, also when others have cleared it: what somebody works on does not vanish. */
function useKept(listed: readonly InvoiceLine[], open: string | undefined): readonly InvoiceLine[] {
  const [kept, setKept] = useState<{ readonly line: InvoiceLine; readonly index: number } | null>(null);
  const index = listed.findIndex(({ id }) => id === open);
  const line = listed[index];
  if (line && (kept?.line !== line || kept.index !== index)) setKept({ line, index });
  if (line || open === undefined || kept?.line.id !== open) return listed;
  return listed.toSpliced(kept.index, 0, kept.line);
}

function Nothing({ filtered, onAll }: { readonly filtered: boolean; readonly onAll: () => void }) {
  const say = useWords(clearingWords);
  if (!filtered) return <EmptyPanel title={say('empty')}>{say('emptyWhy')}</EmptyPanel>;
  return (
    <EmptyPanel title={say('emptyFor')}>
      <Button onClick={onAll}>{say('allReasons')}</Button>
    </EmptyPanel>
  );
}

interface CaseProps {
  readonly line: InvoiceLine;
  readonly isOpen: boolean;
  readonly onOpen: (id: string | undefined) => void;
  /** It has been cleared. */
  readonly onDone: () => void;
}

/** Reasons whose answer is to capture the document, and to confirm that. */
const TYPED = ['notAnEInvoice', 'couldNotBeChecked'] as const satisfies readonly Reason[];

function Case({ line, isOpen, onOpen, onDone }: CaseProps) {
  const say = useWords(clearingWords);
  const language = useLanguage();
  const { slug } = route.useParams();
  const { clearing } = line;
  const name = line.number ?? clearing?.capturedNumber ?? nameOf(line);
  const { clarificationSentence: sentence, clarificationReason, payableAmount, grossAmount } = line;
  // What is about to be typed from the document must not stand ready above the form.
  const typed = isOpen && TYPED.some((reason) => reason === clarificationReason);
  const amount = typed ? null : (payableAmount ?? grossAmount);
  return (
    <li className="clearing-case">
      <div className="clearing-case__head" data-case={line.id}>
        <div className="clearing-case__what">
          <h2>
            {line.sellerName ?? clearing?.capturedSeller ?? say('sellerUnknown')}
            {line.sellerName === null && clearing?.capturedSeller && (
              <span className="clearing-aside"> {say('captured')}</span>
            )}
          </h2>
          <p className="clearing-case__facts">
            <span>{name}</span>
            {amount !== null && <strong>{formatAmount(amount, line.currency ?? '', language)}</strong>}
            <ReasonBadge reason={clarificationReason} />
            {clearing?.waitsForSecond && <Badge kind="info">{say('second')}</Badge>}
            <span className="clearing-aside">
              {say('waiting', { when: formatDaysFromNow(line.stateSince, language) })}
            </span>
          </p>
          {clearing?.returnReason && (
            <p className="clearing-case__why">
              {say('returnedBy', {
                who: clearing.returnedBy ?? say('returnedByUnknown'),
                reason: clearing.returnReason,
              })}
            </p>
          )}
          {sentence && <p className="clearing-case__why">{inLanguage(sentence, language)}</p>}
        </div>
        <div className="button-row">
          <Button
            kind={isOpen ? 'secondary' : 'primary'}
            aria-expanded={isOpen}
            aria-label={say(isOpen ? 'closeNamed' : 'openNamed', { name })}
            data-row={line.id}
            onClick={() => onOpen(isOpen ? undefined : line.id)}
          >
            {say(isOpen ? 'close' : 'open')}
          </Button>
          <Link
            to="/t/$slug/desk/invoices/$id"
            params={{ slug, id: line.id }}
            search={{ queue: 'clearing' }}
            className="kern-btn kern-btn--tertiary"
            aria-label={say('wholeNamed', { name })}
          >
            <span className="kern-label">{say('whole')}</span>
          </Link>
        </div>
      </div>
      {isOpen && <OpenCase id={line.id} onDone={onDone} />}
    </li>
  );
}

function ReasonBadge({ reason }: { readonly reason: string | null }) {
  const sayReason = useWords(reasonWords);
  const known = REASONS.find((one) => one === reason);
  return known ? <Badge kind={known === 'accountChanged' ? 'danger' : 'warning'}>{sayReason(known)}</Badge> : null;
}

function OpenCase({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const say = useWords(clearingWords);
  const invoice = useQuery(invoiceQuery(id, useLanguage()));
  if (kindOf(invoice.error) === 'missing' && invoice.error) return <Notice kind="info" title={say('gone')} />;
  if (invoice.error && !invoice.data)
    return <ProblemPanel error={invoice.error} onRetry={() => void invoice.refetch()} />;
  if (!invoice.data) return <Skeleton lines={6} />;
  return <FoundCase invoice={invoice.data} onDone={onDone} />;
}

function FoundCase({ invoice, onDone }: { readonly invoice: SeenInvoice; readonly onDone: () => void }) {
  const say = useWords(clearingWords);
  const [{ value: seen }] = useState(invoice);
  const { value } = invoice;
  if (value.state !== 'clarification') {
    if (seen.state !== 'clarification') return <Notice kind="info" title={say('gone')} />;
    return (
      <ClearedByOthers seen={seen} now={value}>
        <Button onClick={onDone}>{say('close')}</Button>
      </ClearedByOthers>
    );
  }
  return (
    <div className="clearing-case__panel" id="clearing" tabIndex={-1}>
      <ClearingPanel invoice={invoice} onDone={onDone} />
      <details className="clearing-more">
        <summary>{say('others')}</summary>
        <DecisionBar invoice={invoice} onDecided={onDone} inPanel />
      </details>
    </div>
  );
}
