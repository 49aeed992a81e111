import { useState } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { Button } from '../../components/button.js';
import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import { toast } from '../../components/toasts.js';
import { useWords, type Say } from '../../words/words.js';
import { useMayChange } from './access.js';
import { ADMINISTRATION_KEY, leitwegIdsQuery } from './administration-queries.js';
import { administrationWords } from './administration.words.js';
import { DeedDialog } from './deed-dialog.js';
import { useDepartmentName, useDepartmentOptions } from './department-names.js';
import { FormDialog } from './form-dialog.js';
import { checkLeitwegId } from './leitweg-check.js';
import { leitwegWords } from './leitweg-ids.words.js';
import { Entry, Listed } from './listed.js';
import { Section } from './section.js';

export function LeitwegIdsSection() {
  const say = useWords(leitwegWords);
  const [adding, setAdding] = useState(false);
  const [withdrawn, setWithdrawn] = useState<string | null>(null);
  const mayChange = useMayChange();
  const sayAll = useWords(administrationWords);
  const nameOf = useDepartmentName();
  const add = (
    <Button kind="primary" icon="add" onClick={() => setAdding(true)}>
      {say('add')}
    </Button>
  );
  return (
    <Section title={say('title')} lead={say('lead')} actions={add}>
      <Listed query={leitwegIdsQuery} empty={say('empty')} emptyText={say('emptyText')}>
        {(ids) => (
          <ul className="admin-list">
            {ids.map(({ leitwegId, departmentId }) => (
              <Entry
                key={leitwegId}
                title={<code>{leitwegId}</code>}
                actions={mayChange && <WithdrawButton onWithdraw={() => setWithdrawn(leitwegId)} />}
                actionsLabel={sayAll('actionsOf', { name: leitwegId })}
              >
                <p className="kern-body kern-body--small">{say('goesTo', { department: nameOf(departmentId) })}</p>
              </Entry>
            ))}
          </ul>
        )}
      </Listed>
      {adding && <LeitwegForm onClose={() => setAdding(false)} />}
      {withdrawn !== null && <Withdrawal leitwegId={withdrawn} onClose={() => setWithdrawn(null)} />}
    </Section>
  );
}

function WithdrawButton({ onWithdraw }: { readonly onWithdraw: () => void }) {
  const say = useWords(leitwegWords);
  return (
    <Button small onClick={onWithdraw}>
      {say('withdraw')}
    </Button>
  );
}

function Withdrawal({ leitwegId, onClose }: { readonly leitwegId: string; readonly onClose: () => void }) {
  const say = useWords(leitwegWords);
  const send = (key: string) =>
    answerOf(
      api.POST('/api/v1/administration/leitweg-ids/{id}/withdrawal', {
        params: { path: { id: leitwegId }, header: { 'Idempotency-Key': key } },
      }),
    );
  return (
    <DeedDialog
      title={say('withdrawTitle', { id: leitwegId })}
      deed={say('withdraw')}
      done={say('withdrawn', { id: leitwegId })}
      {...{ send, onClose }}
    >
      <p className="kern-body">{say('withdrawText')}</p>
    </DeedDialog>
  );
}

function LeitwegForm({ onClose }: { readonly onClose: () => void }) {
  const say = useWords(leitwegWords);
  const sayAll = useWords(administrationWords);
  const options = useDepartmentOptions();
  const [leitwegId, setLeitwegId] = useState('');
  const [department, setDepartment] = useState('');
  const [tried, setTried] = useState(false);
  const change = useChange({
    send: (body: { readonly leitwegId: string; readonly departmentId: string | null }, key) =>
      answerOf(
        api.POST('/api/v1/administration/leitweg-ids', { params: { header: { 'Idempotency-Key': key } }, body }),
      ),
    renews: [ADMINISTRATION_KEY],
    onDone: ({ id }) => {
      toast('success', say('added', { id }));
      onClose();
    },
  });
  const check = checkLeitwegId(leitwegId);
  const submit = () => {
    setTried(true);
    if (check.kind !== 'right') return;
    change.mutate({ leitwegId: leitwegId.trim(), departmentId: department === '' ? null : department });
  };
  return (
    <FormDialog
      title={say('add')}
      deed={say('deed')}
      busy={change.isPending}
      error={change.error}
      {...{ onSubmit: submit, onClose }}
    >
      <TextField
        label={say('label')}
        hint={check.kind === 'right' ? say('right') : say('hint')}
        value={leitwegId}
        onValue={setLeitwegId}
        maxLength={46}
        autoCapitalize="characters"
        spellCheck={false}
        error={problemOf(leitwegId, tried, say)}
      />
      <SelectField
        label={sayAll('department')}
        none={sayAll('wholeTown')}
        {...{ value: department, options, onValue: setDepartment }}
      />
    </FormDialog>
  );
}

/** Wrong check digits are told at once, an unfinished id only when it was to be assigned. */
function problemOf(text: string, tried: boolean, say: Say<keyof typeof leitwegWords>): string | null {
  const check = checkLeitwegId(text);
  if (check.kind === 'wrongDigits') return say('wrongDigits', { expected: check.expected });
  return tried && check.kind === 'incomplete' ? say('form') : null;
}
