import { getRouteApi, Link } from '@tanstack/react-router';
import { createContext, Suspense, useContext } from 'react';
import { useSession } from '../../api/session.js';
import { Badge } from '../../components/badge.js';
import { Button } from '../../components/button.js';
import { kindOfState } from '../../components/state-kind.js';
import { daysFromNow, formatDate, formatDaysFromNow } from '../../format/dates.js';
import { formatAmount } from '../../format/decimals.js';
import { useLanguage, type Language } from '../../words/language.js';
import { inLanguage, useWords } from '../../words/words.js';
import type { InvoiceLine } from '../invoice/invoice-queries.js';
import { OtherHolder } from './deputy-parts.js';
import type { Queue } from './queue-search.js';
import { queueWords } from './queue.words.js';
import { nameOf } from './use-claim.js';

/** What the cells need beside their row. */
export interface RowDeeds {
  readonly queue: Queue;
  /** Whose work the list shows. */
  readonly whose?: string;
  readonly mayClaim: (line: InvoiceLine) => boolean;
  readonly claim: (line: InvoiceLine) => void;
  /** The invoice whose claim is on its way. */
  readonly claiming: string | null;
  /** Ids of those that are chosen for one deed together. */
  readonly chosen: ReadonlySet<string>;
  readonly choose: (line: InvoiceLine) => void;
}

export const RowDeedsContext = createContext<RowDeeds>({
  queue: 'mine',
  mayClaim: () => false,
  claim: () => undefined,
  claiming: null,
  chosen: new Set(),
  choose: () => undefined,
});

interface CellProps {
  readonly line: InvoiceLine;
}

const desk = getRouteApi('/t/$slug/desk');

/** Seller and number are the link; its id finds the focus again after the list has been renewed. */
export function NameCell({ line }: CellProps) {
  const { slug } = desk.useParams();
  const { queue, whose } = useContext(RowDeedsContext);
  const represented = useRepresented(line);
  return (
    <span className="queue-choice">
      <Choice line={line} />
      <NameLink {...{ line, slug, queue }} whose={whose === 'own' ? undefined : (whose ?? represented)} />
    </span>
  );
}

/** Where something can be done with several at once. */
const CHOOSABLE = ['routed', 'in_review', 'query', 'confirmed'];

function Choice({ line }: CellProps) {
  const say = useWords(queueWords);
  const { chosen, choose } = useContext(RowDeedsContext);
  if (!CHOOSABLE.includes(line.state)) return null;
  return (
    <input
      type="checkbox"
      className="kern-form-check__checkbox"
      aria-label={say('chooseOne', { name: nameOf(line) })}
      checked={chosen.has(line.id)}
      onChange={() => choose(line)}
    />
  );
}

interface NameLinkProps extends CellProps {
  readonly slug: string;
  readonly queue: Queue;
  readonly whose: string | undefined;
}

/** Who holds it, where one's own list shows it because one stands in for them. */
function useRepresented({ claimedBy }: InvoiceLine): string | undefined {
  const own = useSession()?.personId;
  const { queue } = useContext(RowDeedsContext);
  return queue === 'mine' && claimedBy !== null && claimedBy !== own ? claimedBy : undefined;
}

function NameLink({ line, slug, queue, whose }: NameLinkProps) {
  const say = useWords(queueWords);
  return (
    <Link
      to="/t/$slug/desk/invoices/$id"
      params={{ slug, id: line.id }}
      search={{ queue, whose }}
      className="queue-name"
      data-row={line.id}
      preload={false}
    >
      <span className="queue-name__seller">{line.sellerName ?? say('sellerUnknown')}</span>
      <span className="queue-name__number">{line.number ?? line.fileName ?? say('unnamed')}</span>
    </Link>
  );
}

/** What a credit note gives back is no debt: it bears a sign and its name. */
export const isCredit = ({ kind }: InvoiceLine): boolean => kind === 'creditNote';

/** An amount of an invoice; of a credit note with the sign turned round. */
export function amountShown(line: InvoiceLine, amount: string, language: Language): string {
  const given = amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
  return formatAmount(isCredit(line) ? given : amount, line.currency ?? '', language);
}

export function AmountCell({ line }: CellProps) {
  const say = useWords(queueWords);
  const language = useLanguage();
  const amount = line.payableAmount ?? line.grossAmount;
  if (amount === null) return <None />;
  if (!isCredit(line)) return <>{amountShown(line, amount, language)}</>;
  return (
    <span className="queue-day">
      <span>{amountShown(line, amount, language)}</span>
      <span className="queue-aside">{say('creditNote')}</span>
    </span>
  );
}

/** Where nothing can be late any more. */
const SETTLED = ['handed_over', 'paid', 'paid_reduced', 'rejected', 'declined', 'duplicate', 'superseded', 'dismissed'];
const SOON_DAYS = 3;

interface DayCellProps extends CellProps {
  readonly day: string | null;
}

export function DayCell({ day, line }: DayCellProps) {
  const language = useLanguage();
  if (day === null) return <None />;
  const days = daysFromNow(day);
  const isOpen = !SETTLED.includes(line.state) && !isCredit(line);
  const isLate = isOpen && days < 0;
  const isUrgent = isOpen && !isLate && days <= SOON_DAYS;
  return (
    <span className="queue-day">
      <span>{formatDate(day, language)}</span>
      <span className={isLate ? 'queue-day__late' : isUrgent ? 'queue-day__soon' : 'queue-aside'}>
        {isLate ? <Late since={-days} /> : formatDaysFromNow(day, language)}
      </span>
    </span>
  );
}

function Late({ since }: { readonly since: number }) {
  const say = useWords(queueWords);
  return <>{since === 1 ? say('overdueDay') : say('overdueDays', { days: since })}</>;
}

/** What is lost next, until when it can be avoided, and how much it is. */
export function LossCell({ line: { nextLoss, currency } }: CellProps) {
  const say = useWords(queueWords);
  const language = useLanguage();
  if (nextLoss === null) return <None />;
  const { kind, on, amount } = nextLoss;
  const days = daysFromNow(on);
  const sum = amount === null ? '' : formatAmount(amount, currency ?? '', language);
  return (
    <span className="queue-day">
      <span>{formatDate(on, language)}</span>
      <span className={days < 0 ? 'queue-day__late' : days <= SOON_DAYS ? 'queue-day__soon' : 'queue-aside'}>
        {days < 0 && kind === 'default'
          ? say('defaultBegun')
          : say(kind === 'skonto' ? 'skontoLoss' : 'defaultLoss', { sum })}
      </span>
    </span>
  );
}

export function WaitingCell({ line: { stateSince } }: CellProps) {
  const language = useLanguage();
  return (
    <span className="queue-day">
      <span>{formatDaysFromNow(stateSince, language)}</span>
    </span>
  );
}

export function StateCell({ line: { state, stateLabel } }: CellProps) {
  const language = useLanguage();
  return <Badge kind={kindOfState(state)}>{inLanguage(stateLabel, language)}</Badge>;
}

/** Where somebody could have taken it on. */
const FREE_STATES = ['routed', 'in_review', 'query'];

export function HolderCell({ line }: CellProps) {
  const say = useWords(queueWords);
  const session = useSession();
  const { mayClaim, claim, claiming } = useContext(RowDeedsContext);
  const represented = useRepresented(line);
  if (line.claimedBy === session?.personId) return <>{say('heldByYou')}</>;
  if (line.claimedBy !== null) {
    const name = line.claimedByName ?? '';
    if (line.holderAbsence === null && represented === undefined) return <>{name}</>;
    return (
      <Suspense fallback={name}>
        <OtherHolder line={line} isRepresented={represented !== undefined} />
      </Suspense>
    );
  }
  if (!FREE_STATES.includes(line.state)) return <None />;
  if (!mayClaim(line)) return <span className="queue-aside">{say('nobody')}</span>;
  return (
    <Button
      small
      busy={claiming === line.id}
      aria-label={claiming === line.id ? undefined : say('claimNamed', { name: nameOf(line) })}
      onClick={() => claim(line)}
    >
      {say('claim')}
    </Button>
  );
}

const None = () => (
  <span className="queue-none" aria-hidden="true">
    –
  </span>
);
