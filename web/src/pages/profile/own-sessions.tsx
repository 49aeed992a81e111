import { queryOptions, useQuery } from '@tanstack/react-query';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { Badge } from '../../components/badge.js';
import { Button } from '../../components/button.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { toast } from '../../components/toasts.js';
import { formatInstant } from '../../format/dates.js';
import type { paths } from '../../generated/api.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { sessionsWords } from './sessions.words.js';

type OwnSession =
  paths['/api/v1/profile/sessions']['get']['responses'][200]['content']['application/json']['items'][number];

const sessionsQuery = queryOptions({
  queryKey: ['profile', 'sessions'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/profile/sessions', { signal }))).items,
});

/** Where somebody is signed in, and the way to end it there. */
export function OwnSessions() {
  const say = useWords(sessionsWords);
  const { data, error, refetch } = useQuery(sessionsQuery);
  const others = useChange({
    send: () => api.POST('/api/v1/profile/sessions/end-others'),
    renews: [sessionsQuery.queryKey],
    onDone: () => toast('success', say('othersEnded')),
  });
  return (
    <section>
      <h2 className="kern-heading-small">{say('title')}</h2>
      <p className="kern-body">{say('lead')}</p>
      {others.error && <ProblemPanel error={others.error} />}
      {data === undefined &&
        (error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : <Skeleton lines={3} />)}
      <ul className="profile__sessions">
        {data?.map((session) => (
          <One key={session.id} session={session} />
        ))}
      </ul>
      {(data ?? []).length > 1 && (
        <div>
          <Button busy={others.isPending} onClick={() => others.mutate(undefined)}>
            {say('endOthers')}
          </Button>
        </div>
      )}
    </section>
  );
}

function One({ session: { id, device, address, createdAt, lastSeenAt, isThis } }: { readonly session: OwnSession }) {
  const say = useWords(sessionsWords);
  const language = useLanguage();
  const end = useChange({
    send: () => api.DELETE('/api/v1/profile/sessions/{id}', { params: { path: { id } } }),
    renews: [sessionsQuery.queryKey],
    onDone: () => toast('success', say('ended')),
  });
  const [shown, since] = [device || say('unknownDevice'), formatInstant(createdAt, language)];
  const details = [say('since', { since }), say('lastSeen', { lastSeen: formatInstant(lastSeenAt, language) })];
  return (
    <li className="profile__session">
      <div>
        <h3 className="kern-title">
          {shown} {isThis && <Badge kind="success">{say('here')}</Badge>}
        </h3>
        <p className="kern-body">{[...(address === '' ? [] : [say('from', { address })]), ...details].join(' · ')}</p>
        {end.error && <ProblemPanel error={end.error} />}
      </div>
      {!isThis && (
        <Button
          small
          aria-label={say('endOf', { device: shown, since })}
          busy={end.isPending}
          onClick={() => end.mutate(undefined)}
        >
          {say('end')}
        </Button>
      )}
    </li>
  );
}
