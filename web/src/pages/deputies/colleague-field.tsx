import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../api/session.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { SelectField } from '../../components/select-field.js';
import { useWords } from '../../words/words.js';
import { colleaguesQuery } from './deputy-queries.js';
import { deskDeputiesWords } from './desk-deputies.words.js';

interface ColleagueFieldProps {
  readonly value: string;
  readonly onValue: (id: string) => void;
  readonly tried: boolean;
}

/** Who is to go on with it: somebody else who is there. */
export function ColleagueField({ value, onValue, tried }: ColleagueFieldProps) {
  const say = useWords(deskDeputiesWords);
  const own = useSession()?.personId;
  const colleagues = useQuery(colleaguesQuery);
  if (colleagues.error) return <ProblemPanel error={colleagues.error} onRetry={() => void colleagues.refetch()} />;
  const there = (colleagues.data?.items ?? []).filter(({ id, absentUntil }) => id !== own && absentUntil === null);
  return (
    <SelectField
      label={say('colleague')}
      hint={say('colleagueHint')}
      none={say('choose')}
      options={there.map(({ id, displayName }) => ({ value: id, label: displayName }))}
      {...{ value, onValue }}
      error={tried && value === '' ? say('colleagueMissing') : null}
    />
  );
}
