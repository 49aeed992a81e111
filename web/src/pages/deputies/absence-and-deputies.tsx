import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../api/session.js';
import { Button } from '../../components/button.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import '../../styles/administration.css';
import { useWords } from '../../words/words.js';
import { useMayChange } from '../administration/access.js';
import { AbsenceForm } from './absence-form.js';
import { AbsenceList } from './absence-list.js';
import { DeputyForm } from './deputy-form.js';
import { DeputyList } from './deputy-list.js';
import { absencesQuery, colleaguesQuery, deputyshipsQuery } from './deputy-queries.js';
import { deputiesWords } from './deputies.words.js';

interface AbsenceAndDeputiesProps {
  /** Everybody's, for the administration; else one's own. */
  readonly ofAnybody: boolean;
}

/** When people are away, and who stands in for whom. */
export function AbsenceAndDeputies({ ofAnybody }: AbsenceAndDeputiesProps) {
  const say = useWords(deputiesWords);
  const isAdministrator = useMayChange();
  const mayChange = !ofAnybody || isAdministrator;
  const [open, setOpen] = useState<'absence' | 'deputy' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <section className="deputies">
        <Head title={say(ofAnybody ? 'absences' : 'ownAbsences')}>
          {mayChange && (
            <Button small icon="add" onClick={() => setOpen('absence')}>
              {say('enter')}
            </Button>
          )}
        </Head>
        <Absences {...{ ofAnybody, mayChange }} />
      </section>
      <section className="deputies">
        <Head title={say(ofAnybody ? 'deputyships' : 'ownDeputyships')}>
          {mayChange && (
            <Button small icon="add" onClick={() => setOpen('deputy')}>
              {say('propose')}
            </Button>
          )}
        </Head>
        <Deputyships {...{ ofAnybody, mayChange }} confirms={ofAnybody && isAdministrator} />
      </section>
      {open === 'absence' && <AbsenceForm ofAnybody={ofAnybody} onClose={close} />}
      {open === 'deputy' && <DeputyForm ofAnybody={ofAnybody} onClose={close} />}
    </>
  );
}

const Head = ({ title, children }: { readonly title: string; readonly children: React.ReactNode }) => (
  <div className="deputies__head">
    <h2 className="kern-heading-small">{title}</h2>
    {children}
  </div>
);

interface PartProps extends AbsenceAndDeputiesProps {
  readonly mayChange: boolean;
}

function useNameOf(): (id: string) => string {
  const say = useWords(deputiesWords);
  const colleagues = useQuery(colleaguesQuery).data?.items ?? [];
  return (id) => colleagues.find((one) => one.id === id)?.displayName ?? say('somebody');
}

function Absences({ ofAnybody, mayChange }: PartProps) {
  const nameOf = useNameOf();
  const own = useSession()?.personId;
  const { data, error, refetch } = useQuery(absencesQuery);
  if (!data) return error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : <Skeleton lines={2} />;
  const shown = ofAnybody ? data : data.filter(({ personId }) => personId === own);
  return <AbsenceList absences={shown} nameOf={ofAnybody ? nameOf : null} mayChange={mayChange} />;
}

function Deputyships({ ofAnybody, mayChange, confirms }: PartProps & { readonly confirms: boolean }) {
  const nameOf = useNameOf();
  const own = useSession()?.personId;
  const { data, error, refetch } = useQuery(deputyshipsQuery);
  if (!data) return error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : <Skeleton lines={2} />;
  const isOwn = (one: (typeof data)[number]) => one.principalId === own || one.deputyId === own;
  const shown = ofAnybody ? data : data.filter(isOwn);
  return <DeputyList deputyships={shown} {...{ nameOf, confirms }} mayEnd={mayChange} />;
}
