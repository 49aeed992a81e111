import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import { toast } from '../../components/toasts.js';
import { townDay } from '../../format/dates.js';
import { useWords } from '../../words/words.js';
import { FormDialog } from '../administration/form-dialog.js';
import { colleaguesQuery, DEPUTIES_KEY } from './deputy-queries.js';
import { deputiesWords } from './deputies.words.js';

interface AbsenceFormProps {
  /** Whether somebody else's can be entered too. */
  readonly ofAnybody: boolean;
  readonly onClose: () => void;
}

interface WantedAbsence {
  readonly personId?: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

function useEnter(onClose: () => void) {
  const say = useWords(deputiesWords);
  return useChange({
    send: (body: WantedAbsence, key) =>
      answerOf(api.POST('/api/v1/absences', { params: { header: { 'Idempotency-Key': key } }, body })),
    renews: [DEPUTIES_KEY, ['invoices']],
    onDone: () => {
      toast('success', say('entered'));
      onClose();
    },
  });
}

export function AbsenceForm({ ofAnybody, onClose }: AbsenceFormProps) {
  const say = useWords(deputiesWords);
  const colleagues = useQuery({ ...colleaguesQuery, enabled: ofAnybody }).data?.items ?? [];
  const [person, setPerson] = useState('');
  const [firstDay, setFirstDay] = useState(() => townDay());
  const [lastDay, setLastDay] = useState('');
  const [tried, setTried] = useState(false);
  const change = useEnter(onClose);
  const endsEarly = lastDay !== '' && lastDay < firstDay;
  const submit = () => {
    setTried(true);
    if (firstDay === '' || lastDay === '' || endsEarly || (ofAnybody && person === '')) return;
    change.mutate({ firstDay, lastDay, ...(ofAnybody ? { personId: person } : {}) });
  };
  const lastDayWrong = endsEarly ? say('endsEarly') : lastDay === '' ? say('missing') : null;
  return (
    <FormDialog
      title={say('enter')}
      deed={say('enterDeed')}
      busy={change.isPending}
      error={change.error}
      {...{ onSubmit: submit, onClose }}
    >
      {ofAnybody && (
        <SelectField
          label={say('person')}
          none={say('choose')}
          {...{ value: person, onValue: setPerson }}
          options={colleagues.map(({ id, displayName }) => ({ value: id, label: displayName }))}
          error={tried && person === '' ? say('unchosen') : null}
        />
      )}
      <TextField
        label={say('firstDay')}
        {...{ type: 'date', value: firstDay, onValue: setFirstDay }}
        error={tried && firstDay === '' ? say('missing') : null}
      />
      <TextField
        label={say('lastDay')}
        hint={say('lastDayHint')}
        {...{ type: 'date', value: lastDay, onValue: setLastDay }}
        error={tried ? lastDayWrong : null}
      />
    </FormDialog>
  );
}
