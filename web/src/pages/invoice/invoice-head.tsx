import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../../api/session.js';
import { Badge } from '../../components/badge.js';
import { Notice } from '../../components/notice.js';
import { PageHeading } from '../../components/page-heading.js';
import { kindOfState } from '../../components/state-kind.js';
import { formatDate, formatDaysFromNow, formatInstant } from '../../format/dates.js';
import { formatAmount } from '../../format/decimals.js';
import { useLanguage, type Language } from '../../words/language.js';
import { inLanguage, useWords, type Say } from '../../words/words.js';
import { CorrectionNotes } from './correction-notes.js';
import type { Choice } from './deeds.js';
import { laterPapersQuery, type Invoice, type SeenInvoice } from './invoice-queries.js';
import { DeadlineFacts } from './deadline-facts.js';
import { invoiceWords } from './invoice.words.js';
import { ReplaceByCorrection } from './replace-by-correction.js';
import { RetentionFact } from './retention-fact.js';
import { StandingList, standingOf } from './standing-facts.js';

interface InvoiceHeadProps {
  readonly invoice: SeenInvoice;
  /** The invoice has been replaced by its correction. */
  readonly onReplaced: (choice: Choice) => void;
  readonly children: ReactNode;
}

/** What a clerk has to know before reading on; `children` are buttons beside the title. */
export function InvoiceHead({ invoice: seen, onReplaced, children }: InvoiceHeadProps) {
  const { value: invoice } = seen;
  const say = useWords(invoiceWords);
  const language = useLanguage();
  const number = invoice.number ?? invoice.fileName ?? say('unnamed');
  const seller = invoice.sellerName ?? say('sellerUnknown');
  return (
    <header className="invoice-head">
      <PageHeading title={seller} windowTitle={say('titleOf', { number, seller })}>
        {children}
      </PageHeading>
      <p className="invoice-head__line">
        <span className="invoice-head__number">{number}</span>
        <Badge kind={kindOfState(invoice.state)}>{inLanguage(invoice.stateLabel, language)}</Badge>
        <span className="kern-body kern-body--small kern-body--muted">
          {say('since', { when: formatInstant(invoice.stateSince, language) })}
        </span>
      </p>
      <KeyFacts invoice={invoice} />
      {invoice.clarification?.sentence && (
        <Notice
          kind="warning"
          title={invoice.clarification.label ? inLanguage(invoice.clarification.label, language) : ''}
        >
          <p className="kern-body">{inLanguage(invoice.clarification.sentence, language)}</p>
        </Notice>
      )}
      <CorrectionNotes
        invoice={invoice}
        deed={({ id, relation, advice }) =>
          id !== null &&
          relation === 'correctedBy' &&
          advice === 'replace' && <ReplaceByCorrection invoice={seen} by={id} onReplaced={onReplaced} />
        }
      />
      <CaptureNote invoice={invoice} />
    </header>
  );
}

function KeyFacts({ invoice }: { readonly invoice: Invoice }) {
  const say = useWords(invoiceWords);
  const language = useLanguage();
  const { currency, routedByWords, routedBecause } = invoice;
  // Who confirms a capture copies the amount from the document: it must not stand ready here.
  const copies = (invoice.offers ?? []).some(({ action, allowed }) => action === 'confirmCapture' && allowed);
  const { payableAmount, grossAmount } = copies ? { payableAmount: null, grossAmount: null } : invoice;
  const amount = (decimal: string) => formatAmount(decimal, currency ?? '', language);
  return (
    <dl className="fact-list">
      {payableAmount !== null && (
        <Fact label={say('amount')} form="strong">
          {amount(payableAmount)}
        </Fact>
      )}
      {grossAmount !== null && grossAmount !== payableAmount && <Fact label={say('gross')}>{amount(grossAmount)}</Fact>}
      {invoice.issueDate !== null && <Fact label={say('issued')}>{formatDate(invoice.issueDate, language)}</Fact>}
      {invoice.dueDate !== null && <Deadline label={say('due')} day={invoice.dueDate} />}
      {invoice.nextLoss && <NextLoss loss={invoice.nextLoss} currency={currency} />}
      {invoice.deadlines.length > 0 && (
        <Fact label={say('deadlineList')} form="long">
          <DeadlineFacts invoice={invoice} />
        </Fact>
      )}
      <Fact label={say('department')}>{invoice.departmentName ?? say('noDepartment')}</Fact>
      <Holder invoice={invoice} />
      <Fact label={say('retention')}>
        <RetentionFact invoice={invoice} />
      </Fact>
      {standingOf(invoice).length > 0 && (
        <Fact label={say('signed')} form="long">
          <StandingList invoice={invoice} />
        </Fact>
      )}
      {routedByWords && (
        <Fact label={say('routed')} form={routedBecause.length > 0 ? 'long' : undefined}>
          {inLanguage(routedByWords, language)}
          {routedBecause.length > 0 && (
            <span className="fact-list__aside">
              {routedBecause.map((compared) => inLanguage(compared, language)).join(' · ')}
            </span>
          )}
        </Fact>
      )}
      <Origin invoice={invoice} />
      <CameLater id={invoice.id} />
    </dl>
  );
}

interface FactProps {
  readonly label: string;
  readonly form?: 'strong' | 'long' | undefined;
  readonly children: ReactNode;
}

const forms = { strong: 'fact-list__fact--strong', long: 'fact-list__fact--long' } as const;

const Fact = ({ label, form, children }: FactProps) => (
  <div className={form && forms[form]}>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

function Deadline({ label, day }: { readonly label: string; readonly day: string }) {
  const language = useLanguage();
  return (
    <Fact label={label}>
      {formatDate(day, language)} <span className="fact-list__aside">{formatDaysFromNow(day, language)}</span>
    </Fact>
  );
}

interface NextLossProps {
  readonly loss: NonNullable<Invoice['nextLoss']>;
  readonly currency: string | null;
}

/** A discount ends, or default begins: until when it can be avoided, and what it costs. */
function NextLoss({ loss: { kind, on, amount }, currency }: NextLossProps) {
  const say = useWords(invoiceWords);
  const language = useLanguage();
  const sum = amount === null ? '' : formatAmount(amount, currency ?? '', language);
  return (
    <Fact label={say(kind === 'skonto' ? 'skonto' : 'noDefault')}>
      {formatDate(on, language)} <span className="fact-list__aside">{formatDaysFromNow(on, language)}</span>
      {sum !== '' && <span className="fact-list__aside">{say('lost', { sum })}</span>}
    </Fact>
  );
}

function Holder({ invoice }: { readonly invoice: Invoice }) {
  const say = useWords(invoiceWords);
  const session = useSession();
  const language = useLanguage();
  const { claimedBy, claimedByName, holderAbsence } = invoice;
  const name = claimedBy !== null && claimedBy === session?.personId ? say('you') : claimedByName;
  return (
    <Fact label={say('holder')}>
      {name ?? say('nobody')}
      {holderAbsence && <span className="fact-list__aside">{holderAway(say, holderAbsence, language)}</span>}
    </Fact>
  );
}

function holderAway(
  say: Say<keyof typeof invoiceWords>,
  { until, deputies }: NonNullable<Invoice['holderAbsence']>,
  language: Language,
): string {
  const day = formatDate(until, language);
  const names = deputies.join(', ');
  return names === '' ? say('awayUntil', { day }) : say('awayDeputies', { day, names });
}

const channels: Readonly<Record<string, 'mail' | 'upload' | 'api'>> = { mail: 'mail', upload: 'upload', api: 'api' };

function Origin({ invoice: { delivery } }: { readonly invoice: Invoice }) {
  const say = useWords(invoiceWords);
  const language = useLanguage();
  if (!delivery) return null;
  const channel = say(channels[delivery.channelKind] ?? 'otherChannel');
  const facts = [
    delivery.sender === null ? null : say('from', { sender: delivery.sender }),
    delivery.mailSubject === null ? null : say('subject', { subject: delivery.mailSubject }),
    say('delivery', { number: delivery.number }),
  ];
  return (
    <Fact label={say('origin')} form="long">
      {say('came', { channel, when: formatInstant(delivery.receivedAt, language) })}
      <span className="fact-list__aside">{facts.filter((fact) => fact !== null).join(' · ')}</span>
    </Fact>
  );
}

/** That more papers came with the same file later; where they are. */
function CameLater({ id }: { readonly id: string }) {
  const say = useWords(invoiceWords);
  const language = useLanguage();
  const { data, hasNextPage } = useInfiniteQuery(laterPapersQuery(id));
  const papers = data?.pages.flatMap((page) => page.items) ?? [];
  const last = papers.at(-1);
  if (!last) return null;
  return (
    <Fact label={say('later')} form="long">
      <Link
        from="/t/$slug/desk/invoices/$id"
        search={(before) => ({ ...before, tab: 'files', beside: 'files' })}
        replace
        resetScroll={false}
        className="kern-link kern-link--no-visited-state"
      >
        {say(hasNextPage ? 'laterMore' : papers.length === 1 ? 'laterOne' : 'laterMany', { count: papers.length })}
      </Link>
      <span className="fact-list__aside">{formatInstant(last.delivery.receivedAt, language)}</span>
    </Fact>
  );
}

/** Terms that a person has read off a document say so wherever they are shown. */
function CaptureNote({ invoice: { capture, names } }: { readonly invoice: Invoice }) {
  const say = useWords(invoiceWords);
  const language = useLanguage();
  if (!capture) return null;
  const nameOf = (id: string) => names[id] ?? say('somebody');
  const { capturedBy, capturedAt, confirmedBy, confirmedAt } = capture;
  return (
    <Notice kind="info" title={say('capturedBy')}>
      <p className="kern-body">
        {say('captured', { name: nameOf(capturedBy), when: formatInstant(capturedAt, language) })}{' '}
        {confirmedBy === null || confirmedAt === null
          ? say('captureOpen')
          : say('captureConfirmed', { name: nameOf(confirmedBy), when: formatInstant(confirmedAt, language) })}
      </p>
    </Notice>
  );
}
