import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { CheckField } from '../../components/check-field.js';
import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import { endOfTownDay } from '../../format/dates.js';
import { useWords } from '../../words/words.js';
import { ADMINISTRATION_KEY, channelsQuery } from './administration-queries.js';
import { administrationWords } from './administration.words.js';
import { apiKeyWords } from './api-keys.words.js';
import { FieldGroup } from './field-group.js';
import { FormDialog } from './form-dialog.js';

const scopes = ['deliver', 'handOver', 'read'] as const;
export type Scope = (typeof scopes)[number];

export const isScope = (text: string): text is Scope => scopes.some((scope) => scope === text);

export interface IssuedKey {
  readonly name: string;
  readonly key: string;
}

interface Wanted {
  readonly name: string;
  readonly scopes: Scope[];
  readonly channelId: string | null;
  readonly expiresAt: string;
}

interface ApiKeyFormProps {
  readonly onClose: () => void;
  readonly onIssued: (issued: IssuedKey) => void;
}

export function ApiKeyForm({ onClose, onIssued }: ApiKeyFormProps) {
  const say = useWords(apiKeyWords);
  const sayAll = useWords(administrationWords);
  const channels = useQuery(channelsQuery).data ?? [];
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly Scope[]>([]);
  const [channelId, setChannelId] = useState('');
  const [until, setUntil] = useState(dayInAYear);
  const [tried, setTried] = useState(false);
  const change = useChange({
    send: (body: Wanted, key) =>
      answerOf(api.POST('/api/v1/administration/api-keys', { params: { header: { 'Idempotency-Key': key } }, body })),
    renews: [ADMINISTRATION_KEY],
    onDone: ({ key }, wanted) => {
      onClose();
      onIssued({ name: wanted.name, key });
    },
  });
  const inTime = isAhead(until);
  const submit = () => {
    setTried(true);
    if (name.trim() === '' || chosen.length === 0 || !inTime) return;
    change.mutate({
      name: name.trim(),
      scopes: [...chosen],
      channelId: channelId === '' || !chosen.includes('deliver') ? null : channelId,
      expiresAt: endOfTownDay(until).toISOString(),
    });
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
        label={sayAll('name')}
        hint={say('nameHint')}
        {...{ value: name, onValue: setName, maxLength: 200 }}
        error={tried && name.trim() === '' ? sayAll('missing') : null}
      />
      <ScopeGroup chosen={chosen} onChosen={setChosen} error={tried && chosen.length === 0} />
      {chosen.includes('deliver') && (
        <SelectField
          label={say('channel')}
          hint={say('channelHint')}
          none={say('channelOfApi')}
          value={channelId}
          onValue={setChannelId}
          options={channels.filter(({ kind }) => kind !== 'api').map(({ id, name: label }) => ({ value: id, label }))}
        />
      )}
      <TextField
        label={say('expires')}
        hint={say('expiresHint')}
        {...{ type: 'date', value: until, onValue: setUntil }}
        error={tried && !inTime ? say('past') : null}
      />
    </FormDialog>
  );
}

interface ScopeGroupProps {
  readonly chosen: readonly Scope[];
  readonly onChosen: (scopes: readonly Scope[]) => void;
  readonly error: boolean;
}

function ScopeGroup({ chosen, onChosen, error }: ScopeGroupProps) {
  const say = useWords(apiKeyWords);
  const sayAll = useWords(administrationWords);
  return (
    <FieldGroup legend={say('scopes')} error={error ? sayAll('unchosen') : null}>
      {scopes.map((scope) => (
        <CheckField
          key={scope}
          label={say(scope)}
          checked={chosen.includes(scope)}
          onChecked={(on) => onChosen(scopes.filter((one) => (one === scope ? on : chosen.includes(one))))}
        />
      ))}
    </FieldGroup>
  );
}

const isAhead = (day: string): boolean => day !== '' && endOfTownDay(day) > new Date();

function dayInAYear(): string {
  const day = new Date();
  day.setFullYear(day.getFullYear() + 1);
  return day.toISOString().slice(0, 10);
}
