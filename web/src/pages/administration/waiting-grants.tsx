import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../api/session.js';
import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { formatInstant } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { useMayChange } from './access.js';
import { grantsQuery, type Grant, type Person } from './administration-queries.js';
import { administrationWords } from './administration.words.js';
import { useGrantInWords } from './grant-words.js';
import { grantWords } from './grants.words.js';
import type { PeopleDialog } from './people-dialog.js';

interface WaitingGrantsProps {
  readonly people: readonly Person[];
  readonly onDialog: (dialog: PeopleDialog) => void;
}

/** What one administrator has proposed and another has to confirm, above everything else. */
export function WaitingGrants({ people, onDialog }: WaitingGrantsProps) {
  const say = useWords(grantWords);
  const grants = useQuery(grantsQuery).data ?? [];
  const waiting = grants.filter(({ confirmedAt, revokedAt }) => confirmedAt === null && revokedAt === null);
  if (waiting.length === 0) return null;
  const title = waiting.length === 1 ? say('waitingOne') : say('waitingMany', { count: waiting.length });
  return (
    <section className="admin-waiting" aria-label={title}>
      <Notice kind="warning" title={title}>
        <ul className="admin-list admin-list--plain">
          {waiting.map((grant) => (
            <WaitingGrant key={grant.id} {...{ grant, people, onDialog }} />
          ))}
        </ul>
      </Notice>
    </section>
  );
}

function WaitingGrant({ grant, people, onDialog }: WaitingGrantsProps & { readonly grant: Grant }) {
  const say = useWords(grantWords);
  const sayAll = useWords(administrationWords);
  const language = useLanguage();
  const mayChange = useMayChange();
  const inWords = useGrantInWords();
  const own = useSession()?.personId;
  const { role, rest } = inWords(grant);
  const person = people.find(({ id }) => id === grant.personId);
  if (!person) return null;
  const proposer = people.find(({ id }) => id === grant.proposedBy)?.displayName ?? '–';
  const byMe = grant.proposedBy === own;
  const hindrance = byMe ? say('byYou') : grant.personId === own ? say('forYou') : null;
  return (
    <li className="admin-entry">
      <div className="admin-entry__text">
        <p className="kern-body">
          <strong>
            {person.displayName}: {role}
          </strong>{' '}
          {rest}
        </p>
        <p className="kern-body kern-body--small">
          {say('proposedBy', { name: proposer, time: formatInstant(grant.proposedAt, language) })}
        </p>
        {hindrance !== null && <p className="kern-body kern-body--small">{hindrance}</p>}
      </div>
      {mayChange && (
        <div
          className="admin-entry__actions"
          role="group"
          aria-label={sayAll('actionsOf', { name: `${person.displayName}: ${role}` })}
        >
          {hindrance === null && (
            <Button small kind="primary" icon="check" onClick={() => onDialog({ kind: 'confirm', grant, person })}>
              {say('confirm')}
            </Button>
          )}
          <Button small onClick={() => onDialog({ kind: 'revoke', grant, person })}>
            {say(byMe ? 'withdraw' : 'refuse')}
          </Button>
        </div>
      )}
    </li>
  );
}
