import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyPanel } from '../../components/empty-panel.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { TextField } from '../../components/text-field.js';
import { formatDate, townDay } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { inLanguage, useWords } from '../../words/words.js';
import { rightsQuery, type Rights } from './administration-queries.js';
import { Entry } from './listed.js';
import { RightLines } from './right-lines.js';
import { rightsWords } from './rights.words.js';
import { Section } from './section.js';

/** From the year 2000 on, as the service takes it. */
const isDay = (text: string): boolean => /^2[01]\d\d-\d\d-\d\d$/.test(text);

/** Who could do what on a day, for whoever checks or must answer for it. */
export function RightsSection() {
  const say = useWords(rightsWords);
  const [day, setDay] = useState(() => townDay(new Date()));
  const [search, setSearch] = useState('');
  const wrong = isDay(day) ? {} : { error: say('dayWrong') };
  const { data, error, refetch } = useQuery({
    ...rightsQuery(day),
    enabled: isDay(day),
    placeholderData: keepPreviousData,
  });
  return (
    <Section title={say('title')} lead={say('lead')}>
      <div className="admin-filters">
        <TextField label={say('day')} type="date" value={day} onValue={setDay} {...wrong} />
        <TextField label={say('search')} type="search" value={search} onValue={setSearch} />
      </div>
      {error && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && !error && <RightsOfDay rights={data} search={search} />}
    </Section>
  );
}

function RightsOfDay({ rights, search }: { readonly rights: Rights; readonly search: string }) {
  const say = useWords(rightsWords);
  const language = useLanguage();
  const labels = new Map(rights.roles.map(({ role, label }) => [role, inLanguage(label, language)]));
  const shown = rights.people.filter(({ displayName, own, lent }) =>
    [
      displayName,
      ...[...own, ...lent.flatMap(({ grants }) => grants)].map(({ role }) => labels.get(role) ?? role),
    ].some((text) => text.toLowerCase().includes(search.trim().toLowerCase())),
  );
  if (shown.length === 0)
    return (
      <EmptyPanel title={say(rights.people.length === 0 ? 'none' : 'noneFound')}>
        <p>{say('noneText')}</p>
      </EmptyPanel>
    );
  const day = formatDate(rights.day, language);
  return (
    <>
      <p className="kern-body" role="status">
        {say(shown.length === 1 ? 'foundOne' : 'found', { count: shown.length, day })}{' '}
        {rights.withoutRights > 0 && (
          <span className="admin-muted">{say('without', { count: rights.withoutRights })}</span>
        )}
      </p>
      <ul className="admin-list">
        {shown.map((person) => (
          <PersonRights key={person.personId} person={person} labels={labels} />
        ))}
      </ul>
      <Permitted roles={rights.roles} />
    </>
  );
}

interface PersonRightsProps {
  readonly person: Rights['people'][number];
  /** Names of roles. */
  readonly labels: ReadonlyMap<string, string>;
}

function PersonRights({ person: { displayName: name, own, lent }, labels }: PersonRightsProps) {
  const say = useWords(rightsWords);
  return (
    <Entry title={name} actionsLabel={name}>
      {own.length > 0 && <RightLines label={say('rightsOf', { name })} rights={own} labels={labels} />}
      {lent.map(({ deputyshipId, principalName, grants }) => (
        <div key={deputyshipId}>
          <p className="kern-body kern-body--small">{say('inPlaceOf', { name: principalName })}</p>
          <RightLines label={say('lentOf', { name, principal: principalName })} rights={grants} labels={labels} />
        </div>
      ))}
    </Entry>
  );
}

function Permitted({ roles }: { readonly roles: Rights['roles'] }) {
  const say = useWords(rightsWords);
  const language = useLanguage();
  return (
    <details className="admin-permits">
      <summary>{say('permits')}</summary>
      <p className="kern-body kern-body--small">{say('permitsLead')}</p>
      <dl>
        {roles.map(({ role, label, actions }) => (
          <div key={role}>
            <dt>{inLanguage(label, language)}</dt>
            <dd>
              {actions.length === 0
                ? say('permitsNothing')
                : actions.map((action) => inLanguage(action.label, language)).join(' · ')}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
