import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { formatInstant } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { counterSettingQuery, textsSettingQuery } from './administration-queries.js';
import { CounterForm } from './counter-form.js';
import { Section } from './section.js';
import { settingWords } from './settings.words.js';
import { TextsForm } from './texts-form.js';

const route = getRouteApi('/t/$slug/desk/administration/$');

export function CounterSection() {
  const say = useWords(settingWords);
  const { slug } = route.useParams();
  const visit = (
    <Link to="/t/$slug" params={{ slug }} className="kern-link kern-link--no-visited-state">
      {say('visit')}
    </Link>
  );
  return (
    <Section title={say('title')} lead={say('lead')} actions={visit}>
      <SettingPart title={say('counter')} query={counterSettingQuery}>
        {(seen, onReload) => <CounterForm seen={seen} onReload={onReload} />}
      </SettingPart>
      <SettingPart title={say('texts')} query={textsSettingQuery}>
        {(seen, onReload) => <TextsForm seen={seen} onReload={onReload} />}
      </SettingPart>
    </Section>
  );
}

interface Versioned {
  readonly etag: string;
  readonly value: { readonly version: number; readonly setAt: string | null };
}

interface SettingPartProps<Seen extends Versioned, Key extends readonly unknown[]> {
  readonly title: string;
  readonly query: UseQueryOptions<Seen, Error, Seen, Key>;
  readonly children: (seen: Seen, onReload: () => void) => ReactNode;
}

/** One setting in the version that was loaded first: what others do meanwhile shows when it is saved, not while one types. */
export function SettingPart<Seen extends Versioned, Key extends readonly unknown[]>(
  props: SettingPartProps<Seen, Key>,
) {
  const say = useWords(settingWords);
  const language = useLanguage();
  const { data, error, refetch } = useQuery(props.query);
  const [kept, setKept] = useState<Seen | null>(null);
  if (!kept && data) setKept(data);
  const reload = () => void refetch().then(({ data: now }) => now && setKept(now));
  const { version, setAt } = kept?.value ?? { version: 0, setAt: null };
  return (
    <section className="admin-setting">
      <h2 className="kern-heading-small">{props.title}</h2>
      {!kept && (error ? <ProblemPanel error={error} onRetry={reload} /> : <Skeleton lines={5} />)}
      {kept && (
        <>
          <p className="kern-body kern-body--small admin-muted">
            {setAt === null ? say('unset') : say('setBy', { version, time: formatInstant(setAt, language) })}
          </p>
          <div key={kept.etag}>{props.children(kept, reload)}</div>
        </>
      )}
    </section>
  );
}
