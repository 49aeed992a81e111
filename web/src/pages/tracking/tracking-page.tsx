import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { kindOf } from '../../api/problem.js';
import { Button } from '../../components/button.js';
import { PageHeading } from '../../components/page-heading.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { formatInstant } from '../../format/dates.js';
import '../../styles/counter.css';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { NotifyForm } from './notify-form.js';
import { LinkToKeep, ReceiptBox } from './receipt-box.js';
import { TrackedParts } from './tracked-parts.js';
import { TrackingMissing } from './tracking-missing.js';
import { TrackingNews } from './tracking-news.js';
import { trackingQuery, type Tracked } from './tracking-queries.js';
import { trackingWords } from './tracking.words.js';

const route = getRouteApi('/public/t/$slug/track/$token');

/** What has become of a delivery; right after submitting it is the receipt too. */
export function TrackingPage() {
  const say = useWords(trackingWords);
  const { slug, token } = route.useParams();
  const { receipt } = route.useSearch();
  const { data, error, dataUpdatedAt, refetch, isFetching } = useQuery(trackingQuery(token));
  if (kindOf(error) === 'missing') return <TrackingMissing slug={slug} />;
  if (!data) {
    return (
      <>
        <PageHeading title={say('loadingTitle')} />
        {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />}
      </>
    );
  }
  const url = `${location.origin}/t/${slug}/track/${token}`;
  return (
    <div className="tracking">
      <PageHeading title={say('title', { number: data.number })} />
      <ReceivedLine tracked={data} />
      {receipt === 'new' && <ReceiptBox tracked={data} url={url} />}
      <section aria-labelledby="tracked-files">
        <h2 id="tracked-files" className="kern-heading-small">
          {say('files')}
        </h2>
        {!data.sorted && <p className="kern-body sorting">{say('sorting')}</p>}
        <TrackingNews tracked={data} />
        <TrackedParts place={{ slug, token }} parts={data.parts} />
      </section>
      <Freshness at={dataUpdatedAt} isStale={error !== null} busy={isFetching} onLook={() => void refetch()} />
      {receipt !== 'new' && <LinkToKeep url={url} />}
      {data.notifications.possible && <NotifyForm token={token} />}
      <p className="not-printed">
        <Link to="/t/$slug" params={{ slug }} className="kern-link kern-link--no-visited-state">
          {say('toCounter')}
        </Link>
      </p>
    </div>
  );
}

function ReceivedLine({ tracked: { town, receivedAt } }: { readonly tracked: Tracked }) {
  const say = useWords(trackingWords);
  const when = formatInstant(receivedAt, useLanguage());
  return <p className="kern-body">{say('receivedBy', { town: town.name, when })}</p>;
}

interface FreshnessProps {
  readonly at: number;
  /** The last look found no server. */
  readonly isStale: boolean;
  readonly busy: boolean;
  readonly onLook: () => void;
}

function Freshness({ at, isStale, busy, onLook }: FreshnessProps) {
  const say = useWords(trackingWords);
  const when = formatInstant(new Date(at).toISOString(), useLanguage());
  return (
    <div className="freshness">
      <p className="kern-body kern-body--small">{say(isStale ? 'stale' : 'renews', { when })}</p>
      <Button kind="tertiary" small icon="renew" aria-disabled={busy} onClick={onLook}>
        {say('renewNow')}
      </Button>
    </div>
  );
}
