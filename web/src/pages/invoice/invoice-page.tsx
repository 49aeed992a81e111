import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { kindOf } from '../../api/problem.js';
import { Button } from '../../components/button.js';
import { EmptyPanel } from '../../components/empty-panel.js';
import { PageHeading } from '../../components/page-heading.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import '../../styles/invoice.css';
import '../../styles/invoice-print.css';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { hasPaperBeside } from '../clearing/questions.js';
import { DecisionBar } from './decision-bar.js';
import type { Deed } from './deeds.js';
import { InvoiceHead } from './invoice-head.js';
import { invoiceQuery, type SeenInvoice } from './invoice-queries.js';
import type { InvoiceSearch } from './invoice-search.js';
import { InvoiceTabs } from './invoice-tabs.js';
import { invoiceWords } from './invoice.words.js';
import { NextInvoice } from './next-invoice.js';

const route = getRouteApi('/t/$slug/desk/invoices/$id');

const ClearedByOthers = lazy(async () => ({
  default: (await import('../clearing/cleared-by-others.js')).ClearedByOthers,
}));
const CodingAndPayment = lazy(async () => ({
  default: (await import('./coding-and-payment.js')).CodingAndPayment,
}));
const SupplierQueries = lazy(async () => ({
  default: (await import('./supplier-queries.js')).SupplierQueries,
}));
const ActingNotice = lazy(async () => ({ default: (await import('../deputies/acting-notice.js')).ActingNotice }));
const ClearingPanel = lazy(async () => ({ default: (await import('../clearing/clearing-panel.js')).ClearingPanel }));

export function InvoicePage() {
  const { id } = route.useParams();
  return <OneInvoice key={id} id={id} />;
}

function OneInvoice({ id }: { readonly id: string }) {
  const invoice = useQuery(invoiceQuery(id, useLanguage()));
  const say = useWords(invoiceWords);
  const [done, setDone] = useState<Deed | null>(null);
  if (kindOf(invoice.error) === 'missing' && done) return <GoneAfter deed={done} />;
  if (!invoice.data && !invoice.error) return <Skeleton lines={14} />;
  return (
    <>
      {invoice.error && !invoice.data && <PageHeading title={say('title')} />}
      {invoice.error && <ProblemPanel error={invoice.error} onRetry={() => void invoice.refetch()} />}
      {invoice.data && <Present invoice={invoice.data} done={done} onDone={setDone} />}
    </>
  );
}

interface PresentProps {
  readonly invoice: SeenInvoice;
  /** What the person has just decided here. */
  readonly done: Deed | null;
  readonly onDone: (deed: Deed) => void;
}

function Present({ invoice, done, onDone }: PresentProps) {
  const say = useWords(invoiceWords);
  const { queue, file, whose } = route.useSearch();
  const navigate = route.useNavigate();
  const { value } = invoice;
  const [{ value: first }] = useState(invoice);
  const deeds = useHeight();
  const show = (shown: string) =>
    void navigate({ search: (before) => ({ ...before, file: shown }), replace: true, resetScroll: false });
  return (
    <article className="invoice">
      <InvoiceHead invoice={invoice} onReplaced={onDone}>
        <PrintButton />
      </InvoiceHead>
      <div ref={deeds} className="invoice-deeds">
        {(whose !== undefined || value.principals.length > 0) && (
          <Suspense fallback={null}>
            <ActingNotice
              invoice={value}
              whose={whose}
              onWhose={(principal) =>
                void navigate({ search: (before) => ({ ...before, whose: principal }), resetScroll: false })
              }
            />
          </Suspense>
        )}
        <DecisionBar invoice={invoice} onDecided={onDone} />
        <nav className="invoice-onward" aria-label={say('next')}>
          <NextInvoice queue={queueAfter(done, queue, value.state)} />
        </nav>
      </div>
      {value.state === 'clarification' && (
        <section id="clearing" tabIndex={-1} className="invoice-clearing">
          <Suspense fallback={<Skeleton lines={4} />}>
            <ClearingPanel invoice={invoice} file={file} onFile={show} />
          </Suspense>
        </section>
      )}
      {value.state !== 'clarification' && first.state === 'clarification' && (
        <Suspense fallback={null}>
          <ClearedByOthers seen={first} now={value} />
        </Suspense>
      )}
      <Suspense fallback={null}>
        <SupplierQueries id={value.id} stateSince={value.stateSince} />
      </Suspense>
      {CODED_STATES.includes(value.state) && (
        <Suspense fallback={<Skeleton lines={4} />}>
          <CodingAndPayment invoice={invoice} />
        </Suspense>
      )}
      <InvoiceTabs id={value.id} paperAbove={hasPaperBeside(invoice)} onShow={show} />
    </article>
  );
}

/** Tells the style sheet how high the decisions are: the papers stay in sight below them. */
function useHeight() {
  const measured = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = measured.current;
    if (!element) return;
    const tell = () => element.parentElement?.style.setProperty('--deeds-height', `${element.offsetHeight}px`);
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return measured;
}

/** From the department's desk on, an invoice is coded and paid. */
const CODED_STATES = 'routed in_review query confirmed approved claimed handed_over paid paid_reduced'.split(' ');

/** The queue from which one came; without one, where the next of its kind waits. */
const queueAfter = (done: Deed | null, queue: InvoiceSearch['queue'], state: string) =>
  queue ?? done?.next ?? waiting[state] ?? 'department';

const waiting: Readonly<Record<string, InvoiceSearch['queue']>> = {
  clarification: 'clearing',
  routed: 'toConfirm',
  in_review: 'toConfirm',
  confirmed: 'toOrder',
};

/** The terms are what is printed, whatever is open on screen. */
function PrintButton() {
  const say = useWords(invoiceWords);
  const navigate = route.useNavigate();
  const print = async () => {
    await navigate({ search: (before) => ({ ...before, tab: 'terms' }), replace: true, resetScroll: false });
    requestAnimationFrame(() => window.print());
  };
  return (
    <Button small onClick={() => void print()}>
      {say('print')}
    </Button>
  );
}

/** The decision has taken the invoice out of sight: to another department, for example. */
function GoneAfter({ deed }: { readonly deed: Deed }) {
  const say = useWords(invoiceWords);
  const { slug } = route.useParams();
  const { queue } = route.useSearch();
  return (
    <>
      <PageHeading title={say('gone')} />
      <EmptyPanel title={say('goneTo')}>
        <p>
          <NextInvoice queue={queueAfter(deed, queue, '')} />
        </p>
        <p>
          <Link to="/t/$slug/desk" params={{ slug }} className="kern-link kern-link--no-visited-state">
            {say('toQueue')}
          </Link>
        </p>
      </EmptyPanel>
    </>
  );
}
