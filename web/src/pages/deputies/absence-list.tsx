import { useState } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { Badge } from '../../components/badge.js';
import { Button } from '../../components/button.js';
import { toast } from '../../components/toasts.js';
import { formatDate, townDay } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { ChangeProblem } from '../administration/change-problem.js';
import { Entry } from '../administration/listed.js';
import { DEPUTIES_KEY, type Absence } from './deputy-queries.js';
import { deputiesWords } from './deputies.words.js';

interface AbsenceListProps {
  readonly absences: readonly Absence[];
  /** Names are told where they are of several people. */
  readonly nameOf: ((id: string) => string) | null;
  readonly mayChange: boolean;
}

export function AbsenceList({ absences, nameOf, mayChange }: AbsenceListProps) {
  const say = useWords(deputiesWords);
  const language = useLanguage();
  const today = townDay();
  if (absences.length === 0) return <p className="kern-body">{say('noAbsences')}</p>;
  return (
    <ul className="admin-list">
      {absences.map((absence) => {
        const { id, personId, firstDay, lastDay } = absence;
        const days = say('span', { from: formatDate(firstDay, language), to: formatDate(lastDay, language) });
        const what = nameOf ? `${nameOf(personId)}, ${days}` : days;
        return (
          <Entry
            key={id}
            title={nameOf ? nameOf(personId) : days}
            badges={firstDay <= today && <Badge kind="warning">{say('now')}</Badge>}
            actions={mayChange && <Withdraw absence={absence} what={what} />}
            actionsLabel={what}
          >
            {nameOf && <p className="kern-body kern-body--small">{days}</p>}
          </Entry>
        );
      })}
    </ul>
  );
}

function Withdraw({ absence, what }: { readonly absence: Absence; readonly what: string }) {
  const say = useWords(deputiesWords);
  const [failed, setFailed] = useState<unknown>(null);
  const change = useChange({
    send: (id: string, key) => {
      const params = { path: { id }, header: { 'Idempotency-Key': key } };
      return answerOf(api.POST('/api/v1/absences/{id}/withdrawal', { params }));
    },
    renews: [DEPUTIES_KEY, ['invoices']],
    onDone: () => toast('success', say('withdrawn')),
  });
  return (
    <>
      <Button
        small
        busy={change.isPending}
        aria-label={say('withdrawOf', { what })}
        onClick={() => change.mutate(absence.id, { onError: setFailed })}
      >
        {say('withdraw')}
      </Button>
      {failed !== null && <ChangeProblem error={failed} onReload={() => setFailed(null)} />}
    </>
  );
}
