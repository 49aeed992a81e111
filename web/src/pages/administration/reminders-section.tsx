import { queryOptions, useQuery } from '@tanstack/react-query';
import { answerOf, api, versionOf } from '../../api/client.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { useWords } from '../../words/words.js';
import { ADMINISTRATION_KEY } from './administration-queries.js';
import { SettingPart } from './counter-section.js';
import { RemindersForm } from './reminders-form.js';
import { remindersWords } from './reminders.words.js';
import { Section } from './section.js';

const settingQuery = queryOptions({
  queryKey: [...ADMINISTRATION_KEY, 'settings', 'reminders'],
  queryFn: ({ signal }) => versionOf(api.GET('/api/v1/administration/settings/reminders', { signal })),
});

const unreachedQuery = queryOptions({
  queryKey: [...ADMINISTRATION_KEY, 'reminders', 'unreached'],
  queryFn: async ({ signal }) =>
    (await answerOf(api.GET('/api/v1/administration/reminders/unreached', { signal }))).items,
});

/** When staff are reminded of what, and whom no reminder reaches. */
export function RemindersSection() {
  const say = useWords(remindersWords);
  return (
    <Section title={say('title')} lead={say('lead')}>
      <SettingPart title={say('settings')} query={settingQuery}>
        {(seen, onReload) => <RemindersForm seen={seen} onReload={onReload} />}
      </SettingPart>
      <section className="admin-setting">
        <h2 className="kern-heading-small">{say('unreached')}</h2>
        <Unreached />
      </section>
    </Section>
  );
}

function Unreached() {
  const say = useWords(remindersWords);
  const { data, error, refetch } = useQuery(unreachedQuery);
  if (!data) return error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : <Skeleton lines={3} />;
  if (data.length === 0) return <p className="kern-body">{say('allReached')}</p>;
  return (
    <>
      <p className="kern-body">{say('unreachedText')}</p>
      <ul>
        {data.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </>
  );
}
