import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../api/session.js';
import { Badge } from '../../components/badge.js';
import { Button } from '../../components/button.js';
import { formatDate, formatInstant } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { useMayChange } from './access.js';
import type { Grant, Person } from './administration-queries.js';
import { administrationWords } from './administration.words.js';
import { grantState, useGrantInWords } from './grant-words.js';
import { grantWords } from './grants.words.js';
import { Entry } from './listed.js';
import type { PeopleDialog } from './people-dialog.js';
import { colleaguesQuery } from '../deputies/deputy-queries.js';
import { peopleWords } from './people.words.js';

interface PersonEntryProps {
  readonly person: Person;
  /** Those that are not revoked. */
  readonly grants: readonly Grant[];
  readonly onDialog: (dialog: PeopleDialog) => void;
}

const isLocked = ({ lockedUntil }: Person): boolean => lockedUntil !== null && new Date(lockedUntil) > new Date();

export function PersonEntry({ person, grants, onDialog }: PersonEntryProps) {
  const say = useWords(peopleWords);
  const sayAll = useWords(administrationWords);
  const mayChange = useMayChange();
  const { displayName: name } = person;
  const present = person.leftAt === null;
  return (
    <Entry
      title={name}
      badges={<PersonBadges person={person} />}
      actions={mayChange && present && <PersonActions {...{ person, onDialog }} />}
      actionsLabel={sayAll('actionsOf', { name })}
    >
      <p className="kern-body kern-body--small">
        {say('login')}: {person.login}
      </p>
      {grants.length === 0 && present && <p className="kern-body kern-body--small">{say('noGrants')}</p>}
      {grants.length > 0 && (
        <ul className="admin-grants" aria-label={say('grantsOf', { name })}>
          {grants.map((grant) => (
            <GrantLine key={grant.id} onRevoke={() => onDialog({ kind: 'revoke', grant, person })} {...{ grant }} />
          ))}
        </ul>
      )}
    </Entry>
  );
}

function PersonBadges({ person }: { readonly person: Person }) {
  const say = useWords(peopleWords);
  const language = useLanguage();
  const session = useSession();
  const { leftAt, lockedUntil, renewal } = person;
  const known = useQuery(colleaguesQuery).data?.items.find(({ id }) => id === person.id);
  return (
    <>
      {session?.personId === person.id && <Badge kind="info">{say('you')}</Badge>}
      {known && known.absentUntil !== null && (
        <Badge kind="warning">{say('away', { day: formatDate(known.absentUntil, language) })}</Badge>
      )}
      {leftAt !== null && <Badge kind="info">{say('left', { date: formatDate(leftAt.slice(0, 10), language) })}</Badge>}
      {leftAt === null && lockedUntil !== null && isLocked(person) && (
        <Badge kind="warning">{say('locked', { time: formatInstant(lockedUntil, language) })}</Badge>
      )}
      {leftAt === null && renewal && (
        <Badge kind="warning">{say('renewalWaits', { time: formatInstant(renewal.until, language) })}</Badge>
      )}
    </>
  );
}

function PersonActions({ person, onDialog }: Omit<PersonEntryProps, 'grants'>) {
  const say = useWords(peopleWords);
  const isSelf = useSession()?.personId === person.id;
  return (
    <>
      {isLocked(person) && (
        <Button small kind="primary" onClick={() => onDialog({ kind: 'unlock', person })}>
          {say('unlock')}
        </Button>
      )}
      <Button small icon="add" onClick={() => onDialog({ kind: 'propose', person })}>
        {say('give')}
      </Button>
      {/* Both take another administrator where it is about oneself. */}
      {!isSelf && (
        <>
          <Button small onClick={() => onDialog({ kind: 'renew', person })}>
            {say('renew')}
          </Button>
          <Button small onClick={() => onDialog({ kind: 'resetFactor', person })}>
            {say('resetFactor')}
          </Button>
          <Button small onClick={() => onDialog({ kind: 'depart', person })}>
            {say('depart')}
          </Button>
        </>
      )}
    </>
  );
}

function GrantLine({ grant, onRevoke }: { readonly grant: Grant; readonly onRevoke: () => void }) {
  const say = useWords(grantWords);
  const inWords = useGrantInWords();
  const mayChange = useMayChange();
  const { role, rest } = inWords(grant);
  const state = grantState(grant);
  return (
    <li>
      <span className="kern-body">
        <strong>{role}</strong> <span className="admin-muted">{rest}</span>{' '}
        {state === 'waits' && <Badge kind="warning">{say('waits')}</Badge>}
        {state === 'notYet' && <Badge kind="info">{say('notYet')}</Badge>}
        {state === 'over' && <Badge kind="info">{say('over')}</Badge>}
      </span>
      {mayChange && state !== 'waits' && (
        <Button small aria-label={say('revokeOf', { grant: `${role}, ${rest}` })} onClick={onRevoke}>
          {say('revoke')}
        </Button>
      )}
    </li>
  );
}
