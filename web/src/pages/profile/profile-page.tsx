import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, versionOf } from '../../api/client.js';
import { Notice } from '../../components/notice.js';
import { PageHeading } from '../../components/page-heading.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import '../../styles/profile.css';
import { useWords } from '../../words/words.js';
import { AbsenceAndDeputies } from '../deputies/absence-and-deputies.js';
import { OwnSessions } from './own-sessions.js';
import { profileWords } from './profile.words.js';
import { SecondFactorPart } from './second-factor-part.js';
import { RemindersForm, type SeenReminders } from './reminders-form.js';

const remindersQuery = queryOptions({
  queryKey: ['profile', 'reminders'],
  queryFn: ({ signal }) => versionOf(api.GET('/api/v1/profile/reminders', { signal })),
});

/** What somebody chooses for themselves. */
export function ProfilePage() {
  const say = useWords(profileWords);
  return (
    <div className="profile">
      <PageHeading title={say('title')} />
      <section>
        <h2 className="kern-heading-small">{say('reminders')}</h2>
        <p className="kern-body">{say('lead')}</p>
        <Reminders />
      </section>
      <AbsenceAndDeputies ofAnybody={false} />
      <SecondFactorPart />
      <OwnSessions />
    </div>
  );
}

/** In the version that was loaded first: another window's change shows when this one is saved, not while one types. */
function Reminders() {
  const say = useWords(profileWords);
  const { data, error, refetch } = useQuery(remindersQuery);
  const [kept, setKept] = useState<SeenReminders | null>(null);
  if (!kept && data) setKept(data);
  const reload = () => void refetch().then(({ data: now }) => now && setKept(now));
  if (!kept) return error ? <ProblemPanel error={error} onRetry={reload} /> : <Skeleton lines={6} />;
  return (
    <>
      {!kept.value.on && (
        <Notice kind="info" title={say('off')}>
          <p className="kern-body">{say('offText')}</p>
        </Notice>
      )}
      <RemindersForm key={kept.etag} seen={kept} onReload={reload} />
    </>
  );
}
