import { Link } from '@tanstack/react-router';
import { daysFromNow, formatDate, formatInstant } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { inLanguage, useWords } from '../../words/words.js';
import { StepLine } from './step-line.js';
import type { Step, TrackedPart } from './tracking-queries.js';
import { queryWords } from './query.words.js';
import { trackingWords } from './tracking.words.js';

/** Where the links of a part lead. */
export interface TrackingPlace {
  readonly slug: string;
  readonly token: string;
}

interface TrackedPartsProps {
  readonly place: TrackingPlace;
  readonly parts: readonly TrackedPart[];
  /** Position of the mail or archive whose contents these are. */
  readonly within?: number | null;
}

/** The files of a delivery; what was found in a mail or an archive stands below it. */
export function TrackedParts({ place, parts, within = null }: TrackedPartsProps) {
  const say = useWords(trackingWords);
  const here = parts.filter((part) => part.within === within);
  return (
    <ul className={`plain-list tracked-parts ${within === null ? '' : 'tracked-parts--within'}`}>
      {here.map((part) => (
        <li key={part.position} className={`tracked-part tracked-part--${toneOf(part)}`}>
          <PartHead part={part} />
          <PartWay place={place} part={part} />
          {parts.some((inner) => inner.within === part.position) && (
            <div role="group" aria-label={say('within')}>
              <TrackedParts place={place} parts={parts} within={part.position} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A colour at the edge; the words say the same. */
function toneOf({ fate, step, faults }: TrackedPart): 'bad' | 'good' | 'plain' {
  if (faults.length > 0) return 'bad';
  if (fate === 'refused' || step === 'rejected' || step === 'declined' || step === 'query') return 'bad';
  return step === 'paid' || step === 'released' ? 'good' : 'plain';
}

function PartHead({ part }: { readonly part: TrackedPart }) {
  const say = useWords(trackingWords);
  const language = useLanguage();
  const { fileName, fate, fateLabel, fateReason, invoiceNumber, sha256 } = part;
  const isBeside = fate === 'twin' || fate === 'supporting';
  return (
    <div>
      <h3 className="tracked-part__name">{fileName}</h3>
      <p className="tracked-part__fate">
        {inLanguage(fateLabel, language)}
        {invoiceNumber && ` · ${say(isBeside ? 'belongsTo' : 'invoice', { number: invoiceNumber })}`}
      </p>
      {fateReason && <p className="kern-body">{inLanguage(fateReason, language)}</p>}
      {sha256 && <p className="only-printed">{say('fingerprint', { sha256 })}</p>}
    </div>
  );
}

/** The fates after which the file has a way of its own; a twin or an attachment goes the way of its invoice. */
const ownWay: ReadonlySet<TrackedPart['fate']> = new Set(['invoice', 'otherInvoice', 'repeat']);

const next = {
  received: 'receivedNext',
  inProgress: 'inProgressNext',
  underReview: 'underReviewNext',
  query: 'queryNext',
  released: 'releasedNext',
  paid: 'paidNext',
  paidReduced: 'paidReducedNext',
  rejected: 'rejectedNext',
  declined: 'declinedNext',
  duplicate: 'duplicateNext',
  superseded: 'supersededNext',
  dismissed: 'dismissedNext',
  moved: 'movedNext',
  disposed: 'disposedNext',
} as const satisfies Record<Step, keyof typeof trackingWords>;

function PartWay({ place, part }: { readonly place: TrackingPlace; readonly part: TrackedPart }) {
  const say = useWords(trackingWords);
  const language = useLanguage();
  const { step, status, statusSince, paidOn } = part;
  if (part.faults.length > 0) return <Faults place={place} part={part} />;
  if (step === null || !ownWay.has(part.fate)) return null;
  const when = paidOn
    ? say('paidOn', { day: formatDate(paidOn, language) })
    : statusSince && say('since', { when: formatInstant(statusSince, language) });
  return (
    <>
      <StepLine step={step} />
      <p className="tracked-part__status">
        <strong>{status && inLanguage(status, language)}</strong> {when}
      </p>
      <p className="kern-body">{say(next[step])}</p>
      {part.query && <Asked slug={place.slug} query={part.query} />}
      <Reasons part={part} />
      {step === 'rejected' && <HowToGoOn place={place} hasReport={part.hasReport} />}
    </>
  );
}

interface AskedProps {
  readonly slug: string;
  readonly query: NonNullable<TrackedPart['query']>;
}

/** The question in the words of staff, how long it has been waiting, and the way to answer it. */
function Asked({ slug, query: { question, askedAt, link } }: AskedProps) {
  const say = useWords(queryWords);
  const language = useLanguage();
  const days = -daysFromNow(askedAt);
  return (
    <section className="query__question">
      <h4 className="kern-title kern-title--small">{say('asked', { when: formatInstant(askedAt, language) })}</h4>
      <blockquote className="query__words" lang="de">
        {question}
      </blockquote>
      {days > 0 && <p className="kern-body">{days === 1 ? say('waitsDay') : say('waitsDays', { count: days })}</p>}
      <p className="not-printed">
        <Link to="/t/$slug/queries/$signed" params={{ slug, signed: link }} className="kern-btn kern-btn--primary">
          <span className="kern-label">{say('toAnswer')}</span>
        </Link>
      </p>
    </section>
  );
}

/** Of a file that does not count, because another form of the invoice does. */
function Faults({ place, part }: { readonly place: TrackingPlace; readonly part: TrackedPart }) {
  const say = useWords(trackingWords);
  return (
    <>
      <ReasonList title={say('faults')} reasons={part.faults} />
      <p className="kern-body">
        <Link to="/t/$slug/track/$token/report" params={{ ...place }} className="kern-link kern-link--no-visited-state">
          {say('toReport')}
        </Link>
      </p>
    </>
  );
}

function Reasons({ part: { step, reasons } }: { readonly part: TrackedPart }) {
  const say = useWords(trackingWords);
  if (reasons.length === 0) return null;
  // A decline's reason stands as staff wrote it.
  return <ReasonList title={say('reasons')} reasons={reasons} lang={step === 'declined' ? 'de' : undefined} />;
}

interface ReasonListProps {
  readonly title: string;
  readonly reasons: TrackedPart['reasons'];
  readonly lang?: string | undefined;
}

function ReasonList({ title, reasons, lang }: ReasonListProps) {
  const say = useWords(trackingWords);
  const language = useLanguage();
  return (
    <>
      <h4 className="kern-title kern-title--small">{title}</h4>
      <ul className="reasons">
        {reasons.map((reason, index) => (
          <li key={index} lang={lang}>
            {inLanguage(reason, language)}
            {reason.line !== null && ` (${say('line', { line: reason.line })})`}
          </li>
        ))}
      </ul>
    </>
  );
}

function HowToGoOn({ place, hasReport }: { readonly place: TrackingPlace; readonly hasReport: boolean }) {
  const say = useWords(trackingWords);
  const { slug } = place;
  const link = 'kern-link kern-link--no-visited-state';
  return (
    <>
      <h4 className="kern-title kern-title--small">{say('mend')}</h4>
      <ol className="reasons">
        <li>
          {say('mendOne')}{' '}
          {hasReport && (
            <Link to="/t/$slug/track/$token/report" params={{ ...place }} className={link}>
              {say('toReport')}
            </Link>
          )}
        </li>
        <li>
          <Link to="/t/$slug" params={{ slug }} search={{ do: 'check' }} className={link}>
            {say('mendTwo')}
          </Link>
        </li>
        <li>
          <Link to="/t/$slug" params={{ slug }} className={link}>
            {say('mendThree')}
          </Link>
        </li>
      </ol>
    </>
  );
}
