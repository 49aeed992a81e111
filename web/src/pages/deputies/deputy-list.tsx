import { useState } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { useSession } from '../../api/session.js';
import { Badge } from '../../components/badge.js';
import { Button } from '../../components/button.js';
import { toast } from '../../components/toasts.js';
import { formatDate } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { inLanguage, useWords } from '../../words/words.js';
import { ChangeProblem } from '../administration/change-problem.js';
import { useDepartmentName } from '../administration/department-names.js';
import { Entry } from '../administration/listed.js';
import { DEPUTIES_KEY, type Deputyship } from './deputy-queries.js';
import { deputiesWords } from './deputies.words.js';

interface DeputyListProps {
  readonly deputyships: readonly Deputyship[];
  readonly nameOf: (id: string) => string;
  /** Whether this person may confirm what others have proposed. */
  readonly confirms: boolean;
  readonly mayEnd: boolean;
}

export function DeputyList({ deputyships, nameOf, confirms, mayEnd }: DeputyListProps) {
  const say = useWords(deputiesWords);
  const own = useSession()?.personId;
  if (deputyships.length === 0) return <p className="kern-body">{say('noDeputyships')}</p>;
  return (
    <ul className="admin-list">
      {deputyships.map((one) => {
        const what = say('pair', { deputy: nameOf(one.deputyId), principal: nameOf(one.principalId) });
        const hindrance = one.proposedBy === own ? 'byYou' : one.deputyId === own ? 'forYou' : null;
        const waits = one.confirmedAt === null;
        return (
          <Entry
            key={one.id}
            title={what}
            badges={
              <>
                {waits && <Badge kind="warning">{say('waits')}</Badge>}
                {one.holdsToday && <Badge kind="success">{say('holdsToday')}</Badge>}
              </>
            }
            actions={
              <>
                {waits && confirms && hindrance === null && <Deed deed="confirm" {...{ one, what }} />}
                {mayEnd && <Deed deed="end" {...{ one, what }} />}
              </>
            }
            actionsLabel={what}
          >
            <p className="kern-body kern-body--small">
              <Scope one={one} />
            </p>
            {waits && confirms && hindrance !== null && <p className="kern-body kern-body--small">{say(hindrance)}</p>}
          </Entry>
        );
      })}
    </ul>
  );
}

/** In which roles, where, when and how long. */
function Scope({ one }: { readonly one: Deputyship }) {
  const say = useWords(deputiesWords);
  const language = useLanguage();
  const departmentName = useDepartmentName();
  const { roles, departmentId, holds, validFrom, validTo } = one;
  const from = formatDate(validFrom, language);
  const parts = [
    roles === null ? say('allRoles') : roles.map(({ label }) => inLanguage(label, language)).join(', '),
    departmentId === null ? say('everywhere') : departmentName(departmentId),
    say(holds),
    validTo === null ? say('from', { from }) : say('span', { from, to: formatDate(validTo, language) }),
  ];
  return <>{parts.join(' · ')}</>;
}

interface DeedProps {
  readonly deed: 'confirm' | 'end';
  readonly one: Deputyship;
  readonly what: string;
}

function Deed({ deed, one, what }: DeedProps) {
  const say = useWords(deputiesWords);
  const [failed, setFailed] = useState<unknown>(null);
  const change = useChange({
    send: (id: string, key) => {
      const params = { path: { id }, header: { 'Idempotency-Key': key } };
      return deed === 'confirm'
        ? answerOf(api.POST('/api/v1/deputyships/{id}/confirmation', { params }))
        : answerOf(api.POST('/api/v1/deputyships/{id}/end', { params }));
    },
    renews: [DEPUTIES_KEY, ['invoices']],
    onDone: () => toast('success', say(deed === 'confirm' ? 'confirmed' : 'ended')),
  });
  return (
    <>
      <Button
        small
        kind={deed === 'confirm' ? 'primary' : 'secondary'}
        busy={change.isPending}
        aria-label={say(deed === 'confirm' ? 'confirmOf' : 'endOf', { what })}
        onClick={() => change.mutate(one.id, { onError: setFailed })}
      >
        {say(deed)}
      </Button>
      {failed !== null && <ChangeProblem error={failed} onReload={() => setFailed(null)} />}
    </>
  );
}
