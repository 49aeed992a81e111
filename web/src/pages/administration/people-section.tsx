import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button.js';
import { CheckField } from '../../components/check-field.js';
import { EmptyPanel } from '../../components/empty-panel.js';
import { TextField } from '../../components/text-field.js';
import { useLanguage } from '../../words/language.js';
import { inLanguage, useWords } from '../../words/words.js';
import { grantsQuery, peopleQuery, type Grant, type Person } from './administration-queries.js';
import { Listed } from './listed.js';
import type { PeopleDialog } from './people-dialog.js';
import { PeopleDialogs } from './people-dialogs.js';
import { peopleWords } from './people.words.js';
import { PersonEntry } from './person-entry.js';
import { Section } from './section.js';
import { WaitingGrants } from './waiting-grants.js';

export function PeopleSection() {
  const say = useWords(peopleWords);
  const [dialog, setDialog] = useState<PeopleDialog | null>(null);
  const add = (
    <Button kind="primary" icon="add" onClick={() => setDialog({ kind: 'add' })}>
      {say('add')}
    </Button>
  );
  return (
    <Section title={say('title')} lead={say('lead')} actions={add}>
      <Listed query={peopleQuery} empty={say('none')} emptyText={say('noneText')}>
        {(people) => (
          <>
            <WaitingGrants people={people} onDialog={setDialog} />
            <PeopleList people={people} onDialog={setDialog} />
          </>
        )}
      </Listed>
      <PeopleDialogs dialog={dialog} onDialog={setDialog} />
    </Section>
  );
}

interface PeopleListProps {
  readonly people: readonly Person[];
  readonly onDialog: (dialog: PeopleDialog) => void;
}

function PeopleList({ people, onDialog }: PeopleListProps) {
  const say = useWords(peopleWords);
  const language = useLanguage();
  const grants = (useQuery(grantsQuery).data ?? []).filter(({ revokedAt }) => revokedAt === null);
  const [search, setSearch] = useState('');
  const [withLeft, setWithLeft] = useState(false);
  const grantsOf = (person: Person) => grants.filter(({ personId }) => personId === person.id);
  const wordsOf = ({ roleLabel }: Grant) => inLanguage(roleLabel, language);
  const shown = people.filter(
    (person) =>
      (withLeft || person.leftAt === null) &&
      [person.displayName, person.login, ...grantsOf(person).map(wordsOf)].some((text) => holds(text, search)),
  );
  return (
    <>
      <div className="admin-filters">
        <TextField label={say('search')} type="search" value={search} onValue={setSearch} />
        {people.some(({ leftAt }) => leftAt !== null) && (
          <CheckField label={say('showLeft')} checked={withLeft} onChecked={setWithLeft} />
        )}
      </div>
      {shown.length === 0 && (
        <EmptyPanel title={say('none')}>
          <p>{say('noneText')}</p>
        </EmptyPanel>
      )}
      <ul className="admin-list">
        {shown.map((person) => (
          <PersonEntry key={person.id} grants={grantsOf(person)} {...{ person, onDialog }} />
        ))}
      </ul>
    </>
  );
}

const holds = (text: string, search: string): boolean => text.toLowerCase().includes(search.trim().toLowerCase());
