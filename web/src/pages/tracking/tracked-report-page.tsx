import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { kindOf } from '../../api/problem.js';
import { Button } from '../../components/button.js';
import { EmptyPanel } from '../../components/empty-panel.js';
import { PageHeading } from '../../components/page-heading.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { formatInstant } from '../../format/dates.js';
import '../../styles/counter.css';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { FindingLists, VerdictNotice } from '../counter/report-paper.js';
import { TrackingMissing } from './tracking-missing.js';
import { trackedReportsQuery, type TrackedReports } from './tracking-queries.js';
import { trackingWords } from './tracking.words.js';

const route = getRouteApi('/public/t/$slug/track/$token/report');

/** The whole reports of what was rejected, to read and to print. */
export function TrackedReportPage() {
  const say = useWords(trackingWords);
  const { slug, token } = route.useParams();
  const { data, error, refetch } = useQuery(trackedReportsQuery(token, useLanguage()));
  if (kindOf(error) === 'missing') return <TrackingMissing slug={slug} />;
  return (
    <div className="tracking">
      <PageHeading title={data ? say('reportTitle', { number: data.number }) : say('loadingTitle')}>
        <Button onClick={() => window.print()}>{say('print')}</Button>
      </PageHeading>
      <p className="not-printed">
        <Link to="/t/$slug/track/$token" params={{ slug, token }} className="kern-link kern-link--no-visited-state">
          {say('back')}
        </Link>
      </p>
      {error && !data && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={8} />}
      {data && <Reports {...data} />}
    </div>
  );
}

function Reports({ town, receivedAt, reports }: TrackedReports) {
  const say = useWords(trackingWords);
  const language = useLanguage();
  if (reports.length === 0) return <EmptyPanel title={say('noReport')}>{say('noReportWhy')}</EmptyPanel>;
  return (
    <>
      <p className="kern-body">{say('receivedBy', { town: town.name, when: formatInstant(receivedAt, language) })}</p>
      {reports.map(({ fileName, invoiceNumber, examinedAt, report }, index) => (
        <section key={index} className="tracked-report">
          <h2 className="kern-heading-small">{say('reportOf', { name: fileName })}</h2>
          <p className="kern-body">
            {invoiceNumber && `${say('invoice', { number: invoiceNumber })} · `}
            {say('examined', { when: formatInstant(examinedAt, language) })}
          </p>
          <VerdictNotice verdict={report.verdict} reason={report.reason} />
          <FindingLists report={report} />
        </section>
      ))}
    </>
  );
}
