import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyPanel } from '../../components/empty-panel.js';
import { LoadMore } from '../../components/load-more.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { formatInstant } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { inLanguage, useWords } from '../../words/words.js';
import { historyQuery, type HistoryEvent } from './invoice-queries.js';
import { paperWords } from './paper.words.js';

/** What has happened to the invoice, from its arrival on. */
export function HistoryView({ id }: { readonly id: string }) {
  const say = useWords(paperWords);
  const history = useInfiniteQuery(historyQuery(id));
  if (history.error) return <ProblemPanel error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data) return <Skeleton lines={8} />;
  const events = history.data.pages.flatMap((page) => page.events);
  if (events.length === 0) return <EmptyPanel title={say('noHistory')} />;
  return (
    <>
      <ol className="timeline">
        {events.map((event) => (
          <Event key={event.number} event={event} />
        ))}
      </ol>
      {history.hasNextPage && (
        <LoadMore
          shown={events.length}
          hasMore
          busy={history.isFetchingNextPage}
          onMore={() => void history.fetchNextPage()}
        />
      )}
    </>
  );
}

function Event({ event }: { readonly event: HistoryEvent }) {
  const say = useWords(paperWords);
  const language = useLanguage();
  const { change } = event;
  return (
    <li className="timeline__event">
      <p className="timeline__when">
        <time dateTime={event.occurredAt}>{formatInstant(event.occurredAt, language)}</time>
      </p>
      <p className="timeline__what">{inLanguage(event.label, language)}</p>
      <p className="kern-body">{inLanguage(event.sentence, language)}</p>
      {change && (
        <p className="timeline__change">
          {say('change', { from: inLanguage(change.from, language), to: inLanguage(change.to, language) })}
        </p>
      )}
    </li>
  );
}
