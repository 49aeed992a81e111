import { useQuery } from '@tanstack/react-query';
import { countsQuery } from '../../api/counts.js';
import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { SelectField } from '../../components/select-field.js';
import { formatDate } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import type { InvoiceLine } from '../invoice/invoice-queries.js';
import { colleaguesQuery, standInsQuery } from './deputy-queries.js';
import { deskDeputiesWords } from './desk-deputies.words.js';

interface WhoseFieldProps {
  readonly value: string | undefined;
  readonly onValue: (whose: string | undefined) => void;
}

/** Whose work a list shows. Nothing for who stands in for nobody today. */
export function WhoseField({ value, onValue }: WhoseFieldProps) {
  const say = useWords(deskDeputiesWords);
  const standIns = useQuery(standInsQuery).data ?? [];
  const colleagues = useQuery({ ...colleaguesQuery, enabled: standIns.length > 0 }).data?.items ?? [];
  if (standIns.length === 0 && value === undefined) return null;
  const nameOf = (id: string) => colleagues.find((one) => one.id === id)?.displayName ?? '…';
  return (
    <div className="queue-filters__whose">
      <SelectField
        label={say('whose')}
        value={value ?? ''}
        none={say('everybody')}
        options={[
          { value: 'own', label: say('own') },
          ...standIns.map(({ personId }) => ({ value: personId, label: say('forWhom', { name: nameOf(personId) }) })),
        ]}
        onValue={(whose) => onValue(whose === '' ? undefined : whose)}
      />
    </div>
  );
}

interface AtAbsentProps {
  readonly isShown: boolean;
  readonly onShow: (shown: boolean) => void;
}

/** That something of the department's lies with people who are away: nothing may lie unseen. */
export function AtAbsent({ isShown, onShow }: AtAbsentProps) {
  const say = useWords(deskDeputiesWords);
  const count = useQuery(countsQuery).data?.atAbsent ?? 0;
  if (count === 0 && !isShown) return null;
  const title = count === 1 ? say('oneAtAbsent') : say('manyAtAbsent', { count });
  return (
    <Notice kind="warning" title={title}>
      <p className="kern-body">{say('atAbsentWhat')}</p>
      <Button small onClick={() => onShow(!isShown)}>
        {say(isShown ? 'showAll' : 'showAtAbsent')}
      </Button>
    </Notice>
  );
}

interface OtherHolderProps {
  readonly line: InvoiceLine;
  /** It stands in one's own list because one stands in for the holder. */
  readonly isRepresented: boolean;
}

/** Who else works on it, with whether they are away and who stands in. */
export function OtherHolder({ line: { claimedByName, holderAbsence }, isRepresented }: OtherHolderProps) {
  const say = useWords(deskDeputiesWords);
  const language = useLanguage();
  const name = claimedByName ?? '';
  if (isRepresented) return <>{say('heldFor', { name })}</>;
  if (holderAbsence === null) return <>{name}</>;
  const day = formatDate(holderAbsence.until, language);
  const names = holderAbsence.deputies.join(', ');
  return (
    <span className="queue-day">
      <span>{name}</span>
      <span className={names === '' ? 'queue-day__soon' : 'queue-aside'}>
        {names === '' ? say('awayUntil', { day }) : say('awayDeputies', { day, names })}
      </span>
    </span>
  );
}
