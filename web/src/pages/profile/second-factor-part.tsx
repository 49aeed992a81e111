import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { secondFactorQuery, useRenewCodes } from '../../api/second-factor.js';
import { Button } from '../../components/button.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { formatInstant } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { Enrolment } from '../sign-in/enrolment.js';
import { RecoveryCodes } from '../sign-in/recovery-codes.js';
import { secondFactorWords } from '../sign-in/second-factor.words.js';

/** How it stands with one's own second factor; setting up another asks for the present one first. */
export function SecondFactorPart() {
  const say = useWords(secondFactorWords);
  const language = useLanguage();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(secondFactorQuery);
  const [isEnrolling, setEnrolling] = useState(false);
  const renew = useRenewCodes();
  const done = () => {
    setEnrolling(false);
    renew.reset();
    void client.invalidateQueries({ queryKey: secondFactorQuery.queryKey });
  };
  const confirmedAt = data?.confirmedAt ?? null;
  return (
    <section>
      <h2 className="kern-heading-small">{say('part')}</h2>
      {!data && (error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : <Skeleton lines={2} />)}
      {data && (
        <p className="kern-body">
          {confirmedAt === null
            ? say('none')
            : say('since', { when: formatInstant(confirmedAt, language), left: data.codesLeft })}
        </p>
      )}
      {isEnrolling && <Enrolment onDone={done} />}
      {renew.error && <ProblemPanel error={renew.error} />}
      {renew.data && <RecoveryCodes codes={renew.data.recoveryCodes} onDone={done} />}
      {data && !isEnrolling && !renew.data && (
        <div className="profile__deeds">
          <Button onClick={() => setEnrolling(true)}>{say(confirmedAt === null ? 'setUp' : 'replace')}</Button>
          {confirmedAt !== null && (
            <Button busy={renew.isPending} onClick={() => renew.mutate()}>
              {say('renew')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
